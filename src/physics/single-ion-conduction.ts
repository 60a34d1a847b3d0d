import { faceConductance } from '../operators/face-conductance.js';
import type { BlockMatrix } from '../solver/linear/block-matrix.js';
import type { CellModel } from './cell-model.js';
import type { IonTransport } from './ion-transport.js';
import { electrolytePotentialOf } from './unknowns.js';

/**
 * A single-ion conductor (t+ = 1):  iE = -kappaEff grad phiE.
 *
 *   kappaEff  [S m^-1], constant per cell; phiE [V]; iE [A m^-2]
 */
export class SingleIonConduction implements IonTransport {
  readonly conductance: Float64Array;
  private readonly currents: Float64Array;

  constructor(private readonly model: CellModel, readonly conductivity: Float64Array) {
    const { faces } = model.mesh;
    this.conductance = new Float64Array(faces.count);
    this.currents = new Float64Array(faces.count);
    this.updateConductances();
  }

  setThermalVoltage(): void {
    this.updateConductances();
  }

  private updateConductances(): void {
    const { conductivity, model: { mesh: { faces }, ionicContact } } = this;
    for (let f = 0; f < faces.count; f++) {
      this.conductance[f] = faceConductance(
        faces.area[f],
        faces.ownerDistance[f],
        conductivity[faces.owner[f]],
        faces.neighbourDistance[f],
        conductivity[faces.neighbour[f]],
        ionicContact[f],
      );
    }
  }

  residual(y: Float64Array, _yp: Float64Array, out: Float64Array): void {
    const { cells, faces } = this.model.mesh;
    for (let c = 0; c < cells; c++) out[electrolytePotentialOf(c)] = 0;
    for (let f = 0; f < faces.count; f++) {
      const o = electrolytePotentialOf(faces.owner[f]);
      const n = electrolytePotentialOf(faces.neighbour[f]);
      const current = this.conductance[f] * (y[o] - y[n]);
      this.currents[f] = current;
      out[o] += current;
      out[n] -= current;
    }
  }

  assemble(_gamma: number, matrix: BlockMatrix): void {
    const { faces } = this.model.mesh;
    const { diagonal, lower, upper } = matrix;
    const entries = matrix.size * matrix.size;
    for (let f = 0; f < faces.count; f++) {
      const g = this.conductance[f];
      diagonal[entries * faces.owner[f]] += g;
      upper[entries * f] -= g;
      diagonal[entries * faces.neighbour[f]] += g;
      lower[entries * f] -= g;
    }
  }

  current(face: number): number {
    return this.currents[face];
  }

  concentrationDrop(): number {
    return 0;
  }
}
