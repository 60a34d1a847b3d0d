import { deviateOf80, deviateOfLoss } from '../../transport/normal-distribution.js';
import type { Sides } from '../ranges/calibrated-band.js';
import type { Interval } from '../ranges/combine.js';
import { smallestShare } from '../scores.js';

/** What a prediction misses beyond its inputs: standard deviations, of ln(predicted/measured) or of a difference. */
export interface Discrepancy {
  readonly deviation: Sides;
  /** Root mean square of what only lowers the value, or only raises it. */
  readonly lowers?: number;
  readonly raises?: number;
  readonly of: 'logarithm' | 'difference';
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

/** How far the end of an 80 % interval lies from the prediction, over the distance of an input's own end. */
const reach = { range: deviateOf80 / Math.sqrt(3), interval: 1 } as const;

/**
 * The interval that is to hold 80 % of measured values, its two sides apart:
 *
 *   ln(high) = ln yp + sqrt((z d)^2 + sum_i (w_i u_i)^2),   u_i = max(0, ln y of either end of the input i - ln yp),   downwards the same
 *
 *   yp   prediction;   d  standard deviation to that side of ln(predicted/measured) of cells whose inputs are known;   z = 1.2816
 *   w    1 where the ends hold the input in 80 % of cases; z/sqrt(3) for a range of which no value is preferred
 *
 * What only lowers or only raises the value adds (1.6449 rms)^2 on its side. With a discrepancy `of` differences the same without logarithms. `floor` stands in
 * for predictions below it, which the interval holds all the same; no end exceeds `most`, what there is, unless the prediction does.
 */
export function predictionInterval(
  predicted: number,
  inputs: readonly InputEffect[],
  { deviation, lowers = 0, raises = 0, of }: Discrepancy,
  floor: number,
  most = Infinity,
): Interval {
  const scale = of === 'logarithm' ? (y: number) => Math.log(Math.max(y, floor)) : (y: number) => y;
  const centre = scale(predicted);
  const side = (sign: 1 | -1): number =>
    inputs.reduce((sum, { of: kind, atLow = predicted, atHigh = predicted }) => {
      const moved = Math.max(0, ...[atLow, atHigh].map((y) => sign * (scale(y) - centre)));
      return sum + (reach[kind] * moved) ** 2;
    }, (deviateOf80 * deviation[sign < 0 ? 'down' : 'up']) ** 2 + (deviateOfLoss * (sign < 0 ? lowers : raises)) ** 2);
  const [low, high] = [centre - Math.sqrt(side(-1)), centre + Math.sqrt(side(1))];
  return of === 'logarithm'
    ? { low: Math.min(predicted, Math.exp(low)), high: Math.min(Math.exp(high), Math.max(predicted, floor, most)) }
    : { low, high };
}

/** Smallest capacity that an interval tells from none. */
export const capacityFloor = (nominal: number): number => smallestShare * nominal;
