import { formatNumber } from '../../units/quantity.js';
import { isRecord } from '../plain-data.js';
import { wording } from '../wording.js';
import { annotationProblems, bareValue } from './annotation.js';
import { entryOf, field, type FieldInfo } from './field.js';
import { readFormula } from './formula.js';
import { valueJson } from './quantity-json.js';
import { type Reading, refused } from './reading.js';
import type { Annotated } from './written-types.js';

const example = '1 - 0.5*ln(eps)';

/** tau(eps), plain or with its source; it has to be a positive number from a hundredth of the volume on. */
function readTau(input: unknown): Reading<string> {
  const formula = bareValue(input);
  const problems = annotationProblems(input);
  if (problems.length > 0) return { ok: false, problems };
  // the spread of the law is that of what it conducts
  const other = isRecord(input) && ['spread', 'range'].find((key) => input[key] !== undefined);
  if (other) return refused(wording.unknownKey(other, ['value', 'source', 'note', 'assumed', 'fitted']), [other]);
  if (typeof formula !== 'string')
    return refused(wording.wrongType('a text', formula, `"${example}" in quotes`));
  const reading = readFormula(formula, 'eps');
  if (!reading.ok) return refused(wording.badFormula(reading.expected, reading.found, 'eps'));
  const bad = Array.from({ length: 100 }, (_, i) => (i + 1) / 100).find((eps) => {
    const tau = reading.of.value(eps);
    return !(tau > 0 && tau < Infinity);
  });
  return bad === undefined
    ? { ok: true, value: formula.trim() }
    : refused(
      wording.outOfRange('a tortuosity factor', 'above 0', `${formatNumber(reading.of.value(bad), 3)} at eps = ${bad}`),
    );
}

/** A law of tortuosity of the case's own, checked as it is read. */
export const formulaOfTau = (label: string) =>
  field<string, string | Annotated<string>, FieldInfo>({
    info: { label },
    example,
    range: '',
    written: 'text',
    entries: entryOf(label, readTau, (formula) => formula),
    json: { description: label, examples: [example], anyOf: valueJson('text') },
  }, readTau);
