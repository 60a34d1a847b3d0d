import * as z from 'zod';
import type { CaseIssue, Loaded, Wording } from '../case-issue.js';
import type { LoadedCase } from '../case.js';
import { stepsOf } from '../dotted-keys.js';
import { isAnnotated } from '../fields/annotation.js';
import { type FieldInfo, integer, quantity } from '../fields/field.js';
import { typed } from '../fields/json-shape.js';
import { type FieldProblem, type Reading } from '../fields/reading.js';
import { knownKeys } from '../fields/schema-walk.js';
import { rateOfCell } from '../fields/step-fields.js';
import { asWritten, keyedField, texts } from '../fields/study-fields.js';
import { readTable } from '../fields/table-reading.js';
import type { YamlSource } from '../files/yaml-source.js';
import type { ParseOptions } from '../parse-options.js';
import { dataAt, isRecord, type Path, type PlainRecord, withoutNulls } from '../plain-data.js';
import { formatRate, isSameRate } from '../rate.js';
import { writtenCaseSchema } from '../sections/case-schema.js';
import { wording } from '../wording.js';
import { readOnce, settingsOf, type StudyFiles } from './study-files.js';
import { eachOnce, issuesOf, studySource } from './study-source.js';

/** How the uncertainty of a case is asked for: the keys of its block, parameters that are taken as known by their paths. */
export interface UncertaintySettings extends Omit<z.output<typeof uncertaintyTable>, 'spreads'> {
  readonly without: readonly string[];
}

/** A case with spreads over those of its ledger. */
export interface LoadedUncertainty {
  readonly settings: UncertaintySettings;
  readonly base: LoadedCase & { readonly ok: true };
  readonly files: StudyFiles;
  /** A problem at an entry of the block. */
  issueAt(path: Path, words: Wording): CaseIssue;
}

/** The uncertainty of a file, or every problem of it. */
export type UncertaintyReading = Loaded<{ uncertainty: LoadedUncertainty }>;

/** Two coordinates of a Sobol point for each parameter, of forty. */
const mostParameters = 20;

/** The spread of a value, in place of the bare number. */
const spreadTable = z.strictObject({
  spread: asWritten<string | number, FieldInfo>({ label: '2 for x/ 2, or "10 %"' }, {
    written: 'number or %',
    example: '10 %',
    json: () => typed('number', 'string'),
  }).optional(),
  range: asWritten<readonly unknown[], FieldInfo>({ label: 'its two ends, the lower one first' }, {
    written: '[low, high]',
    example: '[20 um, 40 um]',
    json: () => ({ type: 'array', minItems: 2, maxItems: 2 }),
  }).optional(),
});

export const uncertaintyTable = z.strictObject({
  spreads: keyedField({ label: 'dotted keys that the case states, each with its spread' }, {
    written: 'keys with spreads',
    example: '{membrane.thickness: 10 %}',
    values: [typed('number', 'string')],
    below: [spreadTable],
  }, (key, input): Reading<readonly [string, PlainRecord]> => {
    const reading = readTable(spreadTable, isRecord(input) ? input : { spread: input });
    return reading.ok ? { ok: true, value: [key, isRecord(input) ? input : { spread: input }] } : reading;
  }).optional(),
  without: texts({ label: 'parameters that are taken as known' }, 'NMC811.diffusivity').optional(),
  rate: rateOfCell({
    label: 'rate of the case at which parameters are ranked; default: the fastest inside what was compared',
  })
    .optional(),
  error: quantity('fraction', { label: 'half-width of the 95 % interval of every index at which sampling ends',
    min: '0.01 %', max: '99 %', default: '5 %', source: 'this program: a choice' }),
  points: integer({ label: 'rows of the sample at most', min: 16, max: 1_000_000, default: 1024 }),
  most: integer({ label: 'parameters that take part at most', min: 1, max: mostParameters, default: 16 }),
});

/** Reads a case and `uncertainty:` where it has one: spreads of some keys, what is taken as known, how sure the indices must be. */
export function parseUncertainty(input: string | object, given: Partial<ParseOptions> = {}): UncertaintyReading {
  const { files, options: settled } = readOnce(input, given);
  const { source, options, block: written, issueOf, design } = studySource(input, ['uncertainty'], settled);
  if (!source.readable) return { ok: false, issues: source.issues };
  const issueAt = (path: Path, words: Wording): CaseIssue => issueOf({ ...words, path });
  const block = written ?? {};
  const reading = readTable(uncertaintyTable, block);
  const asked = isRecord(block) && isRecord(block.spreads) ? withoutNulls(block.spreads) : {};
  const unstated = Object.keys(asked).filter((key) => valueAt(source, key) === undefined)
    .map((key): FieldProblem => ({ ...unstatedWords(source, key), path: ['spreads', key] }));
  if (!reading.ok || unstated.length > 0) {
    const problems = [...(reading.ok ? [] : reading.problems), ...unstated];
    return { ok: false, issues: eachOnce([...problems.map(issueOf), ...issuesOf(design({}, () => []))], options) };
  }
  const { spreads: stated = [], without = [], rate: ranked, ...limits } = reading.value;
  const spreads = Object.fromEntries(stated.map(([key, spread]) => [key, spreadOver(valueAt(source, key), spread)]));
  const base = design(spreads, (key) => ['uncertainty', 'spreads', key]);
  if (!base.ok) return base;
  const { rates } = base.case.protocol;
  if (ranked !== undefined && !rates.some((one) => isSameRate(ranked, one)))
    return { ok: false, issues: [issueAt(['rate'], wording.rateNotInCase(formatRate(ranked), rates.map(formatRate)))] };
  const settings: UncertaintySettings = { ...limits, without, rate: ranked };
  return { ok: true, uncertainty: { settings, base, files, issueAt } };
}

/** The uncertainty of files that were read before. */
export const uncertaintyOf = (files: StudyFiles): UncertaintyReading =>
  parseUncertainty(files.input, settingsOf(files));

/** What the case states of a key; undefined where that is no value. */
function valueAt({ data }: YamlSource, key: string): unknown {
  const value = dataAt(data, stepsOf(data, key));
  return isRecord(value) && !isAnnotated(value) ? undefined : value;
}

/** A key that no case has is misspelt; one that the case leaves to its default has no value to spread. */
function unstatedWords({ data }: YamlSource, key: string): Wording {
  const steps = stepsOf(data, key);
  for (const [i, step] of steps.entries()) {
    const known = knownKeys(writtenCaseSchema, steps.slice(0, i));
    if (known.length > 0 && !known.includes(step)) return wording.unknownKey(step, known);
  }
  return wording.noValueToSpread(key);
}

/** A value of the case with a spread beside it; whether it is one is said where the case is read. */
function spreadOver(value: unknown, given: PlainRecord): PlainRecord {
  const { spread: _, range: __, ...rest } = isAnnotated(value) ? value : { value };
  return { ...rest, ...given };
}
