import { roundOff } from './block-matrix.js';
import { exchange } from './block-tridiagonal-dense.js';
import { type ComplexArray, complexArray } from './complex-array.js';
import type { ComplexBlockMatrix } from './complex-block-matrix.js';

/**
 * The elimination of `block-tridiagonal-dense` in complex numbers:
 *
 *   D = diagonal[i] - lower[i-1] R[i-1],   R[i] = D^-1 upper[i],   P D = L U
 *
 * rows exchanged inside the block by |re| + |im|, in units of the largest entry of a row.
 */
export class ComplexBlockTridiagonal implements ComplexBlockMatrix {
  readonly diagonal: ComplexArray;
  readonly lower: ComplexArray;
  readonly upper: ComplexArray;
  /** L and U of every block, 1/U on its diagonal; R; and the row that became row r, `size` numbers per block. */
  private readonly factors: ComplexArray;
  private readonly reduced: ComplexArray;
  private readonly rowOf: Int32Array;
  /** Scales of the block being factored. */
  private readonly rowScale: Float64Array;
  private readonly columnScale: Float64Array;
  private readonly column: ComplexArray;

  constructor(readonly size: number, readonly blocks: number) {
    const entries = size * size;
    this.diagonal = complexArray(entries * blocks);
    this.lower = complexArray(entries * (blocks - 1));
    this.upper = complexArray(entries * (blocks - 1));
    this.factors = complexArray(entries * blocks);
    this.reduced = complexArray(entries * (blocks - 1));
    this.rowOf = new Int32Array(size * blocks);
    this.rowScale = new Float64Array(size);
    this.columnScale = new Float64Array(size);
    this.column = complexArray(size);
  }

  factor(): boolean {
    const { blocks, size: m, diagonal, upper, factors, reduced } = this;
    for (const part of ['re', 'im'] as const) {
      factors[part].set(diagonal[part]);
      reduced[part].set(upper[part]);
    }
    for (let i = 0; i < blocks; i++) {
      this.measureScales(i);
      if (i > 0) this.subtractBefore(m * m * i);
      if (!this.decompose(i)) return false;
      if (i + 1 < blocks) this.substituteBack(m * m * i);
    }
    return true;
  }

  /** Scales of the rows and columns of diagonal[i]. */
  private measureScales(i: number): void {
    const { size: m, diagonal: { re, im }, rowScale, columnScale, rowOf } = this;
    columnScale.fill(0);
    for (let row = 0; row < m; row++) {
      const from = m * (m * i + row);
      let largest = 0;
      for (let at = from; at < from + m; at++) largest = Math.max(largest, Math.abs(re[at]) + Math.abs(im[at]));
      rowOf[m * i + row] = row;
      const scale = largest > 0 ? 1 / largest : 1;
      rowScale[row] = scale;
      for (let c = 0; c < m; c++) {
        columnScale[c] = Math.max(columnScale[c], scale * (Math.abs(re[from + c]) + Math.abs(im[from + c])));
      }
    }
  }

  /** D = diagonal - lower R of the block before; most of what faces couple is one row with one column. */
  private subtractBefore(block: number): void {
    const { size: m, lower: l, reduced: { re: rRe, im: rIm }, factors: { re, im } } = this;
    const before = block - m * m;
    for (let row = 0; row < m; row++) {
      for (let k = 0; k < m; k++) {
        const a = l.re[before + m * row + k];
        const b = l.im[before + m * row + k];
        if (a === 0 && b === 0) continue;
        for (let c = 0, at = block + m * row, from = before + m * k; c < m; c++, at++, from++) {
          re[at] -= a * rRe[from] - b * rIm[from];
          im[at] -= a * rIm[from] + b * rRe[from];
        }
      }
    }
  }

  /** P D = L U in place, 1/U on its diagonal, and the rows of R along; false where a pivot is round-off or not finite. */
  private decompose(i: number): boolean {
    const { size: m, factors: { re, im }, reduced: { re: rRe, im: rIm }, rowScale, columnScale } = this;
    const block = m * m * i;
    for (let p = 0; p < m; p++) {
      this.raisePivot(i, p);
      const own = block + m * p;
      const a = re[own + p];
      const b = im[own + p];
      const size = Math.abs(a) + Math.abs(b);
      if (!(size * rowScale[p] > roundOff * columnScale[p] && size < Infinity)) return false;
      const scale = 1 / (a * a + b * b);
      re[own + p] = a * scale;
      im[own + p] = -b * scale;
      for (let row = p + 1; row < m; row++) {
        const at = block + m * row;
        const x = scale * (re[at + p] * a + im[at + p] * b);
        const y = scale * (im[at + p] * a - re[at + p] * b);
        if (x === 0 && y === 0) continue;
        re[at + p] = x;
        im[at + p] = y;
        subtractRow(re, im, at, own, p + 1, m, x, y);
        if (block < rRe.length) subtractRow(rRe, rIm, at, own, 0, m, x, y);
      }
    }
    return true;
  }

  /** R -> U^-1 R of a block. */
  private substituteBack(block: number): void {
    const { size: m, factors: { re, im }, reduced: { re: rRe, im: rIm } } = this;
    for (let p = m - 1; p >= 0; p--) {
      const own = block + m * p;
      const a = re[own + p];
      const b = im[own + p];
      for (let at = own; at < own + m; at++) {
        const x = rRe[at];
        rRe[at] = x * a - rIm[at] * b;
        rIm[at] = x * b + rIm[at] * a;
      }
      for (let at = block; at < own; at += m) subtractRow(rRe, rIm, at, own, 0, m, re[at + p], im[at + p]);
    }
  }

  /** Exchanges row p with the one below it that has the largest scaled entry in column p. */
  private raisePivot(i: number, p: number): void {
    const { size: m, factors, reduced, rowOf, rowScale } = this;
    const block = m * m * i;
    let best = p;
    let largest = -1;
    for (let row = p; row < m; row++) {
      const at = block + m * row + p;
      const size = (Math.abs(factors.re[at]) + Math.abs(factors.im[at])) * rowScale[row];
      if (!(size > largest)) continue;
      best = row;
      largest = size;
    }
    if (best === p) return;
    exchange(rowScale, p, best);
    exchange(rowOf, m * i + p, m * i + best);
    for (const { re, im } of i + 1 < this.blocks ? [factors, reduced] : [factors]) {
      for (let a = block + m * p, b = block + m * best; a < block + m * (p + 1); a++, b++) {
        exchange(re, a, b);
        exchange(im, a, b);
      }
    }
  }

  solve(x: ComplexArray): void {
    const { size: m, blocks, lower, reduced } = this;
    // nothing comes of the zeros before the first block with a number
    const filled = x.re.findIndex((one, at) => one !== 0 || x.im[at] !== 0);
    const first = filled < 0 ? blocks : Math.floor(filled / m);
    for (let i = first; i < blocks; i++) {
      if (i > first) subtractProduct(lower, m * m * (i - 1), x, m * (i - 1), m * i, m);
      this.solveBlock(i, x);
    }
    for (let i = blocks - 2; i >= 0; i--) subtractProduct(reduced, m * m * i, x, m * (i + 1), m * i, m);
  }

  /** x of block i -> (L U)^-1 P x. */
  private solveBlock(i: number, x: ComplexArray): void {
    const { size: m, factors: { re, im }, column, rowOf } = this;
    const block = m * m * i;
    for (let row = 0; row < m; row++) {
      column.re[row] = x.re[m * i + rowOf[m * i + row]];
      column.im[row] = x.im[m * i + rowOf[m * i + row]];
    }
    for (let row = 1; row < m; row++) this.subtractColumns(block + m * row, row, 0, row);
    for (let row = m - 1; row >= 0; row--) {
      this.subtractColumns(block + m * row, row, row + 1, m);
      const [a, b] = [re[block + m * row + row], im[block + m * row + row]];
      const [u, v] = [column.re[row], column.im[row]];
      column.re[row] = u * a - v * b;
      column.im[row] = u * b + v * a;
    }
    x.re.set(column.re, m * i);
    x.im.set(column.im, m * i);
  }

  /** column[row] -= the factors from..to of a row times the column. */
  private subtractColumns(at: number, row: number, from: number, to: number): void {
    const { factors: { re, im }, column } = this;
    let u = column.re[row];
    let v = column.im[row];
    for (let k = from; k < to; k++) {
      u -= re[at + k] * column.re[k] - im[at + k] * column.im[k];
      v -= re[at + k] * column.im[k] + im[at + k] * column.re[k];
    }
    column.re[row] = u;
    column.im[row] = v;
  }
}

/** Row `at` -= (x + iy) row `own`, columns from..to. */
function subtractRow(re: Float64Array, im: Float64Array, at: number, own: number, from: number, to: number, x: number,
  y: number): void
{
  for (let c = from; c < to; c++) {
    re[at + c] -= x * re[own + c] - y * im[own + c];
    im[at + c] -= x * im[own + c] + y * re[own + c];
  }
}

/** x at `to` -= the block of `matrix` times x at `from`. */
function subtractProduct({ re, im }: ComplexArray, block: number, x: ComplexArray, from: number, to: number,
  m: number): void
{
  for (let row = 0; row < m; row++) {
    let u = x.re[to + row];
    let v = x.im[to + row];
    for (let k = 0, at = block + m * row; k < m; k++, at++) {
      u -= re[at] * x.re[from + k] - im[at] * x.im[from + k];
      v -= re[at] * x.im[from + k] + im[at] * x.re[from + k];
    }
    x.re[to + row] = u;
    x.im[to + row] = v;
  }
}
