import type { GridSize } from '../voxel-grid.js';

/** Conductance from the centre of a voxel to an end plane, half a voxel away; between two centres it is 1. */
export const endConductance = 2;

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
export function paddedGrid([nx, ny, nz]: GridSize, reached: Uint8Array, wanted: number): PaddedGrid {
  const rowStride = nx + 1;
  const planeStride = rowStride * (ny + 1);
  const length = planeStride * (nz + 2) + rowStride;
  const at = (y: number, z: number): number => planeStride * (z + 1) + rowStride * y;
  const degree = new Uint8Array(length);
  for (let z = 0, from = 0; z < nz; z++) {
    for (let y = 0; y < ny; y++) {
      for (let i = at(y, z), end = i + nx; i < end; i++, from++) degree[i] = Number(reached[from] === wanted);
    }
  }
  // the lowest bit says whether a voxel takes part until all are counted
  for (let z = 0; z < nz; z++) {
    const ends = (z === 0 ? endConductance : 0) + (z === nz - 1 ? endConductance : 0);
    for (let y = 0; y < ny; y++) {
      for (let i = at(y, z), end = i + nx; i < end; i++) {
        if (degree[i] === 0) continue;
        const neighbours = (degree[i - 1] & 1) + (degree[i + 1] & 1) + (degree[i - rowStride] & 1)
          + (degree[i + rowStride] & 1) + (degree[i - planeStride] & 1) + (degree[i + planeStride] & 1);
        degree[i] = 1 | ((neighbours + ends) << 1);
      }
    }
  }
  for (let i = 0; i < length; i++) degree[i] >>= 1;
  return { size: [nx, ny, nz], rowStride, planeStride, length, at, degree };
}
