import { describe, expect, it } from 'vitest';
import { tableFunction, valueAt } from '../../src/materials/scalar-functions.js';
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

  it('of pulses is that before one first ends at the cut-off, where a mesh passes a little more charge than another', async () => {
    const { estimate } = await estimated('protocols/gitt', []);
    expect(estimate.voltage_mV).toBeLessThan(1);
    expect(estimate.largestVoltage_mV).toBeLessThan(50);
  });

  it.each([
    ['li2s-li6ps5cl', 'C/3', 'numerics.tolerance=1e-3'],
    ['sulfur-li3incl6', '1C', 'numerics.tolerance=1e-3'],
    ['reference/s2', '1C', 'numerics.tolerance=1e-2'],
  ])('says what steps in time leave within a third, where far looser steps would hide it: %s',
    async (name, rate, tolerance) => {
      const set = [`protocol.rates=[${rate}]`, 'mesh=null'];
      const { rate: found, estimate } = await estimated(name, [...set, tolerance]);
      const { rates: [fine] } = await runShippedCase(name, [...set, 'numerics.tolerance=1e-5']);
      const missed = 1e3 * apart(found, fine);
      expect(missed).toBeGreaterThan(0.03);
      expect(estimate.time_mV / missed).toBeGreaterThan(0.67);
      expect(estimate.time_mV / missed).toBeLessThan(1.5);
    });
});

/** Root of the mean square of V - V of the other over the charge from 2 to 98 % of what both deliver [V]. */
function apart({ series }: RateResult, { series: other }: RateResult): number {
  const charges = series.arealCapacity_mAh_cm2;
  const between = tableFunction(other.arealCapacity_mAh_cm2.map((q, i) => [q, other.voltage_V[i]]));
  const both = Math.min(charges.at(-1) ?? NaN, other.arealCapacity_mAh_cm2.at(-1) ?? NaN);
  let [square, passed] = [0, 0];
  charges.forEach((q, i) => {
    if (i === 0 || q < 0.02 * both || q > 0.98 * both) return;
    square += (q - charges[i - 1]) * (series.voltage_V[i] - valueAt(between, q)) ** 2;
    passed += q - charges[i - 1];
  });
  return Math.sqrt(square / passed);
}
