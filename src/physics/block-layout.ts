import type { CellProperties } from '../transport/on-cells/cell-properties.js';
import { leadsNetwork } from './unknowns.js';
import type { Span, Unknowns } from './unknowns.js';

/**
 * What a block of the matrix holds for each cell. Rows and first columns are the unknowns that faces couple: the fields of the cells, phiE
 * and phiS first, and with an active network j (the lithium stored, by its first size).
 *
 * Behind them stand columns of what follows from the unknowns of the same cell, and is eliminated with the particles: the mean
 * stoichiometry of the cell, which sigma and the contact of a network may follow, and the stoichiometry at the surface of a network.
 */
export interface BlockLayout {
  /** Rows. */
  readonly size: number;
  /** Rows and dependents. */
  readonly columns: number;
  /** Fields of the cells, in the order of their rows. */
  readonly fields: readonly Span[];
  /** Row of x and of j; -1 where the cell has none. */
  readonly salt: number;
  readonly stored: number;
  /** Column of the mean stoichiometry and of the surface of a network; -1 where nothing follows it. */
  readonly mean: number;
  readonly surface: number;
  /** Rows that the ions of an interface enter, phiE being the first. */
  readonly ions: readonly number[];
  /** Place in the state of each row, `size` numbers per cell; -1 where a cell has no such unknown. */
  readonly index: Int32Array;
  /** Column of what laws call by that symbol, of fields of the cells their row: phiE, phiS, x, j, s, mean, …; -1 where there is none. */
  columnOf(symbol: string): number;
}

export const phiE = 0;
export const phiS = 1;
export const isPotential = (column: number): boolean => column === phiE || column === phiS;

export function blockLayout(model: CellProperties, { spans, classes }: Unknowns): BlockLayout {
  const { mesh: { cells }, particles } = model;
  const fields = spans.filter(({ field: { place } }) => place === 'cells' || place === 'electrodes');
  const hasNetwork = particles.some(({ network }) => network);
  let next = fields.length;
  const stored = hasNetwork ? next++ : -1;
  const size = next;
  const follows = conductivityVaries(model) || particles.some(({ network, contact }) => network && contact);
  const mean = follows ? next++ : -1;
  const surface = hasNetwork ? next++ : -1;
  const index = new Int32Array(size * cells).fill(-1);
  fields.forEach(({ first, step }, row) => {
    for (let c = 0; c < cells; c++) index[size * c + row] = first + step * c;
  });
  classes.forEach(({ firstCell, count, reaction }, p) => {
    if (!leadsNetwork(particles, p)) return;
    for (let k = 0; k < count; k++) index[size * (firstCell + k) + stored] = reaction + k;
  });
  const ions = fields.flatMap(({ field }, row) => (field.takesIons ? [row] : []));
  const symbols = new Map(fields.map(({ field }, row) => [field.symbol ?? field.key, row]));
  symbols.set('j', stored).set('mean', mean).set('s', surface);
  const columnOf = (symbol: string): number => symbols.get(symbol) ?? -1;
  return { size, columns: next, fields, salt: columnOf('x'), stored, mean, surface, ions, index, columnOf };
}

/** Whether sigma follows the stoichiometry in any region. */
export const conductivityVaries = ({ electronicConductivity }: CellProperties): boolean =>
  electronicConductivity.some((sigma) => sigma !== undefined && sigma.constant === undefined);
