import { type Conduction, conductOnePhase, conductPhases } from '../conduction/conduct.js';
import type { ConductingPhases } from '../conduction/phase-graph.js';
import type { SegmentedImage } from '../segmented-image.js';
import { type Axis, type GridSize, turnedCopy, turnedMask, turnedSize } from '../voxel-grid.js';

/** Sides of the image that the current does not enter. */
export type Ends = ConductingPhases['ends'];

/** Resistance of faces between voxels of different labels, by phases [ohm m^2]. */
export type ContactResistance = (phase: number, other: number) => number;

/** sigmaEff / sigma of one phase along an axis; on the full grid where it can be, else as one of several. */
export function phaseConduction(image: SegmentedImage, phase: number, axis: Axis, ends: Ends): Conduction {
  const { size, width, labels, phaseOf } = image;
  const cubes = Math.max(...width) < 1.001 * Math.min(...width);
  if (cubes && ends === 'walls') {
    const holds = phaseOf.map((of) => Number(of === phase));
    return conductOnePhase(turnedSize(size, axis), () => turnedMask(labels, size, axis, holds));
  }
  return conductPhases(turnedPhases(image, axis, image.phases.map((_, of) => Number(of === phase)), ends));
}

/** sigmaEff of several phases along an axis [S m^-1]. */
export const compositeConduction = (image: SegmentedImage, conductivity: readonly number[], axis: Axis, ends: Ends,
  resistance?: ContactResistance): Conduction =>
  conductPhases({ ...turnedPhases(image, axis, conductivity, ends), ...(resistance && { resistance }) });

function turnedPhases({ size, width: [hx, hy, hz], labels, phaseOf }: SegmentedImage, axis: Axis,
  conductivity: readonly number[], ends: Ends): ConductingPhases
{
  const width = axis === 'z' ? [hx, hy, hz] as const : axis === 'y' ? [hx, hz, hy] as const : [hz, hy, hx] as const;
  const code = axis === 'z' ? labels.slice() : turnedCopy(labels, size, axis, labels.slice());
  return { size: turnedSize(size, axis), width, code, phaseOf, conductivity, ends };
}

export function cutBox(image: SegmentedImage, from: GridSize, size: GridSize): SegmentedImage {
  const [nx, ny] = image.size;
  const labels = image.labels.slice(0, size[0] * size[1] * size[2]);
  let i = 0;
  for (let z = from[2]; z < from[2] + size[2]; z++) {
    for (let y = from[1]; y < from[1] + size[1]; y++) {
      const row = from[0] + nx * (y + ny * z);
      labels.set(image.labels.subarray(row, row + size[0]), i);
      i += size[0];
    }
  }
  return { ...image, size, labels };
}

/** The eight octants of an image; none where one would be less than four voxels wide. */
export function octants(image: SegmentedImage): SegmentedImage[] {
  const half = image.size.map((count) => Math.floor(count / 2)) as unknown as GridSize;
  if (Math.min(...half) < 4) return [];
  return Array.from({ length: 8 },
    (_, k) => cutBox(image, [(k & 1) * half[0], ((k >> 1) & 1) * half[1], (k >> 2) * half[2]], half));
}

/** Bytes that a solution takes beside the labels: measured, per voxel of the grid and of the graph. */
export function bytesNeeded(size: GridSize, ends: Ends, cubes: boolean): number {
  const voxels = size[0] * size[1] * size[2];
  return voxels * (ends === 'walls' && cubes ? perGridVoxel : perGraphVoxel);
}

const perGridVoxel = 38;
const perGraphVoxel = 150;
