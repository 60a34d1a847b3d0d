import type { KernelMemory } from './kernel-memory.js';

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
export function blockTables({ uint8 }: KernelMemory) {
  const copy = (table: Uint8Array): Uint8Array => {
    const own = uint8(table.length);
    own.set(table);
    return own;
  };
  return { partCount: copy(partCount), partOfVoxel: copy(partOfVoxel), partBits: copy(partBits),
    bitCount: copy(bitCount) };
}
