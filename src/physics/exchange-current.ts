/**
 * Exchange current density of an insertion reaction,
 *
 *   i0 = iRef 2 sqrt(s (1 - s)),
 *
 *   iRef   its value at half filling [A m^-2]
 *   s      stoichiometry at the particle's surface
 *
 * s (1 - s) is replaced by a smooth positive function that differs from it by less than 1e-8 only where a site is full or
 * empty to 1e-4: a particle that saturates keeps a finite, tiny i0 instead of a singular one.
 */
const floor = 1e-8;

/** Writes out[0] = i0, out[1] = d i0/d s. */
export function exchangeCurrentDensity(s: number, reference: number, out: Float64Array): void {
  const g = s * (1 - s);
  const root = Math.sqrt(g * g + 4 * floor * floor);
  const smooth = 0.5 * (g + root);
  const value = 2 * reference * Math.sqrt(smooth);
  out[0] = value;
  // d smooth/d g = smooth / root
  out[1] = (0.5 * value * (1 - 2 * s)) / root;
}
