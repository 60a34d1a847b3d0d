import type { BlockMatrix } from '../solver/linear/block-matrix.js';
import { FARADAY } from '../units/constants.js';
import type { CellModel, IonicProperties } from './cell-model.js';
import { saltAboveZero, saltAboveZeroSlope } from './dry-salt.js';
import type { IonTransport } from './ion-transport.js';
import { PlanarAnodeReaction } from './planar-anode-reaction.js';
import { electrolytePotentialOf, type Unknowns } from './unknowns.js';

type SaltProperties = Extract<IonicProperties, { readonly kind: 'salt' }>;

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
  private slopeByCurrent = 0;
  /** dx(0) by iAnode and by x. */
  private planePerCurrent = 0;
  private planePerSalt = 1;
  private readonly local = new Float64Array(2);

  constructor(
    private readonly model: CellModel,
    private readonly unknowns: Unknowns,
    private readonly ions: IonTransport,
    private thermalVoltage: number,
  ) {
    const { anode } = model;
    this.reaction = anode.kind === 'planar'
      ? new PlanarAnodeReaction(anode.material, anode.resistance, thermalVoltage)
      : undefined;
  }

  setTemperature(temperature: number, thermalVoltage: number): void {
    this.thermalVoltage = thermalVoltage;
    this.reaction?.setTemperature(temperature, thermalVoltage);
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
    this.slopeByCurrent = this.resistance;
    this.bySalt = 0;
    this.concentrationDrop = 0;
    let atPlane = 1;
    if (this.model.ions.kind === 'salt') {
      atPlane = this.saltAtPlane(this.model.ions, current, y[salt + cell]);
      out[salt + cell] -= current;
    }
    this.reaction.evaluate(current, atPlane);
    this.slopeByCurrent += this.reaction.byCurrent + this.reaction.bySalt * this.planePerCurrent;
    this.bySalt += this.reaction.bySalt * this.planePerSalt;
    out[first] -= current;
    out[anodeCurrent] = -(y[first] + current * this.resistance + this.concentrationDrop) - this.reaction.voltage;
    this.conductance = 1 / this.slopeByCurrent;
  }

  /** x(0), the voltage that the salt costs in the half cell, and the slopes of both (and of d/kappa) by iAnode and by x. */
  private saltAtPlane({ electrolyte, transportFactor }: SaltProperties, current: number, balanced: number): number {
    const { cell, distance } = this.model.mesh.anodeFace;
    const { local } = this;
    const x = saltAboveZero(balanced);
    const slope = saltAboveZeroSlope(balanced);
    const reference = electrolyte.referenceConcentration;
    electrolyte.transferenceNumber.evaluate(reference * x, local);
    const anions = 1 - local[0];
    const anionsSlope = -reference * local[1];
    electrolyte.thermodynamicFactor.evaluate(reference * x, local);
    const theta = 2 * this.thermalVoltage * anions * local[0];
    const thetaSlope = 2 * this.thermalVoltage * (anionsSlope * local[0] + anions * reference * local[1]);
    electrolyte.diffusivity.evaluate(reference * x, local);
    const perCurrent = (anions * distance) / (FARADAY * transportFactor[cell] * local[0] * reference);
    const perCurrentSlope = perCurrent * (anionsSlope / anions - (reference * local[1]) / local[0]);
    // x(0)/x = 1 + q, and 1/(1 - q) where lithium plates: the same to first order, and never below zero
    const q = (perCurrent * current) / x;
    const ratio = q >= 0 ? 1 + q : 1 / (1 - q);
    const ratioSlope = q >= 0 ? 1 : ratio * ratio;
    const slopeOfQ = perCurrentSlope * current - q;
    const folds = Math.log(ratio);
    const atPlane = x * ratio;
    electrolyte.conductivity.evaluate(reference * x, local);
    this.planePerCurrent = ratioSlope * perCurrent;
    this.planePerSalt = slope * (ratio + ratioSlope * slopeOfQ);
    this.concentrationDrop = theta * folds;
    this.slopeByCurrent += ((theta * ratioSlope) / ratio) * (perCurrent / x);
    this.bySalt = slope * (thetaSlope * folds + (((theta * ratioSlope) / ratio) * slopeOfQ) / x
      - (current * this.resistance * reference * local[1]) / local[0]);
    return atPlane;
  }

  assemble(gamma: number, matrix: BlockMatrix): void {
    if (!this.reaction) return;
    const { cell } = this.model.mesh.anodeFace;
    const { size, diagonal } = matrix;
    const at = size * size * cell;
    diagonal[at] += this.conductance;
    if (this.model.ions.kind !== 'salt') return;
    diagonal[at + 2] += this.conductance * this.bySalt;
    diagonal[at + 6] += gamma * this.conductance;
    diagonal[at + 8] += gamma * this.conductance * this.bySalt;
  }

  rightHandSide(residual: Float64Array, gamma: number, rhs: Float64Array, size: number): void {
    if (!this.reaction) return;
    const free = this.conductance * residual[this.unknowns.anodeCurrent];
    const { cell } = this.model.mesh.anodeFace;
    rhs[size * cell] += free;
    if (this.model.ions.kind === 'salt') rhs[size * cell + 2] += gamma * free;
  }

  /** The plane's current once the potentials are known. */
  back(residual: Float64Array, delta: Float64Array): void {
    const { anodeCurrent, salt } = this.unknowns;
    const { cell } = this.model.mesh.anodeFace;
    const own = residual[anodeCurrent];
    const bySalt = this.model.ions.kind === 'salt' ? this.bySalt * delta[salt + cell] : 0;
    delta[anodeCurrent] = this.reaction
      ? this.conductance * (own - delta[electrolytePotentialOf(cell)] - bySalt)
      : -own;
  }
}
