/** Loops over voxels and their blocks of 2 x 2 x 2 before a solution begins. Compiled as those of the solution are. */

/** A whole number below 2^31. */
type Whole = number;

/** Conductance from the centre of a voxel to an end plane, half a voxel away; between two centres it is 1. */
export const endConductance = 2;

/**
 * Conductances of the next level are half of the sum between two parts: piecewise constant corrections are too small by about that
 * (over-correction of aggregation multigrid, Braess, Computing 55 (1995) 379, doi 10.1007/BF02238488).
 */
export const coarseShare = 0.5;

/** d of voxels that are marked by 1: conducting neighbours, and the conductances to the ends. */
export function countNeighbours(d: Uint8Array, ny: Whole, nz: Whole, rowStride: Whole, planeStride: Whole): void {
  // the lowest bit says whether a voxel takes part until all are counted
  for (let z = 0; z < nz; z++) {
    const ends = (z === 0 ? endConductance : 0) + (z === nz - 1 ? endConductance : 0);
    const at = planeStride * (z + 1);
    for (let i = at; i < at + rowStride * ny; i++) {
      if (d[i] === 0) continue;
      const neighbours = (d[i - 1] & 1) + (d[i + 1] & 1) + (d[i - rowStride] & 1) + (d[i + rowStride] & 1)
        + (d[i - planeStride] & 1) + (d[i + planeStride] & 1);
      d[i] = 1 | ((neighbours + ends) << 1);
    }
  }
  for (let i = planeStride; i < planeStride * (nz + 1); i++) d[i] = d[i] >> 1;
}

/** Bits of the voxels of every block that conduct, and its first part; gives the number of all parts. */
export function findBlocks(d: Uint8Array, pattern: Uint8Array, first: Int32Array, partCount: Uint8Array, bx: Whole,
  by: Whole, bz: Whole, rowStride: Whole, planeStride: Whole): Whole
{
  let parts: Whole = 0;
  for (let z = 0; z < bz; z++) {
    for (let y = 0; y < by; y++) {
      // a voxel behind an odd end is one of the empty ones of the border
      const a = planeStride * (2 * z + 1) + rowStride * 2 * y;
      const b = a + rowStride;
      const c = a + planeStride;
      const e = c + rowStride;
      const row = bx * (y + by * z);
      for (let x = 0; x < bx; x++) {
        const k = 2 * x;
        const bits = Number(d[a + k] > 0) | (Number(d[a + k + 1] > 0) << 1) | (Number(d[b + k] > 0) << 2)
          | (Number(d[b + k + 1] > 0) << 3) | (Number(d[c + k] > 0) << 4) | (Number(d[c + k + 1] > 0) << 5)
          | (Number(d[e + k] > 0) << 6) | (Number(d[e + k + 1] > 0) << 7);
        pattern[row + x] = bits;
        first[row + x] = parts;
        parts += partCount[bits];
      }
    }
  }
  return parts;
}

/** Edges of a part to the parts of another block, whose voxels `touched` lie across their common face; gives the place behind the last. */
function joinAcross(touched: Whole, block: Whole, pattern: Uint8Array, first: Int32Array, partCount: Uint8Array,
  partBits: Uint8Array, bitCount: Uint8Array, neighbour: Int32Array, weight: Float32Array, edges: Whole): Whole
{
  const bits = pattern[block];
  let count = edges;
  if ((touched & bits) === 0) return count;
  for (let part = 0; part < partCount[bits]; part++) {
    const contacts = touched & partBits[4 * bits + part];
    if (contacts === 0) continue;
    neighbour[count] = first[block] + part;
    weight[count] = coarseShare * bitCount[contacts];
    count++;
  }
  return count;
}

/** Edges of the parts of a plane of blocks, from a place on, and what joins them to the ends; gives the place behind the last. */
export function joinBlocks(z: Whole, firstEnd: Whole, lastEnd: Whole, pattern: Uint8Array, first: Int32Array,
  partCount: Uint8Array, partBits: Uint8Array, bitCount: Uint8Array, start: Int32Array, neighbour: Int32Array,
  weight: Float32Array, ground: Float32Array, edges: Whole, bx: Whole, by: Whole, bz: Whole): Whole
{
  let count = edges;
  for (let y = 0; y < by; y++) {
    for (let x = 0; x < bx; x++) {
      const block = x + bx * (y + by * z);
      const own = pattern[block];
      for (let part = 0; part < partCount[own]; part++) {
        const bits = partBits[4 * own + part];
        const node = first[block] + part;
        start[node] = count;
        if (x > 0)
          count = joinAcross((bits & 0x55) << 1, block - 1, pattern, first, partCount, partBits, bitCount, neighbour,
            weight, count);
        if (x < bx - 1)
          count = joinAcross((bits & 0xaa) >> 1, block + 1, pattern, first, partCount, partBits, bitCount, neighbour,
            weight, count);
        if (y > 0)
          count = joinAcross((bits & 0x33) << 2, block - bx, pattern, first, partCount, partBits, bitCount, neighbour,
            weight, count);
        if (y < by - 1)
          count = joinAcross((bits & 0xcc) >> 2, block + bx, pattern, first, partCount, partBits, bitCount, neighbour,
            weight, count);
        if (z > 0)
          count = joinAcross((bits & 0x0f) << 4, block - bx * by, pattern, first, partCount, partBits, bitCount,
            neighbour, weight, count);
        if (z < bz - 1)
          count = joinAcross((bits & 0xf0) >> 4, block + bx * by, pattern, first, partCount, partBits, bitCount,
            neighbour, weight, count);
        ground[node] = coarseShare * endConductance * (bitCount[bits & firstEnd] + bitCount[bits & lastEnd]);
      }
    }
  }
  return count;
}
