import type { MediumParameters } from './medium-law.js';

/** A fitted effective medium: parameters, and deviations of ln kEff. */
export interface FittedMedium {
  readonly parameters: MediumParameters;
  /** Covariance of the three, in the order equalThreshold, logFoot, sizeSlope. */
  readonly covariance: readonly (readonly number[])[];
  /** A factor and an exponent (times ln x) of each paper, and each point's own. */
  readonly paperDeviation: number;
  readonly exponentDeviation: number;
  readonly pointDeviation: number;
}

/**
 * The general effective medium of pressed powders, both carriers alike, and what it does not know. Fitted to 67 measured effective
 * conductivities of 19 papers, every one of them with a factor and an exponent of its own: `test/validation/composite-conductivities.json`
 * has the points and their sources, `bench/effective-medium` the fit, `test/validation/effective-medium.test.ts` repeats it.
 */
export const measuredMedium: FittedMedium = {
  parameters: { equalThreshold: 0.1452, logFoot: -13.37, sizeSlope: 0.077791 },
  covariance: [[4.972e-5, -2.4e-4, 5.975e-6], [-2.4e-4, 0.2998, -8.473e-5], [5.975e-6, -8.473e-5, 2.539e-5]],
  paperDeviation: 0.586,
  exponentDeviation: 0.411,
  pointDeviation: 0.244,
};

/** What was chosen beside the fit. */
export const mediumBand = {
  /** Of L = ln(own/other diameter) where a size is not known (assumed; it covers the powders that are). */
  unknownSizeDeviation: 1.2,
  /** So that 80 % intervals hold 80 % of papers left out of the fit, those below x = 0.4 with them; chosen after seeing the coverage. */
  widening: 1.15,
  /** Below this share of the solids papers left out of the fit are missed by a factor of 8: an interval, no number. */
  extrapolation: { share: 0.28 },
  /** Ratios of diameters among the points. */
  sizeRatios: [0.08, 14],
  /** Deviation of ln k, of the factor exp(-k v) for the share v of a binder, between three papers (`test/validation/binder`). */
  binderDeviation: 0.5,
} as const;
