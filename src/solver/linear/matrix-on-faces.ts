import { BlockGraphLu } from './block-graph-lu.js';
import type { BlockMatrix, Faces } from './block-matrix.js';
import { BlockTridiagonal3 } from './block-tridiagonal-3.js';
import { BlockTridiagonalDense } from './block-tridiagonal-dense.js';
import { BlockTridiagonal2 } from './block-tridiagonal.js';

/**
 * An empty matrix of `blocks` blocks of `size` x `size` that are joined by `faces`: block-tridiagonal where face f
 * joins cells f and f + 1 throughout, LU on the graph elsewhere.
 */
export function blockMatrix(size: number, blocks: number, faces: Faces): BlockMatrix {
  if (!isInterval(blocks, faces)) return new BlockGraphLu(size, blocks, faces);
  if (size === 2) return new BlockTridiagonal2(blocks);
  if (size === 3) return new BlockTridiagonal3(blocks);
  return new BlockTridiagonalDense(size, blocks);
}

/** Whether face f joins cells f and f + 1 throughout. */
export function isInterval(blocks: number, { count, owner, neighbour }: Faces): boolean {
  if (count !== blocks - 1) return false;
  for (let f = 0; f < count; f++) if (owner[f] !== f || neighbour[f] !== f + 1) return false;
  return true;
}
