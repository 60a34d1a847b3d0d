export { deviateOf80 } from '../config/fields/spread.js';

/** Deviate of |z|, of what can only take away, at the end of an 80 % interval: a tenth lies beyond it. */
export const deviateOfLoss = 1.6448536269514722;

/**
 * The standard normal distribution, to round-off within 8 standard deviations. Phi by the series of Marsaglia, J. Stat. Softw. 11 (2004)
 * no. 4, doi 10.18637/jss.v011.i04:  Phi(z) = 1/2 + phi(z) (z + z^3/3 + z^5/(3 5) + ...).
 */
export function normalCumulative(z: number): number {
  if (z > 8) return 1;
  if (z < -8) return 0;
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + sum * Math.exp(-0.5 * z * z - 0.5 * Math.log(2 * Math.PI));
}

/** z with Phi(z) = p; bisection, for a handful of class limits. Infinite at 0 and 1. */
export function normalQuantile(p: number): number {
  if (p <= 0) return -Infinity;
  if (p >= 1) return Infinity;
  let low = -8;
  let high = 8;
  for (let i = 0; i < 60; i++) {
    const middle = 0.5 * (low + high);
    if (normalCumulative(middle) < p) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}
