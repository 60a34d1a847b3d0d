/**
 * Points of the Sobol sequence in the unit cube, in the order of its Gray code, the origin first. With 2^k of
 * them every dimension is divided evenly. Direction numbers: S. Joe and F. Y. Kuo, 10.1137/070709359 (set new-joe-kuo-6), by
 * dimension: the inner coefficients of the primitive polynomial as bits, then the first numbers m.
 */
const directionNumbers: readonly (readonly number[])[] = [
  [0, 1],
  [1, 1, 3],
  [1, 1, 3, 1],
  [2, 1, 1, 1],
  [1, 1, 1, 3, 3],
  [4, 1, 3, 5, 13],
  [2, 1, 1, 5, 5, 17],
  [4, 1, 1, 5, 5, 5],
  [7, 1, 1, 7, 11, 19],
  [11, 1, 1, 5, 1, 1],
  [13, 1, 1, 1, 3, 11],
  [14, 1, 3, 5, 5, 31],
  [1, 1, 3, 3, 9, 7, 49],
  [13, 1, 1, 1, 15, 21, 21],
  [16, 1, 3, 1, 13, 27, 49],
  [19, 1, 1, 1, 15, 7, 5],
  [22, 1, 3, 1, 15, 13, 25],
  [25, 1, 1, 5, 5, 19, 61],
  [1, 1, 3, 7, 11, 23, 15, 103],
  [4, 1, 3, 7, 13, 13, 15, 69],
  [7, 1, 1, 3, 13, 7, 35, 63],
  [8, 1, 3, 5, 9, 1, 25, 53],
  [14, 1, 3, 1, 13, 9, 35, 107],
  [19, 1, 3, 1, 5, 27, 61, 31],
  [21, 1, 1, 5, 11, 19, 41, 61],
  [28, 1, 3, 5, 3, 3, 13, 69],
  [31, 1, 1, 7, 13, 1, 19, 1],
  [32, 1, 3, 7, 5, 13, 19, 59],
  [37, 1, 1, 3, 9, 25, 29, 41],
  [41, 1, 3, 5, 13, 23, 1, 55],
  [42, 1, 3, 7, 3, 13, 59, 17],
  [50, 1, 3, 1, 3, 5, 53, 69],
  [55, 1, 1, 5, 5, 23, 33, 13],
  [56, 1, 1, 7, 7, 1, 61, 123],
  [59, 1, 1, 7, 9, 13, 61, 49],
  [62, 1, 3, 3, 5, 3, 55, 33],
  [14, 1, 3, 1, 15, 31, 13, 49, 245],
  [21, 1, 3, 5, 15, 31, 59, 63, 97],
  [22, 1, 3, 1, 11, 11, 11, 77, 249],
];

const bits = 32;

/** Coordinates of point `index` in [0, 1), one per dimension; at most 40 dimensions, index below 2^32. */
export function sobolPoint(index: number, dimensions: number): number[] {
  return Array.from({ length: dimensions }, (_, dimension) => {
    const directions = directionsOf(dimension);
    let coordinate = 0;
    // bit by bit of the index in Gray code, so that consecutive points differ by one direction
    for (let k = 0, gray = (index ^ (index >>> 1)) >>> 0; gray !== 0; k++, gray >>>= 1) {
      if (gray & 1) coordinate ^= directions[k];
    }
    return (coordinate >>> 0) / 2 ** bits;
  });
}

const made: Uint32Array[] = [];

/** v_k = m_k 2^(32 - k) with the recurrence of the polynomial; the first dimension is the van der Corput sequence. */
function directionsOf(dimension: number): Uint32Array {
  if (made[dimension]) return made[dimension];
  const v = new Uint32Array(bits);
  if (dimension === 0) { for (let k = 0; k < bits; k++) v[k] = 2 ** (bits - 1 - k); }
  else {
    const [coefficients, ...first] = directionNumbers[dimension - 1];
    const degree = first.length;
    for (let k = 0; k < bits; k++) {
      v[k] = k < degree ? first[k] * 2 ** (bits - 1 - k) : recurrence(v, k, degree, coefficients);
    }
  }
  return made[dimension] = v;
}

function recurrence(v: Uint32Array, k: number, degree: number, coefficients: number): number {
  let next = v[k - degree] ^ (v[k - degree] >>> degree);
  for (let i = 1; i < degree; i++) if ((coefficients >> (degree - 1 - i)) & 1) next ^= v[k - i];
  return next >>> 0;
}
