/** Eight voxels of a 2 x 2 x 2 block as bits: 1 along x, 2 along y, 4 along z. Tables of every pattern of them. */

/** Connected parts of a pattern. */
export const partCount = new Uint8Array(256);

/** Part that voxel v of pattern m belongs to, at 8 m + v. */
export const partOfVoxel = new Uint8Array(2048);

for (let pattern = 0; pattern < 256; pattern++) {
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
      for (const step of [1, 2, 4]) {
        const next = voxel ^ step;
        if (!(pattern & (1 << next)) || seen & (1 << next)) continue;
        seen |= 1 << next;
        stack.push(next);
      }
    }
  }
}
