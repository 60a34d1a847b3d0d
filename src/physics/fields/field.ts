import type { CellProperties } from '../../transport/on-cells/cell-properties.js';
import type { BlockLayout } from '../block-layout.js';
import type { FluxLaw, InterfaceLaw } from '../bound-law.js';
import type { ElectrodeState } from '../electrode-state.js';
import type { ElectrolyteState } from '../electrolyte-state.js';
import type { Entry } from '../network-entry.js';
import type { ParticleReactions } from '../particle-reactions.js';
import type { PlaneState } from '../plane-state.js';
import type { Unknowns } from '../unknowns.js';
import type { PlacedField } from './placed-field.js';

/** A field: all that the program knows of an unknown besides the laws that others bring. */
export interface Field extends PlacedField {
  /** The laws that it brings, put on the mesh. */
  laws?(frame: Frame): readonly (FluxLaw | InterfaceLaw)[];
}

/** What laws are put on: the mesh with its numbers, the places of the unknowns, and what the laws read beside them. */
export interface Frame {
  readonly model: CellProperties;
  readonly unknowns: Unknowns;
  readonly layout: BlockLayout;
  readonly state: CellState;
}

/** The state that the laws read beside y. */
export interface CellState {
  readonly electrolyte: ElectrolyteState;
  readonly electrode: ElectrodeState;
  readonly reactions: readonly ParticleReactions[];
  /** Of a planar anode. */
  readonly plane: PlaneState | undefined;
  readonly entries: readonly Entry[];
}
