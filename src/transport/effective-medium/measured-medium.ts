import type { MediumParameters } from './medium-law.js';

/** A fitted effective medium: parameters, and deviations of ln kEff. */
export interface FittedMedium {
  readonly parameters: MediumParameters;
  /** Covariance of the three, in the order equalThreshold, logFoot, sizeSlope. */
  readonly covariance: readonly (readonly number[])[];
  /** A factor and an exponent (times ln x) of each paper, and each point's own. */
  readonly ofPaper: number;
  readonly ofExponent: number;
  readonly ofPoint: number;
}

/**
 * The general effective medium of pressed powders, both carriers alike, and what it does not know. Fitted to 50 measured effective
 * conductivities of 13 papers, every one of them with a factor and an exponent of its own: `test/validation/composite-conductivities.json`
 * has the points and their sources, `bench/effective-medium` the fit, `test/validation/effective-medium.test.ts` repeats it.
 */
export const measuredMedium: FittedMedium = {
  parameters: { equalThreshold: 0.25676, logFoot: -12.083, sizeSlope: 0.051476 },
  covariance: [[8.529e-5, 6.84e-5, -2.493e-5], [6.84e-5, 0.341, -5.495e-4], [-2.493e-5, -5.495e-4, 1.7366e-5]],
  ofPaper: 0.2215,
  ofExponent: 0.5417,
  ofPoint: 0.2214,
};

/** What was chosen beside the fit. */
export const mediumBand = {
  /** Of L = ln(own/other diameter) where a size is not known (assumed; it covers the powders that are). */
  ofUnknownSizes: 1.2,
  /** So that 80 % intervals hold 80 % of papers left out of the fit, those below x = 0.4 with them; chosen after seeing the coverage. */
  widening: 1.15,
  /** By how much other laws that fit as well differ below the threshold, and over which width of x that fades out above it. */
  belowThreshold: { deviation: 0.9, width: 0.02 },
  /** Below this share, or closer to the threshold than the margin, there are two points per carrier: an interval, no number. */
  extrapolation: { share: 0.28, margin: 0.03 },
  /** Ratios of diameters among the points. */
  sizeRatios: [0.08, 12],
} as const;
