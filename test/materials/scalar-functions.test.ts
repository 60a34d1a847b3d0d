import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constantFunction, logarithmicTableFunction, scaledFunction,
  tableFunction } from '../../src/materials/scalar-functions.js';
import { at } from './support.js';

const table = [[0.1, 4.2], [0.3, 4.0], [0.6, 3.9], [0.9, 3.2]] as const;

describe('tableFunction', () => {
  it('passes through its points with the slopes of Fritsch and Butland, by hand', () => {
    const f = tableFunction(table);
    for (const [x, y] of table) expect(at(f, x)[0]).toBeCloseTo(y, 12);
    // secants -1 and -1/3 over 0.2 and 0.3: weights 0.8 and 0.7, harmonic mean -1.5 / (0.8 + 2.1)
    const inner = -1.5 / 2.9;
    // three-point formula at the end: (0.7 * -1 + 0.2 / 3) / 0.5
    const end = -3.8 / 3;
    expect(at(f, 0.3)[1]).toBeCloseTo(inner, 12);
    expect(at(f, 0.1)[1]).toBeCloseTo(end, 12);
    // middle of a cubic Hermite piece: mean of the ends + h/8 (slope left - slope right)
    expect(at(f, 0.2)[0]).toBeCloseTo(4.1 + (0.2 / 8) * (end - inner), 12);
  });

  it('has the slope of its value, within the table and beyond', () => {
    const f = tableFunction(table);
    const h = 1e-6;
    for (const x of [0.02, 0.15, 0.3, 0.42, 0.7, 0.89, 0.97]) {
      expect(at(f, x)[1]).toBeCloseTo((at(f, x + h)[0] - at(f, x - h)[0]) / (2 * h), 5);
    }
  });

  it('never leaves the span of its neighbours', () => {
    const step = fc.double({ min: 0.01, max: 1, noNaN: true });
    const drop = fc.double({ min: 0, max: 1, noNaN: true });
    const between = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(fc.property(fc.array(fc.tuple(step, drop), { minLength: 2, maxLength: 8 }), between, (steps, t) => {
      let x = 0;
      let y = 5;
      const points = steps.map(([dx, dy]) => [x += dx, y -= dy] as const);
      const f = tableFunction(points);
      for (let k = 1; k < points.length; k++) {
        const value = at(f, points[k - 1][0] + t * (points[k][0] - points[k - 1][0]))[0];
        expect(value).toBeLessThanOrEqual(points[k - 1][1] + 1e-9);
        expect(value).toBeGreaterThanOrEqual(points[k][1] - 1e-9);
      }
    }));
  });
});

describe('logarithmicTableFunction', () => {
  it('is exact for an exponential, with its slope, and stays at its end values', () => {
    const f = logarithmicTableFunction([[0, 1e-4], [0.5, 1e-2], [1, 1]]);
    expect(at(f, 0.25)[0]).toBeCloseTo(1e-3, 12);
    expect(at(f, 0.25)[1]).toBeCloseTo(1e-3 * Math.log(1e4), 10);
    expect(at(f, 1.4)).toEqual([expect.closeTo(1, 12), 0]);
  });

  it('is the exponential of the interpolated logarithm within a millionth from end to end, however near its points stand', () => {
    for (const near of [0.05, 1e-4]) {
      const points = [[0.2, 1e-15], [0.4, 4e-15], [0.4 + near, 3e-15], [0.8, 1e-16], [0.95, 2e-18]] as const;
      const f = logarithmicTableFunction(points);
      const logarithm = tableFunction(points.map(([x, y]) => [x, Math.log(y)] as const));
      for (let x = 0.2 + 1e-6; x < 0.95; x += 1e-4) {
        const [value] = at(logarithm, x);
        const [found, slope] = at(f, x);
        const h = 1e-8;
        expect(Math.abs(found / Math.exp(value) - 1)).toBeLessThan(1e-6);
        expect(Math.abs((at(f, x + h)[0] - at(f, x - h)[0]) / (2 * h) - slope)).toBeLessThan(1e-3 * found);
      }
    }
  });
});

describe('scaledFunction', () => {
  it('scales value and slope, and keeps a constant known as constant', () => {
    const f = scaledFunction(tableFunction(table), 2);
    const [value, slope] = at(tableFunction(table), 0.5);
    expect(at(f, 0.5)).toEqual([2 * value, 2 * slope]);
    expect(scaledFunction(constantFunction(3), 2).constant).toBe(6);
  });
});
