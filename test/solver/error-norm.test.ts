import { describe, expect, it } from 'vitest';
import { errorNorm, toleranceWeights, worstEntry } from '../../src/solver/error-norm.js';

describe('the error norm', () => {
  const weights = Float64Array.of(1, 2, 0);

  it('is the weighted length over the tolerance', () => {
    expect(errorNorm(Float64Array.of(3, 2, 99), weights, 0.1)).toBeCloseTo(50, 12);
  });

  it('is not finite where an entry is not, weighed or not', () => {
    expect(errorNorm(Float64Array.of(0, NaN, 0), weights, 1)).toBeNaN();
    expect(errorNorm(Float64Array.of(0, 0, Infinity), weights, 1)).toBeNaN();
  });

  it('is largest for its worst entry; one that is not finite wins', () => {
    expect(worstEntry(Float64Array.of(3, -2, 99), weights)).toBe(1);
    expect(worstEntry(Float64Array.of(5, -2, 99), weights)).toBe(0);
    expect(worstEntry(Float64Array.of(5, -2, NaN), weights)).toBe(2);
  });
});

describe('weights of a tolerance', () => {
  const y = Float64Array.of(100, -2, 0);

  it('make an error as large as the tolerance everywhere a norm of one', () => {
    const weights = new Float64Array(3);
    toleranceWeights(y, 1e-3, 1e-2, weights);
    expect(errorNorm(Float64Array.of(0.11, -0.012, 0.01), weights, 1)).toBeCloseTo(1, 14);
  });

  it('take an absolute tolerance for each unknown', () => {
    const weights = new Float64Array(3);
    toleranceWeights(y, 0, [1, 2, 4], weights);
    expect(Array.from(weights, (w) => w * Math.sqrt(3))).toEqual([1, 0.5, 0.25]);
  });
});
