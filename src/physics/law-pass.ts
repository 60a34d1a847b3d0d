import type { FaceList } from '../mesh/cell-mesh.js';
import { type BlockLayout, isPotential } from './block-layout.js';
import type { Flow, FluxLaw, InterfaceLaw, PlacedLaw } from './bound-law.js';
import type { Dependents } from './dependents.js';
import { indices } from './unknowns.js';

/** Slopes J of the rows of each cell by its own columns, and of both cells of a face by those of the other; `size` x `columns`. */
export interface Slopes {
  readonly diagonal: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** All of them, one behind the other. */
  readonly slopes: Float64Array;
  /**
   * Of each row, the sum of its slopes by all potentials: what passes by differences of them alone has none. Exact, where the entries of a
   * row hold it to round-off.
   */
  readonly excess: Float64Array;
}

/** Numbers of all items of a law and the places that they are added to, or taken from. */
interface Places {
  readonly source: Int32Array;
  readonly target: Int32Array;
}

interface Scatter {
  /** Whether all that is added in one place is taken from another, in the same order. */
  readonly paired: boolean;
  readonly added: Places;
  readonly taken: Places;
}

/** Range of items from `first` to before `last`. */
export interface Items {
  readonly first: number;
  readonly last: number;
}

interface SlopeScatter {
  readonly all: Scatter;
  /** Of slopes by a potential; nothing of a flux through faces, which is of differences. */
  readonly excess: Scatter;
}

/** The cell of item i on one side. */
const cellOf = ({ cell, across }: PlacedLaw, i: number, side: 0 | 1): number =>
  side === 1 && across ? across.cell[i] : cell[i];

/** A flux leaves the row of one cell and enters that of the other; of a cell nothing is taken. */
const flowsOf = (law: FluxLaw | InterfaceLaw): readonly Flow[] =>
  'flows' in law ? law.flows : law.rows.flatMap((row, value): Flow[] => [
    { side: 0, row, value, sign: 1 },
    ...(law.across ? [{ side: 1, row, value, sign: -1 } as const] : []),
  ]);

/**
 * One law in the balances of its cells. The current of an interface is eliminated where it stands: with the equation 0 = r + p di + e du and
 * flows f = f(i, u) into the rows,
 *
 *   di = -(r + e du)/p,   df/du = f_u - f_i e/p
 */
export class LawPass<Law extends FluxLaw | InterfaceLaw> {
  /** Made when they are first asked for: of a cell beside most laws only serve to see that they say nothing new, and no slope is. */
  private ownValues: Scatter | undefined;
  private slopes: SlopeScatter | undefined;
  private readonly flows: readonly Flow[];
  /** Values that flow, each once. */
  private readonly flowing: readonly number[];
  /** Own currents of interfaces; undefined where a law has none. */
  private readonly current: Int32Array | undefined;
  /** What an interface law returned at the last `evaluate` with slopes: those of the equation (p, then e) and of the flows. */
  private readonly kept: Float64Array;

  constructor(readonly law: Law, private readonly layout: BlockLayout, private readonly faces: FaceList) {
    this.flows = flowsOf(law);
    this.flowing = [...new Set(this.flows.map(({ value }) => value))];
    this.current = 'flows' in law ? law.current : undefined;
    this.kept = new Float64Array(this.current ? law.out.length : 0);
  }

  private get values(): Scatter {
    const { law, layout: { size, index } } = this;
    return (this.ownValues ??= scatterOf(law, this.flows.map((flow) => ({ ...flow, offset: flow.value })),
      (i, { side, row }) => index[size * cellOf(law, i, side) + row]));
  }

  private scatterOfSlopes(into: Slopes): SlopeScatter {
    const { law, law: { unknowns, values }, layout } = this;
    const slopeFlows = this.flows.flatMap((flow) =>
      unknowns.map(({ side, column }, a) => ({ ...flow, from: side, column,
        offset: values + flow.value * unknowns.length + a })
      ).filter(({ column }) => column >= 0)
    );
    const isPaired = 'rows' in law && law.across !== undefined;
    return {
      all: scatterOf(law, slopeFlows,
        (i, { side, row, from, column }) => this.placeOfSlope(i, [side, row], [from, column], into)),
      excess: scatterOf(law, slopeFlows.filter(({ column }) => !isPaired && isPotential(column)),
        (i, { side, row }) => layout.size * cellOf(law, i, side) + row),
    };
  }

  /** Where the slope of a row on one side by a column on the other stands among all slopes. */
  private placeOfSlope(i: number, row: readonly [side: 0 | 1, row: number],
    column: readonly [side: 0 | 1, column: number], { diagonal, lower, upper, slopes }: Slopes): number
  {
    const { law, layout: { size, columns }, faces: { owner } } = this;
    const cell = cellOf(law, i, row[0]);
    const face = law.across?.face[i] ?? -1;
    const [block, of] = row[0] === column[0] ? [cell, diagonal] : [face, owner[face] === cell ? upper : lower];
    const start = (of.byteOffset - slopes.byteOffset) / Float64Array.BYTES_PER_ELEMENT;
    return start + (size * block + row[1]) * columns + column[1];
  }

  /** Evaluates the law into the residual, and into J where its slopes are asked for. */
  evaluate(y: Float64Array, out: Float64Array, into: Slopes | undefined): void {
    const { law, current } = this;
    law.run(0, law.count, y);
    if (current) { for (let e = 0; e < law.count; e++) out[current[e]] = law.out[law.stride * e]; }
    scatter(law.out, this.values, out);
    if (!into) return;
    if (current) this.eliminate();
    this.slopes ??= this.scatterOfSlopes(into);
    scatter(law.out, this.slopes.all, into.slopes);
    scatter(law.out, this.slopes.excess, into.excess);
  }

  /** Items first..last-1 that differ from those of another pass, which was evaluated last at this state; none: first = last. */
  differing({ law: { out } }: LawPass<Law>, y: Float64Array): Items {
    const { stride, count, out: own } = this.law;
    this.law.run(0, count, y);
    let [first, last] = [count, 0];
    for (let at = 0; at < own.length; at++) {
      if (own[at] === out[at]) continue;
      const item = Math.floor(at / stride);
      first = Math.min(first, item);
      last = Math.max(last, item + 1);
    }
    return { first: Math.min(first, last), last };
  }

  /** Evaluates some items, and adds to `out` what they have over those of `base`, which was evaluated last at this state. */
  addDifference({ law: { out: others } }: LawPass<Law>, { first, last }: Items, y: Float64Array,
    out: Float64Array): void
  {
    const { law, current, values: { added, taken } } = this;
    law.run(first, last, y);
    for (let e = first; current && e < last; e++) {
      out[current[e]] = law.out[law.stride * e] - others[law.stride * e];
    }
    for (const [{ source, target }, sign] of [[added, 1], [taken, -1]] as const) {
      const each = source.length / law.count;
      for (let i = each * first; i < each * last; i++) {
        out[target[i]] += sign * (law.out[source[i]] - others[source[i]]);
      }
    }
  }

  /** Slopes of the flows at a current that follows. */
  private eliminate(): void {
    const { flowing, law: { unknowns, count, values, out, stride } } = this;
    this.kept.set(out);
    for (let e = 0; e < count; e++) {
      const own = stride * e + values;
      for (const value of flowing) {
        const slope = own + value * unknowns.length;
        const share = out[slope] / out[own];
        for (let a = 1; a < unknowns.length; a++) out[slope + a] -= share * out[own + a];
      }
    }
  }

  /** p of interface e. */
  pivot(e: number): number {
    return this.kept[this.law.stride * e + this.law.values];
  }

  /** Adds to the right-hand side what the currents change by on their own; what follows the dependents is in J already. */
  reduce(residual: Float64Array, rhs: Float64Array): void {
    const { law, law: { stride, values, unknowns }, current, kept, layout: { size } } = this;
    if (!current) return;
    for (let e = 0; e < law.count; e++) {
      const change = residual[current[e]] / this.pivot(e);
      for (const { side, row, value, sign } of this.flows) {
        rhs[size * cellOf(law, e, side) + row] += sign * kept[stride * e + values + value * unknowns.length] * change;
      }
    }
  }

  /** The currents once the blocks are solved. */
  back(solution: Float64Array, dependents: Dependents, residual: Float64Array, delta: Float64Array): void {
    const { law, law: { unknowns, stride, values }, current, kept } = this;
    if (!current) return;
    for (let e = 0; e < law.count; e++) {
      let sum = residual[current[e]];
      for (let a = 1; a < unknowns.length; a++) {
        const { side, column } = unknowns[a];
        if (column >= 0)
          sum += kept[stride * e + values + a] * dependents.changeOf(solution, cellOf(law, e, side), column);
      }
      delta[current[e]] = -sum / this.pivot(e);
    }
  }
}

/** The current that satisfies the equation of interface e, which rises with it: by Newton inside a bracket that it makes itself. */
export function settledCurrent(law: InterfaceLaw, e: number, trial: Float64Array): number {
  const own = law.current[e];
  let [low, high] = [-Infinity, Infinity];
  for (let iteration = 0; iteration < 100; iteration++) {
    law.run(e, e + 1, trial);
    const [i, equation] = [trial[own], law.out[law.stride * e]];
    if (equation > 0) high = i;
    else low = i;
    const next = i - equation / law.out[law.stride * e + law.values];
    if (!(Math.abs(next - i) > 1e-14 * Math.abs(i))) return next;
    if (next > low && next < high) trial[own] = next;
    else trial[own] = high - low < Infinity ? 0.5 * (low + high) : i - Math.sign(equation) * (1 + Math.abs(i));
  }
  return trial[own];
}

function scatterOf<Slot extends { readonly offset: number; readonly sign: 1 | -1 }>(law: FluxLaw | InterfaceLaw,
  slots: readonly Slot[], target: (item: number, slot: Slot) => number): Scatter
{
  const { count, stride, across } = law;
  const of = (sign: 1 | -1): Places => {
    const own = slots.filter((slot) => slot.sign === sign);
    const each = (at: (item: number, slot: Slot) => number): Int32Array =>
      indices(count * own.length, (p) => at(Math.floor(p / own.length), own[p % own.length]));
    return { source: each((i, { offset }) => stride * i + offset), target: each(target) };
  };
  return { paired: 'rows' in law && across !== undefined, added: of(1), taken: of(-1) };
}

function scatter(values: Float64Array, { paired, added, taken }: Scatter, into: Float64Array): void {
  const [plus, minus] = [added.target, taken.target];
  if (paired) {
    for (let i = 0; i < plus.length; i++) {
      const value = values[added.source[i]];
      into[plus[i]] += value;
      into[minus[i]] -= value;
    }
    return;
  }
  for (let i = 0; i < plus.length; i++) into[plus[i]] += values[added.source[i]];
  for (let i = 0; i < minus.length; i++) into[minus[i]] -= values[taken.source[i]];
}
