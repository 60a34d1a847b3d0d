import type { Assembly } from './assembly.js';
import { bindLaw, inCells } from './bind-law.js';
import { type BlockLayout, phiS } from './block-layout.js';
import type { BoundLaw } from './bound-law.js';
import type { CellModel } from './cell-model.js';
import { collectorLaw } from './face-laws.js';
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
  private readonly law: BoundLaw;
  private readonly layout: BlockLayout;
  /** Of the last evaluation with slopes: of the current of each face by phiS (by V its negative) and by the mean stoichiometry. */
  private readonly byPotential: Float64Array;
  private readonly byMean: Float64Array;
  /** V of one face, with its slopes by phiS, the mean and I; sigma and its slope stand in `local`. */
  private readonly ofOne: BoundLaw;
  private readonly local = new Float64Array(2);

  constructor(private readonly model: CellModel, private readonly unknowns: Unknowns,
    private readonly assembly: Assembly)
  {
    const { count } = model.mesh.boundaries.collector;
    this.single = count === 1;
    this.layout = assembly.layout;
    this.law = collectorLaw(assembly, 'collector', model.collectorResistance, unknowns.voltage);
    const [cell] = model.mesh.boundaries.collector.cell;
    this.ofOne = bindLaw(collectorVoltage, inCells(Int32Array.of(cell)), {
      phiS: Int32Array.of(electrodePotentialOf(cell)),
      current: Int32Array.of(unknowns.current),
      sigma: { value: this.local, slope: this.local.subarray(1), first: cell },
      distance: model.mesh.boundaries.collector.distance,
      resistance: model.collectorResistance,
    });
    this.byPotential = new Float64Array(count);
    this.byMean = new Float64Array(count);
  }

  voltage(y: Float64Array): number {
    return this.single ? this.singleVoltage(y) : y[this.unknowns.voltage];
  }

  /** Half of the last cells and the contact, of all faces side by side [ohm m^2]. */
  get endResistance(): number {
    const { model: { mesh: { boundaries: { collector } }, collectorResistance }, assembly: { state: { electrode } } } =
      this;
    let conductance = 0;
    for (let f = 0; f < collector.count; f++) {
      conductance += collector.area[f]
        / (collector.distance[f] / electrode.conductivity.value[collector.cell[f]] + collectorResistance);
    }
    return 1 / conductance;
  }

  /** Current of electrons out of each cell at the collector [A per m^2 of cell]. */
  currents(y: Float64Array): Float64Array {
    if (this.single) return Float64Array.of(y[this.unknowns.current]);
    const { law } = this;
    law.run(0, law.count, y);
    return Float64Array.from({ length: law.count }, (_, f) => law.out[law.stride * f]);
  }

  private singleVoltage(y: Float64Array): number {
    const { model: { mesh: { boundaries: { collector } } }, assembly: { state: { electrode } }, local, ofOne } = this;
    electrode.conductivityAt(collector.cell[0], y, local);
    ofOne.run(0, 1, y);
    return ofOne.out[0];
  }

  /** Adds what leaves the electrode, of several faces the row of V as well, with slopes where they are asked for; returns V. */
  evaluate(y: Float64Array, out: Float64Array, slopes: boolean): number {
    const { unknowns, model: { mesh: { boundaries: { collector } } } } = this;
    if (this.single) {
      out[electrodePotentialOf(collector.cell[0])] += y[unknowns.current];
      return this.singleVoltage(y);
    }
    const { law, layout: { size, columns, mean }, assembly: { diagonal } } = this;
    let sum = 0;
    law.run(0, law.count, y);
    for (let f = 0; f < collector.count; f++) {
      const own = law.stride * f;
      out[electrodePotentialOf(collector.cell[f])] += law.out[own];
      sum += law.out[own];
      if (!slopes) continue;
      this.byPotential[f] = law.out[own + 1];
      this.byMean[f] = law.out[own + 2];
      const row = (size * collector.cell[f] + phiS) * columns;
      diagonal[row + phiS] += this.byPotential[f];
      if (mean >= 0) diagonal[row + mean] += this.byMean[f];
    }
    out[unknowns.voltage] = sum - y[unknowns.current];
    return y[unknowns.voltage];
  }

  /** Column of the border: the rows that a unit of I (of V where there are several faces) enters, on the right-hand side. */
  column(out: Float64Array): void {
    const { layout: { size }, model: { mesh: { boundaries: { collector } } } } = this;
    out.fill(0);
    if (this.single) out[size * collector.cell[0] + phiS] = -1;
    else for (let f = 0; f < collector.count; f++) out[size * collector.cell[f] + phiS] += this.byPotential[f];
  }

  /**
   * Changes of I and V by a change of the blocks and of what borders the matrix: I, of several faces V. `free` of the dependents counts with
   * a share of 1 or 0.
   */
  changes(solution: Float64Array, free: 0 | 1, border: number): readonly [current: number, voltage: number] {
    const { layout: { size, mean }, model: { mesh: { boundaries: { collector } } }, byPotential, byMean } = this;
    const ofMean = (slope: number, cell: number): number =>
      mean < 0 || slope === 0 ? 0 : slope * this.meanChange(solution, cell, free);
    if (this.single) {
      const [cell] = collector.cell;
      const [, , byMeanOfOne, byCurrent] = this.ofOne.out;
      return [border, solution[size * cell + phiS] + ofMean(byMeanOfOne, cell) + byCurrent * border];
    }
    let current = 0;
    for (let f = 0; f < collector.count; f++) {
      const cell = collector.cell[f];
      current += byPotential[f] * (solution[size * cell + phiS] - border) + ofMean(byMean[f], cell);
    }
    return [current, border];
  }

  private meanChange(solution: Float64Array, cell: number, free: 0 | 1): number {
    const { layout: { size, columns, mean }, assembly: { dependents } } = this;
    const own = (columns - size) * cell + mean - size;
    return dependents.change(solution, cell, mean) - (free === 1 ? 0 : dependents.free[own]);
  }
}
