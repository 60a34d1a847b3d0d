/**
 * The end of the lattice. Fits of open-circuit potentials stay finite at s = 0 and s = 1, where the potential of a real
 * material diverges because no site (or no lithium) is left. The correction
 *
 *   dU(s) = A w [ ln(1 + exp(-s/w)) - ln(1 + exp((s - 1)/w)) ]
 *
 * is below 1 uV for 0.006 < s < 0.994 and rises by A = 200 V per unit of stoichiometry beyond the limits, so that no particle
 * takes up more lithium than it has sites for. A numerical safeguard: no result inside the window of a material feels it.
 */
const steepness = 200;
const width = 5e-4;
const reach = 36 * width;

/** Adds dU to out[0] and its slope to out[1]. */
export function addSiteLimit(s: number, out: Float64Array): void {
  if (s > 1 - reach) addSide((s - 1) / width, out, -1);
  else if (s < reach) addSide(-s / width, out, 1);
}

function addSide(x: number, out: Float64Array, sign: number): void {
  const softplus = x > 30 ? x : Math.log1p(Math.exp(x));
  const logistic = 1 / (1 + Math.exp(-x));
  out[0] += sign * steepness * width * softplus;
  // d/ds of both sides is negative: x falls with s on the empty side, and the sign flips on the full side
  out[1] -= steepness * logistic;
}
