import type { CaseIssue } from '../../config/case.js';
import type { LoadedSweep } from '../../config/parse-sweep.js';
import { splitQuantity } from '../../config/sweep-axis.js';
import type { SweepDefinition } from '../../config/sweep.js';
import { designsOf } from './designs.js';

/** Designs looked at before a sweep starts, spread over all of it. */
const probes = 16;

/** Names of lists that are tried one by one. */
const mostNames = 1000;

/**
 * What is wrong with every design that is looked at: a misspelled key, a case that is none; and names in lists that nothing has. What
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
    if (loaded.ok) return unknownNames(sweep, tried);
    if (i === 0) first = loaded.issues;
  }
  return first;
}

/** Names that stand in the lists of a sweep and nowhere else, each tried in a design that can be read. */
function unknownNames({ definition, design }: LoadedSweep,
  readable: Readonly<Record<string, unknown>>): readonly CaseIssue[]
{
  return namesIn(definition).slice(0, mostNames)
    .flatMap(([key, name]) => {
      const loaded = design(
        definition.method === 'list' ? definition.designs[Number(key)] : { ...readable, [key]: name },
      );
      return loaded.ok
        ? []
        : loaded.issues.filter(({ code, received }) => code === 'unknown-name' && received.includes(name));
    });
}

/** Every word of a list with the key of its axis; of a list of designs, with the place of its design. */
function namesIn(definition: SweepDefinition): readonly (readonly [string, string])[] {
  const words = (key: string, all: readonly unknown[]): [string, string][] =>
    all.flatMap((one) => (typeof one === 'string' && splitQuantity(one) === undefined ? [[key, one]] : []));
  return definition.method === 'list'
    ? definition.designs.flatMap((design, i) => words(String(i), Object.values(design)))
    : definition.axes.flatMap((axis) => (axis.kind === 'values' ? words(axis.key, axis.values) : []));
}
