import { deviateOf80 } from '../normal-distribution.js';

/** What is known of an effective conductivity beside its value. */
export interface Spread {
  /** Ends of an 80 % interval as factors on the value. */
  readonly low: number;
  readonly high: number;
  /** Standard deviation of the logarithm of a normal distribution with the same width. */
  readonly deviation: number;
  /** Outside of what the law was measured on: the interval holds, the single number does not. */
  readonly extrapolated: boolean;
}

/** A lognormal spread; nothing for a deviation of 0. */
export const spreadOf = (deviation: number, extrapolated = false): Spread => ({
  low: Math.exp(-deviateOf80 * deviation),
  high: Math.exp(deviateOf80 * deviation),
  deviation,
  extrapolated,
});

/** Gives the spread of the lognormal distribution that has a mean and a standard deviation; none for a mean of 0. */
export const spreadOfMean = (mean: number, deviation: number): Spread =>
  spreadOf(mean > 0 ? Math.sqrt(Math.log1p((deviation / mean) ** 2)) : 0);

/** Gives the spread of a sum of which only a share is uncertain, to first order. */
export const spreadOfShare = (whole: Spread, share: number): Spread => ({ ...whole, low: whole.low ** share,
  high: whole.high ** share, deviation: whole.deviation * share });

/** Widens a spread by another, independent cause of a given deviation: widths add in quadrature, on either side. */
export function widened({ low, high, extrapolated }: Spread, deviation: number): Spread {
  const end = (factor: number): number => Math.exp(Math.hypot(Math.log(factor), deviateOf80 * deviation));
  const [down, up] = [1 / end(1 / low), end(high)];
  return { low: down, high: up, deviation: Math.log(up / down) / (2 * deviateOf80), extrapolated };
}

/** A spread whose upper end reaches at least so far. */
export const upTo = (spread: Spread, high: number): Spread =>
  high > spread.high ? { ...spread, high, deviation: Math.log(high) / deviateOf80 } : spread;
