/** log2 of the ratio of the last two errors, each on a mesh of twice as many cells as the one before. */
export function observedOrder(errors: readonly number[]): number {
  const [coarse, fine] = errors.slice(-2);
  return Math.log2(Math.abs(coarse / fine));
}

/** The order from three values on meshes that double, without an exact one: log2 |(v0 - v1) / (v1 - v2)|. */
export function orderOfThree([coarse, middle, fine]: readonly number[]): number {
  return Math.log2(Math.abs((coarse - middle) / (middle - fine)));
}

/** Largest |a - b| of two lists of the same length. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let largest = a.length === b.length ? 0 : Infinity;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
  return largest;
}
