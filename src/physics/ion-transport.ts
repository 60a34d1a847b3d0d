import type { BlockMatrix } from '../solver/linear/block-matrix.js';

/**
 * Conduction of ions through the electrolyte: the rows of phiE, and those of the salt where there is any. `single-ion-conduction`
 * and `salt-transport` are its two kinds.
 */
export interface IonTransport {
  /** Present kappaEff of each cell [S m^-1] and conductance of each face [S per m^2 of cell]. */
  readonly conductivity: Float64Array;
  readonly conductance: Float64Array;
  /** Writes the rows of phiE (and of the salt): what leaves each cell through its faces. */
  residual(y: Float64Array, yp: Float64Array, out: Float64Array): void;
  /** To be called after the conductivities or RT/F [V] have changed with the temperature. */
  setThermalVoltage(thermalVoltage: number): void;
  assemble(gamma: number, matrix: BlockMatrix): void;
  /** Ionic current through a face at the state of the last residual [A m^-2], owner to neighbour. */
  current(face: number): number;
  /** Voltage that the salt's concentration costs on a face, -theta ln(c_n/c_o) [V]; 0 for a single-ion conductor. */
  concentrationDrop(face: number): number;
}
