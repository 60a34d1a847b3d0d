/**
 * Weights of a relative tolerance r and an absolute tolerance a (one, or one per unknown), as in IDA
 * (10.1145/1089014.1089020):
 *   weight_i = 1 / (sqrt(n) (r |y_i| + a_i)),
 * so that the norm is the root of the mean square, and 1 an error as large as the tolerance. The integrator's own
 * tolerance then is 1.
 */
export function toleranceWeights(
  y: Float64Array,
  relative: number,
  absolute: number | ArrayLike<number>,
  out: Float64Array,
): void {
  const root = Math.sqrt(y.length);
  for (let i = 0; i < y.length; i++) {
    const floor = typeof absolute === 'number' ? absolute : absolute[i];
    out[i] = 1 / (root * (relative * Math.abs(y[i]) + floor));
  }
}

/** |e| = sqrt(sum (weight_i e_i)^2) / tolerance; 1 is an error as large as the tolerance. */
export function errorNorm(e: Float64Array, weights: Float64Array, tolerance: number): number {
  let sum = 0;
  for (let i = 0; i < e.length; i++) {
    const scaled = weights[i] * e[i];
    sum += scaled * scaled;
  }
  return Math.sqrt(sum) / tolerance;
}

/** Index of the largest contribution to the norm; a non-finite entry wins. */
export function worstEntry(e: Float64Array, weights: Float64Array): number {
  let worst = 0;
  let largest = -1;
  for (let i = 0; i < e.length; i++) {
    if (!Number.isFinite(e[i])) return i;
    const size = Math.abs(weights[i] * e[i]);
    if (size > largest) {
      largest = size;
      worst = i;
    }
  }
  return worst;
}
