import type { FaceList } from '../mesh/cell-mesh.js';
import { type BlockLayout, isPotential } from './block-layout.js';
import type { InterfaceLaw } from './bound-law.js';
import type { Dependents } from './dependents.js';
import { cellOf, placeOfSlope, type Slopes } from './mesh-pass.js';

/**
 * The interfaces of one law in the balances of their cells. Their currents are eliminated where they stand: with the equation
 * 0 = r + p di + e du and flows f = f(i, u) into the rows,
 *
 *   di = -(r + e du)/p,   df/du = f_u - f_i e/p
 */
export class InterfacePass {
  /** Slopes at the last `evaluate`, of the equation (p, then e) and of the flows. */
  private readonly kept: Float64Array;

  /** Where the slopes of each flow of each interface by the unknowns but the current stand; -1: nowhere. */
  private readonly places: Int32Array;
  /** Where those by a potential stand in the excess of their rows. */
  private readonly excess: Int32Array;

  constructor(readonly law: InterfaceLaw, private readonly layout: BlockLayout, faces: FaceList,
    private readonly slopes: Slopes)
  {
    this.kept = law.out.slice();
    this.places = Int32Array.from(
      Array.from(law.cell,
        (_, e) =>
          law.flows.flatMap(({ side, row }) =>
            law.unknowns.slice(1).map(({ side: from, column }) =>
              column < 0 ? -1 : placeOfSlope(law, e, [side, row], [from, column], layout, faces, slopes)
            )
          )).flat(),
    );
    this.excess = Int32Array.from(
      Array.from(law.cell,
        (_, e) =>
          law.flows.flatMap(({ side, row }) =>
            law.unknowns.slice(1).map(({ column }) =>
              isPotential(column) ? layout.size * cellOf(law, e, side) + row : -1
            )
          )).flat(),
    );
  }

  /** p of interface e. */
  pivot(e: number): number {
    return this.kept[this.law.stride * e + this.law.values];
  }

  /** Slope of a value of interface e by its own current. */
  private byCurrent(e: number, value: number): number {
    const { kept, law: { stride, values, unknowns } } = this;
    return kept[stride * e + values + value * unknowns.length];
  }

  evaluate(y: Float64Array, out: Float64Array, slopes: boolean): void {
    const { layout: { size, index }, law, law: { flows, count, stride } } = this;
    law.run(0, count, y);
    for (let e = 0; e < count; e++) {
      out[law.current[e]] = law.out[stride * e];
      for (let i = 0; i < flows.length; i++) {
        const { side, row, value, sign } = flows[i];
        out[index[size * cellOf(law, e, side) + row]] += sign * law.out[stride * e + value];
      }
      if (slopes) this.eliminate(e);
    }
    if (slopes) this.kept.set(law.out);
  }

  private eliminate(e: number): void {
    const { law: { unknowns, flows, values, out, stride }, slopes: { slopes, excess }, places } = this;
    const own = stride * e + values;
    let place = e * flows.length * (unknowns.length - 1);
    for (const { value, sign } of flows) {
      const slope = own + value * unknowns.length;
      const share = out[slope] / out[own];
      for (let a = 1; a < unknowns.length; a++, place++) {
        if (places[place] < 0) continue;
        const answer = sign * (out[slope + a] - share * out[own + a]);
        slopes[places[place]] += answer;
        if (this.excess[place] >= 0) excess[this.excess[place]] += answer;
      }
    }
  }

  /** Adds to the right-hand side what the currents change by on their own; what follows the dependents is in J already. */
  reduce(residual: Float64Array, rhs: Float64Array): void {
    const { law, layout: { size } } = this;
    for (let e = 0; e < law.count; e++) {
      const change = residual[law.current[e]] / this.pivot(e);
      for (const { side, row, value, sign } of law.flows) {
        rhs[size * cellOf(law, e, side) + row] += sign * this.byCurrent(e, value) * change;
      }
    }
  }

  /** The currents once the blocks are solved. */
  back(solution: Float64Array, dependents: Dependents, residual: Float64Array, delta: Float64Array): void {
    const { law, law: { unknowns, stride, values }, kept } = this;
    for (let e = 0; e < law.count; e++) {
      let sum = residual[law.current[e]];
      for (let a = 1; a < unknowns.length; a++) {
        const { side, column } = unknowns[a];
        if (column >= 0)
          sum += kept[stride * e + values + a] * dependents.changeOf(solution, cellOf(law, e, side), column);
      }
      delta[law.current[e]] = -sum / this.pivot(e);
    }
  }

  /** The current that satisfies the equation of an interface, which rises with it: by Newton inside a bracket that it makes itself. */
  settled(e: number, trial: Float64Array): number {
    const { law } = this;
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
}
