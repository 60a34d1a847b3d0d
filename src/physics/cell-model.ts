import type { CellMesh } from '../mesh/cell-mesh.js';
import type { ParticleShells } from '../mesh/particle-shells.js';
import type { ActiveMaterial, PlanarAnode, ScalarFunction } from '../materials/material.js';

/**
 * Everything the equations need, as numbers per cell and per particle class; built once per simulation by
 * `build-cell-model`. Effective properties live on cells, contacts on faces.
 */
export interface CellModel {
  readonly mesh: CellMesh;
  readonly shells: ParticleShells;
  /** [K] */
  readonly temperature: number;
  /** kappaEff per cell [S m^-1]. */
  readonly ionicConductivity: Float64Array;
  /** sigmaEff(mean stoichiometry) of each region; undefined in the membrane [S m^-1]. */
  readonly electronicConductivity: readonly (ScalarFunction | undefined)[];
  /** Contact on each face for ions [ohm m^2]. */
  readonly ionicContact: Float64Array;
  readonly anode: PlanarAnode;
  /** [ohm m^2] */
  readonly anodeResistance: number;
  readonly collectorResistance: number;
  readonly particles: readonly ParticleClass[];
}

/** The particles of one region: one representative sphere in each of its cells. */
export interface ParticleClass {
  readonly region: number;
  readonly material: ActiveMaterial;
  /** eps of the active material. */
  readonly volumeFraction: number;
  /** Wetted area per electrode volume: coverage 3 eps / R [m^-1]. */
  readonly specificInterfacialArea: number;
  readonly coverage: number;
  /** [ohm m^2] */
  readonly filmResistance: number;
}
