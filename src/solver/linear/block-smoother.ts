import type { BlockLevel } from './block-level.js';

/**
 * Block Gauss-Seidel on a level of `block-multigrid`, the unknowns of a cell together. Its copy of the blocks, in the order in which a sweep reads
 * them, has single precision, which halves what is read: the method around it is flexible and measures residuals in double precision.
 */
export class BlockSmoother {
  /** Blocks of the rows as `other` names their columns, and the inverse of each diagonal block. */
  private readonly blocks: Float32Array;
  private readonly inverse: Float32Array;
  private readonly rest: Float64Array;

  constructor(private readonly level: BlockLevel) {
    const { size: m, other, blocks } = level;
    this.blocks = new Float32Array(m * m * other.length);
    this.inverse = new Float32Array(m * m * blocks);
    this.rest = new Float64Array(m);
  }

  /** Takes over the entries of the level; false where a diagonal block is singular. */
  renew(): boolean {
    const { size: m, entries, place } = this.level;
    for (let e = 0, to = 0; e < place.length; e++) {
      for (let i = 0; i < m * m; i++) this.blocks[to++] = entries[place[e] + i];
    }
    return invertDiagonal(this.level, this.inverse);
  }

  /** x of A x = b, about: one sweep up the cells that starts from x = 0. */
  up(b: Float64Array, x: Float64Array): void {
    const { level: { blocks, start, later } } = this;
    for (let c = 0; c < blocks; c++) this.cell(c, start[c], later[c], b, x);
  }

  /** One sweep down the cells from the x there is. */
  down(b: Float64Array, x: Float64Array): void {
    const { level: { blocks, start } } = this;
    for (let c = blocks - 1; c >= 0; c--) this.cell(c, start[c], start[c + 1], b, x);
  }

  /**
   * Adds b - A x after a sweep up, which leaves what later cells contribute, to the cells of `part`.
   */
  restrict(x: Float64Array, part: Int32Array, below: Float64Array): void {
    const { blocks: a, level: { size: m, blocks, start, later, other } } = this;
    below.fill(0);
    for (let c = 0; c < blocks; c++) {
      const to = m * part[c];
      for (let e = later[c]; e < start[c + 1]; e++) {
        if (m === 2) {
          const [at, j] = [4 * e, 2 * other[e]];
          below[to] -= a[at] * x[j] + a[at + 1] * x[j + 1];
          below[to + 1] -= a[at + 2] * x[j] + a[at + 3] * x[j + 1];
        } else {
          for (let i = 0, at = m * m * e; i < m; i++) {
            for (let j = 0; j < m; j++) below[to + i] -= a[at++] * x[m * other[e] + j];
          }
        }
      }
    }
  }

  /** x of cell c from those in its rows `first` to `end`. */
  private cell(c: number, first: number, end: number, b: Float64Array, x: Float64Array): void {
    const { blocks: a, inverse, rest, level: { size: m, other } } = this;
    if (m === 2) {
      let [r0, r1] = [b[2 * c], b[2 * c + 1]];
      for (let e = first, at = 4 * first; e < end; e++, at += 4) {
        const j = 2 * other[e];
        r0 -= a[at] * x[j] + a[at + 1] * x[j + 1];
        r1 -= a[at + 2] * x[j] + a[at + 3] * x[j + 1];
      }
      x[2 * c] = inverse[4 * c] * r0 + inverse[4 * c + 1] * r1;
      x[2 * c + 1] = inverse[4 * c + 2] * r0 + inverse[4 * c + 3] * r1;
      return;
    }
    for (let i = 0; i < m; i++) rest[i] = b[m * c + i];
    for (let e = first, at = m * m * first; e < end; e++) {
      for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) rest[i] -= a[at++] * x[m * other[e] + j];
    }
    for (let i = 0, at = m * m * c; i < m; i++) {
      let sum = 0;
      for (let j = 0; j < m; j++) sum += inverse[at++] * rest[j];
      x[m * c + i] = sum;
    }
  }
}

/** Inverts the diagonal blocks by Gauss-Jordan with the largest pivot of each column; false where one is singular. */
function invertDiagonal({ size: m, blocks, entries }: BlockLevel, inverses: Float32Array): boolean {
  const [a, inverse] = [new Float64Array(m * m), new Float64Array(m * m)];
  for (let c = 0; c < blocks; c++) {
    const own = m * m * c;
    for (let i = 0; i < m * m; i++) {
      a[i] = entries[own + i];
      inverse[i] = i % (m + 1) === 0 ? 1 : 0;
    }
    for (let p = 0; p < m; p++) {
      let best = p;
      for (let i = p + 1; i < m; i++) if (Math.abs(a[m * i + p]) > Math.abs(a[m * best + p])) best = i;
      const pivot = a[m * best + p];
      if (!(Math.abs(pivot) > 0 && Math.abs(pivot) < Infinity)) return false;
      takeRow(a, m, p, best, pivot);
      takeRow(inverse, m, p, best, pivot);
      for (let i = 0; i < m; i++) {
        if (i === p) continue;
        const factor = a[m * i + p];
        for (let j = 0; j < m; j++) {
          a[m * i + j] -= factor * a[m * p + j];
          inverse[m * i + j] -= factor * inverse[m * p + j];
        }
      }
    }
    inverses.set(inverse, own);
  }
  return true;
}

/** Exchanges rows p and q of a block and divides the first by the pivot. */
function takeRow(a: Float64Array, m: number, p: number, q: number, pivot: number): void {
  for (let j = 0; j < m; j++) {
    const kept = a[m * p + j];
    const taken = a[m * q + j];
    a[m * q + j] = kept;
    a[m * p + j] = taken / pivot;
  }
}
