import type { StructurePlan } from '../voxels/made/structure-plan.js';

/** What is said beside a segmented image; part of the `Case`, from which it is imported. */
export interface ImageDescription {
  readonly title?: string;
  readonly source: string;
  readonly licence?: string;
  /** Along x, y, z [m]. */
  readonly voxelSize: readonly [number, number, number];
  /** Name of the phase by label. */
  readonly labels: ReadonlyMap<number, string>;
  /** Axis from the membrane to the collector. */
  readonly through: 'x' | 'y' | 'z';
  readonly ends: 'walls' | 'periodic';
  /** Conductivities of phases by carrier [S m^-1]. */
  readonly carriers: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly contacts: readonly Contact[];
  /** Of a file without a head. */
  readonly raw?: { readonly size: readonly [number, number, number];
    readonly type: 'uint8' | 'uint16' | 'uint16-big-endian' };
}

/** Resistance of the faces between voxels of different labels, by their phases [ohm m^2]. */
export interface Contact {
  readonly between: readonly [string, string];
  readonly resistance: number;
}

/** A structure that is asked for, and how many of them. */
export interface DrawnStructure {
  readonly title?: string;
  readonly plan: StructurePlan;
  readonly realisations: number;
}
