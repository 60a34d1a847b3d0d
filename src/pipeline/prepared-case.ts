import type { Case } from '../config/case.js';
import type { MaterialSet } from '../materials/material.js';
import type { CellModel } from '../physics/cell-model.js';
import type { ComposedElectrodes } from '../transport/compose-electrodes.js';

/** A case made ready to solve. */
export interface PreparedCase extends ComposedElectrodes {
  /** The case with every layer that has a gradient as its slices, one per composition. */
  readonly case: Case;
  readonly materials: MaterialSet;
  readonly model: CellModel;
  /** Why the mesh is what it is, where the case left it open. */
  readonly meshReason?: string;
  /** Those of `warnings` that are about the currents of the protocol. */
  readonly loadWarnings: readonly string[];
}
