import type { GridSize } from '../voxel-grid.js';

/** Phases of a made structure in the order of their labels. */
export const madePhases = ['void', 'activeMaterial', 'electrolyte', 'carbon', 'binder'] as const;
export type MadePhase = (typeof madePhases)[number];

/** A structure that is asked for; lengths in metres, shares of the whole volume. z runs from the membrane to the collector. */
export interface StructurePlan {
  readonly voxels: GridSize;
  readonly voxelSize: number;
  readonly seed: number;
  readonly activeMaterial: ParticlePhase;
  readonly electrolyte: ParticlePhase;
  readonly carbon?: FilmPhase;
  readonly binder?: FilmPhase;
  /** Diameter of bubbles, where one of both kinds has no particles and fills what is left. */
  readonly voidDiameter?: number;
  readonly cracks?: Cracks;
  readonly pattern?: Pattern;
  /** Share of the sum of two radii by which particles that touch go into each other. */
  readonly overlap: number;
}

/** A share, or shares at equally spaced depths from the membrane to the collector, linear between them. */
export type Share = number | readonly number[];

export interface ParticlePhase {
  readonly share: Share;
  /** Mean of the particles by number; absent: the phase has no particles of its own and fills. */
  readonly diameter?: number;
  /** Standard deviation of the diameters over their mean (lognormal). */
  readonly deviation: number;
}

export interface FilmPhase {
  readonly share: number;
  /** Place of the film: at the contacts between particles of active material, or evenly on them. */
  readonly at: 'contacts' | 'surfaces';
}

/** Gaps through the middle of particles of active material. */
export interface Cracks {
  /** Of the particles. */
  readonly share: number;
  readonly width: number;
}

export const patternShapes = ['lamellae', 'channels', 'gyroid', 'lattice', 'textile', 'freezeCast'] as const;

/** A phase in a regular place, the rest of the structure around it. */
export interface Pattern {
  readonly shape: (typeof patternShapes)[number];
  readonly phase: MadePhase;
  readonly share: Share;
  readonly period: number;
  /** Angle of lamellae and channels against z [rad]. */
  readonly tilt: number;
  /** Amplitude of freeze-cast walls over the period. */
  readonly waviness: number;
}

export const shareAt = (share: Share, depth: number): number => {
  if (typeof share === 'number') return share;
  const at = Math.min(Math.max(depth, 0), 1) * (share.length - 1);
  const k = Math.min(Math.floor(at), share.length - 2);
  return share[k] + (at - k) * (share[k + 1] - share[k]);
};

/** Mean over the depth. */
export const meanShare = (share: Share): number =>
  typeof share === 'number'
    ? share
    : share.slice(1).reduce((sum, value, k) => sum + 0.5 * (value + share[k]), 0) / (share.length - 1);

/** Seed of a realisation; the first has that of the plan. */
export const seedOf = ({ seed }: StructurePlan, realisation: number): number => seed + 1000 * realisation;
