import { describe, expect, it } from 'vitest';
import { maximumOrder } from '../../src/solver/bdf-coefficients.js';
import { DifferenceTable } from '../../src/solver/difference-table.js';

const orders = Array.from({ length: maximumOrder }, (_, i) => i + 1);

/** Steps that grow and shrink by up to a factor of two. */
const unevenSteps = [0.1, 0.1, 0.2, 0.15, 0.1, 0.17, 0.3, 0.2, 0.11, 0.2, 0.13, 0.16];

interface Driven {
  readonly table: DifferenceTable;
  readonly y: Float64Array;
  readonly yp: Float64Array;
}

/** Feeds exact values at the given steps, raising the order by one a step up to k. */
function feed(f: (t: number) => number, slope: number, k: number, steps: readonly number[]): Driven {
  const table = new DifferenceTable(0, Float64Array.of(f(0)), Float64Array.of(slope), steps[0]);
  const y = new Float64Array(1);
  const yp = new Float64Array(1);
  steps.forEach((h, i) => {
    const order = Math.min(i + 1, k);
    table.predict(h, order, y, yp);
    table.accept(h, order, Float64Array.of(f(table.t + h) - y[0]));
  });
  return { table, y, yp };
}

describe('the difference table', () => {
  for (const k of orders) {
    const f = (t: number) => (1 + t) ** k + 2 * t;
    const slope = (t: number) => k * (1 + t) ** (k - 1) + 2;
    const size = f(3);

    it(`predicts polynomials of degree ${k} and their slopes exactly at order ${k}, on uneven steps`, () => {
      const { table, y, yp } = feed(f, slope(0), k, unevenSteps);
      table.predict(0.23, k, y, yp);
      expect(Math.abs(y[0] - f(table.t + 0.23))).toBeLessThan(1e-12 * size);
      expect(Math.abs(yp[0] - slope(table.t + 0.23))).toBeLessThan(1e-10 * size);
    });

    it(`interpolates polynomials of degree ${k} exactly inside the last step`, () => {
      const { table, y } = feed(f, slope(0), k, unevenSteps);
      for (const share of [0, 0.25, 0.5, 0.9, 1]) {
        const t = table.t - share * table.h;
        table.interpolate(t, y);
        expect(Math.abs(y[0] - f(t))).toBeLessThan(1e-12 * size);
      }
    });

    it(`has the leading error of BDF ${k}: h^k y^(k+1) / (k + 1) in the slope, on equal steps`, () => {
      const h = 0.1;
      const power = (t: number) => t ** (k + 1);
      const { table, y, yp } = feed(power, 0, k, new Array<number>(12).fill(h));
      table.predict(h, k, y, yp);
      const t = table.t + h;
      const formulaSlope = yp[0] + table.coefficients.leading * (power(t) - y[0]);
      const factorial = orders.slice(0, k).reduce((product, i) => product * (i + 1), 1);
      expect(formulaSlope - (k + 1) * t ** k).toBeCloseTo((-(h ** k) * factorial) / (k + 1), 8);
    });

    it(`converges with order ${k} when driven at fixed order and step`, () => {
      // y' = -y + cos t, y(0) = 0: the implicit formula solves for the correction in closed form
      const exact = (t: number) => (Math.cos(t) + Math.sin(t) - Math.exp(-t)) / 2;
      const errorAt = (h: number): number => {
        const { table, y, yp } = feed(exact, 1, k, new Array<number>(10).fill(h));
        while (table.t < 4 - h / 2) {
          table.predict(h, k, y, yp);
          const correction = (Math.cos(table.t + h) - y[0] - yp[0]) / (table.coefficients.leading + 1);
          table.accept(h, k, Float64Array.of(correction));
        }
        return Math.abs(table.difference(0, 0) - exact(table.t));
      };
      const observed = Math.log2(errorAt(0.05) / errorAt(0.025));
      expect(Math.abs(observed - k)).toBeLessThan(0.2);
    });
  }

  it('is left as it was by a step that is taken back', () => {
    const { table, y, yp } = feed(Math.sin, 1, 3, unevenSteps);
    const before = [0, 1, 2, 3, 4].map((j) => table.difference(j, 0));
    const psi = table.coefficients.psi.slice();
    table.predict(0.5, 3, y, yp);
    table.undo();
    expect([0, 1, 2, 3, 4].map((j) => table.difference(j, 0))).toEqual(before);
    expect(table.coefficients.psi).toEqual(psi);
  });
});
