import { describe, expect, it } from 'vitest';
import { errorNorm, worstEntry } from '../../src/solver/error-norm.js';

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
