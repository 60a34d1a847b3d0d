/**
 * Widths of n cells over a length, symmetric, growing geometrically from both ends to the middle; `ratio` = middle width
 * over end width. ratio 1 is uniform. Boundary layers of reaction and jumps of properties sit at the ends of a region.
 */
export function symmetricWidths(length: number, n: number, ratio: number): Float64Array {
  const widths = new Float64Array(n);
  const half = (n - 1) / 2;
  let total = 0;
  for (let i = 0; i < n; i++) {
    const fromEnd = half === 0 ? 0 : 1 - Math.abs(i - half) / half;
    widths[i] = ratio ** fromEnd;
    total += widths[i];
  }
  for (let i = 0; i < n; i++) widths[i] *= length / total;
  return widths;
}

/** Widths of n shells over a length of one, from the centre to the surface; each is `ratio` times thicker than the next. */
export function surfaceGradedWidths(n: number, ratio: number): Float64Array {
  const widths = new Float64Array(n);
  let total = 0;
  for (let i = 0; i < n; i++) {
    widths[i] = ratio ** (n - 1 - i);
    total += widths[i];
  }
  for (let i = 0; i < n; i++) widths[i] /= total;
  return widths;
}
