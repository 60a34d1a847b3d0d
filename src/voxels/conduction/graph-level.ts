import { rootOf, unite } from '../union.js';
import { type GridSize, voxelCount } from '../voxel-grid.js';
import { coarseShare } from './block-kernels.js';
import { type KernelMemory, plainMemory } from './kernel-memory.js';

/**
 * Conduction on a graph whose nodes lie in the cells of a grid: sum_j w_ij (u_i - u_j) + g_i u_i = b_i. The next level's nodes are the connected
 * parts of 2 x 2 x 2 cells; parts that do not touch stay apart, which is what makes the coarse problem one of the same phase.
 */
export interface GraphLevel {
  readonly size: number;
  readonly cells: GridSize;
  /** First node of every cell, nodes in the order of the cells, and their number behind the last. */
  readonly first: Int32Array;
  /** `start[i]..start[i + 1]`: edges of node i. */
  readonly start: Int32Array;
  readonly neighbour: Int32Array;
  readonly weight: Float32Array;
  readonly ground: Float32Array;
  readonly inverseDiagonal: Float32Array;
}

/** A level and the way to the next one. */
export interface Coarsening {
  /** Node of the coarse level that a node belongs to. */
  readonly part: Int32Array;
  readonly coarse: GraphLevel;
}

/** Edges that grow as they are found. */
export class EdgeList {
  neighbour: Int32Array;
  weight: Float32Array;
  count = 0;

  constructor(expected: number, private readonly memory: KernelMemory) {
    this.neighbour = memory.int32(expected + 512);
    this.weight = memory.float32(expected + 512);
  }

  /** Makes room for the edges of one more node, so that none is lost in the loop over them. */
  reserve(more: number): void {
    if (this.count + more <= this.neighbour.length) return;
    const length = Math.ceil(1.5 * (this.count + more));
    const neighbour = this.memory.int32(length);
    neighbour.set(this.neighbour);
    this.neighbour = neighbour;
    const weight = this.memory.float32(length);
    weight.set(this.weight);
    this.weight = weight;
  }

  /** What was found, in place: memory behind it was never touched and is none. */
  taken(): { readonly neighbour: Int32Array; readonly weight: Float32Array } {
    return { neighbour: this.neighbour.subarray(0, this.count), weight: this.weight.subarray(0, this.count) };
  }

  /** Adds to the edge to `j` among those from `from` on, or begins it. */
  add(from: number, j: number, weight: number): void {
    let at = from;
    while (at < this.count && this.neighbour[at] !== j) at++;
    if (at === this.count) {
      this.neighbour[at] = j;
      this.weight[at] = weight;
      this.count++;
    } else { this.weight[at] += weight; }
  }
}

/** 1 / (sum of the weights + g), per node. */
export function inverseDiagonal(start: Int32Array, weight: Float32Array, ground: Float32Array,
  memory = plainMemory): Float32Array
{
  const inverse = memory.float32(ground.length);
  memory.kernels.invertDiagonal(start, weight, ground, inverse, ground.length);
  return inverse;
}

/** Cells of the next level: pairs along every axis. */
export const halveGrid = ([nx, ny, nz]: GridSize): GridSize => [(nx + 1) >> 1, (ny + 1) >> 1, (nz + 1) >> 1];

/** Joins nodes of 2 x 2 x 2 cells along edges stronger than `threshold` times the strongest of either end. */
export function coarsen(fine: GraphLevel, threshold: number, memory: KernelMemory): Coarsening {
  const cells = halveGrid(fine.cells);
  const { part, first } = partsOf(fine, cells, threshold > 0 ? strongEdges(fine, threshold) : undefined, memory);
  const size = first[first.length - 1];
  const { children, childStart } = childrenOf(part, size);
  const edges = new EdgeList(8 * size, memory);
  const start = memory.int32(size + 1);
  const ground = memory.float32(size);
  for (let i = 0; i < size; i++) {
    const from = edges.count;
    start[i] = from;
    let toGround = 0;
    for (let c = childStart[i]; c < childStart[i + 1]; c++) {
      const child = children[c];
      edges.reserve(fine.start[child + 1] - fine.start[child]);
      for (let e = fine.start[child]; e < fine.start[child + 1]; e++) {
        const j = part[fine.neighbour[e]];
        if (j !== i) edges.add(from, j, coarseShare * fine.weight[e]);
      }
      toGround += fine.ground[child];
    }
    ground[i] = coarseShare * toGround;
  }
  start[size] = edges.count;
  const { neighbour, weight } = edges.taken();
  const inverse = inverseDiagonal(start, weight, ground, memory);
  return { part, coarse: { size, cells, first, start, neighbour, weight, ground, inverseDiagonal: inverse } };
}

/** Nodes in the order of the parts that they belong to. */
function childrenOf(part: Int32Array,
  size: number): { readonly children: Int32Array; readonly childStart: Int32Array }
{
  const childStart = new Int32Array(size + 1);
  for (let i = 0; i < part.length; i++) childStart[part[i] + 1]++;
  for (let i = 0; i < size; i++) childStart[i + 1] += childStart[i];
  const next = childStart.slice(0, size);
  const children = new Int32Array(part.length);
  for (let i = 0; i < part.length; i++) children[next[part[i]]++] = i;
  return { children, childStart };
}

/** Least weight of an edge that joins, per node. */
function strongEdges({ size, start, weight }: GraphLevel, threshold: number): Float32Array {
  const least = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    let strongest = 0;
    for (let e = start[i]; e < start[i + 1]; e++) if (weight[e] > strongest) strongest = weight[e];
    least[i] = threshold * strongest;
  }
  return least;
}

/** Parts by union-find among the nodes of each block of cells. */
function partsOf(fine: GraphLevel, cells: GridSize, least: Float32Array | undefined, memory: KernelMemory): {
  readonly part: Int32Array;
  readonly first: Int32Array;
} {
  const part = memory.int32(fine.size);
  const first = new Int32Array(voxelCount(cells) + 1);
  const siblings = new Int32Array(fine.size);
  const root = new Int32Array(fine.size);
  const place = new Int32Array(fine.size).fill(-1);
  let count = 0;
  let cell = 0;
  for (let z = 0; z < cells[2]; z++) {
    for (let y = 0; y < cells[1]; y++) {
      for (let x = 0; x < cells[0]; x++) {
        first[cell++] = count;
        const many = siblingsOf(fine, x, y, z, siblings);
        for (let k = 0; k < many; k++) {
          place[siblings[k]] = k;
          root[k] = k;
        }
        for (let k = 0; k < many; k++) joinSiblings(fine, siblings, place, root, k, many, least);
        for (let k = 0; k < many; k++) {
          part[siblings[k]] = root[k] === k ? count++ : part[siblings[rootOf(root, k)]];
        }
      }
    }
  }
  first[cell] = count;
  return { part, first };
}

function siblingsOf({ cells: [nx, ny, nz], first }: GraphLevel, x: number, y: number, z: number,
  out: Int32Array): number
{
  let count = 0;
  const width = 2 * x + 1 < nx ? 2 : 1;
  for (let zz = 2 * z; zz < Math.min(nz, 2 * z + 2); zz++) {
    for (let yy = 2 * y; yy < Math.min(ny, 2 * y + 2); yy++) {
      const cell = nx * (yy + ny * zz) + 2 * x;
      for (let i = first[cell]; i < first[cell + width]; i++) out[count++] = i;
    }
  }
  return count;
}

function joinSiblings({ start, neighbour, weight }: GraphLevel, siblings: Int32Array, place: Int32Array,
  root: Int32Array, k: number, many: number, least: Float32Array | undefined): void
{
  const i = siblings[k];
  for (let e = start[i]; e < start[i + 1]; e++) {
    const j = neighbour[e];
    const other = place[j];
    if (other < 0 || other >= many || other >= k || siblings[other] !== j) continue;
    if (least && weight[e] <= Math.max(least[i], least[j])) continue;
    unite(root, k, other);
  }
}
