import type { SaltElectrolyte } from '../materials/material.js';
import { faceConductance, faceConductanceSlope } from '../operators/face-conductance.js';
import type { BlockMatrix } from '../solver/linear/block-matrix.js';
import { FARADAY } from '../units/constants.js';
import type { CellModel, IonicProperties } from './cell-model.js';
import { saltAboveZero, saltAboveZeroSlope } from './dry-salt.js';
import type { IonTransport } from './ion-transport.js';
import { electrolytePotentialOf, type Unknowns } from './unknowns.js';

/** Numbers per face of the linearised fluxes: by phiE (owner minus neighbour), by the salt of the owner, of the neighbour. */
interface FaceSlopes {
  readonly byOwner: Float64Array;
  readonly byNeighbour: Float64Array;
}

/**
 * Concentrated solution of one salt (Newman and Thomas-Alyea, ch. 12):
 *
 *   iE = -kappaEff grad phiE + (2 R T kappaEff / F) (1 - t+) chi grad ln c
 *   d(eps c)/dt = -div N + sum_k a_k j_k / F,   N = -DEff grad c + t+ iE / F
 *
 *   c     salt concentration [mol m^-3], solved as x = c / cRef; properties and ln c see it as positive also where x is not (`dry-salt`)
 *   t+    transference number, chi = 1 + dln f/dln c thermodynamic factor, both of c
 *   kappaEff, DEff   bulk values of c times eps/tau
 *
 * The salt's row is multiplied by F, so that it balances currents. t+ iE stays inside the divergence: t+ may depend on c, and
 * the shorter form (1 - t+) sum a j / F then loses salt.
 */
export class SaltTransport implements IonTransport {
  readonly conductivity: Float64Array;
  readonly conductance: Float64Array;
  /** Storage of each cell: F eps V cRef [C per m^2 of cell and unit of x]. */
  readonly storage: Float64Array;
  private readonly conductivitySlope: Float64Array;
  /** x as properties see it and its slope by x, per cell. */
  private readonly positive: Float64Array;
  private readonly positiveSlope: Float64Array;
  private readonly diffusivity: Float64Array;
  private readonly diffusivitySlope: Float64Array;
  private readonly currents: Float64Array;
  private readonly drops: Float64Array;
  private readonly transference: Float64Array;
  private readonly currentSlopes: FaceSlopes;
  private readonly saltSlopes: FaceSlopes;
  /** Share of the owner in the concentration at the face; constant, from eps/tau and the distances. */
  private readonly ownerShare: Float64Array;
  private readonly electrolyte: SaltElectrolyte;
  private readonly transportFactor: Float64Array;
  private readonly local = new Float64Array(2);

  constructor(
    private readonly model: CellModel,
    private readonly unknowns: Unknowns,
    { electrolyte, volumeFraction, transportFactor }: Extract<IonicProperties, { readonly kind: 'salt' }>,
    private thermalVoltage: number,
  ) {
    const { cells, faces, volume } = model.mesh;
    this.electrolyte = electrolyte;
    this.transportFactor = transportFactor;
    const reference = electrolyte.referenceConcentration;
    this.storage = Float64Array.from({ length: cells }, (_, c) => FARADAY * volumeFraction[c] * volume[c] * reference);
    this.conductivity = new Float64Array(cells);
    this.conductivitySlope = new Float64Array(cells);
    this.positive = new Float64Array(cells);
    this.positiveSlope = new Float64Array(cells);
    this.diffusivity = new Float64Array(cells);
    this.diffusivitySlope = new Float64Array(cells);
    this.conductance = new Float64Array(faces.count);
    this.currents = new Float64Array(faces.count);
    this.drops = new Float64Array(faces.count);
    this.transference = new Float64Array(faces.count);
    this.currentSlopes = { byOwner: new Float64Array(faces.count), byNeighbour: new Float64Array(faces.count) };
    this.saltSlopes = { byOwner: new Float64Array(faces.count), byNeighbour: new Float64Array(faces.count) };
    this.ownerShare = Float64Array.from({ length: faces.count }, (_, f) => {
      const owner = transportFactor[faces.owner[f]] / faces.ownerDistance[f];
      const neighbour = transportFactor[faces.neighbour[f]] / faces.neighbourDistance[f];
      return owner / (owner + neighbour);
    });
  }

  setThermalVoltage(thermalVoltage: number): void {
    this.thermalVoltage = thermalVoltage;
  }

  residual(y: Float64Array, yp: Float64Array, out: Float64Array): void {
    const { cells, faces } = this.model.mesh;
    const { salt } = this.unknowns;
    this.updateProperties(y);
    for (let c = 0; c < cells; c++) {
      out[electrolytePotentialOf(c)] = 0;
      out[salt + c] = this.storage[c] * yp[salt + c];
    }
    for (let f = 0; f < faces.count; f++) this.flux(f, y, out);
  }

  /** Both fluxes of a face, their slopes, and what they take from the owner and give to the neighbour. */
  private flux(f: number, y: Float64Array, out: Float64Array): void {
    const { faces } = this.model.mesh;
    const { salt } = this.unknowns;
    const { local, electrolyte, thermalVoltage } = this;
    const reference = electrolyte.referenceConcentration;
    const o = faces.owner[f];
    const n = faces.neighbour[f];
    const area = faces.area[f];
    const xo = y[salt + o];
    const xn = y[salt + n];
    const po = this.positive[o];
    const pn = this.positive[n];
    const share = this.ownerShare[f];
    // weights of the face's concentration by x of the owner and of the neighbour
    const byOwner = share * this.positiveSlope[o];
    const byNeighbour = (1 - share) * this.positiveSlope[n];
    const atFace = reference * (share * po + (1 - share) * pn);
    electrolyte.transferenceNumber.evaluate(atFace, local);
    const transference = local[0];
    const transferenceSlope = reference * local[1];
    electrolyte.thermodynamicFactor.evaluate(atFace, local);
    // theta = (2RT/F) (1 - t+) chi, the voltage per e-fold of concentration
    const theta = 2 * thermalVoltage * (1 - transference) * local[0];
    const thetaSlope = 2 * thermalVoltage * ((1 - transference) * reference * local[1] - transferenceSlope * local[0]);
    const folds = Math.log(pn / po);
    const drive = y[electrolytePotentialOf(o)] - y[electrolytePotentialOf(n)] + theta * folds;
    const g = faceConductance(
      area,
      faces.ownerDistance[f],
      this.conductivity[o],
      faces.neighbourDistance[f],
      this.conductivity[n],
      this.model.ionicContact[f],
    );
    const current = g * drive;
    const currentByOwner =
      faceConductanceSlope(g, area, faces.ownerDistance[f], this.conductivity[o]) * this.conductivitySlope[o] * drive
      + g * (thetaSlope * byOwner * folds - (theta * this.positiveSlope[o]) / po);
    const currentByNeighbour =
      faceConductanceSlope(g, area, faces.neighbourDistance[f], this.conductivity[n]) * this.conductivitySlope[n]
        * drive
      + g * (thetaSlope * byNeighbour * folds + (theta * this.positiveSlope[n]) / pn);
    const h = faceConductance(area, faces.ownerDistance[f], this.diffusivity[o], faces.neighbourDistance[f],
      this.diffusivity[n], 0);
    const hByOwner = faceConductanceSlope(h, area, faces.ownerDistance[f], this.diffusivity[o])
      * this.diffusivitySlope[o];
    const hByNeighbour = faceConductanceSlope(h, area, faces.neighbourDistance[f], this.diffusivity[n])
      * this.diffusivitySlope[n];
    const molar = FARADAY * reference;
    const saltFlux = molar * h * (xo - xn) + transference * current;
    this.conductance[f] = g;
    this.currents[f] = current;
    this.drops[f] = -theta * folds;
    this.transference[f] = transference;
    this.currentSlopes.byOwner[f] = currentByOwner;
    this.currentSlopes.byNeighbour[f] = currentByNeighbour;
    this.saltSlopes.byOwner[f] = molar * (hByOwner * (xo - xn) + h) + transferenceSlope * byOwner * current
      + transference * currentByOwner;
    this.saltSlopes.byNeighbour[f] = molar * (hByNeighbour * (xo - xn) - h) + transferenceSlope * byNeighbour * current
      + transference * currentByNeighbour;
    out[electrolytePotentialOf(o)] += current;
    out[electrolytePotentialOf(n)] -= current;
    out[salt + o] += saltFlux;
    out[salt + n] -= saltFlux;
  }

  /** Rows phiE and salt (third row of a block), the latter times gamma. */
  assemble(gamma: number, matrix: BlockMatrix): void {
    const { cells, faces } = this.model.mesh;
    const { diagonal, lower, upper } = matrix;
    for (let c = 0; c < cells; c++) diagonal[9 * c + 8] += this.storage[c];
    for (let f = 0; f < faces.count; f++) {
      const o = 9 * faces.owner[f];
      const n = 9 * faces.neighbour[f];
      const at = 9 * f;
      const g = this.conductance[f];
      const byOwner = this.currentSlopes.byOwner[f];
      const byNeighbour = this.currentSlopes.byNeighbour[f];
      diagonal[o] += g;
      diagonal[o + 2] += byOwner;
      upper[at] -= g;
      upper[at + 2] += byNeighbour;
      diagonal[n] += g;
      diagonal[n + 2] -= byNeighbour;
      lower[at] -= g;
      lower[at + 2] -= byOwner;
      const migration = gamma * this.transference[f] * g;
      const saltByOwner = gamma * this.saltSlopes.byOwner[f];
      const saltByNeighbour = gamma * this.saltSlopes.byNeighbour[f];
      diagonal[o + 6] += migration;
      diagonal[o + 8] += saltByOwner;
      upper[at + 6] -= migration;
      upper[at + 8] += saltByNeighbour;
      diagonal[n + 6] += migration;
      diagonal[n + 8] -= saltByNeighbour;
      lower[at + 6] -= migration;
      lower[at + 8] -= saltByOwner;
    }
  }

  current(face: number): number {
    return this.currents[face];
  }

  concentrationDrop(face: number): number {
    return this.drops[face];
  }

  private updateProperties(y: Float64Array): void {
    const { local, electrolyte, transportFactor } = this;
    const reference = electrolyte.referenceConcentration;
    for (let c = 0; c < this.model.mesh.cells; c++) {
      const x = y[this.unknowns.salt + c];
      const slope = reference * saltAboveZeroSlope(x);
      this.positive[c] = saltAboveZero(x);
      this.positiveSlope[c] = slope / reference;
      const concentration = reference * this.positive[c];
      electrolyte.conductivity.evaluate(concentration, local);
      this.conductivity[c] = transportFactor[c] * local[0];
      this.conductivitySlope[c] = transportFactor[c] * slope * local[1];
      electrolyte.diffusivity.evaluate(concentration, local);
      this.diffusivity[c] = transportFactor[c] * local[0];
      this.diffusivitySlope[c] = transportFactor[c] * slope * local[1];
    }
  }
}
