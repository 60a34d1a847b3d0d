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

/**
 * What is predicted with an input at either end; undefined where the cell cannot exist there. An assumed input has a `range` of which no
 * value is preferred, a parameter of library or law an `interval` that holds it in 80 % of cases.
 */
export interface InputEffect {
  readonly of: 'range' | 'interval';
  readonly atLow: number | undefined;
  readonly atHigh: number | undefined;
}

/** Standard deviations from end to end. */
const width = { range: Math.sqrt(12), interval: 2 * 1.2815515655446004 } as const;

/** Quantile of the standard normal distribution that leaves a tenth above it: 80 % lie between both sides. */
export const tenthAbove = 1.2815515655446004;

/**
 * The interval that is to hold 80 % of measured values:
 *
 *   ln y in ln yp -+ z sqrt(d^2 + sum_i ((b_i - a_i)/w_i)^2)
 *
 *   yp   prediction;   d  standard deviation of ln(predicted/measured) of cells whose inputs are known;   z = 1.2816
 *   a_i, b_i   ln of the prediction with the input i at its ends;   w  sqrt(12) of a range, 2 z of an interval
 *
 * With a discrepancy `of` differences the same without logarithms. `floor` stands in for predictions below it.
 */
export function predictionInterval(predicted: number, inputs: readonly InputEffect[], { deviation, of }: Discrepancy, floor: number): Interval {
  const scale = of === 'logarithm' ? (y: number) => Math.log(Math.max(y, floor)) : (y: number) => y;
  const centre = scale(predicted);
  const variance = inputs.reduce((sum, { of: kind, atLow = predicted, atHigh = predicted }) => {
    const ends = [scale(atLow), scale(atHigh), centre];
    return sum + ((Math.max(...ends) - Math.min(...ends)) / width[kind]) ** 2;
  }, deviation ** 2);
  const half = tenthAbove * Math.sqrt(variance);
  return of === 'logarithm' ? { low: Math.exp(centre - half), high: Math.exp(centre + half) } : { low: centre - half, high: centre + half };
}

/** Smallest capacity that an interval tells from none. */
export const capacityFloor = (nominal: number): number => smallestShare * nominal;
