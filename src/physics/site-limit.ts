/**
 * The end of the lattice, or of the data of its potential. Fits of open-circuit potentials stay finite at s = 0 and s = 1, where the
 * potential of a real material diverges because no site (or no lithium) is left; tables and constants say nothing behind their ends.
 * The correction, with the ends a and b,
 *
 *   dU(s) = A w [ ln(1 + exp((a - s)/w)) - ln(1 + exp((s - b)/w)) ]
 *
 * is below 1 uV for a + 0.006 < s < b - 0.006 and rises by A = 200 V per unit of stoichiometry beyond the limits, so that no particle
 * takes up more lithium than it has sites for. A numerical safeguard: no result inside the window of a material feels it.
 */
const steepness = 200;
const width = 5e-4;
const reach = 36 * width;

/** Data end this much before the limit, so that the potential at their last point stays: the drop there is 34 uV. */
const margin = 8 * width;

/** Where the limits lie for a potential that is known between two stoichiometries: behind its last points, never beyond 0 and 1. */
export const siteLimits = (
  [low, high]: readonly [number, number],
): readonly [number, number] => [Math.max(0, low - margin), Math.min(1, high + margin)];

/** Adds dU to out[0] and its slope to out[1]. */
export function addSiteLimit(s: number, out: Float64Array, low = 0, high = 1): void {
  if (s > high - reach) addSide((s - high) / width, out, -1);
  else if (s < low + reach) addSide((low - s) / width, out, 1);
}

function addSide(x: number, out: Float64Array, sign: number): void {
  const softplus = x > 30 ? x : Math.log1p(Math.exp(x));
  const logistic = 1 / (1 + Math.exp(-x));
  out[0] += sign * steepness * width * softplus;
  // d/ds of both sides is negative: x falls with s on the empty side, and the sign flips on the full side
  out[1] -= steepness * logistic;
}
