import { type ComplexArray, complexArray } from './complex-array.js';

export { type ComplexArray, complexArray };

/**
 * Block-tridiagonal systems in complex numbers, the layout of `BlockMatrix`:
 *   lower[i-1] x[i-1] + diagonal[i] x[i] + upper[i] x[i+1] = rhs[i].
 *
 * A frequency has one matrix and one right-hand side, so elimination and solution are one sweep: block i becomes [ D |
 * U | b ] with D = diagonal[i] - lower[i-1] R[i-1], b = rhs[i] - lower[i-1] z[i-1], and is reduced to [ 1 | R | z ] by
 * Gauss-Jordan with row pivoting inside the block; then x[i] = z[i] - R[i] x[i+1].
 */
export class ComplexBlockTridiagonal {
  readonly diagonal: ComplexArray;
  readonly lower: ComplexArray;
  readonly upper: ComplexArray;
  private readonly reduced: ComplexArray;
  /** Rows [ D | U | b ] of one block. */
  private readonly rows: ComplexArray;
  private readonly columns: number;

  constructor(readonly size: number, readonly blocks: number) {
    const entries = size * size;
    this.columns = 2 * size + 1;
    this.diagonal = complexArray(entries * blocks);
    this.lower = complexArray(entries * blocks);
    this.upper = complexArray(entries * blocks);
    this.reduced = complexArray(entries * blocks);
    this.rows = complexArray(size * this.columns);
  }

  /** x holds the right-hand side on entry, the solution on return; false where a block is singular or not finite. */
  solve(x: ComplexArray): boolean {
    for (let i = 0; i < this.blocks; i++) {
      this.load(i, x);
      if (!this.reduce()) return false;
      this.store(i, x);
    }
    for (let i = this.blocks - 2; i >= 0; i--) this.substitute(i, x);
    return true;
  }

  /** [ D | U | b ] of block i. */
  private load(i: number, x: ComplexArray): void {
    const { size: m, columns, rows, diagonal: d, upper: u, lower: l, reduced: r } = this;
    const block = m * m * i;
    for (let row = 0; row < m; row++) {
      const at = row * columns;
      for (let column = 0; column < m; column++) {
        const entry = block + row * m + column;
        rows.re[at + column] = d.re[entry];
        rows.im[at + column] = d.im[entry];
        rows.re[at + m + column] = u.re[entry];
        rows.im[at + m + column] = u.im[entry];
      }
      rows.re[at + 2 * m] = x.re[m * i + row];
      rows.im[at + 2 * m] = x.im[m * i + row];
      if (i === 0) continue;
      const before = block - m * m;
      for (let k = 0; k < m; k++) {
        const lower = before + row * m + k;
        for (let column = 0; column < m; column++) {
          subtractProduct(rows, at + column, l, lower, r, before + k * m + column);
        }
        subtractProduct(rows, at + 2 * m, l, lower, x, m * (i - 1) + k);
      }
    }
  }

  /** [ D | U | b ] -> [ 1 | R | z ]. */
  private reduce(): boolean {
    const { size: m, columns, rows } = this;
    for (let p = 0; p < m; p++) {
      this.raisePivot(p);
      const at = p * columns;
      const re = rows.re[at + p];
      const im = rows.im[at + p];
      const scale = 1 / (re * re + im * im);
      if (!(scale < Infinity)) return false;
      for (let column = p; column < columns; column++) {
        const a = rows.re[at + column];
        const b = rows.im[at + column];
        rows.re[at + column] = (a * re + b * im) * scale;
        rows.im[at + column] = (b * re - a * im) * scale;
      }
      for (let row = 0; row < m; row++) {
        if (row === p) continue;
        const own = row * columns;
        // from the right, so that the multiplier in column p is overwritten last
        for (let column = columns - 1; column >= p; column--) {
          subtractProduct(rows, own + column, rows, own + p, rows, at + column);
        }
      }
    }
    return true;
  }

  /** Exchanges row p with the one below it that has the largest entry in column p. */
  private raisePivot(p: number): void {
    const { size: m, columns, rows: { re, im } } = this;
    let best = p;
    for (let row = p + 1; row < m; row++) {
      if (sizeOf(re, im, row * columns + p) > sizeOf(re, im, best * columns + p)) best = row;
    }
    if (best === p) return;
    for (let column = 0; column < columns; column++) {
      const a = p * columns + column;
      const b = best * columns + column;
      [re[a], re[b]] = [re[b], re[a]];
      [im[a], im[b]] = [im[b], im[a]];
    }
  }

  private store(i: number, x: ComplexArray): void {
    const { size: m, columns, rows, reduced: r } = this;
    for (let row = 0; row < m; row++) {
      const at = row * columns;
      for (let column = 0; column < m; column++) {
        r.re[m * m * i + row * m + column] = rows.re[at + m + column];
        r.im[m * m * i + row * m + column] = rows.im[at + m + column];
      }
      x.re[m * i + row] = rows.re[at + 2 * m];
      x.im[m * i + row] = rows.im[at + 2 * m];
    }
  }

  private substitute(i: number, x: ComplexArray): void {
    const { size: m, reduced } = this;
    for (let row = 0; row < m; row++) {
      for (let k = 0; k < m; k++) subtractProduct(x, m * i + row, reduced, m * m * i + row * m + k, x, m * (i + 1) + k);
    }
  }
}

/** c -= a b */
function subtractProduct(c: ComplexArray, atC: number, a: ComplexArray, atA: number, b: ComplexArray,
  atB: number): void
{
  const ar = a.re[atA];
  const ai = a.im[atA];
  const br = b.re[atB];
  const bi = b.im[atB];
  c.re[atC] -= ar * br - ai * bi;
  c.im[atC] -= ar * bi + ai * br;
}

const sizeOf = (re: Float64Array, im: Float64Array, at: number): number => Math.abs(re[at]) + Math.abs(im[at]);
