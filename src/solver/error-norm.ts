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
