import { maximumOrder } from './bdf-coefficients.js';

/**
 * Estimated local errors of one step (1 = the tolerance), at the order it was taken with and at its neighbours; NaN where not
 * known. (k + 1) times the error at order k is the size of the scaled derivative of order k + 1: as long as these fall with the
 * order the solution looks smooth, and where they do not, a lower order is as accurate and more stable.
 * Brenan, Campbell, Petzold (1996), sec. 5.2.3, with the constants of IDA (10.1145/1089014.1089020).
 */
export interface OrderErrors {
  order: number;
  here: number;
  below: number;
  twoBelow: number;
  above: number;
}

/** True where the scaled derivatives do not fall, so that one order less should be used. */
export function lowerServes({ order, here, below, twoBelow }: OrderErrors): boolean {
  if (order === 1) return false;
  const derivative = (order + 1) * here;
  if (order === 2) return 2 * below <= 0.5 * derivative;
  return Math.max(order * below, (order - 1) * twoBelow) <= derivative;
}

/** Order for the step after an accepted one; it is raised only where the error above is known. */
export function nextOrder(errors: OrderErrors): number {
  const { order, here, below, above } = errors;
  if (lowerServes(errors)) return order - 1;
  if (order === maximumOrder || Number.isNaN(above)) return order;
  const derivative = (order + 1) * here;
  const derivativeAbove = (order + 2) * above;
  if (order > 1 && order * below <= Math.min(derivative, derivativeAbove)) return order - 1;
  return derivativeAbove < (order === 1 ? 0.5 * derivative : derivative) ? order + 1 : order;
}

/** Error at one of the orders that `nextOrder` can return. */
export function errorAt(errors: OrderErrors, order: number): number {
  if (order === errors.order) return errors.here;
  return order < errors.order ? errors.below : errors.above;
}

/** The power -(order + 1) of the step over the last step that would make the error half the tolerance. */
const excess = (error: number): number => 2 * error + 1e-4;

const idealRatio = (error: number, order: number): number => excess(error) ** (-1 / (order + 1));

/**
 * Next step over last step after an accepted step. It doubles or stays: growth in between costs the run of equal steps on which
 * raising the order rests, and was measured to buy no accuracy per Newton iteration.
 */
export function nextRatio(error: number, order: number): number {
  // without the power, which costs as much as half a cell
  if (excess(error) * (2 << order) <= 1) return 2;
  return excess(error) < 1 ? 1 : Math.max(0.5, Math.min(0.9, idealRatio(error, order)));
}

/** New step over rejected step: what the estimate says the first time, a quarter when the estimate was wrong before. */
export function retryRatio(error: number, order: number, failures: number): number {
  return failures > 1 ? 0.25 : Math.max(0.25, Math.min(0.9, 0.9 * idealRatio(error, order)));
}
