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
 * Multiplications per unknown, estimated, up to which factors are made for every matrix, and from which a multigrid takes their place, measured over
 * discharges: in a plane of 25 x 25 (1,100) new ones are as cheap as kept ones, at 50 x 50 (2,100) they are not; 25,000 (a sheet with tabs, 12 x 8
 * along) are factored in half of the time, at 36,000 (a box of 12 x 20 x 12) the multigrid is as fast. Planes stay below to a million cells: the
 * multigrid takes many times as long where cells are much wider than high and their walls conduct otherwise.
 */
const [littleWork, mostWork] = [1500, 30_000];
/** Of a right-hand side where the system is iterated and no less is asked for; sums of rows are exact. */
const reduction = 1e-5;
/** Fewer cells are factored without a look. */
const fewCells = 500;

/**
 * An empty matrix of `blocks` blocks of `size` x `size` that are joined by `faces`: block-tridiagonal where face f joins cells f and f + 1
 * throughout, elsewhere LU on the graph, of many cells as what a Krylov method iterates with, or with a multigrid where factors would fill up.
 * `opposite`: what the first balance of a block of three gains by the second, that one loses.
 */
export function blockMatrix(size: number, blocks: number, faces: Faces, opposite = false): BlockMatrix {
  if (!isInterval(blocks, faces)) {
    const work = blocks <= fewCells ? 0 : estimatedWork(size, blocks, faces) / (size * blocks);
    if (work <= littleWork) return new BlockGraphLu(size, blocks, faces);
    return new BlockGraphKrylov(size, blocks, faces, reduction,
      (system) => (work > mostWork ? new BlockMultigrid(system) : new KeptLu(system)));
  }
  if (size === 2) return new BlockTridiagonal2(blocks);
  if (size === 3) return new BlockTridiagonal3(blocks, opposite);
  return new BlockTridiagonalDense(size, blocks);
}

/** Whether face f joins cells f and f + 1 throughout. */
export function isInterval(blocks: number, { count, owner, neighbour }: Faces): boolean {
  if (count !== blocks - 1) return false;
  for (let f = 0; f < count; f++) if (owner[f] !== f || neighbour[f] !== f + 1) return false;
  return true;
}
