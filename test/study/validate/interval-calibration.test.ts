import { describe, expect, it } from 'vitest';
import { bothWays, layeredOxides } from '../../../src/study/ranges/calibrated-band.js';
import { rootMeanSquare } from '../../../src/study/scores.js';
import { forecasts } from '../../../src/study/validate/forecasts.js';
import { calibrated, deviationHolding, type Miss } from '../../../src/study/validate/interval-calibration.js';

const z = 1.2815515655446004;
const miss = (source: string, error: number, byInputs = 0): Miss => ({ source, error, byInputs });

describe('the deviation to a side', () => {
  it('is the quantile of the errors to that side over z, at 0.9 (1 + 1/K) of sources of one value each', () => {
    const misses = Array.from({ length: 19 }, (_, k) => miss(String(k), (k % 2 ? -1 : 1) * 0.1 * (k + 1)));
    // 0.9 (1 + 1/19) of nineteen is the eighteenth: of the ten that are predicted too high the ninth, of the nine too low the eighth
    expect(deviationHolding(misses, 'down')).toBeCloseTo(1.7 / z, 12);
    expect(deviationHolding(misses, 'up')).toBeCloseTo(1.6 / z, 12);
  });

  it('is nothing upwards where all is predicted too high', () => {
    const misses = Array.from({ length: 12 }, (_, k) => miss(String(k), 0.1 * (k + 1)));
    expect(deviationHolding(misses, 'up')).toBe(0);
    expect(deviationHolding(misses, 'down')).toBeCloseTo(1.2 / z, 12);
  });

  it('counts a source with many values for no more than one with a single value', () => {
    const others = Array.from({ length: 18 }, (_, k) => miss(String(k), 0.1 * (k + 1)));
    const long = Array.from({ length: 50 }, () => miss('long', 5));
    expect(deviationHolding([...others, ...long], 'down')).toBeCloseTo(1.8 / z, 12);
    expect(deviationHolding([...others, miss('long', 5)], 'down')).toBeCloseTo(1.8 / z, 12);
  });

  it('is what stays of the error beside the inputs in quadrature, and nothing where they hold it', () => {
    expect(deviationHolding([miss('a', -0.5, 0.3)], 'up')).toBeCloseTo(0.4 / z, 12);
    expect(deviationHolding([miss('a', 0.2, 0.3)], 'down')).toBe(0);
    expect(deviationHolding([], 'down')).toBeNull();
  });

  it('leaves at most a tenth of sources that it never saw beyond either end, whatever the distribution of their errors', () => {
    // heavy tails by a fixed sequence: every value takes the part of the one left out
    const errors = Array.from({ length: 40 }, (_, k) => Math.tan(Math.PI * ((((k + 1) * 0.618) % 1) - 0.5)));
    const { heldLeftOut, heldBySource, sources, values } = calibrated(
      errors.map((e, k) => miss(String(k), e)),
      bothWays(0),
    );
    expect([sources, values]).toEqual([40, 40]);
    expect(heldLeftOut).toBeGreaterThanOrEqual(0.8);
    expect(heldLeftOut).toBeLessThan(0.88);
    expect(heldBySource).toBe(heldLeftOut);
  });
});

describe('the deviations of few sources', () => {
  const few = (count: number) => Array.from({ length: count }, (_, k) => miss(String(k), k === 0 ? -5 : 0.1 * k));

  it('are one both ways below twenty, so that one source that is far off does not set an end alone', () => {
    // 0.8 (1 + 1/15) of fifteen is 12.8: the thirteenth
    expect(calibrated(few(15), bothWays(0)).deviation).toEqual(bothWays(deviationHolding(few(15), 'both')!));
    expect(deviationHolding(few(15), 'both')).toBeCloseTo(1.3 / z, 12);
    expect(deviationHolding(few(15), 'up')).toBeCloseTo(5 / z, 12);
  });

  it('are those of each end from twenty on', () => {
    const { deviation } = calibrated(few(20), bothWays(0));
    expect(deviation!.down).toBe(deviationHolding(few(20), 'down'));
    expect(deviation!.up).toBe(deviationHolding(few(20), 'up'));
  });
});

describe('the interval inside what was compared', () => {
  const { inside, beyond } = layeredOxides.sdLnCapacity;

  it('would have held seven of ten of the 129 values that were forecast before they were seen', () => {
    const { values, sources, held } = calibrated(forecasts, inside);
    expect([values, sources]).toEqual([129, 23]);
    expect(held).toBeGreaterThanOrEqual(0.7);
    const rmsLn = rootMeanSquare(forecasts.map(({ error }) => error));
    expect(layeredOxides.forecast).toEqual({ sources, capacities: values, rmsLn: Number(rmsLn?.toFixed(2)) });
  });

  it('is nowhere wider than beyond what was compared', () => {
    expect(beyond.down).toBeGreaterThanOrEqual(inside.down);
    expect(beyond.up).toBeGreaterThanOrEqual(inside.up);
  });
});
