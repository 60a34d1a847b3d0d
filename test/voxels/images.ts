import type { GridSize } from '../../src/voxels/voxel-grid.js';

/** A small generator of even numbers in [0, 1), the same on every machine. */
export function evenNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** 1 where a voxel's place says so, x fastest. */
export function marked([nx, ny, nz]: GridSize, holds: (x: number, y: number, z: number) => boolean): Uint8Array {
  const mask = new Uint8Array(nx * ny * nz);
  for (let i = 0; i < mask.length; i++) {
    mask[i] = Number(holds(i % nx, Math.floor(i / nx) % ny, Math.floor(i / (nx * ny))));
  }
  return mask;
}

/** Overlapping spheres of one radius at random places, repeated across the sides, until `share` of the cube is taken: 1 inside them. */
export function overlappingSpheres(edge: number, radius: number, share: number, seed = 1): Uint8Array {
  const random = evenNumbers(seed);
  const inside = new Uint8Array(edge ** 3);
  const wrap = (i: number): number => ((i % edge) + edge) % edge;
  let taken = 0;
  while (taken < share * inside.length) {
    const [x, y, z] = [random() * edge, random() * edge, random() * edge];
    for (let k = Math.floor(z - radius); k <= z + radius; k++) {
      for (let j = Math.floor(y - radius); j <= y + radius; j++) {
        for (let i = Math.floor(x - radius); i <= x + radius; i++) {
          if ((i - x) ** 2 + (j - y) ** 2 + (k - z) ** 2 > radius ** 2) continue;
          const voxel = wrap(i) + edge * (wrap(j) + edge * wrap(k));
          taken += 1 - inside[voxel];
          inside[voxel] = 1;
        }
      }
    }
  }
  return inside;
}

export const complement = (mask: Uint8Array): Uint8Array => mask.map((one) => 1 - one);
