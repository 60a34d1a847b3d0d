import type { BlockMatrix, Faces } from './block-matrix.js';
import { factorFront } from './front-kernel.js';
import { type Front, frontTree } from './front-tree.js';

/**
 * A block matrix on any graph, by multifrontal LU: cells in minimum-degree order, fronts of several cells as dense
 * matrices, rows exchanged inside a front only. Row r and column c count as rowScale[r] a_rc columnScale[c], which
 * makes entries of different units comparable. Structure and storage are made once; `factor` and `solve` allocate
 * nothing.
 */
export class BlockGraphLu implements BlockMatrix {
  readonly entries: Float64Array;
  readonly diagonal: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly work: number;
  /** Numbers of the factors. */
  readonly stored: number;
  private readonly fronts: readonly Front[];
  private readonly rowScale: Float64Array;
  private readonly columnScale: Float64Array;
  /** The front at work, and what finished fronts left for parents that have not come yet. */
  private readonly front: Float64Array;
  private readonly stack: Float64Array;
  /** Of each front: its first rows [L U], then the columns L below them; and the rows taken for its pivots. */
  private readonly factors: Float64Array | Float32Array;
  private readonly rowOf: Int32Array;
  /** Right-hand side of one front. */
  private readonly local: Float64Array;
  private readonly ordered: Float64Array;

  /** Factors are used in double precision, and stored as `Store` says. */
  constructor(readonly size: number, readonly blocks: number, private readonly faces: Faces,
    Store: Float64ArrayConstructor | Float32ArrayConstructor = Float64Array)
  {
    const entries = size * size;
    this.entries = new Float64Array(entries * (blocks + 2 * faces.count));
    this.diagonal = this.entries.subarray(0, entries * blocks);
    this.lower = this.entries.subarray(entries * blocks, entries * (blocks + faces.count));
    this.upper = this.entries.subarray(entries * (blocks + faces.count));
    this.fronts = frontTree(blocks, faces);
    this.rowScale = new Float64Array(size * blocks);
    this.columnScale = new Float64Array(size * blocks);
    const { largest, stacked, stored, work } = storageOf(this.fronts);
    this.work = size ** 3 * work;
    this.front = new Float64Array(entries * largest * largest);
    this.stack = new Float64Array(entries * stacked);
    this.stored = entries * stored;
    this.factors = new Store(this.stored);
    this.rowOf = new Int32Array(size * blocks);
    this.local = new Float64Array(size * largest);
    this.ordered = new Float64Array(size * largest);
  }

  clear(): void {
    this.entries.fill(0);
  }

  factor(): boolean {
    const { size: m, front: a, factors, stack, rowOf } = this;
    this.equilibrate();
    let top = 0;
    let stored = 0;
    let pivot = 0;
    for (const front of this.fronts) {
      const n = m * front.cells.length;
      const k = m * front.own;
      a.fill(0, 0, n * n);
      this.addEntries(front);
      top = this.addChildren(front, top);
      if (!factorFront(a, n, k, rowOf, pivot)) return false;
      pivot += k;
      for (let i = 0; i < n * k; i++) factors[stored++] = a[i];
      for (let row = k; row < n; row++) {
        for (let c = 0, at = row * n; c < k; c++) factors[stored++] = a[at + c];
        for (let c = k, at = row * n; c < n; c++) stack[top++] = a[at + c];
      }
    }
    return true;
  }

  /** Largest entry of every row, then of every column of the scaled rows, to one. */
  private equilibrate(): void {
    const { rowScale, columnScale } = this;
    rowScale.fill(0);
    columnScale.fill(0);
    this.eachEntry(raiseRow, rowScale, columnScale);
    invert(rowScale);
    this.eachEntry(raiseColumn, rowScale, columnScale);
    invert(columnScale);
  }

  private eachEntry(visit: Visit, rows: Float64Array, columns: Float64Array): void {
    const { size: m, blocks, diagonal, lower, upper, faces: { count, owner, neighbour } } = this;
    for (let cell = 0; cell < blocks; cell++) visit(diagonal, m * m * cell, m, rows, m * cell, columns, m * cell);
    for (let f = 0; f < count; f++) {
      const at = m * m * f;
      visit(upper, at, m, rows, m * owner[f], columns, m * neighbour[f]);
      visit(lower, at, m, rows, m * neighbour[f], columns, m * owner[f]);
    }
  }

  /** Adds what the matrix has at the cells of the front. */
  private addEntries({ cells, own, faces }: Front): void {
    const n = cells.length;
    for (let j = 0; j < own; j++) this.addBlock(this.diagonal, cells[j], n, j, cells[j], j, cells[j]);
    for (let e = 0; e < faces.length; e += 3) {
      const owner = faces[e + 1];
      const neighbour = faces[e + 2];
      this.addBlock(this.upper, faces[e], n, owner, cells[owner], neighbour, cells[neighbour]);
      this.addBlock(this.lower, faces[e], n, neighbour, cells[neighbour], owner, cells[owner]);
    }
  }

  private addBlock(from: Float64Array, block: number, cells: number, row: number, rowCell: number, column: number,
    columnCell: number): void
  {
    const { size: m, front: a, rowScale, columnScale } = this;
    for (let i = 0; i < m; i++) {
      const at = (m * row + i) * m * cells + m * column;
      const scale = rowScale[m * rowCell + i];
      for (let j = 0; j < m; j++) {
        a[at + j] += scale * from[m * m * block + m * i + j] * columnScale[m * columnCell + j];
      }
    }
  }

  /** Takes what the children left from the stack, the last one first; returns where the stack ends now. */
  private addChildren({ cells, children }: Front, top: number): number {
    const { size: m, front: a, stack } = this;
    const n = m * cells.length;
    for (let child = children.length - 1; child >= 0; child--) {
      const places = children[child];
      const left = places.length;
      top -= m * m * left * left;
      let from = top;
      for (let row = 0; row < left; row++) {
        for (let i = 0; i < m; i++) {
          const at = (m * places[row] + i) * n;
          for (let column = 0; column < left; column++) {
            const to = at + m * places[column];
            for (let j = 0; j < m; j++) a[to + j] += stack[from++];
          }
        }
      }
    }
    return top;
  }

  solve(x: Float64Array): void {
    const { fronts, rowScale, columnScale, size: m } = this;
    for (let i = 0; i < x.length; i++) x[i] *= rowScale[i];
    let stored = 0;
    let pivot = 0;
    for (const front of fronts) {
      this.forward(front, x, stored, pivot);
      stored += m * m * storedBlocks(front);
      pivot += m * front.own;
    }
    for (let i = fronts.length - 1; i >= 0; i--) {
      stored -= m * m * storedBlocks(fronts[i]);
      this.backward(fronts[i], x, stored);
    }
    for (let i = 0; i < x.length; i++) x[i] *= columnScale[i];
  }

  /** b <- L^-1 P b on the own cells; b of the cells that stay loses what these contribute. */
  private forward({ cells, own }: Front, x: Float64Array, stored: number, pivot: number): void {
    const { size: m, factors, local, ordered, rowOf } = this;
    const n = m * cells.length;
    const k = m * own;
    this.gather(cells, x);
    for (let row = 0; row < k; row++) {
      ordered[row] = local[rowOf[pivot + row]] - dot(factors, stored + row * n, ordered, 0, row);
    }
    for (let row = k, at = stored + k * n; row < n; row++, at += k) {
      ordered[row] = local[row] - dot(factors, at, ordered, 0, k);
    }
    this.scatter(cells, cells.length, ordered, x);
  }

  /** x <- U^-1 b on the own cells, with x of the cells that stay known. */
  private backward({ cells, own }: Front, x: Float64Array, stored: number): void {
    const { size: m, factors, local } = this;
    const n = m * cells.length;
    this.gather(cells, x);
    for (let row = m * own - 1; row >= 0; row--) {
      const at = stored + row * n;
      local[row] = (local[row] - dot(factors, at + row + 1, local, row + 1, n)) / factors[at + row];
    }
    this.scatter(cells, own, local, x);
  }

  private gather(cells: Int32Array, x: Float64Array): void {
    const { size: m, local } = this;
    for (let j = 0, at = 0; j < cells.length; j++) {
      for (let i = 0; i < m; i++) local[at++] = x[m * cells[j] + i];
    }
  }

  private scatter(cells: Int32Array, count: number, from: Float64Array, x: Float64Array): void {
    const { size: m } = this;
    for (let j = 0, at = 0; j < count; j++) {
      for (let i = 0; i < m; i++) x[m * cells[j] + i] = from[at++];
    }
  }
}

/** sum of a[at + i] x[start + i] up to x[end - 1], in four sums that need not wait for each other. */
function dot(a: Float64Array | Float32Array, at: number, x: Float64Array, start: number, end: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = start;
  let j = at;
  for (; i + 3 < end; i += 4, j += 4) {
    s0 += a[j] * x[i];
    s1 += a[j + 1] * x[i + 1];
    s2 += a[j + 2] * x[i + 2];
    s3 += a[j + 3] * x[i + 3];
  }
  for (; i < end; i++, j++) s0 += a[j] * x[i];
  return s0 + s1 + (s2 + s3);
}

type Visit = (from: Float64Array, at: number, m: number, rows: Float64Array, row: number, columns: Float64Array,
  column: number) => void;

const raiseRow: Visit = (from, at, m, rows, row) => {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) rows[row + i] = Math.max(rows[row + i], Math.abs(from[at++]));
  }
};

const raiseColumn: Visit = (from, at, m, rows, row, columns, column) => {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) {
      columns[column + j] = Math.max(columns[column + j], rows[row + i] * Math.abs(from[at++]));
    }
  }
};

function invert(scales: Float64Array): void {
  for (let i = 0; i < scales.length; i++) scales[i] = scales[i] > 0 ? 1 / scales[i] : 1;
}

/** Blocks of the factors of a front. */
const storedBlocks = ({ cells, own }: Front): number => own * (2 * cells.length - own);

/** Cells of the largest front, blocks of the stack at its highest and of all factors, and products of blocks. */
function storageOf(fronts: readonly Front[]): { largest: number; stacked: number; stored: number; work: number } {
  let largest = 0;
  let stacked = 0;
  let stored = 0;
  let work = 0;
  let top = 0;
  for (const front of fronts) {
    for (let left = front.cells.length - front.own; left < front.cells.length; left++) work += left * left;
    largest = Math.max(largest, front.cells.length);
    for (const places of front.children) top -= places.length ** 2;
    top += (front.cells.length - front.own) ** 2;
    stacked = Math.max(stacked, top);
    stored += storedBlocks(front);
  }
  return { largest, stacked, stored, work };
}
