import { rootOf, unite } from './union.js';
import { eachFace, type GridSize } from './voxel-grid.js';

/** Number of the part that a marked voxel belongs to, parts being joined by faces; -1 of voxels that are not marked. */
export function connectedParts(size: GridSize, marked: Uint8Array): Int32Array {
  const parent = new Int32Array(marked.length).map((_, i) => i);
  eachFace(size, (i, j) => {
    if (marked[i] && marked[j]) unite(parent, i, j);
  });
  const part = new Int32Array(marked.length).fill(-1);
  let parts = 0;
  for (let i = 0; i < marked.length; i++) {
    if (marked[i]) part[i] = parent[i] === i ? parts++ : part[rootOf(parent, i)];
  }
  return part;
}
