import { once } from '../../config/once.js';
import type { LibraryFunction, Table } from '../property.js';
import { tableFunction, valueAt } from '../scalar-functions.js';

/** One material of a mixture: its potential, its window, and its share of the capacity. */
export interface MixtureMember {
  readonly name: string;
  readonly evaluate: LibraryFunction['evaluate'];
  readonly window: readonly [charged: number, discharged: number];
  readonly share: number;
}

/** Stoichiometries of a composite anode at which the window of a mixture is put. */
const [discharged, charged] = [0.02, 0.95];

const samples = 120;

/** Degree of filling x(U) of a falling potential within its window, 0 above and 1 below it. */
function fillingAt({ evaluate, window: [full, empty] }: MixtureMember, potential: number): number {
  const out = new Float64Array(2);
  let [low, high] = [0, 1];
  for (let i = 0; i < 50; i++) {
    const middle = 0.5 * (low + high);
    evaluate(empty + (full - empty) * middle, out);
    if (out[0] > potential) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}

/** The potential of a mixture: at each potential either takes what it takes alone, x(U) = sum of shares times x_i(U). */
export function mixedPotential(name: string, parts: readonly MixtureMember[]): LibraryFunction {
  const evaluate = once(() => tableFunction(tableOf(parts)).evaluate);
  return {
    name,
    property: 'openCircuitPotential',
    formula: `x(U) = ${parts.map((part) => `${Number(part.share.toFixed(3))} x of ${part.name}`).join(' + ')}`,
    source: 'the potentials of both; the mixture is assumed',
    // of the cases that are run, few ask for it
    get evaluate() {
      return evaluate();
    },
  };
}

function tableOf(parts: readonly MixtureMember[]): Table {
  const ends = parts.map((part) => part.window.map((s) => valueAt(part, s)));
  const highest = Math.max(...ends.map(([, empty]) => empty));
  const lowest = Math.min(...ends.map(([full]) => full));
  const rows: [number, number][] = [];
  for (let i = 0; i <= samples; i++) {
    // closer together towards the low end, where the plateaus are
    const potential = lowest + (highest - lowest) * (1 - i / samples) ** 2;
    const filling = parts.reduce((sum, part) => sum + part.share * fillingAt(part, potential), 0);
    const s = discharged + (charged - discharged) * filling;
    if (rows.length === 0 || s > rows[rows.length - 1][0] + 1e-6) rows.push([s, potential]);
  }
  return rows;
}
