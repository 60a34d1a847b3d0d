import { describe, expect, it } from 'vitest';
import { calibrated, deviationHolding, type Miss } from '../../../src/study/validate/interval-calibration.js';

const z = 1.2815515655446004;
const miss = (source: string, error: number, byInputs = 0): Miss => ({ source, error, byInputs });

describe('the deviation that holds 80 %', () => {
  it('is the quantile of |error|/z over sources of one value each, at 0.8 (1 + 1/K)', () => {
    const misses = Array.from({ length: 9 }, (_, k) => miss(String(k), (k % 2 ? -1 : 1) * 0.1 * (k + 1)));
    // 0.8 (1 + 1/9) of nine is the eighth
    expect(deviationHolding(misses)).toBeCloseTo(0.8 / z, 12);
  });

  it('counts a source with many values for no more than one with a single value', () => {
    const others = Array.from({ length: 8 }, (_, k) => miss(String(k), 0.1 * (k + 1)));
    const long = Array.from({ length: 50 }, () => miss('long', 5));
    expect(deviationHolding([...others, ...long])).toBeCloseTo(deviationHolding([...others, miss('long', 5)])!, 12);
  });

  it('is what stays of the error beside the inputs in quadrature, and nothing where they hold it', () => {
    expect(deviationHolding([miss('a', -0.5, 0.3)])).toBeCloseTo(0.4 / z, 12);
    expect(deviationHolding([miss('a', 0.2, 0.3)])).toBe(0);
    expect(deviationHolding([])).toBeNull();
  });

  it('holds at least 80 % of sources that it never saw, whatever the distribution of their errors', () => {
    // heavy tails by a fixed sequence: every value takes the part of the one left out
    const errors = Array.from({ length: 40 }, (_, k) => Math.tan(Math.PI * ((((k + 1) * 0.618) % 1) - 0.5)));
    const { heldLeftOut, heldBySource, sources, values } = calibrated(errors.map((e, k) => miss(String(k), e)));
    expect([sources, values]).toEqual([40, 40]);
    expect(heldLeftOut).toBeGreaterThanOrEqual(0.8);
    expect(heldLeftOut).toBeLessThan(0.88);
    expect(heldBySource).toBe(heldLeftOut);
  });
});
