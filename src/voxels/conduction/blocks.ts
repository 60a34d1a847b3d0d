import type { GridSize } from '../voxel-grid.js';
import { EdgeList, type GraphLevel, halveGrid, inverseDiagonal } from './graph-level.js';
import type { KernelMemory } from './kernel-memory.js';
import type { PaddedGrid } from './padded-grid.js';

/** Blocks of 2 x 2 x 2 voxels: which of them conduct, and the first node of every block on the next level. */
export interface Blocks {
  readonly cells: GridSize;
  readonly pattern: Uint8Array;
  readonly first: Int32Array;
  readonly tables: ReturnType<typeof blockTables>;
}

export function blocksOf({ size, rowStride, planeStride, degree }: PaddedGrid, memory: KernelMemory): Blocks {
  const cells = halveGrid(size);
  const [bx, by, bz] = cells;
  const count = bx * by * bz;
  const pattern = memory.uint8(count);
  const first = memory.int32(count + 1);
  const tables = blockTables(memory);
  first[count] = memory.kernels.findBlocks(degree, pattern, first, tables.partCount, bx, by, bz, rowStride,
    planeStride);
  return { cells, pattern, first, tables };
}

/** Voxels of a block on its first and its last plane. */
const lower = 0x0f;
const upper = 0xf0;

/** The next level: a node per connected part of a block, joined by the faces between their voxels. */
export function levelOfBlocks({ cells, pattern, first, tables }: Blocks, depth: number,
  memory: KernelMemory): GraphLevel
{
  const { partCount, partBits, bitCount } = tables;
  const [bx, by, bz] = cells;
  const size = first[first.length - 1];
  const edges = new EdgeList(7 * size, memory);
  const start = memory.int32(size + 1);
  const ground = memory.float32(size);
  const lastPlane = depth % 2 === 1 ? lower : upper;
  for (let z = 0; z < bz; z++) {
    // no voxel has more than three faces towards other blocks
    edges.reserve(24 * (first[bx * by * (z + 1)] - first[bx * by * z]));
    edges.count = memory.kernels.joinBlocks(z, z === 0 ? lower : 0, z === bz - 1 ? lastPlane : 0, pattern, first,
      partCount, partBits, bitCount, start, edges.neighbour, edges.weight, ground, edges.count, bx, by, bz);
  }
  start[size] = edges.count;
  const { neighbour, weight } = edges.taken();
  return { size, cells, first, start, neighbour, weight, ground,
    inverseDiagonal: inverseDiagonal(start, weight, ground, memory) };
}

/** Eight voxels of a 2 x 2 x 2 block as bits: 1 along x, 2 along y, 4 along z. Tables of every pattern of them. */

/** Connected parts of a pattern. */
const partCount = new Uint8Array(256);

/** Part that voxel v of pattern m belongs to, at 8 m + v. */
const partOfVoxel = new Uint8Array(2048);

/** Voxels of part k of pattern m, at 4 m + k. */
const partBits = new Uint8Array(1024);

/** Voxels of a pattern. */
const bitCount = new Uint8Array(256);

for (let pattern = 0; pattern < 256; pattern++) {
  bitCount[pattern] = bitCount[pattern >> 1] + (pattern & 1);
  const stack: number[] = [];
  let seen = 0;
  for (let seed = 0; seed < 8; seed++) {
    if (!(pattern & (1 << seed)) || seen & (1 << seed)) continue;
    const part = partCount[pattern]++;
    seen |= 1 << seed;
    stack.push(seed);
    while (stack.length > 0) {
      const voxel = stack.pop()!;
      partOfVoxel[8 * pattern + voxel] = part;
      partBits[4 * pattern + part] |= 1 << voxel;
      for (const step of [1, 2, 4]) {
        const next = voxel ^ step;
        if (!(pattern & (1 << next)) || seen & (1 << next)) continue;
        seen |= 1 << next;
        stack.push(next);
      }
    }
  }
}

/** The tables where the kernels can read them. */
function blockTables({ uint8 }: KernelMemory) {
  const copy = (table: Uint8Array): Uint8Array => {
    const own = uint8(table.length);
    own.set(table);
    return own;
  };
  return { partCount: copy(partCount), partOfVoxel: copy(partOfVoxel), partBits: copy(partBits),
    bitCount: copy(bitCount) };
}
