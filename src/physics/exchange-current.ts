/**
 * Exchange current density of an insertion reaction,
 *
 *   i0 = iRef 2 sqrt(s (1 - s)),
 *
 *   iRef   its value at half filling [A m^-2]
 *   s      stoichiometry at the particle's surface
 *
 * s (1 - s) is replaced by a smooth positive function, w ln(1 + exp(s (1 - s)/w)), which is larger by less than 1e-9 of itself from 0.6 to
 * 99.4 %. A particle that saturates keeps a finite, small i0 instead of a singular one. The width is chosen so that the overpotential
 * never falls with the stoichiometry faster (2 RT/F dln i0/ds < 90 V) than the potential at the end of the lattice makes up for
 * (`site-limit`) beyond that end: a full particle could not be emptied again. Inside of it, where a particle holds more than its sites and its
 * surface does not, the relation of current and potential still folds over, by less than a millivolt (`leastRise` in `particle-reactions`).
 */
const width = 3e-4;
/** Beyond this many widths the function is its argument, to round-off. */
const reach = 36;
/** Keeps i0 above zero where the exponential has vanished. */
const least = 1e-16;

/** Writes out[0] = i0, out[1] = d i0/d s. */
export function exchangeCurrentDensity(s: number, reference: number, out: Float64Array): void {
  const g = s * (1 - s);
  let smooth = g;
  let slope = 1;
  if (g < reach * width) {
    const e = Math.exp(g / width);
    smooth = width * Math.log1p(e) + least;
    slope = e / (1 + e);
  }
  const value = 2 * reference * Math.sqrt(smooth);
  out[0] = value;
  out[1] = (0.5 * value * slope * (1 - 2 * s)) / smooth;
}
