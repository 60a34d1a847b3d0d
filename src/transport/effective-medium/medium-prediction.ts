import { once } from '../../config/once.js';
import { deviateOf80, normalCumulative, normalQuantile } from '../normal-distribution.js';
import { type FittedMedium, measuredMedium, mediumBand } from './measured-medium.js';
import { mediumConductivity, type MediumParameters, mediumThreshold } from './medium-law.js';
import { type Spread, upTo } from './prediction.js';

/** A phase of a pressed powder; without `logRatio` the sizes are not known. */
export interface MediumPhase {
  /** Of the solids. */
  readonly share: number;
  readonly porosity: number;
  /** L = ln(diameter of its own particles over that of the others). */
  readonly logRatio?: number;
}

/** kEff/k0 as a law predicts it, with its interval. */
export interface MediumPrediction {
  /** Median of kEff/k0. */
  readonly ratio: number;
  readonly spread: Spread;
}

/** L of so many equally probable classes stands for sizes that are not known. */
const unknownSizes = once(() =>
  Array.from({ length: 101 }, (_, k) => mediumBand.unknownSizeDeviation * normalQuantile((k + 0.5) / 101))
);

/** What is hardly there is treated as that much. */
const leastShare = 1e-4;

/** kEff/k0 of a phase with its 80 % interval; where sizes are not known, over the sizes that powders have. */
export function predictMedium(given: MediumPhase, medium: FittedMedium = measuredMedium): MediumPrediction {
  const phase = { ...given, share: Math.max(given.share, leastShare) };
  const { share, logRatio } = phase;
  const normals = (logRatio === undefined ? unknownSizes() : [logRatio]).map((ratio) => normalOf(phase, ratio, medium));
  const [low, middle, high] = [-deviateOf80, 0, deviateOf80].map((deviate) =>
    mixtureQuantile(normals, normalCumulative(deviate), deviate)
  );
  const extrapolated = share < mediumBand.extrapolation.share;
  const ratio = Math.exp(middle);
  const spread = { low: Math.exp(low - middle), high: Math.exp(high - middle),
    deviation: (high - low) / (2 * deviateOf80), extrapolated };
  return { ratio,
    spread: extrapolated ? upTo(spread, simulatedPacking(share * (1 - phase.porosity)) / ratio) : spread };
}

/**
 * kEff/k0 of simulated packings with a continuous electrolyte, tau = 0.325 eps^-2.018 (Bielefeld et al. 2020, doi 10.1021/acsami.9b22788): what good
 * mixing may reach. Where the law extrapolates, its interval reaches that far: cells with 8 wt% of fine electrolyte deliver nearly all of their
 * capacity (doi in `configs/studies/validation/luan-2025.yaml`), which the median of pressed powders excludes.
 */
const simulatedPacking = (volumeFraction: number): number => volumeFraction ** 3.018 / 0.325;

interface Normal {
  readonly mean: number;
  readonly deviation: number;
}

/**
 * ln(kEff/k0) at a known L:  sd^2 = paper^2 + exponent^2 ln(x)^2 + point^2 + J C J'.
 * J slopes by the three parameters, C their covariance; the symbols are those of `measured-medium`.
 */
function normalOf({ share, porosity }: MediumPhase, logRatio: number, medium: FittedMedium): Normal {
  const { parameters, covariance, paperDeviation, exponentDeviation, pointDeviation } = medium;
  const at = (changed: Partial<MediumParameters>): number => {
    const those = { ...parameters, ...changed };
    return Math.log(mediumConductivity(share, porosity, mediumThreshold(those, logRatio), those.logFoot));
  };
  const slopes = (['equalThreshold', 'logFoot', 'sizeSlope'] as const).map((name) => {
    const step = 1e-4 * Math.max(1, Math.abs(parameters[name]));
    return (at({ [name]: parameters[name] + step }) - at({ [name]: parameters[name] - step })) / (2 * step);
  });
  const parameterVariance = slopes.reduce(
    (sum, a, i) => sum + slopes.reduce((row, b, j) => row + a * covariance[i][j] * b, 0),
    0,
  );
  const variance = paperDeviation ** 2 + (exponentDeviation * Math.log(share)) ** 2 + pointDeviation ** 2
    + parameterVariance;
  return { mean: at({}), deviation: Math.sqrt(variance) };
}

/** Where the mean of the distributions reaches a probability; of one alone its own quantile. */
function mixtureQuantile(normals: readonly Normal[], probability: number, deviate: number): number {
  if (normals.length === 1) return normals[0].mean + deviate * normals[0].deviation;
  let low = Math.min(...normals.map(({ mean, deviation }) => mean - 6 * deviation));
  let high = Math.max(...normals.map(({ mean, deviation }) => mean + 6 * deviation));
  for (let i = 0; i < 40; i++) {
    const middle = 0.5 * (low + high);
    const below = normals.reduce((sum, { mean, deviation }) => sum + normalCumulative((middle - mean) / deviation), 0)
      / normals.length;
    if (below < probability) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}
