import { roundOff } from './block-matrix.js';
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
  /** Rows [ D | U ] of the block being factored, and their scales. */
  private readonly rows: ComplexArray;
  private readonly rowScale: Float64Array;
  private readonly columnScale: Float64Array;
  private readonly column: ComplexArray;

  constructor(readonly size: number, readonly blocks: number) {
    const entries = size * size;
    this.diagonal = complexArray(entries * blocks);
    this.lower = complexArray(entries * (blocks - 1));
    this.upper = complexArray(entries * (blocks - 1));
    this.factors = complexArray(entries * blocks);
    this.reduced = complexArray(entries * blocks);
    this.rowOf = new Int32Array(size * blocks);
    this.rows = complexArray(2 * entries);
    this.rowScale = new Float64Array(size);
    this.columnScale = new Float64Array(size);
    this.column = complexArray(size);
  }

  clear(): void {
    for (const { re, im } of [this.diagonal, this.lower, this.upper]) {
      re.fill(0);
      im.fill(0);
    }
  }

  factor(): boolean {
    for (let i = 0; i < this.blocks; i++) {
      this.load(i);
      if (i > 0) this.subtractBefore(i);
      if (!this.decompose(i)) return false;
      this.substituteBack();
      this.store(i);
    }
    return true;
  }

  /** [ diagonal[i] | upper[i] ], and the scales of the rows and columns of the former. */
  private load(i: number): void {
    const { size: m, blocks, diagonal, upper, rows, rowScale, columnScale, rowOf } = this;
    const last = i === blocks - 1;
    columnScale.fill(0);
    for (let row = 0; row < m; row++) {
      const from = m * (m * i + row);
      const to = 2 * m * row;
      let largest = 0;
      for (let c = 0; c < m; c++) {
        const [re, im] = [diagonal.re[from + c], diagonal.im[from + c]];
        rows.re[to + c] = re;
        rows.im[to + c] = im;
        rows.re[to + m + c] = last ? 0 : upper.re[from + c];
        rows.im[to + m + c] = last ? 0 : upper.im[from + c];
        largest = Math.max(largest, Math.abs(re) + Math.abs(im));
      }
      rowOf[m * i + row] = row;
      const scale = largest > 0 ? 1 / largest : 1;
      rowScale[row] = scale;
      for (let c = 0; c < m; c++) {
        columnScale[c] = Math.max(columnScale[c], scale * (Math.abs(rows.re[to + c]) + Math.abs(rows.im[to + c])));
      }
    }
  }

  /** D = diagonal[i] - lower[i-1] R[i-1]. */
  private subtractBefore(i: number): void {
    const { size: m, lower: l, reduced: r, rows } = this;
    const before = m * m * (i - 1);
    for (let row = 0; row < m; row++) {
      const from = before + m * row;
      for (let c = 0; c < m; c++) {
        let re = rows.re[2 * m * row + c];
        let im = rows.im[2 * m * row + c];
        for (let k = 0, at = before + c; k < m; k++, at += m) {
          const a = l.re[from + k];
          const b = l.im[from + k];
          re -= a * r.re[at] - b * r.im[at];
          im -= a * r.im[at] + b * r.re[at];
        }
        rows.re[2 * m * row + c] = re;
        rows.im[2 * m * row + c] = im;
      }
    }
  }

  /** P D = L U in place, 1/U on its diagonal; false where a pivot is round-off or not finite. */
  private decompose(i: number): boolean {
    const { size: m, rows: { re, im }, rowScale, columnScale } = this;
    const width = 2 * m;
    for (let p = 0; p < m; p++) {
      this.raisePivot(i, p);
      const own = width * p;
      const a = re[own + p];
      const b = im[own + p];
      const size = Math.abs(a) + Math.abs(b);
      if (!(size * rowScale[p] > roundOff * columnScale[p] && size < Infinity)) return false;
      const scale = 1 / (a * a + b * b);
      re[own + p] = a * scale;
      im[own + p] = -b * scale;
      for (let row = p + 1; row < m; row++) {
        const at = width * row;
        const x = scale * (re[at + p] * a + im[at + p] * b);
        const y = scale * (im[at + p] * a - re[at + p] * b);
        re[at + p] = x;
        im[at + p] = y;
        subtractRow(re, im, at, own, p + 1, width, x, y);
      }
    }
    return true;
  }

  /** upper -> R = D^-1 upper, the columns beside L U. */
  private substituteBack(): void {
    const { size: m, rows: { re, im } } = this;
    const width = 2 * m;
    for (let p = m - 1; p >= 0; p--) {
      const own = width * p;
      const a = re[own + p];
      const b = im[own + p];
      for (let c = m; c < width; c++) {
        const x = re[own + c];
        re[own + c] = x * a - im[own + c] * b;
        im[own + c] = x * b + im[own + c] * a;
      }
      for (let row = 0; row < p; row++) {
        subtractRow(re, im, width * row, own, m, width, re[width * row + p], im[width * row + p]);
      }
    }
  }

  /** Exchanges row p with the one below it that has the largest scaled entry in column p. */
  private raisePivot(i: number, p: number): void {
    const { size: m, rows: { re, im }, rowOf, rowScale } = this;
    const width = 2 * m;
    let best = p;
    let largest = -1;
    for (let row = p; row < m; row++) {
      const size = (Math.abs(re[width * row + p]) + Math.abs(im[width * row + p])) * rowScale[row];
      if (!(size > largest)) continue;
      best = row;
      largest = size;
    }
    if (best === p) return;
    exchange(rowScale, p, best);
    exchange(rowOf, m * i + p, m * i + best);
    for (let c = 0; c < width; c++) {
      exchange(re, width * p + c, width * best + c);
      exchange(im, width * p + c, width * best + c);
    }
  }

  private store(i: number): void {
    const { size: m, rows, factors, reduced } = this;
    for (let row = 0, to = m * m * i; row < m; row++) {
      for (let c = 0, from = 2 * m * row; c < m; c++, from++, to++) {
        factors.re[to] = rows.re[from];
        factors.im[to] = rows.im[from];
        reduced.re[to] = rows.re[from + m];
        reduced.im[to] = rows.im[from + m];
      }
    }
  }

  solve(x: ComplexArray): void {
    const { size: m, blocks, lower, reduced } = this;
    for (let i = 0; i < blocks; i++) {
      if (i > 0) subtractProduct(lower, m * m * (i - 1), x, m * (i - 1), m * i, m);
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

function exchange(array: Float64Array | Int32Array, a: number, b: number): void {
  const kept = array[a];
  array[a] = array[b];
  array[b] = kept;
}
