import { describe, expect, it } from 'vitest';
import { rounded, withRange } from '../../src/report/format.js';
import { resultCard, runReport } from '../../src/report/run-report.js';
import { resultSchema } from '../../src/results/result-schema.js';
import { fixture, withRanges } from './fixture.js';
import { pageOf } from './pages.js';

const plain = { colour: false, width: 100 };

describe('a number with its range', () => {
  it('has the digits that the range supports', () => {
    expect(withRange(4.3912, { low: 3.08, high: 4.61 })).toBe('4.4 (3.1 to 4.6)');
    expect(withRange(384.2, { low: 279, high: 402 })).toBe('380 (280 to 400)');
    expect(withRange(3.7171, { low: 3.66, high: 3.75 })).toBe('3.72 (3.66 to 3.75)');
  });

  it('is the range alone where there is no single number', () => {
    expect(withRange(384.2, { low: 0, high: 402 }, false)).toBe('0 to 400');
  });

  it('is not rounded above what there is', () => {
    expect(withRange(160, { low: 120, high: 185.2 }, false, 185.3)).toBe('120 to 185');
    expect(withRange(160, { low: 120, high: 185.2 }, false)).toBe('120 to 190');
    expect(withRange(160, { low: 120, high: 183 }, false, 185.3)).toBe('120 to 180');
    expect(withRange(160, { low: 120, high: 192 }, false, 186)).toBe('120 to 190');
  });

  it('rounds before the point as after it', () => {
    expect([384, 996, 0.0345, 9.96, 0].map((value) => rounded(value, 2))).toEqual(['380', '1000', '0.035', '10', '0']);
  });
});

describe('the card of a result with ranges', () => {
  const doc = withRanges(fixture(), ['2C']);
  const card = resultCard(doc, plain);
  const words = card.replaceAll(/\s+/g, ' ');

  it('is a valid document within the width', () => {
    expect(() => resultSchema.parse(doc)).not.toThrow();
    for (const width of [60, 80, 100, 140]) {
      expect(resultCard(doc, { colour: false, width }).split('\n').filter((line) => [...line].length > width)).toEqual(
        [],
      );
    }
  });

  it('shows low to high, and outside the data no single number', () => {
    const [inside, outside] = ['1C', '2C'].map((label) => doc.rates.find((rate) => rate.label === label)!);
    const capacity = (value: number): string => rounded(value, 2);
    expect(words).toContain(
      `${capacity(inside.arealCapacity_mAh_cm2)} (${capacity(0.6 * inside.arealCapacity_mAh_cm2)} to`,
    );
    expect(card.split('\n').find((line) => /^2C\W/.test(line))).not.toContain('(');
    expect(words).toContain(
      'outside 2C: rate of 2C (measured cells for comparison: C/100 to 1C); only an interval is given',
    );
    expect(card).not.toContain(outside.arealCapacity_mAh_cm2.toFixed(2));
  });

  it('says what decides it, and what takes the capacity beside what takes the voltage', () => {
    expect(words).toContain(
      'decides parameters that widen the interval most at 2C: ionic conductivity, bulk [Li3InCl6] 0.5 mS/cm to 2 mS/cm (assumed, usual spread): ±17 %',
    );
    expect(words).toContain(
      'gain at 2C if one resistance alone were absent: charge transfer +30 %. The largest loss of voltage is another: ',
    );
    expect(words).toContain('for the ranges 60 more solves on a coarse mesh');
  });

  it('says what comes out at either end where a share cannot be read', () => {
    const [rate] = doc.rates.slice(-1);
    const decides = [{ ...rate.ranges!.decides[0], effect: 11.2, arealCapacity_mAh_cm2: { low: 0, high: 1.7512 } }];
    const wide = { ...doc, rates: [{ ...rate, ranges: { ...rate.ranges!, decides } }] };
    expect(resultCard(wide, plain).replaceAll(/\s+/g, ' ')).toContain('usual spread): 0 to 1.75 mAh/cm²');
  });

  it('says nothing of it where it was not asked for', () => {
    expect(resultCard(fixture(), plain)).not.toMatch(/^(decides|how sure|capacity|outside)/m);
  });
});

it('the page has a section of it with every parameter that decides', () => {
  const page = pageOf(runReport, withRanges(fixture()));
  expect(page).toContain('href="#how-sure"');
  expect(page).toContain('temperature of the cell');
  expect(pageOf(runReport, fixture())).not.toContain('href="#how-sure"');
});
