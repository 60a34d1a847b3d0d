import { expect, it } from 'vitest';
import { prepareCase, rateCapability } from '../../src/pipeline/run-case.js';
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
