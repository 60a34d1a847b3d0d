import { describe, expect, it } from 'vitest';
import { bothWays } from '../../../src/study/ranges/calibrated-band.js';
import { predictionInterval } from '../../../src/study/validate/prediction-interval.js';
import { deviateOf80, normalCumulative } from '../../../src/transport/normal-distribution.js';

const logarithmic = (deviation: number) => ({ deviation: bothWays(deviation), of: 'logarithm' as const });

describe('the interval of a prediction', () => {
  it('leaves a tenth of a normal distribution above it', () => {
    expect(1 - normalCumulative(deviateOf80)).toBeCloseTo(0.1, 6);
  });

  it('is a factor both ways where nothing was assumed', () => {
    const { low, high } = predictionInterval(150, [], logarithmic(0.2), 2);
    expect(high / 150).toBeCloseTo(Math.exp(0.2 * deviateOf80), 12);
    expect(150 / low).toBeCloseTo(high / 150, 12);
  });

  it('is as wide downwards and upwards as predictions miss to either side', () => {
    const { low, high } = predictionInterval(150, [], { deviation: { down: 0.3, up: 0.1 }, of: 'logarithm' }, 2);
    expect([Math.log(150 / low), Math.log(high / 150)]).toEqual([expect.closeTo(0.3 * deviateOf80, 12),
      expect.closeTo(0.1 * deviateOf80, 12)]);
  });

  it('adds the variance of a range without a preferred value, a third of the square of its half, side by side', () => {
    const { low, high } = predictionInterval(150, [{ of: 'range', atLow: 100, atHigh: 200 }], logarithmic(0.2), 2);
    expect(Math.log(high / 150)).toBeCloseTo(deviateOf80 * Math.sqrt(0.04 + Math.log(200 / 150) ** 2 / 3), 12);
    expect(Math.log(150 / low)).toBeCloseTo(deviateOf80 * Math.sqrt(0.04 + Math.log(150 / 100) ** 2 / 3), 12);
  });

  it('does not forget the prediction itself where it lies outside what both ends give', () => {
    const both = predictionInterval(150, [{ of: 'range', atLow: 100, atHigh: 100 }], logarithmic(0.1), 2);
    expect(Math.log(150 / both.low)).toBeCloseTo(deviateOf80 * Math.sqrt(0.01 + Math.log(1.5) ** 2 / 3), 12);
    expect(Math.log(both.high / 150)).toBeCloseTo(deviateOf80 * 0.1, 12);
  });

  it('takes the ends of an interval as what holds an input in 80 % of cases', () => {
    const { high } = predictionInterval(150, [{ of: 'interval', atLow: 140, atHigh: 300 }], logarithmic(0), 2);
    expect(high).toBeCloseTo(300, 9);
  });

  it('takes an end at which the cell cannot exist for none', () => {
    expect(predictionInterval(150, [{ of: 'range', atLow: undefined, atHigh: 150 }], logarithmic(0.2), 2))
      .toEqual(predictionInterval(150, [], logarithmic(0.2), 2));
  });

  it('holds nothing of a cell that delivers nothing, and ends at a number', () => {
    const { low, high } = predictionInterval(0, [{ of: 'range', atLow: 0, atHigh: 100 }], logarithmic(0.2), 2);
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(2);
  });

  it('is a difference both ways for voltages', () => {
    const { low, high } = predictionInterval(3.7, [{ of: 'range', atLow: 3.6, atHigh: 3.8 }], {
      deviation: bothWays(0.05),
      of: 'difference',
    }, 0);
    const half = deviateOf80 * Math.sqrt(0.0025 + 0.01 / 3);
    expect([low, high].map((value) => value.toFixed(9))).toEqual(
      [3.7 - half, 3.7 + half].map((value) => value.toFixed(9)),
    );
  });

  it('ends at what there is, unless the prediction lies above', () => {
    expect(predictionInterval(1200, [], logarithmic(0.58), 10, 1282)).toMatchObject({ high: 1282 });
    expect(predictionInterval(1300, [], logarithmic(0.58), 10, 1282)).toMatchObject({ high: 1300 });
    expect(predictionInterval(500, [], logarithmic(0.1), 10, 1282)).toEqual(
      predictionInterval(500, [], logarithmic(0.1), 10),
    );
  });
});
