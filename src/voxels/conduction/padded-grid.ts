import type { GridSize } from '../voxel-grid.js';
import type { KernelMemory } from './kernel-memory.js';

/** A grid with an empty voxel behind every row, an empty row behind every plane and an empty plane at both ends: loops need no borders. */
export interface PaddedGrid {
  readonly size: GridSize;
  readonly rowStride: number;
  readonly planeStride: number;
  readonly length: number;
  /** Place of the first voxel of a row. */
  readonly at: (y: number, z: number) => number;
  /** Conductances that meet in a voxel: conducting neighbours, and 2 per end plane; 0 of a voxel that is not in the problem. */
  readonly degree: Uint8Array;
}

/** The voxels of `reached` that have the value `wanted`. */
export function paddedGrid([nx, ny, nz]: GridSize, reached: Uint8Array, wanted: number,
  memory: KernelMemory): PaddedGrid
{
  const rowStride = nx + 1;
  const planeStride = rowStride * (ny + 1);
  const length = planeStride * (nz + 2) + rowStride;
  const at = (y: number, z: number): number => planeStride * (z + 1) + rowStride * y;
  const degree = memory.uint8(length);
  for (let z = 0, from = 0; z < nz; z++) {
    for (let y = 0; y < ny; y++) {
      for (let i = at(y, z), end = i + nx; i < end; i++, from++) degree[i] = Number(reached[from] === wanted);
    }
  }
  memory.kernels.countNeighbours(degree, ny, nz, rowStride, planeStride);
  return { size: [nx, ny, nz], rowStride, planeStride, length, at, degree };
}
