import { describe, expect, it } from 'vitest';
import { denseProblem } from '../support/dense-problem.js';
import { solve } from './support.js';

/**
 * Robertson's kinetics with the conservation of mass as an algebraic equation: rate constants over nine decades, and time scales
 * from 1e-4 to 1e6.
 */
const robertson = denseProblem({
  differential: [true, true, false],
  // the second species never exceeds 4e-5 and the first ends at 5e-4: both weighed by what is left of them
  weights: [1e2, 1e6, 1],
  residual(_t, [a, b, c], yp, out) {
    out[0] = yp[0] + 0.04 * a - 1e4 * b * c;
    out[1] = yp[1] - 0.04 * a + 1e4 * b * c + 3e7 * b * b;
    out[2] = a + b + c - 1;
  },
});

/**
 * Concentrations by CVODE (its example cvsRoberts_dns) at a relative tolerance of 1e-12, first digits; those at t = 40 agree with
 * Hairer and Wanner, Solving Ordinary Differential Equations II (10.1007/978-3-642-05221-7), sec. IV.1.
 */
const reference: readonly (readonly [number, number, number])[] = [
  [0.4, 0.98517211, 3.3863954e-5],
  [4, 0.90551868, 2.2404757e-5],
  [40, 0.71582707, 9.1855348e-6],
  [400, 0.45051867, 3.2229014e-6],
  [4e3, 0.18320226, 8.9423713e-7],
  [4e4, 0.038983377, 1.6217683e-7],
  [4e5, 0.0049382744, 1.984994e-8],
  [4e6, 5.1680971e-4, 2.0682949e-9],
];

describe('Robertson', () => {
  const start = [1, 0, 0] as const;
  const slopes = [-0.04, 0.04, 0] as const;

  for (const [time, a, b] of reference) {
    it(`agrees with CVODE at t = ${time}`, () => {
      const { y } = solve(robertson, start, slopes, time, { tolerance: 1e-6 });
      expect(Math.abs(y[0] / a - 1)).toBeLessThan(1e-4);
      expect(Math.abs(y[1] / b - 1)).toBeLessThan(1e-4);
    });
  }

  it('conserves mass to round-off and crosses ten decades of time in less than a thousand steps', () => {
    const { y, counters, outcome } = solve(robertson, start, slopes, 4e6, { tolerance: 1e-6 });
    expect(outcome.reason).toBe('end-of-interval');
    expect(Math.abs(y[0] + y[1] + y[2] - 1)).toBeLessThan(1e-14);
    expect(counters.steps).toBeLessThan(1000);
  });

  it('loses error with the tolerance', () => {
    const errorAt = (tolerance: number) =>
      Math.abs(solve(robertson, start, slopes, 40, { tolerance }).y[0] - 0.71582706872);
    const errors = [1e-3, 1e-5, 1e-7].map(errorAt);
    expect(errors[1]).toBeLessThan(errors[0] / 10);
    expect(errors[2]).toBeLessThan(errors[1] / 10);
  });
});
