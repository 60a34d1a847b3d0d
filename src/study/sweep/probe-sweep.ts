import type { CaseIssue } from '../../config/case.js';
import type { LoadedSweep } from '../../config/studies/parse-sweep.js';
import { splitQuantity } from '../../units/quantity.js';
import { designsOf } from './designs.js';

/** Designs looked at before a sweep starts, spread over all of it. */
const probes = 16;

/** Values of lists that are tried one by one. */
const mostValues = 1000;

/** What no other design mends: a value of another kind, without its unit, of a name that nothing has. */
const mistakes: readonly CaseIssue['code'][] = ['unknown-key', 'unknown-name', 'wrong-type', 'wrong-unit'];

/**
 * What is wrong with every design that is looked at: a misspelled key, a case that is none; and values of lists that cannot be read. What
 * is wrong with some designs only is for their own rows to say.
 */
export function probeSweep(sweep: LoadedSweep): readonly CaseIssue[] {
  const { count, values } = designsOf(sweep.definition);
  const looked = Math.min(probes, count);
  let first: readonly CaseIssue[] = [];
  for (let i = 0; i < looked; i++) {
    const at = looked === 1 ? 0 : Math.round((i * (count - 1)) / (looked - 1));
    const tried = values(at);
    const loaded = sweep.design(tried);
    if (loaded.ok) return once(unreadable(sweep, tried));
    if (i === 0) first = loaded.issues;
  }
  return once([...first, ...unreadable(sweep, values(0))]);
}

/** One problem for each place. */
const once = (issues: readonly CaseIssue[]): readonly CaseIssue[] => [
  ...new Map(
    issues.map((issue) => [`${issue.file}:${issue.line}:${issue.column} ${issue.key} ${issue.received}`, issue]),
  ).values(),
];

/** Values that stand in the lists of a sweep and nowhere else, each tried in one design. */
function unreadable({ definition, design }: LoadedSweep,
  within: Readonly<Record<string, unknown>>): readonly CaseIssue[]
{
  const tried = definition.method === 'list'
    ? definition.designs
    : definition.axes.flatMap((axis) =>
      axis.kind === 'values' ? oneOfEachUnit(axis.values).map((value) => ({ ...within, [axis.key]: value })) : []
    );
  return tried.slice(0, mostValues).flatMap((values) => {
    const loaded = design(values);
    return loaded.ok ? [] : loaded.issues.filter(({ code }) => mistakes.includes(code));
  });
}

/** One number of each unit, and everything that is no number. */
const oneOfEachUnit = (values: readonly unknown[]): unknown[] => [
  ...new Map(values.map((value, i) => [splitQuantity(value)?.unit ?? i, value])).values(),
];
