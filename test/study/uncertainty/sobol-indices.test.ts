import { describe, expect, it } from 'vitest';
import { sobolPoint } from '../../../src/study/sweep/sobol.js';
import { mixed, sampleRow } from '../../../src/study/uncertainty/sample.js';
import { type RowValues, type SobolIndices, sobolIndices } from '../../../src/study/uncertainty/sobol-indices.js';

type Point = readonly number[];

function indicesOf(f: (point: Point) => number, parameters: number, rows: number, seed?: number): SobolIndices {
  return sobolIndices(Array.from({ length: rows }, (_, k): RowValues => {
    const row = sampleRow(k, parameters, seed);
    return { ...row, atA: f(row.a), atB: f(row.b), mixed: row.a.map((_u, i) => f(mixed(row, i))) };
  }));
}

/** Ishigami and Homma 1990 (10.1109/ISUMA.1990.151285), a = 7, b = 0.1, on (-pi, pi)^3; indices in closed form. */
const ishigami = ([x, y, z]: Point): number => {
  const [a, b, c] = [x, y, z].map((u) => Math.PI * (2 * u - 1));
  return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);
};
const variance = 49 / 8 + 0.1 * Math.PI ** 4 / 5 + 0.01 * Math.PI ** 8 / 18 + 0.5;
const ofFirst = 0.5 * (1 + 0.1 * Math.PI ** 4 / 5) ** 2;
const ofBoth = 0.01 * Math.PI ** 8 * (1 / 18 - 1 / 50);
const exact = {
  first: [ofFirst / variance, 49 / 8 / variance, 0],
  total: [(ofFirst + ofBoth) / variance, 49 / 8 / variance, ofBoth / variance],
};

describe('Sobol indices', () => {
  it('of a linear function are shares of the squares, without an error of sampling', () => {
    const weights = [3, 2, 1, 0];
    const { variance: found, first, total } = indicesOf(
      (u) => 5 + u.reduce((sum, value, i) => sum + weights[i] * value, 0),
      4,
      32,
    );
    expect(found).toBeCloseTo(14 / 12, 10);
    for (const [i, weight] of weights.entries()) {
      for (const { value, error } of [first[i], total[i]]) {
        expect(value).toBeCloseTo(weight ** 2 / 14, 10);
        expect(error).toBeLessThan(1e-9);
      }
    }
  });

  it('of Ishigami\'s function are those of the closed form, within the stated error', () => {
    const found = indicesOf(ishigami, 3, 4096);
    expect(found.variance / variance).toBeCloseTo(1, 1);
    for (const kind of ['first', 'total'] as const) {
      found[kind].forEach(({ value, error }, i) => {
        expect(Math.abs(value - exact[kind][i])).toBeLessThan(error);
        expect(error).toBeLessThan(0.05);
      });
    }
  });

  it('of a product have the interaction that it has', () => {
    // f = (1 + a)(1 + b) with variances of 1/3: V = 1/3 + 1/3 + 1/9
    const { first, total } = indicesOf(([u, v]) => 2 * u * 2 * v, 2, 512);
    for (const i of [0, 1]) {
      expect(first[i].value).toBeCloseTo(3 / 7, 1);
      expect(total[i].value).toBeCloseTo(4 / 7, 1);
    }
  });

  it('hold the truth in 95 % of samples, or more, for the points are spread evenly', () => {
    const held = Array.from({ length: 40 }, (_, k) => indicesOf(ishigami, 3, 128, 100 + k)).flatMap((found) =>
      (['first', 'total'] as const).flatMap((kind) =>
        found[kind].map(({ value, error }, i) => Math.abs(value - exact[kind][i]) <= error)
      )
    );
    expect(held.filter(Boolean).length / held.length).toBeGreaterThan(0.92);
  });
});

describe('the sample', () => {
  it('divides every dimension evenly, and no coordinate is an end', () => {
    const rows = Array.from({ length: 64 }, (_, k) => sampleRow(k, 20));
    for (let i = 0; i < 20; i++) {
      for (const  of of['a', 'b'] as const) {
        const column = rows.map((row) => row[of][i]);
        expect(new Set(column.map((u) => Math.floor(64 * u))).size).toBe(64);
        expect(column.every((u) => u > 0 && u < 1)).toBe(true);
      }
    }
  });

  it('stands on the Sobol points of SciPy in dimensions 21 to 40, point 777', () => {
    expect(sobolPoint(777, 40).slice(20)).toEqual([0.2373046875, 0.2724609375, 0.9462890625, 0.4814453125, 0.3447265625,
      0.1455078125, 0.0595703125, 0.7802734375, 0.0634765625, 0.1103515625, 0.5419921875, 0.8994140625, 0.1123046875,
      0.0029296875, 0.8056640625, 0.9462890625, 0.4619140625, 0.3505859375, 0.3427734375, 0.3583984375]);
  });
});
