import { describe, expect, it } from 'vitest';
import { BdfCoefficients } from '../../src/solver/bdf-coefficients.js';

/** Coefficients for the last of the given steps at order k, the order having been raised by one a step. */
function after(steps: readonly number[], k: number): BdfCoefficients {
  const coefficients = new BdfCoefficients(steps[0]);
  let used = { h: 0, k: 0 };
  steps.forEach((h, i) => {
    const order = Math.min(i + 1, k);
    coefficients.prepare(h, order, used.h, used.k);
    used = { h, k: order };
  });
  return coefficients;
}

describe('the coefficients', () => {
  it('on equal steps are those of the textbook BDF', () => {
    for (const [k, leading] of [[1, 1], [2, 3 / 2], [3, 11 / 6], [4, 25 / 12], [5, 137 / 60]]) {
      const { leading: found, errorFactor, beta, sigma } = after(new Array<number>(12).fill(0.5), k);
      expect(found).toBeCloseTo(leading / 0.5, 12);
      expect(errorFactor).toBeCloseTo(1 / (k + 1), 12);
      expect(sigma[k]).toBeCloseTo(1 / (k + 1), 12);
      expect(beta[k]).toBeCloseTo(1, 12);
    }
  });

  it('on uneven steps follow from the distances back', () => {
    const { psi, alpha, beta, gamma, sigma, leading, errorFactor } = after([1, 1, 1, 2], 2);
    expect([...psi.subarray(0, 3)]).toEqual([2, 3, 4]);
    expect([...alpha.subarray(0, 3)]).toEqual([1, 2 / 3, 1 / 2]);
    expect([...beta.subarray(0, 3)]).toEqual([1, 2, 3]);
    expect([...gamma.subarray(0, 3)]).toEqual([0, 1 / 2, 1 / 2 + 1 / 3]);
    expect(sigma[2]).toBeCloseTo((2 * 2 * 2) / (3 * 4), 14);
    expect(leading).toBe(0.75);
    // after growth the error of the formula itself, |alpha_2 + (1 + 2/3) - (1 + 1/2)|, exceeds that of interpolation, alpha_2
    expect(errorFactor).toBeCloseTo(2 / 3, 14);
  });

  it('after shrinking steps count the error of interpolation', () => {
    expect(after([2, 2, 2, 1], 2).errorFactor).toBeCloseTo(1 / 5, 14);
  });

  it('forget a step that is taken back', () => {
    const coefficients = after([1, 1, 1, 2], 2);
    const psi = coefficients.psi.slice();
    coefficients.prepare(0.3, 2, 2, 2);
    expect(coefficients.psi).not.toEqual(psi);
    coefficients.restore();
    expect(coefficients.psi).toEqual(psi);
  });
});
