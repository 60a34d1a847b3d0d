import { describe, expect, it } from 'vitest';
import { prepareCase } from '../../src/pipeline/run-case.js';
import type { Discretisation } from '../../src/results/rate-schema.js';
import type { RateResult } from '../../src/results/result-schema.js';
import { discretisationOf } from '../../src/study/discretisation.js';
import { loadShippedCase, runShippedCase } from '../support/reference-case.js';

interface Estimated {
  readonly rate: RateResult;
  readonly estimate: Discretisation;
}

async function estimated(name: string, set: readonly string[]): Promise<Estimated> {
  const { rates } = await runShippedCase(name, set);
  const ready = prepareCase(loadShippedCase(name, set));
  if (!ready.ok) throw new Error('not prepared');
  const [estimate] = discretisationOf(ready.prepared, rates);
  if (!estimate) throw new Error('no estimate');
  return { rate: rates[0], estimate };
}

const mesh = (cells: number, shells: number, growth: number): string =>
  `mesh={membraneCells: ${cells / 10}, cathodeCells: ${cells}, grading: 1, shells: ${shells}, shellGrading: ${growth}}`;

describe('the estimated error of mesh and time steps', () => {
  it.each([
    ['reference/marquis2019', 'protocol.rates=[1C]'],
    ['nmc811-li3incl6', 'protocol.rates=[C/3]'],
  ])('holds the capacity of a mesh three times as fine: %s', async (name, rates) => {
    const { rate, estimate } = await estimated(name, [rates, mesh(20, 10, 1.2)]);
    const { rates: [fine] } = await runShippedCase(name, [rates, mesh(60, 30, 1.2 ** (1 / 3)),
      'numerics.tolerance=1e-5']);
    const missed = Math.abs(fine.arealCapacity_mAh_cm2 / rate.arealCapacity_mAh_cm2 - 1);
    expect(missed).toBeLessThan(estimate.arealCapacity_relative);
    expect(Math.abs((fine.meanVoltage_V ?? NaN) - (rate.meanVoltage_V ?? NaN))).toBeLessThan(
      1e-3 * estimate.largestVoltage_mV,
    );
    expect(estimate.voltage_mV).toBeLessThan(estimate.largestVoltage_mV);
    expect(estimate.thickness_mV + estimate.particles_mV + estimate.time_mV).toBeCloseTo(estimate.voltage_mV, 10);
  });

  it('falls by the cause that is refined: cells as the square, and little where others are left', async () => {
    const at = async (set: string[]) =>
      (await estimated('reference/marquis2019', ['protocol.rates=[1C]', ...set])).estimate;
    const [coarse, cells, steps] = [
      await at([mesh(20, 10, 1.2), 'numerics.tolerance=1e-5']),
      await at([mesh(40, 10, 1.2), 'numerics.tolerance=1e-5']),
      await at([mesh(20, 10, 1.2), 'numerics.tolerance=1e-3']),
    ];
    expect(coarse.thickness_mV / cells.thickness_mV).toBeGreaterThan(3);
    expect(cells.particles_mV / coarse.particles_mV).toBeCloseTo(1, 0);
    expect(steps.time_mV).toBeGreaterThan(10 * coarse.time_mV);
  });
});
