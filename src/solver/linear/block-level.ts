import type { Faces } from './block-matrix.js';

/**
 * A block matrix on a graph, as a level of `block-multigrid`: blocks as in `block-matrix` (diagonal, lower, upper, one behind the other), the
 * blocks of each row, and the inverse of each diagonal block.
 */
export interface BlockLevel {
  /** Rows of a block. */
  readonly size: number;
  readonly blocks: number;
  readonly faces: Faces;
  readonly entries: Float64Array;
  /** start[c]..start[c + 1]: the other cells in the rows of cell c, and where their blocks begin among the entries. */
  readonly start: Int32Array;
  readonly other: Int32Array;
  readonly place: Int32Array;
  readonly inverse: Float64Array;
}

export function blockLevel(size: number, blocks: number, faces: Faces): BlockLevel {
  const { count, owner, neighbour } = faces;
  const start = new Int32Array(blocks + 1);
  for (let f = 0; f < count; f++) {
    start[owner[f] + 1]++;
    start[neighbour[f] + 1]++;
  }
  for (let c = 0; c < blocks; c++) start[c + 1] += start[c];
  const next = start.slice(0, blocks);
  const [other, place] = [new Int32Array(2 * count), new Int32Array(2 * count)];
  for (let f = 0; f < count; f++) {
    const [o, n] = [next[owner[f]]++, next[neighbour[f]]++];
    other[o] = neighbour[f];
    place[o] = size * size * (blocks + count + f);
    other[n] = owner[f];
    place[n] = size * size * (blocks + f);
  }
  return { size, blocks, faces, entries: new Float64Array(size * size * (blocks + 2 * count)), start, other, place,
    inverse: new Float64Array(size * size * blocks) };
}

/** out = A x. */
export function multiplyLevel({ size: m, blocks, entries, start, other, place }: BlockLevel, x: Float64Array,
  out: Float64Array): void
{
  for (let c = 0; c < blocks; c++) {
    for (let i = 0; i < m; i++) {
      let sum = rowOf(entries, m * (m * c + i), x, m * c, m);
      for (let e = start[c]; e < start[c + 1]; e++) sum += rowOf(entries, place[e] + m * i, x, m * other[e], m);
      out[m * c + i] = sum;
    }
  }
}

/** A sweep of block Gauss-Seidel over x for A x = b, up or down the cells. */
export function sweepLevel({ size: m, blocks, entries, start, other, place, inverse }: BlockLevel, b: Float64Array,
  x: Float64Array, up: boolean, rest: Float64Array): void
{
  for (let k = 0; k < blocks; k++) {
    const c = up ? k : blocks - 1 - k;
    for (let i = 0; i < m; i++) {
      let sum = b[m * c + i];
      for (let e = start[c]; e < start[c + 1]; e++) sum -= rowOf(entries, place[e] + m * i, x, m * other[e], m);
      rest[i] = sum;
    }
    for (let i = 0; i < m; i++) x[m * c + i] = rowOf(inverse, m * (m * c + i), rest, 0, m);
  }
}

function rowOf(a: Float64Array, at: number, x: Float64Array, first: number, m: number): number {
  let sum = a[at] * x[first];
  for (let j = 1; j < m; j++) sum += a[at + j] * x[first + j];
  return sum;
}

/** Inverts the diagonal blocks by Gauss-Jordan with the largest pivot of each column; false where one is singular. */
export function invertDiagonal({ size: m, blocks, entries, inverse }: BlockLevel): boolean {
  const a = new Float64Array(m * m);
  for (let c = 0; c < blocks; c++) {
    const own = m * m * c;
    for (let i = 0; i < m * m; i++) {
      a[i] = entries[own + i];
      inverse[own + i] = i % (m + 1) === 0 ? 1 : 0;
    }
    for (let p = 0; p < m; p++) {
      let best = p;
      for (let i = p + 1; i < m; i++) if (Math.abs(a[m * i + p]) > Math.abs(a[m * best + p])) best = i;
      const pivot = a[m * best + p];
      if (!(Math.abs(pivot) > 0 && Math.abs(pivot) < Infinity)) return false;
      takeRow(a, 0, m, p, best, pivot);
      takeRow(inverse, own, m, p, best, pivot);
      for (let i = 0; i < m; i++) {
        if (i === p) continue;
        const factor = a[m * i + p];
        for (let j = 0; j < m; j++) {
          a[m * i + j] -= factor * a[m * p + j];
          inverse[own + m * i + j] -= factor * inverse[own + m * p + j];
        }
      }
    }
  }
  return true;
}

/** Exchanges rows p and q of a block and divides the first by the pivot. */
function takeRow(a: Float64Array, own: number, m: number, p: number, q: number, pivot: number): void {
  for (let j = 0; j < m; j++) {
    const kept = a[own + m * p + j];
    const taken = a[own + m * q + j];
    a[own + m * q + j] = kept;
    a[own + m * p + j] = taken / pivot;
  }
}
