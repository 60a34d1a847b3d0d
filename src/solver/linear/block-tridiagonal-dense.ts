import { BlockTridiagonal, roundOff } from './block-matrix.js';

/**
 * The same elimination as `block-tridiagonal` for blocks of any size. Each pivot block D is factored as P D = L U with rows exchanged inside the
 * block, largest entry first; every row counts in units of its largest entry, because the equations of a block have different units. Once the
 * first column is eliminated, the second one is what their sum has become, of which nothing is lost.
 */
export class BlockTridiagonalDense extends BlockTridiagonal {
  /** Row of the block that became row r of L U, `size` numbers per block. */
  private readonly rowOf: Int32Array;
  /** Rows [ D | U ] of the block being factored. */
  private readonly rows: Float64Array;
  /** 1 / largest entry of each of these rows, and the largest entry of each column in those units. */
  private readonly rowScale: Float64Array;
  private readonly columnScale: Float64Array;
  private readonly column: Float64Array;
  /** Of a block: e, D^-1 e, and D 1. */
  private readonly remaining: Float64Array;
  private readonly excess: Float64Array;
  private readonly both: Float64Array;

  constructor(size: number, blocks: number) {
    super(size, blocks);
    this.rowOf = new Int32Array(size * blocks);
    this.rows = new Float64Array(2 * size * size);
    this.rowScale = new Float64Array(size);
    this.columnScale = new Float64Array(size);
    this.column = new Float64Array(size);
    this.remaining = new Float64Array(size);
    this.excess = new Float64Array(size);
    this.both = new Float64Array(size);
  }

  override factor(excess?: Float64Array): boolean {
    for (let i = 0; i < this.blocks; i++) {
      this.load(i);
      if (i > 0) this.subtractBefore(i);
      if (excess) this.passExcess(i, excess);
      if (!this.decompose(i, excess !== undefined)) return false;
      this.store(i);
      if (!excess) continue;
      this.excess.set(this.remaining);
      this.solveBlock(i, this.excess, 0);
    }
    return true;
  }

  /** e[i] in `remaining`, D 1 in `both`, and the diagonal entry that follows. */
  private passExcess(i: number, given: Float64Array): void {
    const { size: m, lower: l, upper: u, rows, remaining, excess, both } = this;
    const before = m * m * (i - 1);
    for (let row = 0; row < m; row++) {
      let sum = given[m * i + row];
      if (i > 0) { for (let k = 0; k < m; k++) sum -= l[before + m * row + k] * excess[k]; }
      remaining[row] = sum;
      const own = m * (m * i + row);
      both[row] = sum - u[own] - u[own + 1];
    }
    rows[0] = both[0] - rows[1];
  }

  /** [ diagonal[i] | upper[i] ], and the scales of the rows and columns of the former. */
  private load(i: number): void {
    const { size: m, diagonal: d, upper: u, rows, rowScale, columnScale, rowOf } = this;
    columnScale.fill(0);
    for (let row = 0; row < m; row++) {
      const from = m * (m * i + row);
      const to = 2 * m * row;
      let largest = 0;
      for (let c = 0; c < m; c++) {
        rows[to + c] = d[from + c];
        rows[to + m + c] = u[from + c];
        largest = Math.max(largest, Math.abs(d[from + c]));
      }
      rowOf[m * i + row] = row;
      rowScale[row] = largest > 0 ? 1 / largest : 1;
      for (let c = 0; c < m; c++) columnScale[c] = Math.max(columnScale[c], Math.abs(d[from + c]) * rowScale[row]);
    }
  }

  /** D = diagonal[i] - lower[i-1] R[i-1]. */
  private subtractBefore(i: number): void {
    const { size: m, lower: l, reduced: r, rows } = this;
    const before = m * m * (i - 1);
    for (let row = 0; row < m; row++) {
      const to = 2 * m * row;
      const from = before + m * row;
      let c = 0;
      // four columns at a time, so that their sums stay in registers
      for (; c + 3 < m; c += 4) {
        let s0 = rows[to + c];
        let s1 = rows[to + c + 1];
        let s2 = rows[to + c + 2];
        let s3 = rows[to + c + 3];
        for (let k = 0, at = before + c; k < m; k++, at += m) {
          const factor = l[from + k];
          s0 -= factor * r[at];
          s1 -= factor * r[at + 1];
          s2 -= factor * r[at + 2];
          s3 -= factor * r[at + 3];
        }
        rows[to + c] = s0;
        rows[to + c + 1] = s1;
        rows[to + c + 2] = s2;
        rows[to + c + 3] = s3;
      }
      for (; c < m; c++) {
        let sum = rows[to + c];
        for (let k = 0, at = before + c; k < m; k++, at += m) sum -= l[from + k] * r[at];
        rows[to + c] = sum;
      }
    }
  }

  /** P D = L U in place and upper -> R = D^-1 upper; false where a pivot is round-off or not finite. */
  private decompose(i: number, hasExcess: boolean): boolean {
    const { size: m, rows, rowScale, columnScale, both } = this;
    const width = 2 * m;
    for (let p = 0; p < m; p++) {
      this.raisePivot(i, p);
      const own = width * p;
      const size = Math.abs(rows[own + p]);
      const noise = p === 1 && hasExcess ? roundOff * both[1] : (roundOff * columnScale[p]) / rowScale[p];
      if (!(size > noise && size < Infinity)) return false;
      for (let row = p + 1; row < m; row++) {
        const at = width * row;
        const factor = rows[at + p] / rows[own + p];
        rows[at + p] = factor;
        const bySum = p === 0 && hasExcess;
        if (bySum) {
          rows[at + 1] = both[row] - factor * both[0];
          // of which it is the difference: next to what other equations of the block have in this column it may be nothing
          both[row] = Math.abs(both[row]) + Math.abs(factor * both[0]);
        }
        if (factor === 0) continue;
        for (let c = bySum ? 2 : p + 1; c < width; c++) rows[at + c] -= factor * rows[own + c];
      }
    }
    for (let p = m - 1; p >= 0; p--) {
      const own = width * p;
      const inverse = 1 / rows[own + p];
      for (let c = m; c < width; c++) rows[own + c] *= inverse;
      for (let row = 0; row < p; row++) {
        const at = width * row;
        const factor = rows[at + p];
        if (factor === 0) continue;
        for (let c = m; c < width; c++) rows[at + c] -= factor * rows[own + c];
      }
    }
    return true;
  }

  /** Exchanges row p with the one below it that has the largest scaled entry in column p. */
  private raisePivot(i: number, p: number): void {
    const { size: m, rows, rowOf, rowScale, both } = this;
    const width = 2 * m;
    let best = p;
    for (let row = p + 1; row < m; row++) {
      const isLarger =
        Math.abs(rows[width * row + p]) * rowScale[row] > Math.abs(rows[width * best + p]) * rowScale[best];
      if (isLarger) best = row;
    }
    if (best === p) return;
    exchange(rowScale, p, best);
    exchange(both, p, best);
    exchange(rowOf, m * i + p, m * i + best);
    for (let c = 0; c < width; c++) exchange(rows, width * p + c, width * best + c);
  }

  private store(i: number): void {
    const { size: m, rows, inverse: v, reduced: r } = this;
    for (let row = 0, to = m * m * i; row < m; row++) {
      for (let c = 0, from = 2 * m * row; c < m; c++, from++, to++) {
        v[to] = rows[from];
        r[to] = rows[from + m];
      }
    }
  }

  /** x = D^-1 x for the numbers from `first` on. */
  private solveBlock(i: number, x: Float64Array, first: number): void {
    const { size: m, inverse: v, column, rowOf } = this;
    const block = m * m * i;
    for (let row = 0; row < m; row++) column[row] = x[first + rowOf[m * i + row]];
    for (let row = 1; row < m; row++) {
      let sum = column[row];
      for (let k = 0; k < row; k++) sum -= v[block + m * row + k] * column[k];
      column[row] = sum;
    }
    for (let row = m - 1; row >= 0; row--) {
      let sum = column[row];
      for (let k = row + 1; k < m; k++) sum -= v[block + m * row + k] * column[k];
      column[row] = sum / v[block + m * row + row];
    }
    x.set(column, first);
  }

  override solve(x: Float64Array): void {
    const { size: m, blocks, lower: l, reduced: r } = this;
    for (let i = 0; i < blocks; i++) {
      const before = m * m * (i - 1);
      if (i > 0) {
        for (let row = 0; row < m; row++) {
          let sum = x[m * i + row];
          for (let k = 0; k < m; k++) sum -= l[before + m * row + k] * x[m * (i - 1) + k];
          x[m * i + row] = sum;
        }
      }
      this.solveBlock(i, x, m * i);
    }
    for (let i = blocks - 2; i >= 0; i--) {
      for (let row = 0; row < m; row++) {
        let sum = x[m * i + row];
        for (let k = 0; k < m; k++) sum -= r[m * m * i + m * row + k] * x[m * (i + 1) + k];
        x[m * i + row] = sum;
      }
    }
  }
}

/** Two entries in each other's place. */
export function exchange(array: Float64Array | Int32Array, a: number, b: number): void {
  const kept = array[a];
  array[a] = array[b];
  array[b] = kept;
}
