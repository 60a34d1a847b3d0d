import { describe, expect, it } from 'vitest';
import { type DfnMesh, fullCell, fullCells } from '../support/dfn-cells.js';
import { voltagesAt } from '../support/dfn-discharge.js';
import { largestDifference, orderOfThree } from '../support/observed-order.js';
import { limitsOf } from './reference.js';

/** Shells that thin outwards by one smooth map, eight times from first to last, so that doubling them keeps the order. */
const mesh = (n: number): DfnMesh => ({ cells: [n, n, n], shells: n, shellGrading: 8 ** (1 / n) });

describe.each(fullCells)('%s at 1C', (name) => {
  it('is within 0.1 mV of the limit from the first second to 98 % of the discharge, on 48 cells x 48 shells', () => {
    const { times, volts } = limitsOf(name, 1, 0.98);
    expect(largestDifference(voltagesAt(fullCell(name, mesh(48)), times, 1e-6), volts)).toBeLessThan(1e-4);
  });

  it('converges at second order or faster, to the limit that the other code converges to', () => {
    const { times, volts } = limitsOf(name, 1, 0.98);
    const [coarse, middle, fine] = [20, 40, 80].map((n) => voltagesAt(fullCell(name, mesh(n)), times, 1e-8));
    const limit = fine.map((v, i) => (4 * v - middle[i]) / 3);
    // largest over the curves: 1.1, 0.1 and 0.1 uV
    expect(largestDifference(limit, volts)).toBeLessThan(5e-6);
    for (const time of [60, 600, 1800, 3000]) {
      const i = times.indexOf(time);
      // what is left of the error is small and of several signs: of LCO 2.11 at 1800 s and 1.89 at 3000 s
      expect(orderOfThree([coarse[i], middle[i], fine[i]]), `t = ${time} s`).toBeGreaterThan(1.85);
    }
  });

  it('starts at the limit too, to which the very first voltage converges at first order', () => {
    const { volts: [start] } = limitsOf(name, 0, 0);
    const [middle, fine] = [40, 80].map((n) => voltagesAt(fullCell(name, mesh(n)), [0], 1e-8)[0]);
    expect(Math.abs(2 * fine - middle - start)).toBeLessThan(1e-4);
  });
});
