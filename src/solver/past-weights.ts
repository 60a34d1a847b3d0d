import { maximumOrder } from './bdf-coefficients.js';

/** Points of the past that a formula of the highest order reads, the newest first. */
export const pointsOfPast = maximumOrder + 1;

/**
 * What the polynomial through past points says, as weights of these points: for solutions that only follow the steps of another one, no
 * table of differences has to be kept up. `times` are those of the points, the newest first.
 */

/** Weights of y(t) of the polynomial of degree k through the newest k + 1 points (Lagrange); zero for older ones. */
export function valueWeights(times: Float64Array, k: number, t: number, out: Float64Array): void {
  out.fill(0);
  for (let j = 0; j <= k; j++) {
    let product = 1;
    for (let i = 0; i <= k; i++) if (i !== j) product *= (t - times[i]) / (times[j] - times[i]);
    out[j] = product;
  }
}

/**
 * Weights of y'_0 - l y_0 at t, of the prediction by the same polynomial: the formula of order k with the fixed leading coefficient
 * l = sum_{i=1..k} 1/(i h) is y' = l y + this. Returns l.
 */
export function weightsOfFormula(times: Float64Array, k: number, t: number, out: Float64Array): number {
  const h = t - times[0];
  let leading = 0;
  for (let i = 1; i <= k; i++) leading += 1 / (i * h);
  valueWeights(times, k, t, out);
  for (let j = 0; j <= k; j++) {
    // of a product of distances the slope is the product times the sum of their inverses
    let slope = 0;
    for (let i = 0; i <= k; i++) if (i !== j) slope += 1 / (t - times[i]);
    out[j] *= slope - leading;
  }
  return leading;
}
