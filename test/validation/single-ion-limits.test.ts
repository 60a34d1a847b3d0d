import { describe, expect, it } from 'vitest';
import { type DfnMesh, singleIonCase } from '../support/dfn-cells.js';
import { discharge, voltagesAt } from '../support/dfn-discharge.js';
import { largestDifference, orderOfThree } from '../support/observed-order.js';
import { limitsOf } from './reference.js';

const mesh = (n: number, shells: number): DfnMesh => ({ cells: [0, 2, n], shells, shellGrading: 8 ** (1 / shells) });

const endOf = (name: string, on: DfnMesh, tolerance: number): number => {
  const { time, points } = discharge(singleIonCase(name, on), tolerance).run();
  return time[points - 1];
};

describe.each(['S1', 'S2', 'S3'])('the thick single-ion cathode %s', (name) => {
  it('delivers the capacity of the limit to 1e-4 on 64 cells x 20 shells', () => {
    const { end } = limitsOf(name, 0, 1);
    // at constant current the capacity is the time
    expect(Math.abs(endOf(name, mesh(64, 20), 1e-5) / end - 1)).toBeLessThan(1e-4);
  });

  it('has the voltage of the limit to 0.2 mV from the first minute on 80 cells x 40 shells', () => {
    const { times, volts } = limitsOf(name, 60, 0.99);
    expect(largestDifference(voltagesAt(singleIonCase(name, mesh(80, 40)), times, 1e-6), volts)).toBeLessThan(2e-4);
  });

  it('converges at second order or faster in its capacity', () => {
    const { end } = limitsOf(name, 0, 1);
    const ends = [20, 40, 80].map((n) => endOf(name, mesh(n, n), 1e-7)) as [number, number, number];
    expect(orderOfThree(ends)).toBeGreaterThan(1.92);
    // of second order in shells and of up to the fourth in cells, so that the extrapolation of S2 (3.2) is off by 4.2e-6
    expect(Math.abs((4 * ends[2] - ends[1]) / 3 / end - 1)).toBeLessThan(5e-6);
  });
});
