import { expect, it, vi } from 'vitest';
import { PassingRecord } from '../../src/physics/records.js';
import { prepareCase, rateCapability, rowsOfCase } from '../../src/pipeline/run-case.js';
import { loadShippedCase } from '../support/reference-case.js';

it('the mean current of a load without a rate is the charge over the time under current: rests do not dilute it', () => {
  // 2 mA/cm^2 for half of the time; the last value ends the profile
  const steps =
    '[{profile: {interpolation: previous, time: [0 s, 600 s, 1200 s], current: [2 mA/cm^2, 0 mA/cm^2, 0 mA/cm^2]}}]';
  const given = loadShippedCase('nmc811-li6ps5cl-thin', ['mesh=coarse', 'protocol.rates=', `protocol.steps=${steps}`]);
  const ready = prepareCase(given);
  if (!ready.ok) throw new Error('no case');
  const [{ currentDensity, performance }] = rateCapability(given, ready.prepared.model);
  expect(performance.main.arealCapacity).toBeCloseTo(20 * 600, 2);
  expect(Math.abs(currentDensity / 20 - 1)).toBeLessThan(0.02);
});

it('all rates and the charge before are solved with the same equations, and a rate is what it is alone', () => {
  const runsAt = (rates: string, charge: string) => {
    const set = ['mesh=coarse', `protocol.rates=${rates}`, `protocol.charge=${charge}`];
    const given = loadShippedCase('nmc811-li3incl6', set);
    const ready = prepareCase(given);
    if (!ready.ok) throw new Error('no case');
    return Array.from(rateCapability(given, ready.prepared.model));
  };
  for (const charge of ['{rate: C/10}', '{rate: each}']) {
    const [slow, fast] = runsAt('[C/3, 2C]', charge);
    const problems = [slow, fast].flatMap((
      { performance, start },
    ) => [performance.problem, start.charge?.performance.problem]);
    expect(new Set(problems).size).toBe(1);
    const [alone] = runsAt('[2C]', charge);
    expect(fast.performance.recording.counters).toEqual(alone.performance.recording.counters);
    expect(fast.performance.voltage).toEqual(alone.performance.voltage);
    expect(fast.performance.polarisation).toEqual(alone.performance.polarisation);
  }
});

it('a row splits each point of its rate once, and none of the charge before', () => {
  const given = loadShippedCase('nmc811-li3incl6', ['mesh=coarse', 'protocol.rates=[C/3, 1C]',
    'protocol.charge={rate: C/10}']);
  const ready = prepareCase(given);
  if (!ready.ok) throw new Error('no case');
  const points = Array.from(rateCapability(given, ready.prepared.model),
    ({ performance }) => performance.recording.points);
  const split = vi.spyOn(PassingRecord.prototype, 'at');
  expect(rowsOfCase(given).ok).toBe(true);
  expect(split).toHaveBeenCalledTimes(points.reduce((sum, n) => sum + n, 0));
  split.mockRestore();
});
