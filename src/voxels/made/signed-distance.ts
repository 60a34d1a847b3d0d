import { type GridSize, voxelCount } from '../voxel-grid.js';
import type { Spheres } from './spheres.js';

/** Distances of voxels to spheres, in voxels; negative inside. */
export interface SignedDistance {
  /** To the surface of the nearest sphere; infinite far from all. */
  readonly nearest: Float32Array;
  /** Number of that sphere; -1 far from all. */
  readonly owner: Int32Array;
  /** To the surface of the second nearest; infinite where only one is near. */
  readonly second: Float32Array;
}

/** Distances up to `margin` outside of every sphere, across the sides of the grid. */
export function signedDistance(size: GridSize, { count, places }: Spheres, margin: number): SignedDistance {
  const total = voxelCount(size);
  const nearest = new Float32Array(total).fill(Infinity);
  const second = new Float32Array(total).fill(Infinity);
  const owner = new Int32Array(total).fill(-1);
  const [nx, ny, nz] = size;
  for (let k = 0; k < count; k++) {
    const [x, y, z, r] = [places[4 * k], places[4 * k + 1], places[4 * k + 2], places[4 * k + 3]];
    const reach = r + margin;
    // centre of voxel i is at i + 1/2; a sphere wider than the box is met once
    const [k0, k1] = span(z, reach, nz);
    const [j0, j1] = span(y, reach, ny);
    const [i0, i1] = span(x, reach, nx);
    for (let c = k0; c <= k1; c++) {
      const dz = (c + 0.5 - z) ** 2;
      for (let b = j0; b <= j1; b++) {
        const rest = dz + (b + 0.5 - y) ** 2;
        if (rest > reach * reach) continue;
        const row = nx * (wrapped(b, ny) + ny * wrapped(c, nz));
        for (let a = i0; a <= i1; a++) {
          const distance = Math.sqrt(rest + (a + 0.5 - x) ** 2) - r;
          if (distance > margin) continue;
          const at = row + wrapped(a, nx);
          if (distance < nearest[at]) {
            second[at] = nearest[at];
            nearest[at] = distance;
            owner[at] = k;
          } else if (distance < second[at]) second[at] = distance;
        }
      }
    }
  }
  return { nearest, owner, second };
}

function span(at: number, reach: number, count: number): readonly [number, number] {
  const [low, high] = [Math.ceil(at - reach - 0.5), Math.floor(at + reach - 0.5)];
  if (high - low + 1 <= count) return [low, high];
  const first = Math.ceil(at - 0.5 * count - 0.5);
  return [first, first + count - 1];
}

const wrapped = (i: number, count: number): number => (i < 0 ? i + count : i >= count ? i - count : i);
