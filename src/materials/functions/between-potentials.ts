import { once } from '../../config/once.js';
import type { LibraryFunction, Table } from '../property.js';
import { tableFunction } from '../scalar-functions.js';

/** Potentials [V] at which both fits are read: from above every cut-off to below the end of the lattice. */
const [highest, lowest, step] = [4.62, 3.0, 0.02];

/** s of a falling U(s) at a potential, by bisection. */
function stoichiometryAt({ evaluate }: LibraryFunction, potential: number): number {
  const out = new Float64Array(2);
  let [low, high] = [0, 1.1];
  for (let i = 0; i < 50; i++) {
    const middle = 0.5 * (low + high);
    evaluate(middle, out);
    if (out[0] > potential) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}

/**
 * The potential of a composition between two others: at each potential its stoichiometry is the weighted mean of theirs,
 * s(U) = (1 - w) s0(U) + w s1(U), w share of the second; with w > 1 the line through both, carried on beyond the second.
 */
export function betweenPotentials(name: string, [first, second]: readonly [LibraryFunction, LibraryFunction],
  weight: number): LibraryFunction
{
  const table = (): Table =>
    Array.from({ length: Math.round((highest - lowest) / step) + 1 }, (_, i) => {
      const potential = highest - i * step;
      return [(1 - weight) * stoichiometryAt(first, potential) + weight * stoichiometryAt(second, potential),
        potential] as const;
    }).filter(([s]) => s > 0); // beyond the second, lithium ends before the potentials do
  const evaluate = once(() => tableFunction(table()).evaluate);
  return {
    name,
    property: 'openCircuitPotential',
    formula: `s(U) = ${Number((1 - weight).toFixed(3))} s of ${first.name} + ${Number(weight.toFixed(3))} s of `
      + `${second.name}`,
    source: `${first.source}; ${second.source}; the mean by nickel content is assumed`,
    // of the cases that are run, few ask for it
    get evaluate() {
      return evaluate();
    },
  };
}
