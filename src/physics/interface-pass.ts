import type { FaceList } from '../mesh/cell-mesh.js';
import type { BlockLayout } from './block-layout.js';
import type { InterfaceLaw } from './bound-law.js';
import type { Dependents } from './dependents.js';
import type { Slopes } from './mesh-pass.js';

/**
 * The interfaces of one law in the balances of their cells. Their currents are eliminated where they stand: with the equation
 * 0 = r + p di + e du and flows f = f(i, u) into the rows,
 *
 *   di = -(r + e du)/p,   df/du = f_u - f_i e/p
 */
export class InterfacePass {
  /** Slopes at the last `evaluate`: p of each; e by the columns of either cell; f_i. */
  readonly pivot: Float64Array;
  private readonly byCell: Float64Array;
  private readonly byOther: Float64Array;
  private readonly flowByCurrent: Float64Array;

  constructor(
    readonly law: InterfaceLaw,
    private readonly layout: BlockLayout,
    private readonly faces: FaceList,
    private readonly slopes: Slopes,
  ) {
    this.pivot = new Float64Array(law.count);
    this.byCell = new Float64Array(law.count * law.columns.length);
    this.byOther = new Float64Array(law.count * law.otherColumns.length);
    this.flowByCurrent = new Float64Array(law.count * law.flows.length);
  }

  evaluate(y: Float64Array, out: Float64Array, slopes: boolean): void {
    const { layout: { size, index }, law, law: { flows, count, stride } } = this;
    law.run(0, count, y);
    for (let e = 0; e < count; e++) {
      out[law.unknown[e]] = law.out[stride * e];
      for (let i = 0; i < flows.length; i++) {
        const { side, row, value, sign } = flows[i];
        out[index[size * (side === 0 ? law.cell[e] : law.other[e]) + row]] += sign * law.out[stride * e + value];
      }
      if (slopes) this.eliminate(e);
    }
  }

  private eliminate(e: number): void {
    const { law: { columns, otherColumns, flows, values, out, stride }, pivot, byCell, byOther, flowByCurrent } = this;
    const width = 1 + columns.length + otherColumns.length;
    const own = stride * e + values;
    pivot[e] = out[own];
    for (let a = 0; a < columns.length; a++) byCell[e * columns.length + a] = out[own + 1 + a];
    for (let a = 0; a < otherColumns.length; a++) {
      byOther[e * otherColumns.length + a] = out[own + 1 + columns.length + a];
    }
    for (let i = 0; i < flows.length; i++) {
      const { side, row, value, sign } = flows[i];
      const slope = own + value * width;
      const byCurrent = sign * out[slope];
      flowByCurrent[e * flows.length + i] = byCurrent;
      for (let a = 0; a < width - 1; a++) {
        const ofCell = a < columns.length;
        const column = ofCell ? columns[a] : otherColumns[a - columns.length];
        if (column >= 0)
          this.add(e, side, row, ofCell ? 0 : 1, column,
            sign * out[slope + 1 + a] - (byCurrent * out[own + 1 + a]) / out[own]);
      }
    }
  }

  private add(e: number, side: 0 | 1, row: number, from: 0 | 1, column: number, slope: number): void {
    const { law, layout: { size, columns }, slopes: { diagonal, lower, upper }, faces } = this;
    const cell = side === 0 ? law.cell[e] : law.other[e];
    if (side === from) {
      diagonal[(size * cell + row) * columns + column] += slope;
      return;
    }
    const face = law.face[e];
    (faces.owner[face] === cell ? upper : lower)[(size * face + row) * columns + column] += slope;
  }

  /** Adds to the right-hand side what the currents change by on their own; what follows the dependents is in J already. */
  reduce(residual: Float64Array, rhs: Float64Array): void {
    const { law, law: { flows }, layout: { size }, pivot, flowByCurrent } = this;
    for (let e = 0; e < law.count; e++) {
      const change = residual[law.unknown[e]] / pivot[e];
      for (let i = 0; i < flows.length; i++) {
        const { side, row } = flows[i];
        rhs[size * (side === 0 ? law.cell[e] : law.other[e]) + row] += flowByCurrent[e * flows.length + i] * change;
      }
    }
  }

  /** The currents once the blocks are solved. */
  back(solution: Float64Array, dependents: Dependents, residual: Float64Array, delta: Float64Array): void {
    const { law, law: { columns, otherColumns }, pivot, byCell, byOther } = this;
    for (let e = 0; e < law.count; e++) {
      let sum = residual[law.unknown[e]];
      for (let a = 0; a < columns.length; a++) {
        if (columns[a] >= 0)
          sum += byCell[e * columns.length + a] * dependents.changeOf(solution, law.cell[e], columns[a]);
      }
      for (let a = 0; a < otherColumns.length; a++) {
        if (otherColumns[a] >= 0)
          sum += byOther[e * otherColumns.length + a] * dependents.changeOf(solution, law.other[e], otherColumns[a]);
      }
      delta[law.unknown[e]] = -sum / pivot[e];
    }
  }

  /** The current that satisfies the equation of an interface, which rises with it: by Newton inside a bracket that it makes itself. */
  settled(e: number, trial: Float64Array): number {
    const { law } = this;
    const own = law.unknown[e];
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
