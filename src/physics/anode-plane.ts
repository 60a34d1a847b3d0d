import type { BlockMatrix } from '../solver/linear/block-matrix.js';
import { FARADAY } from '../units/constants.js';
import type { CellModel } from './cell-model.js';
import type { IonTransport } from './ion-transport.js';
import { PlanarAnodeReaction } from './planar-anode-reaction.js';
import { electrolytePotentialOf, type Unknowns } from './unknowns.js';

/**
 * The boundary at x = 0. A planar anode feeds the current iAnode into the first cell; across the half cell between the plane
 * and its centre
 *
 *   phiE(0) = phiE + iAnode d/kappaEff + theta ln(x(0)/x),   x(0) = x + (1 - t+) iAnode d / (F DEff cRef),
 *
 * the latter because the anions stand still at the plane. A composite anode has no current of ions there.
 */
export class AnodePlane {
  readonly reaction: PlanarAnodeReaction | undefined;
  /** Half of the first cell [ohm m^2]. */
  resistance = 0;
  /** Voltage from the salt in that half cell [V]. */
  concentrationDrop = 0;
  /** d iAnode = conductance (residual - dphiE - bySalt dx); the half cell and the interface in series [S m^-2]. */
  conductance = 0;
  private bySalt = 0;
  private readonly local = new Float64Array(2);

  constructor(
    private readonly model: CellModel, private readonly unknowns: Unknowns, private readonly ions: IonTransport,
    private readonly thermalVoltage: number,
  ) {
    const { anode } = model;
    this.reaction = anode.kind === 'planar' ? new PlanarAnodeReaction(anode.material, anode.resistance, thermalVoltage) : undefined;
  }

  residual(y: Float64Array, out: Float64Array): void {
    const { anodeCurrent, salt } = this.unknowns;
    const current = y[anodeCurrent];
    if (!this.reaction) {
      out[anodeCurrent] = current;
      return;
    }
    const { cell, distance } = this.model.mesh.anodeFace;
    const first = electrolytePotentialOf(cell);
    this.resistance = distance / this.ions.conductivity[cell];
    let slopeByCurrent = this.resistance;
    this.bySalt = 0;
    this.concentrationDrop = 0;
    let atPlane = 1;
    if (this.model.ions.kind === 'salt') {
      const { electrolyte, transportFactor } = this.model.ions;
      const reference = electrolyte.referenceConcentration;
      const x = y[salt + cell];
      electrolyte.transferenceNumber.evaluate(reference * x, this.local);
      const anions = 1 - this.local[0];
      electrolyte.thermodynamicFactor.evaluate(reference * x, this.local);
      const theta = 2 * this.thermalVoltage * anions * this.local[0];
      electrolyte.diffusivity.evaluate(reference * x, this.local);
      // slopes of t+, chi and D within this half cell are left out of the matrix: it is thin, Newton does not feel them
      const perCurrent = (anions * distance) / (FARADAY * transportFactor[cell] * this.local[0] * reference);
      atPlane = x + perCurrent * current;
      this.concentrationDrop = theta * Math.log(atPlane / x);
      this.reaction.evaluate(current, atPlane);
      slopeByCurrent += (theta / atPlane + this.reaction.bySalt) * perCurrent;
      this.bySalt = theta / atPlane - theta / x + this.reaction.bySalt;
    } else this.reaction.evaluate(current, 1);
    out[first] -= current;
    if (this.model.ions.kind === 'salt') out[salt + cell] -= current;
    out[anodeCurrent] = -(y[first] + current * this.resistance + this.concentrationDrop) - this.reaction.voltage;
    this.conductance = 1 / (slopeByCurrent + this.reaction.byCurrent);
  }

  assemble(gamma: number, matrix: BlockMatrix): void {
    if (!this.reaction) return;
    const { cell } = this.model.mesh.anodeFace;
    const { size, diagonal } = matrix;
    const at = size * size * cell;
    diagonal[at] += this.conductance;
    if (size === 2) return;
    diagonal[at + 2] += this.conductance * this.bySalt;
    diagonal[at + 6] += gamma * this.conductance;
    diagonal[at + 8] += gamma * this.conductance * this.bySalt;
  }

  rightHandSide(residual: Float64Array, gamma: number, rhs: Float64Array, size: number): void {
    if (!this.reaction) return;
    const free = this.conductance * residual[this.unknowns.anodeCurrent];
    const { cell } = this.model.mesh.anodeFace;
    rhs[size * cell] += free;
    if (size === 3) rhs[size * cell + 2] += gamma * free;
  }

  /** The plane's current once the potentials are known. */
  back(residual: Float64Array, delta: Float64Array): void {
    const { anodeCurrent, salt } = this.unknowns;
    const { cell } = this.model.mesh.anodeFace;
    const own = residual[anodeCurrent];
    const bySalt = this.model.ions.kind === 'salt' ? this.bySalt * delta[salt + cell] : 0;
    delta[anodeCurrent] = this.reaction ? this.conductance * (own - delta[electrolytePotentialOf(cell)] - bySalt) : -own;
  }
}
