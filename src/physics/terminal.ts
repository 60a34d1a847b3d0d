import type { Border } from '../solver/linear/block-matrix.js';
import type { Assembly } from './assembly.js';
import { bindLaw, inCells } from './bind-law.js';
import { type BlockLayout, phiS } from './block-layout.js';
import type { BoundLaw, FluxLaw } from './bound-law.js';
import type { CellModel } from './cell-model.js';
import { collectorLaw } from './face-laws.js';
import { LawPass } from './law-pass.js';
import { collectorVoltage } from './laws/derived.js';
import { electrodePotentialOf, type Unknowns } from './unknowns.js';

/**
 * The collector of the cathode, at one potential V, through which the applied current I leaves:
 *
 *   sum_f A_f (phiS - V) / (d/sigma + R) = I
 *
 *   A_f  area of each of its faces, adding up to 1; d distance of the cell's centre, R contact [ohm m^2]
 *
 * Of one face V = phiS - I (d/sigma + R) needs no unknown, and I enters the row of phiS; of several V borders the matrix as I does.
 */
export class Terminal {
  readonly single: boolean;
  /** Currents of several faces. */
  readonly pass: LawPass<FluxLaw> | undefined;
  private readonly layout: BlockLayout;
  private readonly collector: CellModel['mesh']['boundaries']['collector'];
  /** What their law returned at the last evaluation with slopes: i, di/dphiS (by V its negative), di/dmean, … */
  private readonly kept: Float64Array;
  /** V of one face, with its slopes by phiS, the mean and I; sigma and its slope stand in `local`. */
  private readonly singleLaw: BoundLaw;
  private readonly local = new Float64Array(2);

  constructor(model: CellModel, private readonly unknowns: Unknowns, private readonly assembly: Assembly) {
    this.layout = assembly.layout;
    this.collector = model.mesh.boundaries.collector;
    const { count, cell: [cell], distance } = this.collector;
    this.single = count === 1;
    this.pass = this.single ? undefined : new LawPass(
      collectorLaw(assembly, 'collector', model.collectorResistance, unknowns.voltage),
      this.layout,
      model.mesh.faces,
    );
    this.kept = new Float64Array(this.pass?.law.out.length ?? 0);
    this.singleLaw = bindLaw(collectorVoltage, inCells(Int32Array.of(cell)), {
      phiS: Int32Array.of(electrodePotentialOf(cell)),
      current: Int32Array.of(unknowns.current),
      sigma: { value: this.local, slope: this.local.subarray(1), first: cell },
      distance,
      resistance: model.collectorResistance,
    });
  }

  voltage(y: Float64Array): number {
    return this.single ? this.singleVoltage(y) : y[this.unknowns.voltage];
  }

  /** Change of V along a change of the state, where V was evaluated last. */
  voltageChange(delta: Float64Array): number {
    const { unknowns: { current, voltage }, collector: { cell: [cell] } } = this;
    if (!this.single) return delta[voltage];
    const [, , byMean, byCurrent] = this.singleLaw.out;
    return delta[electrodePotentialOf(cell)] + byCurrent * delta[current]
      + (byMean === 0 ? 0 : byMean * this.assembly.state.electrode.meanOf(cell, delta));
  }

  private singleVoltage(y: Float64Array): number {
    const { collector, assembly: { state: { electrode } }, local, singleLaw } = this;
    electrode.conductivityAt(collector.cell[0], y, local);
    singleLaw.run(0, 1, y);
    return singleLaw.out[0];
  }

  /** Adds what leaves the electrode, of several faces the row of V as well, with slopes where they are asked for; returns V. */
  evaluate(y: Float64Array, out: Float64Array, slopes: boolean): number {
    const { unknowns, pass, collector } = this;
    if (!pass) {
      out[electrodePotentialOf(collector.cell[0])] += y[unknowns.current];
      return this.singleVoltage(y);
    }
    const { law } = pass;
    pass.evaluate(y, out, slopes ? this.assembly.jacobian : undefined);
    let sum = 0;
    for (let f = 0; f < law.count; f++) sum += law.out[law.stride * f];
    if (slopes) this.kept.set(law.out);
    out[unknowns.voltage] = sum - y[unknowns.current];
    return y[unknowns.voltage];
  }

  /** Adds what these rows have over those of another terminal that was evaluated last at this state; returns V. */
  addDifference({ pass: base }: Terminal, y: Float64Array, out: Float64Array): number {
    const { pass, unknowns: { voltage } } = this;
    if (!pass || !base) return this.singleVoltage(y);
    const { law, law: { count, stride } } = pass;
    pass.addDifference(base, { first: 0, last: count }, y, out);
    for (let f = 0; f < count; f++) out[voltage] += law.out[stride * f] - base.law.out[stride * f];
    return y[voltage];
  }

  /** Adds so much of the column of the border, the rows that a unit of I (of V where there are several faces) enters, to a right-hand side. */
  addColumn(share: number, out: Float64Array): void {
    const { layout: { size }, collector, pass, kept } = this;
    if (!pass) out[size * collector.cell[0] + phiS] -= share;
    else collector.cell.forEach((cell, f) => (out[size * cell + phiS] += share * kept[pass.law.stride * f + 1]));
  }

  /** The control, of several faces, by the blocks, after the particles were reduced, and by V. */
  setRow([, share, byVoltage]: Float64Array, border: Border): void {
    const { row: out } = border;
    border.pivot = byVoltage;
    const { layout: { size, columns, mean }, collector, pass, kept, assembly: { dependents: { slopes } } } = this;
    out.fill(0);
    for (let f = 0; pass && f < collector.count; f++) {
      const [cell, own] = [collector.cell[f], pass.law.stride * f];
      out[size * cell + phiS] += share * kept[own + 1];
      const dependent = ((columns - size) * cell + mean - size) * size;
      for (let q = 0; mean >= 0 && q < size; q++) out[size * cell + q] += share * kept[own + 2] * slopes[dependent + q];
    }
  }

  /**
   * Changes of I and V by a change of the blocks and of what borders the matrix: I, of several faces V. `free` of the dependents counts with
   * a share of 1 or 0.
   */
  changes(solution: Float64Array, free: 0 | 1, border: number): readonly [current: number, voltage: number] {
    const { layout: { size }, collector, pass, kept } = this;
    const changeByMean = (slope: number, cell: number): number =>
      slope === 0 ? 0 : slope * this.meanChange(solution, cell, free);
    if (!pass) {
      const [cell] = collector.cell;
      const [, , byMean, byCurrent] = this.singleLaw.out;
      return [border, solution[size * cell + phiS] + changeByMean(byMean, cell) + byCurrent * border];
    }
    let current = 0;
    for (let f = 0; f < collector.count; f++) {
      const [cell, own] = [collector.cell[f], pass.law.stride * f];
      current += kept[own + 1] * (solution[size * cell + phiS] - border) + changeByMean(kept[own + 2], cell);
    }
    return [current, border];
  }

  /** Changes of I and V by a unit of what borders the matrix; of several faces `response` is what the blocks then differ by from V. */
  changesPerUnit(response: Float64Array): readonly [current: number, voltage: number] {
    return this.single ? this.changes(response, 0, 1) : [this.changes(response, 0, 0)[0], 1];
  }

  private meanChange(solution: Float64Array, cell: number, free: 0 | 1): number {
    const { layout: { size, columns, mean }, assembly: { dependents } } = this;
    const own = (columns - size) * cell + mean - size;
    return dependents.change(solution, cell, mean) - (free === 1 ? 0 : dependents.free[own]);
  }
}
