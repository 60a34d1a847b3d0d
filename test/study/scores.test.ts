import { describe, expect, it } from 'vitest';
import { correlationOf, scoreOf } from '../../src/study/scores.js';

/** Every number below is worked out by hand from the definitions. */

const pair = (measured: number, predicted: number, low = 0, high = Infinity) => ({ measured, predicted, low, high,
  nominal: 200 });

describe('scores of capacities', () => {
  it('are rms and mean of ln(predicted / measured): twice and half as much have ln 2 and no bias', () => {
    const { count, rmsLn, bias } = scoreOf([pair(100, 200), pair(100, 50)]);
    expect(count).toBe(2);
    expect(rmsLn).toBeCloseTo(Math.LN2, 12);
    expect(bias).toBeCloseTo(0, 12);
  });

  it('compare with the nominal capacity and with three quarters of it', () => {
    // the rules say 200 and 150 where 150 was measured; the program says 165
    const { rmsLn, everythingWorks, alwaysThreeQuarters } = scoreOf([pair(150, 165)]);
    expect(everythingWorks.rmsLn).toBeCloseTo(Math.log(4 / 3), 12);
    expect(everythingWorks.skill).toBeCloseTo(1 - (Math.log(1.1) / Math.log(4 / 3)) ** 2, 12);
    expect(alwaysThreeQuarters.rmsLn).toBeCloseTo(0, 12);
    // nothing is better than a rule that is right
    expect(alwaysThreeQuarters.skill).toBeNull();
    expect(rmsLn).toBeCloseTo(Math.log(1.1), 12);
  });

  it('give no skill to a program that says what a rule says, and less to a worse one', () => {
    expect(scoreOf([pair(100, 200), pair(120, 200)]).everythingWorks.skill).toBeCloseTo(0, 12);
    expect(scoreOf([pair(100, 400)]).everythingWorks.skill).toBeCloseTo(1 - 4, 12);
  });

  it('count a prediction of nothing as 1 % of nominal, not as infinitely wrong', () => {
    expect(scoreOf([pair(100, 0)]).rmsLn).toBeCloseTo(Math.log(50), 12);
  });

  it('count what lies inside its interval, ends included', () => {
    expect(
      scoreOf([pair(100, 90, 80, 100), pair(100, 90, 80, 99), pair(100, 90, 100, 120), pair(100, 90, 101, 120)]).inside,
    ).toBe(0.5);
  });

  it('know nothing of no values', () => {
    expect(scoreOf([])).toMatchObject({ count: 0, rmsLn: null, bias: null, correlation: null, inside: null });
  });
});

describe('the correlation', () => {
  it('is 1 on a rising line, -1 on a falling one, and Pearson between', () => {
    expect(correlationOf([1, 2, 3], [10, 20, 30])).toBeCloseTo(1, 12);
    expect(correlationOf([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
    // deviations (-1, 0, 1) and (-1/3, -1/3, 2/3): 1 / sqrt(2 * 2/3)
    expect(correlationOf([1, 2, 3], [1, 1, 2])).toBeCloseTo(Math.sqrt(3) / 2, 12);
  });

  it('is not known of two values, nor of a prediction that never varies', () => {
    expect(correlationOf([1, 2], [1, 2])).toBeNull();
    expect(correlationOf([1, 2, 3], [5, 5, 5])).toBeNull();
  });
});
