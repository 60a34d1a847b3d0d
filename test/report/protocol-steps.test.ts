import { expect, test } from 'vitest';
import { protocolSteps } from '../../src/report/protocol-steps.js';
import { fixture } from './fixture.js';

/** A run of the given currents and voltages, three points per step, ten minutes apart. */
function runOf(steps: readonly { readonly current: readonly number[]; readonly voltage: readonly number[] }[]) {
  const [rate] = fixture({ pick: ['1C'] }).rates;
  const time = steps.flatMap((_, k) => [0, 1, 2].map((i) => 600 * (3 * k + i)));
  return {
    ...rate,
    series: {
      ...rate.series,
      time_s: time,
      step: steps.flatMap((_, k) => [k, k, k]),
      currentDensity_mA_cm2: steps.flatMap(({ current }) => current),
      voltage_V: steps.flatMap(({ voltage }) => voltage),
      arealCapacity_mAh_cm2: time.map((_, k) => 0.5 * k),
    },
  };
}

test.each([
  ['rest', [1, 0, 0], [3.9, 4, 4]],
  ['discharge', [0, 1, 1], [4, 3.9, 3.8]],
  ['charge', [0, -1, -1.2], [3.8, 3.9, 4]],
  ['hold', [-1, -0.5, -0.1], [4.1, 4.2, 4.2]],
  ['profile', [0, 1, -1], [4, 3.9, 4.1]],
])('a %s is told from its current and voltage', (kind, current, voltage) => {
  const steps = protocolSteps(runOf([{ current: [1, 1, 1], voltage: [4, 3.9, 3.8] }, { current, voltage }]));
  expect(steps[1]).toMatchObject({ number: 2, kind, firstPoint: 3, lastPoint: 5, duration: 1200, capacity: 1, endVoltage: voltage[2] });
});
