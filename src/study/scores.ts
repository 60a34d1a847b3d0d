import type { Score } from '../results/score-schema.js';
import { dot, meanOf } from '../units/statistics.js';

/** A measured capacity and a predicted one, with the interval of the prediction and what all of the material would give; one unit. */
export interface ScoredPair {
  readonly measured: number;
  readonly predicted: number;
  readonly low: number;
  readonly high: number;
  readonly nominal: number;
}

/** With the middle of the interval, in its unit, as what is predicted: what an interval alone says where one number is needed. */
export const atMiddle = <T extends ScoredPair>(pair: T): T => ({ ...pair, predicted: 0.5 * (pair.low + pair.high) });

/** Share of the nominal capacity below which a prediction counts as this share: the logarithm of nothing is no number. */
export const smallestShare = 0.01;
const threeQuarters = 0.75;
const fewestForCorrelation = 3;

/**
 * Scores of e = ln(predicted / measured) over n values:
 *
 *   rms = sqrt(sum e^2 / n),   bias = sum e / n,   skill = 1 - (rms / rms of a rule)^2
 *
 * The correlation is Pearson's between measured/nominal and predicted/nominal.
 */
export function scoreOf(pairs: readonly ScoredPair[]): Score {
  const errors = pairs.map(logarithmicError);
  const rmsLn = rootMeanSquare(errors);
  const rule = (share: number) => {
    const own = rootMeanSquare(pairs.map(({ measured, nominal }) => Math.log((share * nominal) / measured)));
    return { rmsLn: own, skill: own === null || own === 0 || rmsLn === null ? null : 1 - (rmsLn / own) ** 2 };
  };
  return {
    count: pairs.length,
    rmsLn,
    bias: mean(errors),
    correlation: correlationOf(pairs.map(({ measured, nominal }) => measured / nominal),
      pairs.map(({ predicted, nominal }) => predicted / nominal)),
    everythingWorks: rule(1),
    alwaysThreeQuarters: rule(threeQuarters),
    inside: insideOf(pairs),
  };
}

/** Share of the measured values inside their interval. */
export const insideOf = (pairs: readonly ScoredPair[]): number | null =>
  mean(pairs.map(({ measured, low, high }) => (measured >= low && measured <= high ? 1 : 0)));

export const logarithmicError = (
  { measured, predicted, nominal }: Pick<ScoredPair, 'measured' | 'predicted' | 'nominal'>,
): number => Math.log(Math.max(predicted, smallestShare * nominal) / measured);

export const mean = (values: readonly number[]): number | null => (values.length === 0 ? null : meanOf(values));

export function rootMeanSquare(values: readonly number[]): number | null {
  const square = mean(values.map((value) => value * value));
  return square === null ? null : Math.sqrt(square);
}

/** Pearson's; null where one of the two does not vary. */
export function correlationOf(x: readonly number[], y: readonly number[]): number | null {
  if (x.length < fewestForCorrelation) return null;
  const centred = (values: readonly number[]): number[] => values.map((value) => value - (mean(values) ?? 0));
  const [dx, dy] = [centred(x), centred(y)];
  const scale = Math.sqrt(dot(dx, dx) * dot(dy, dy));
  return scale > 1e-12 ? dot(dx, dy) / scale : null;
}
