/**
 * Exchange current density of an insertion reaction,
 *
 *   i0 = iRef 2 sqrt(s (1 - s)),
 *
 *   iRef   its value at half filling [A m^-2]
 *   s      stoichiometry at the particle's surface
 *
 * s (1 - s) is replaced by a smooth positive function: larger by 1e-10/(s (1 - s)) inside, 1e-6 of itself at 1 %, and about
 * 1e-5 where a site is full or empty. A particle that saturates keeps a finite, small i0 instead of a singular one, and i0
 * changes over a range of s that an integrator can see.
 */
const floor = 1e-5;

/** Writes out[0] = i0, out[1] = d i0/d s. */
export function exchangeCurrentDensity(s: number, reference: number, out: Float64Array): void {
  const g = s * (1 - s);
  const root = Math.sqrt(g * g + 4 * floor * floor);
  // the same number twice; the second form keeps its digits where g is negative
  const smooth = g > 0 ? 0.5 * (g + root) : (2 * floor * floor) / (root - g);
  const value = 2 * reference * Math.sqrt(smooth);
  out[0] = value;
  // d smooth/d g = smooth / root
  out[1] = (0.5 * value * (1 - 2 * s)) / root;
}
