import { describe, expect, it } from 'vitest';
import { errorAt, lowerServes, nextOrder, nextRatio, type OrderErrors,
  retryRatio } from '../../src/solver/step-choice.js';

/** Errors at an order and its neighbours for a solution with scaled derivatives d: the error at order k is d(k + 1) / (k + 1). */
function errorsOf(order: number, d: (derivative: number) => number, withAbove = true): OrderErrors {
  const at = (k: number) => d(k + 1) / (k + 1);
  return {
    order,
    here: at(order),
    below: order > 1 ? at(order - 1) : NaN,
    twoBelow: order > 2 ? at(order - 2) : NaN,
    above: withAbove ? at(order + 1) : NaN,
  };
}

const smooth = (derivative: number) => 0.1 ** derivative;
const rough = (derivative: number) => 10 ** derivative;
const flat = () => 1;

describe('the order', () => {
  it('rises while the scaled derivatives fall, up to the highest', () => {
    for (const k of [1, 2, 3, 4]) expect(nextOrder(errorsOf(k, smooth))).toBe(k + 1);
    expect(nextOrder(errorsOf(5, smooth))).toBe(5);
  });

  it('stays where the error above is not known', () => {
    for (const k of [1, 2, 3, 4]) expect(nextOrder(errorsOf(k, smooth, false))).toBe(k);
  });

  it('falls where they grow, down to the lowest', () => {
    for (const k of [2, 3, 4, 5]) expect(nextOrder(errorsOf(k, rough))).toBe(k - 1);
    expect(nextOrder(errorsOf(1, rough))).toBe(1);
  });

  it('falls where they are all alike, at a step that failed too', () => {
    for (const k of [3, 4, 5]) {
      expect(nextOrder(errorsOf(k, flat))).toBe(k - 1);
      expect(lowerServes(errorsOf(k, flat))).toBe(true);
    }
    // from two to one only for a clear gain
    expect(lowerServes(errorsOf(2, flat))).toBe(false);
    expect(lowerServes(errorsOf(1, rough))).toBe(false);
  });

  it('is by scaled derivatives, (k + 1) times the error at order k', () => {
    const with_ = (order: number, errors: Partial<OrderErrors>): OrderErrors => ({ order, here: 1, below: NaN,
      twoBelow: NaN, above: NaN, ...errors });
    // derivatives 4 at order 3: both below have to be as small
    expect(lowerServes(with_(3, { below: 4 / 3, twoBelow: 2 }))).toBe(true);
    expect(lowerServes(with_(3, { below: 1.4, twoBelow: 2 }))).toBe(false);
    expect(lowerServes(with_(3, { below: 4 / 3, twoBelow: 2.1 }))).toBe(false);
    // from order two only for half of it
    expect(lowerServes(with_(2, { below: 0.75 }))).toBe(true);
    expect(lowerServes(with_(2, { below: 0.76 }))).toBe(false);
    expect(lowerServes(with_(1, { below: 0, twoBelow: 0 }))).toBe(false);
    // an order more for a smaller derivative above, from the first only for half of it
    expect(nextOrder(with_(3, { below: 2, twoBelow: 3, above: 0.79 }))).toBe(4);
    expect(nextOrder(with_(3, { below: 2, twoBelow: 3, above: 0.81 }))).toBe(3);
    expect(nextOrder(with_(1, { above: 0.33 }))).toBe(2);
    expect(nextOrder(with_(1, { above: 0.34 }))).toBe(1);
    // an order less where that derivative is below both of the others
    expect(nextOrder(with_(2, { below: 1.4, above: 0.8 }))).toBe(1);
    expect(nextOrder(with_(2, { below: 1.4, above: 0.6 }))).toBe(3);
    expect(nextOrder(with_(2, { below: 1.55, above: 0.8 }))).toBe(2);
    // the first order has none below it, whatever stands there; equal derivatives below serve, above they do not
    expect(nextOrder(with_(1, { below: 0.1, above: 0.4 }))).toBe(1);
    expect(nextOrder(with_(2, { here: 0.5, below: 0.75, above: 0.6 }))).toBe(1);
    expect(nextOrder(with_(2, { here: 2, below: 1.6, above: 1.5 }))).toBe(1);
    expect(nextOrder(with_(3, { below: 2, twoBelow: 3, above: 0.8 }))).toBe(3);
  });

  it('comes with its own error', () => {
    const errors = errorsOf(3, smooth);
    expect([2, 3, 4].map((k) => errorAt(errors, k))).toEqual([errors.below, errors.here, errors.above]);
  });
});

describe('the step', () => {
  it('doubles where half the tolerance allows it, stays otherwise, and shrinks before it must', () => {
    expect(nextRatio(0, 3)).toBe(2);
    expect(nextRatio(0.5 / 2 ** 4 - 1e-3, 3)).toBe(2);
    expect(nextRatio(0.5 / 2 ** 4 + 1e-3, 3)).toBe(1);
    expect(nextRatio(0.49, 3)).toBe(1);
    expect(nextRatio(0.6, 3)).toBe(0.9);
    expect(nextRatio(1, 1)).toBeCloseTo(Math.SQRT1_2, 3);
    expect(nextRatio(100, 1)).toBe(0.5);
  });

  it('shrinks by the estimate after a first failure, and to a quarter after the next', () => {
    expect(retryRatio(1, 1, 1)).toBeCloseTo(0.9 * Math.SQRT1_2, 3);
    expect(retryRatio(0.1, 1, 1)).toBe(0.9);
    expect(retryRatio(1e6, 1, 1)).toBe(0.25);
    expect(retryRatio(1, 1, 2)).toBe(0.25);
  });
});
