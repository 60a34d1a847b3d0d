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

/** Widths of n cells over a length that grow geometrically from `first` at its start; equal where that is no less than they would be. */
export function growingWidths(length: number, n: number, first: number): Float64Array {
  const sumAt = (ratio: number): number => Array.from({ length: n }, (_, i) => first * ratio ** i).reduce(add, 0);
  let [low, high] = [1, 1];
  if (first * n < length) { while (sumAt(high) < length) high *= 2; }
  for (let k = 0; k < 60; k++) {
    const middle = Math.sqrt(low * high);
    if (sumAt(middle) < length) low = middle;
    else high = middle;
  }
  const widths = Float64Array.from({ length: n }, (_, i) => high ** i);
  const total = widths.reduce(add, 0);
  return widths.map((width) => (width * length) / total);
}

const add = (sum: number, one: number): number => sum + one;

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
