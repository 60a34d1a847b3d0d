import { rootOf, unite } from './union.js';
import type { GridSize } from './voxel-grid.js';

/** Bits of a voxel's reach. */
export const fromFirst = 1;
export const fromLast = 2;
export const fromBoth = 3;

/**
 * From which end planes of the slowest axis a path of faces leads to a voxel: 0 of a voxel that is not marked or that neither reaches, else
 * `fromFirst`, `fromLast` or both. Runs along x are joined where they overlap (union-find), so that the work is that of reading the voxels.
 */
export function reachFromEnds([nx, ny, nz]: GridSize, marked: Uint8Array): Uint8Array {
  const { from, to, rowStart } = runsOf(nx, ny * nz, marked);
  const parent = new Int32Array(from.length).map((_, run) => run);
  for (let row = 0; row < ny * nz; row++) {
    if (row % ny > 0) joinRows(parent, from, to, rowStart, row - 1, row);
    if (row >= ny) joinRows(parent, from, to, rowStart, row - ny, row);
  }
  const flag = new Uint8Array(from.length);
  for (let run = 0; run < rowStart[ny]; run++) flag[rootOf(parent, run)] |= fromFirst;
  for (let run = rowStart[ny * (nz - 1)]; run < from.length; run++) flag[rootOf(parent, run)] |= fromLast;
  const reached = new Uint8Array(marked.length);
  for (let row = 0; row < ny * nz; row++) {
    for (let run = rowStart[row]; run < rowStart[row + 1]; run++) {
      const value = flag[rootOf(parent, run)];
      if (value > 0) reached.fill(value, nx * row + from[run], nx * row + to[run]);
    }
  }
  return reached;
}

interface Runs {
  /** First voxel of a run in its row, and the one behind its last. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** First run of every row, and their number behind the last row. */
  readonly rowStart: Int32Array;
}

function runsOf(nx: number, rows: number, marked: Uint8Array): Runs {
  let count = 0;
  for (let row = 0; row < rows; row++) {
    let before = 0;
    for (let i = nx * row; i < nx * (row + 1); i++) {
      count += marked[i] & (before ^ 1);
      before = marked[i];
    }
  }
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  const rowStart = new Int32Array(rows + 1);
  let run = 0;
  for (let row = 0; row < rows; row++) {
    rowStart[row] = run;
    let before = 0;
    for (let x = 0; x <= nx; x++) {
      const here = x < nx ? marked[nx * row + x] : 0;
      if (here === before) continue;
      if (here) from[run] = x;
      else to[run++] = x;
      before = here;
    }
  }
  rowStart[rows] = run;
  return { from, to, rowStart };
}

/** Joins the runs of two rows that share a voxel's face. */
function joinRows(parent: Int32Array, from: Int32Array, to: Int32Array, rowStart: Int32Array, first: number,
  second: number): void
{
  let a = rowStart[first];
  let b = rowStart[second];
  const endA = rowStart[first + 1];
  const endB = rowStart[second + 1];
  while (a < endA && b < endB) {
    if (from[a] < to[b] && from[b] < to[a]) unite(parent, a, b);
    if (to[a] < to[b]) a++;
    else b++;
  }
}
