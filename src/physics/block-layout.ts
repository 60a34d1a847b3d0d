import { type CellModel, leadsNetwork } from './cell-model.js';
import { conductivityVaries } from './electrode-state.js';
import { electrodePotentialOf, electrolytePotentialOf, type Unknowns } from './unknowns.js';

/**
 * What a block of the matrix holds for each cell. Rows and first columns are the unknowns that faces couple:
 *
 *   phiE, phiS, with salt x, with an active network j (the lithium stored, by its first size)
 *
 * Behind them stand columns of what follows from the unknowns of the same cell, and is eliminated with the particles: the mean
 * stoichiometry of the cell, which sigma and the contact of a network may follow, and the stoichiometry at the surface of a network.
 */
export interface BlockLayout {
  /** Rows. */
  readonly size: number;
  /** Rows and dependents. */
  readonly columns: number;
  /** Row of x and of j; -1 where the cell has none. */
  readonly salt: number;
  readonly stored: number;
  /** Column of the mean stoichiometry and of the surface of a network; -1 where nothing follows it. */
  readonly mean: number;
  readonly surface: number;
  /** Place in the state of each row, `size` numbers per cell; -1 where a cell has no such unknown. */
  readonly index: Int32Array;
}

export const phiE = 0;
export const phiS = 1;

export function blockLayout(model: CellModel, unknowns: Unknowns): BlockLayout {
  const { mesh, particles, ions } = model;
  let next = 2;
  const salt = ions.kind === 'salt' ? next++ : -1;
  const hasNetwork = particles.some(({ network }) => network);
  const stored = hasNetwork ? next++ : -1;
  const size = next;
  const follows = conductivityVaries(model) || particles.some(({ network, contact }) => network && contact);
  const mean = follows ? next++ : -1;
  const surface = hasNetwork ? next++ : -1;
  const index = new Int32Array(size * mesh.cells).fill(-1);
  for (let c = 0; c < mesh.cells; c++) {
    index[size * c + phiE] = electrolytePotentialOf(c);
    index[size * c + phiS] = electrodePotentialOf(c);
    if (salt >= 0) index[size * c + salt] = unknowns.salt + c;
  }
  unknowns.classes.forEach(({ firstCell, count, reaction }, p) => {
    if (!leadsNetwork(particles, p)) return;
    for (let k = 0; k < count; k++) index[size * (firstCell + k) + stored] = reaction + k;
  });
  return { size, columns: next, salt, stored, mean, surface, index };
}
