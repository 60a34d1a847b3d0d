import type { MeshRegion } from '../../mesh/cell-mesh.js';
import type { CellProperties } from '../../transport/on-cells/cell-properties.js';

/**
 * Where the unknowns of a field live. One for each: cell; cell, of which those of electrodes count; face of the anode's plane; face through
 * which lithium enters a network; particle of a network beside electrolyte; particle; shell of a particle; or one for the whole cell.
 *
 * A field of the cells has a row and a column of their blocks, see `block-layout`.
 */
export type Place = 'cells' | 'electrodes' | 'planes' | 'entries' | 'crossings' | 'particles' | 'shells' | 'whole';

/** What is known of an unknown besides laws. */
export interface PlacedField {
  readonly key: string;
  /** Name of the unknown in laws; only fields of the cells have one. */
  readonly symbol?: string;
  /** Name in messages about a solve that failed. */
  readonly name: string;
  readonly unit: string;
  readonly place: Place;
  /** Kind of region that has a field of the cells; in the others it keeps its start. Absent: all. */
  readonly region?: MeshRegion['kind'];
  /** Whether its equation holds its rate; what cells store does. */
  readonly evolves?: boolean;
  /** An error of so much of its unit counts as one, see `error-weights`; absent: it follows from others by exact equations. */
  readonly scale?: number | ((model: CellProperties) => number);
  /** Whether its row takes the lithium ions that an interface gives to the electrolyte of a cell. */
  readonly takesIons?: boolean;
  /** Absent: every cell has it. */
  present?(model: CellProperties): boolean;
  /** Value at rest, in a cell, of a class of particles (-1 where it belongs to none); absent: 0. */
  start?(rest: Rest, cell: number, particleClass: number): number;
  /** What a cell stores per unit of it and of volume [C m^-3]; 0: the field is not there and stays. Of fields of the cells that evolve with it. */
  capacity?(model: CellProperties, cell: number): number;
}

/** A cell at rest. */
export interface Rest {
  readonly model: CellProperties;
  /** Potential of the anode against Li/Li+ [V]. */
  readonly anodePotential: number;
  /** Electrode potential phiS of each cell [V]. */
  readonly electrodePotential: Float64Array;
  /** Stoichiometry of each class of particles. */
  readonly stoichiometries: readonly number[];
}
