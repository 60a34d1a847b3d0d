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
 * The general effective medium of pressed powders, both carriers alike, and what it does not know. Fitted to 103 measured effective
 * conductivities of 25 papers, every one of them with a factor and an exponent of its own: `test/validation/composite-conductivities.json`
 * has the points and their sources, `bench/effective-medium` the fit, `test/validation/effective-medium.test.ts` repeats it.
 */
export const measuredMedium: FittedMedium = {
  parameters: { equalThreshold: 0.13137, logFoot: -13.364, sizeSlope: 0.085478 },
  covariance: [[6.162e-5, 8.831e-5, 1.001e-6], [8.831e-5, 0.3843, 5.26e-4], [1.001e-6, 5.26e-4, 6.646e-5]],
  paperDeviation: 0.731,
  exponentDeviation: 0.353,
  pointDeviation: 0.374,
};

/** What was chosen beside the fit. */
export const mediumBand = {
  /** Of L = ln(own/other diameter) where a size is not known (assumed; it covers the powders that are). */
  unknownSizeDeviation: 1.2,
  /** Below this share of the solids papers left out of the fit are missed by a factor of 9.7: an interval, no number. */
  extrapolation: { share: 0.28 },
  /** Ratios of diameters among the points, active material over electrolyte. */
  sizeRatios: [0.08, 14],
  /** Deviation of ln k, of the factor exp(-k v) for the share v of a binder, between three papers (`test/validation/binder`). */
  binderDeviation: 0.5,
} as const;
