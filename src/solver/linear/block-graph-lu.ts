import type { KernelMemory } from '../kernel-memory.js';
import { type BlockMatrix, type Faces, placesOf, roundOff } from './block-matrix.js';
import * as frontKernels from './front-kernels.js';
import { type Front, frontTree } from './front-tree.js';

/** Where the numbers of the fronts stand, in one precision or the other, and what works on them. */
export interface FrontMemory extends Pick<KernelMemory<typeof frontKernels>, 'kernels' | 'int32'> {
  readonly numbers: (length: number) => Float64Array | Float32Array;
  /** A pivot smaller than this share of what it is the difference of has no digit left. */
  readonly roundOff: number;
}

const doubleMemory: FrontMemory = { kernels: frontKernels, int32: (length) => new Int32Array(length),
  numbers: (length) => new Float64Array(length), roundOff };

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
  /** Multiplications of a factorisation. */
  readonly work: number;
  /** Numbers of the factors. */
  readonly stored: number;
  private readonly fronts: number;
  /** Of each entry. */
  private readonly rows: Int32Array;
  private readonly columns: Int32Array;
  private readonly rowScale: Float64Array;
  private readonly columnScale: Float64Array;
  /** As `front-kernels` has them. */
  private readonly heads: Int32Array;
  private readonly plan: Int32Array;
  private readonly scaled: Float64Array | Float32Array;
  /** The front at work, and what finished fronts left for parents that have not come yet. */
  private readonly front: Float64Array | Float32Array;
  private readonly stack: Float64Array | Float32Array;
  private readonly factors: Float64Array | Float32Array;
  private readonly rowOf: Int32Array;
  private readonly x: Float64Array | Float32Array;
  private readonly local: Float64Array | Float32Array;

  constructor(readonly size: number, readonly blocks: number, faces: Faces, private readonly memory = doubleMemory) {
    const entries = size * size;
    this.entries = new Float64Array(entries * (blocks + 2 * faces.count));
    this.diagonal = this.entries.subarray(0, entries * blocks);
    this.lower = this.entries.subarray(entries * blocks, entries * (blocks + faces.count));
    this.upper = this.entries.subarray(entries * (blocks + faces.count));
    [this.rows, this.columns] = placesOf(size, blocks, faces);
    const fronts = frontTree(blocks, faces);
    this.fronts = fronts.length;
    this.rowScale = new Float64Array(size * blocks);
    this.columnScale = new Float64Array(size * blocks);
    const { largest, stacked, stored, work } = storageOf(fronts);
    this.work = size ** 3 * work;
    const { numbers, int32 } = memory;
    const { heads, plan } = planOf(fronts, size, blocks, faces.count);
    this.heads = int32(heads.length);
    this.heads.set(heads);
    this.plan = int32(plan.length);
    this.plan.set(plan);
    this.scaled = numbers(this.entries.length);
    this.front = numbers(entries * largest * largest);
    this.stack = numbers(entries * stacked);
    this.stored = entries * stored;
    this.factors = numbers(this.stored);
    this.rowOf = int32(size * blocks);
    this.x = numbers(size * blocks);
    this.local = numbers(size * largest);
  }

  clear(): void {
    this.entries.fill(0);
  }

  factor(): boolean {
    const { heads, fronts, plan, scaled, front, stack, factors, rowOf, memory: { kernels, roundOff } } = this;
    this.equilibrate();
    return kernels.factorFronts(heads, fronts, plan, scaled, front, front, stack, factors, rowOf, roundOff ** 2) !== 0;
  }

  /** Largest entry of every row, then of every column of the scaled rows, to one. */
  private equilibrate(): void {
    const { rowScale, columnScale, entries, scaled, rows, columns } = this;
    rowScale.fill(0);
    columnScale.fill(0);
    for (let e = 0; e < entries.length; e++) {
      const size = Math.abs(entries[e]);
      if (size > rowScale[rows[e]]) rowScale[rows[e]] = size;
    }
    invert(rowScale);
    for (let e = 0; e < entries.length; e++) {
      const size = rowScale[rows[e]] * Math.abs(entries[e]);
      if (size > columnScale[columns[e]]) columnScale[columns[e]] = size;
    }
    invert(columnScale);
    for (let e = 0; e < entries.length; e++) scaled[e] = rowScale[rows[e]] * entries[e] * columnScale[columns[e]];
  }

  solve(x: Float64Array): void {
    const { rowScale, columnScale, heads, fronts, plan, factors, rowOf, x: own, local, memory: { kernels } } = this;
    for (let i = 0; i < x.length; i++) own[i] = x[i] * rowScale[i];
    kernels.solveFronts(heads, fronts, plan, factors, rowOf, own, local);
    for (let i = 0; i < x.length; i++) x[i] = own[i] * columnScale[i];
  }
}

function invert(scales: Float64Array): void {
  for (let i = 0; i < scales.length; i++) scales[i] = scales[i] > 0 ? 1 / scales[i] : 1;
}

/** The fronts as `front-kernels` reads them. */
function planOf(fronts: readonly Front[], size: number, blocks: number,
  count: number): { readonly heads: readonly number[]; readonly plan: readonly number[] }
{
  const heads: number[] = [];
  const plan: number[] = [];
  const addRows = (cells: Int32Array): void => {
    for (const cell of cells) for (let i = 0; i < size; i++) plan.push(size * cell + i);
  };
  for (const { cells, own, faces, children } of fronts) {
    const n = size * cells.length;
    heads.push(n, size * own, plan.length);
    addRows(cells);
    const addBlock = (block: number, row: number, column: number): void => {
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) {
          plan.push(size * (size * block + i) + j, n * (size * column + j) + size * row + i);
        }
      }
    };
    plan.push(size * size * (own + (2 * faces.length) / 3));
    for (let j = 0; j < own; j++) addBlock(cells[j], j, j);
    for (let e = 0; e < faces.length; e += 3) {
      const [face, owner, neighbour] = faces.subarray(e, e + 3);
      addBlock(blocks + face, neighbour, owner);
      addBlock(blocks + count + face, owner, neighbour);
    }
    plan.push(children.length);
    for (const places of children.toReversed()) {
      plan.push(size * places.length);
      addRows(places);
    }
  }
  return { heads, plan };
}

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
    stored += front.own * (2 * front.cells.length - front.own);
  }
  return { largest, stacked, stored, work };
}
