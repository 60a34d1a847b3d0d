import type { MeshRegion } from '../../mesh/cell-mesh.js';
import type { BlockLayout } from '../block-layout.js';
import type { CellState, FluxLaw, InterfaceLaw } from '../bound-law.js';
import type { CellModel } from '../cell-model.js';
import type { Unknowns } from '../unknowns.js';

/**
 * Where the unknowns of a field live. One for each: cell; cell, of which those of electrodes count; face of the anode's plane; face through
 * which lithium enters a network; particle of a network beside electrolyte; particle; shell of a particle; or one for the whole cell.
 *
 * A field of the cells has a row and a column of their blocks, see `block-layout`.
 */
export type Place = 'cells' | 'electrodes' | 'planes' | 'entries' | 'crossings' | 'particles' | 'shells' | 'whole';

/** A field: all that the program knows of an unknown besides the laws that read it. */
export interface Field {
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
  readonly scale?: number | ((model: CellModel) => number);
  /** Whether its row takes the lithium ions that an interface gives to the electrolyte of a cell. */
  readonly takesIons?: boolean;
  /** Absent: every cell has it. */
  present?(model: CellModel): boolean;
  /** Value at rest, in a cell, of a class of particles (-1 where it belongs to none); absent: 0. */
  start?(rest: Rest, cell: number, particleClass: number): number;
  /** What a cell stores per unit of it and of volume [C m^-3]; 0: the field is not there and stays. Of fields of the cells that evolve with it. */
  capacity?(model: CellModel, cell: number): number;
  /** The laws that it brings, put on the mesh. */
  laws?(frame: Frame): readonly (FluxLaw | InterfaceLaw)[];
}

/** A cell at rest. */
export interface Rest {
  readonly model: CellModel;
  /** Potential of the anode against Li/Li+ [V]. */
  readonly anodePotential: number;
  /** Electrode potential phiS of each cell [V]. */
  readonly electrodePotential: Float64Array;
  /** Stoichiometry of each class of particles. */
  readonly stoichiometries: readonly number[];
}

/** What laws are put on: the mesh with its numbers, the places of the unknowns, and what the laws read beside them. */
export interface Frame {
  readonly model: CellModel;
  readonly unknowns: Unknowns;
  readonly layout: BlockLayout;
  readonly state: CellState;
}
