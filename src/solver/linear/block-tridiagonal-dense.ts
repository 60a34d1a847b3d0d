import { BlockTridiagonal, roundOff } from './block-matrix.js';

/**
 * The same elimination as `block-tridiagonal` for blocks of any size. Each pivot block
 *   D = diagonal[i] - lower[i-1] R[i-1],   R[i] = D^-1 upper[i]
 * is factored as P D = L U with rows exchanged inside the block, largest entry first; every row counts in units of its largest
 * entry, because the equations of a block have different units.
 */
export class BlockTridiagonalDense extends BlockTridiagonal {
  /** Row of the block that became row r of L U, `size` numbers per block. */
  private readonly rowOf: Int32Array;
  /** 1 / largest entry of each row of the block being factored, and the largest entry of each column in those units. */
  private readonly rowScale: Float64Array;
  private readonly columnScale: Float64Array;
  private readonly column: Float64Array;

  constructor(size: number, blocks: number) {
    super(size, blocks);
    this.rowOf = new Int32Array(size * blocks);
    this.rowScale = new Float64Array(size);
    this.columnScale = new Float64Array(size);
    this.column = new Float64Array(size);
  }

  override factor(): boolean {
    for (let i = 0; i < this.blocks; i++) {
      this.load(i);
      if (!this.decompose(i)) return false;
      if (i + 1 < this.blocks) this.reduce(i);
    }
    return true;
  }

  /** D of block i, and the scales of its rows and columns. */
  private load(i: number): void {
    const { size: m, diagonal: d, lower: l, inverse: v, reduced: r, rowScale, columnScale } = this;
    const block = m * m * i;
    const before = block - m * m;
    columnScale.fill(0);
    for (let row = 0; row < m; row++) {
      const at = block + m * row;
      let largest = 0;
      for (let c = 0; c < m; c++) largest = Math.max(largest, Math.abs(d[at + c]));
      rowScale[row] = largest > 0 ? 1 / largest : 1;
      for (let c = 0; c < m; c++) columnScale[c] = Math.max(columnScale[c], Math.abs(d[at + c]) * rowScale[row]);
      for (let c = 0; c < m; c++) {
        let sum = d[at + c];
        if (i > 0) { for (let k = 0; k < m; k++) sum -= l[before + m * row + k] * r[before + m * k + c]; }
        v[at + c] = sum;
      }
    }
  }

  /** P D = L U in place; false where a pivot is round-off or not finite. */
  private decompose(i: number): boolean {
    const { size: m, inverse: v, rowOf, rowScale, columnScale } = this;
    const block = m * m * i;
    for (let row = 0; row < m; row++) rowOf[m * i + row] = row;
    for (let p = 0; p < m; p++) {
      const pivot = this.raisePivot(i, p);
      if (!(Math.abs(pivot) * rowScale[p] > roundOff * columnScale[p] && Math.abs(pivot) < Infinity)) return false;
      for (let row = p + 1; row < m; row++) {
        const at = block + m * row;
        const factor = (v[at + p] /= pivot);
        for (let c = p + 1; c < m; c++) v[at + c] -= factor * v[block + m * p + c];
      }
    }
    return true;
  }

  /** Exchanges row p with the one below it that has the largest scaled entry in column p; returns the pivot. */
  private raisePivot(i: number, p: number): number {
    const { size: m, inverse: v, rowOf, rowScale } = this;
    const block = m * m * i;
    let best = p;
    let largest = Math.abs(v[block + m * p + p]) * rowScale[p];
    for (let row = p + 1; row < m; row++) {
      const size = Math.abs(v[block + m * row + p]) * rowScale[row];
      if (size > largest) {
        largest = size;
        best = row;
      }
    }
    if (best !== p) {
      exchange(rowScale, p, best);
      exchange(rowOf, m * i + p, m * i + best);
      for (let c = 0; c < m; c++) exchange(v, block + m * p + c, block + m * best + c);
    }
    return v[block + m * p + p];
  }

  /** R = D^-1 U, column by column. */
  private reduce(i: number): void {
    const { size: m, upper: u, reduced: r, column, rowOf } = this;
    const block = m * m * i;
    for (let c = 0; c < m; c++) {
      for (let row = 0; row < m; row++) column[row] = u[block + m * rowOf[m * i + row] + c];
      this.solveBlock(i);
      for (let row = 0; row < m; row++) r[block + m * row + c] = column[row];
    }
  }

  /** column = (L U)^-1 column, with the rows of `column` already in the order of the pivots. */
  private solveBlock(i: number): void {
    const { size: m, inverse: v, column } = this;
    const block = m * m * i;
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
  }

  override solve(x: Float64Array): void {
    const { size: m, blocks, lower: l, reduced: r, column, rowOf } = this;
    for (let i = 0; i < blocks; i++) {
      const before = m * m * (i - 1);
      if (i > 0) {
        for (let row = 0; row < m; row++) {
          let sum = x[m * i + row];
          for (let k = 0; k < m; k++) sum -= l[before + m * row + k] * x[m * (i - 1) + k];
          x[m * i + row] = sum;
        }
      }
      for (let row = 0; row < m; row++) column[row] = x[m * i + rowOf[m * i + row]];
      this.solveBlock(i);
      for (let row = 0; row < m; row++) x[m * i + row] = column[row];
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

function exchange(array: Float64Array | Int32Array, a: number, b: number): void {
  const kept = array[a];
  array[a] = array[b];
  array[b] = kept;
}
