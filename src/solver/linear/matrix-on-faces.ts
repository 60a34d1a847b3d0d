import { BlockGraphKrylov } from './block-graph-krylov.js';
import { BlockGraphLu } from './block-graph-lu.js';
import type { BlockMatrix, Faces } from './block-matrix.js';
import { BlockMultigrid } from './block-multigrid.js';
import { BlockTridiagonal3 } from './block-tridiagonal-3.js';
import { BlockTridiagonalDense } from './block-tridiagonal-dense.js';
import { BlockTridiagonal2 } from './block-tridiagonal.js';
import { estimatedWork } from './fill-estimate.js';
import { KeptLu } from './kept-lu.js';

/**
 * Multiplications per unknown from which factors, kept over some steps, cost more than a multigrid in their place, measured over discharges:
 * 25,000 (a sheet with tabs, 12 x 8 along) are factored in half of the time, 36,000 (a box of 12 x 20 x 12) iterated. Planes stay below to a
 * million cells: the multigrid takes many times as long where cells are much wider than high and their walls conduct otherwise.
 */
const mostWork = 30_000;
/** Of a residual where the system is iterated: less than a step of Newton leaves by itself, and sums of rows are exact. */
const reduction = 1e-5;
/** Factors of fewer cells cost less than to do without them. */
const fewCells = 500;

/**
 * An empty matrix of `blocks` blocks of `size` x `size` that are joined by `faces`: block-tridiagonal where face f joins cells f and f + 1
 * throughout, elsewhere LU on the graph, of many cells as what a Krylov method iterates with, or with a multigrid where factors would fill up.
 */
export function blockMatrix(size: number, blocks: number, faces: Faces): BlockMatrix {
  if (!isInterval(blocks, faces)) {
    if (blocks <= fewCells) return new BlockGraphLu(size, blocks, faces);
    return estimatedWork(size, blocks, faces) > mostWork * size * blocks
      ? new BlockGraphKrylov(size, blocks, faces, reduction, (system) => new BlockMultigrid(system))
      : new BlockGraphKrylov(size, blocks, faces, reduction, (system) => new KeptLu(system));
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
