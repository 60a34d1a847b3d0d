import { type BlockLevel, blockLevel } from './block-level.js';
import type { Faces } from './block-matrix.js';

/**
 * Multiplications of a factorisation over the cube of the width of a graph: a dissection cuts it where it is as wide, in boxes of two and three
 * dimensions. Measured with `minimum-degree`: 100 on 100 x 50 cells, 60 on 16 x 16 x 16.
 */
const perWidth = 80;

/**
 * Multiplications of an LU of blocks on a graph, about, without its fronts: from its width, the mean number of cells that are equally far from
 * one of its ends.
 */
export function estimatedWork(size: number, blocks: number, faces: Faces): number {
  const graph = blockLevel(1, blocks, faces);
  const [end] = depths(graph, 0);
  const [, cells, levels] = depths(graph, end);
  return perWidth * ((size * cells) / levels) ** 3;
}

/** The cell furthest from `from`, the cells that are reached, and at how many distances. */
function depths({ blocks, start, other }: BlockLevel, from: number): readonly [number, number, number] {
  const depth = new Int32Array(blocks).fill(-1);
  const order = new Int32Array(blocks);
  order[0] = from;
  depth[from] = 0;
  let found = 1;
  for (let k = 0; k < found; k++) {
    for (let e = start[order[k]]; e < start[order[k] + 1]; e++) {
      if (depth[other[e]] >= 0) continue;
      depth[other[e]] = depth[order[k]] + 1;
      order[found++] = other[e];
    }
  }
  const last = order[found - 1];
  return [last, found, depth[last] + 1];
}
