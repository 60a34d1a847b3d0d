import { type GridSize } from './voxel-grid.js';

/** Number of the part that a marked voxel belongs to, parts being joined by faces; -1 of voxels that are not marked. */
export function connectedParts([nx, ny, nz]: GridSize, marked: Uint8Array): Int32Array {
  const part = new Int32Array(marked.length).fill(-1);
  const stack = new Int32Array(marked.length);
  let parts = 0;
  let top = 0;
  const take = (i: number): void => {
    if (!marked[i] || part[i] >= 0) return;
    part[i] = parts;
    stack[top++] = i;
  };
  for (let seed = 0; seed < marked.length; seed++) {
    if (!marked[seed] || part[seed] >= 0) continue;
    take(seed);
    while (top > 0) {
      const i = stack[--top];
      const [x, y, z] = [i % nx, Math.floor(i / nx) % ny, Math.floor(i / (nx * ny))];
      if (x > 0) take(i - 1);
      if (x < nx - 1) take(i + 1);
      if (y > 0) take(i - nx);
      if (y < ny - 1) take(i + nx);
      if (z > 0) take(i - nx * ny);
      if (z < nz - 1) take(i + nx * ny);
    }
    parts++;
  }
  return part;
}
