import { smallestShare } from '../scores.js';

/** What a prediction misses beyond its inputs: standard deviations, of ln(predicted/measured) or of a difference. */
export interface Discrepancy {
  readonly deviation: number;
  readonly of: 'logarithm' | 'difference';
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What is predicted with an assumed input at either end of its range; undefined where the cell cannot exist there. */
export interface InputEffect {
  readonly atLow: number | undefined;
  readonly atHigh: number | undefined;
}

/** Quantile of the standard normal distribution that leaves a tenth above it: 80 % lie between both sides. */
export const tenthAbove = 1.2815515655446004;

/**
 * The interval that is to hold 80 % of measured values:
 *
 *   ln y in ln yp -+ z sqrt(d^2 + sum_i (b_i - a_i)^2 / 12)
 *
 *   yp   prediction;   d  standard deviation of ln(predicted/measured) of cells whose inputs are known;   z = 1.2816
 *   a_i, b_i   ln of the prediction with the assumed input i at its ends: a range of which no value is preferred
 *              has the variance (b - a)^2/12
 *
 * With a discrepancy `of` differences the same without logarithms. `floor` stands in for predictions below it.
 */
export function predictionInterval(predicted: number, inputs: readonly InputEffect[], { deviation, of }: Discrepancy, floor: number): Interval {
  const scale = of === 'logarithm' ? (y: number) => Math.log(Math.max(y, floor)) : (y: number) => y;
  const centre = scale(predicted);
  const variance = inputs.reduce((sum, { atLow = predicted, atHigh = predicted }) => {
    const ends = [scale(atLow), scale(atHigh), centre];
    return sum + (Math.max(...ends) - Math.min(...ends)) ** 2 / 12;
  }, deviation ** 2);
  const half = tenthAbove * Math.sqrt(variance);
  return of === 'logarithm' ? { low: Math.exp(centre - half), high: Math.exp(centre + half) } : { low: centre - half, high: centre + half };
}

/** Smallest capacity that an interval tells from none. */
export const capacityFloor = (nominal: number): number => smallestShare * nominal;
