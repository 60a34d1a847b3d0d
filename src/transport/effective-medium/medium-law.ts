/** Of the general effective medium, as fitted: xc = equalThreshold + sizeSlope L, and h, what stands in for a blocked path, by its logarithm. */
export interface MediumParameters {
  readonly equalThreshold: number;
  readonly logFoot: number;
  readonly sizeSlope: number;
}

/** Thresholds outside are beyond any packing. */
const [lowestThreshold, highestThreshold] = [0.02, 0.9];

/** xc: the share of the solids at which a phase begins to lead through; L = ln(diameter of its own particles over that of the others). */
export const mediumThreshold = ({ equalThreshold, sizeSlope }: MediumParameters, logRatio: number): number =>
  Math.min(Math.max(equalThreshold + sizeSlope * logRatio, lowestThreshold), highestThreshold);

/**
 * General effective medium (McLachlan, J. Phys. C 20 (1987) 865, doi 10.1088/0022-3719/20/7/004) with both exponents 3, in closed form:
 *
 *   kEff/k0 = y^3 (1 - p),   A y^2 - b y - g = 0,   b = (1 - x)(A g - 1) + x (A - g),   A = (1 - xc)/xc,   g = h^(1/3)
 *
 *   x    share of the conducting phase in the solids, p porosity
 *   k0   conductivity of a pellet of the phase, pressed as cold as the composite: its contacts are in it
 *   h    conductivity of what is left where no path leads through, over k0; for h = 0 the power law ((x - xc)/(1 - xc))^3
 */
export function mediumConductivity(share: number, porosity: number, threshold: number, logFoot: number): number {
  const a = (1 - threshold) / threshold;
  const g = Math.exp(logFoot / 3);
  const b = (1 - share) * (a * g - 1) + share * (a - g);
  const root = Math.sqrt(b * b + 4 * a * g);
  // of the two forms of the positive root the one that does not cancel
  const y = b > 0 ? (b + root) / (2 * a) : (2 * g) / (root - b);
  return y ** 3 * (1 - porosity);
}
