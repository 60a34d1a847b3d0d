import { BlockGraphKrylov } from './block-graph-krylov.js';
import { BlockGraphLu } from './block-graph-lu.js';
import type { BlockMatrix, Faces } from './block-matrix.js';
import { BlockTridiagonal3 } from './block-tridiagonal-3.js';
import { BlockTridiagonalDense } from './block-tridiagonal-dense.js';
import { BlockTridiagonal2 } from './block-tridiagonal.js';
import { estimatedWork } from './fill-estimate.js';

/** Multiplications from which factors, kept over some steps, cost more than the iterations in their place: some 6,000 cells in three dimensions. */
const mostWork = 1e9;
/** Of a residual where the system is iterated: less than a step of Newton leaves by itself, and sums of rows are exact. */
const reduction = 1e-6;
/** Fewer cells are factored without a look. */
const fewCells = 2000;

/**
 * An empty matrix of `blocks` blocks of `size` x `size` that are joined by `faces`: block-tridiagonal where face f
 * joins cells f and f + 1 throughout, elsewhere LU on the graph, or a Krylov method where its factors would fill up.
 */
export function blockMatrix(size: number, blocks: number, faces: Faces): BlockMatrix {
  if (!isInterval(blocks, faces)) {
    const fills = blocks > fewCells && estimatedWork(size, blocks, faces) > mostWork;
    return fills ? new BlockGraphKrylov(size, blocks, faces, reduction) : new BlockGraphLu(size, blocks, faces);
  }
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
