import { expect, it } from 'vitest';
import { type Control, evaluateControl } from '../../src/physics/control.js';
import { slopeOf } from '../support/differences.js';

const out = new Float64Array(3);
function residual(control: Control, current: number, voltage: number, load = 1, time = 0): number {
  out.fill(NaN);
  evaluateControl(control, time, current, voltage, load, out);
  return out[0];
}

it.each<Control>([{ kind: 'current', target: 30 }, { kind: 'voltage', target: 3.6 }, { kind: 'power', target: 100 }])(
  '$kind control: its slopes are those of its residual',
  (control) => {
    evaluateControl(control, 0, 28, 3.7, 1, out);
    const [, byCurrent, byVoltage] = out;
    expect(slopeOf((i) => residual(control, i, 3.7), 28, 0.1)).toBeCloseTo(byCurrent, 10);
    expect(slopeOf((v) => residual(control, 28, v), 3.7, 0.1)).toBeCloseTo(byVoltage, 10);
  },
);

it('vanishes on target, and a share of the load is a share of current or power', () => {
  expect(residual({ kind: 'current', target: 30 }, 30, 1)).toBe(0);
  expect(residual({ kind: 'voltage', target: 3.6 }, 99, 3.6)).toBe(0);
  expect(residual({ kind: 'power', target: 100 }, 25, 4)).toBe(0);
  expect(residual({ kind: 'current', target: 30 }, 15, 1, 0.5)).toBe(0);
  expect(residual({ kind: 'power', target: 100 }, 12.5, 4, 0.5)).toBe(0);
});

it('leads what it fixes from where it was to its target', () => {
  const hold: Control = { kind: 'voltage', target: 3.6, from: 4 };
  expect(residual(hold, 99, 4, 0)).toBeCloseTo(0, 14);
  expect(residual(hold, 99, 3.8, 0.5)).toBeCloseTo(0, 14);
  expect(residual(hold, 99, 3.6)).toBe(0);
  const turned: Control = { kind: 'current', target: 30, from: -10 };
  expect([0, 0.25, 1].map((load) => residual(turned, -10 + 40 * load, 4, load))).toEqual([0, 0, 0]);
  expect(residual({ kind: 'power', target: 100, from: -100 }, 0, 4, 0.5)).toBe(0);
});

it('is on target under the whole load whatever was before, and a voltage that nothing was before under any', () => {
  expect(residual({ kind: 'current', target: 30, from: 1e17 }, 30, 1)).toBe(0);
  expect(residual({ kind: 'voltage', target: 3.6 }, 99, 3.6, 0.5)).toBe(0);
});

it('follows a target that changes with time', () => {
  const ramp: Control = { kind: 'current', target: { at: (t) => 10 + 2 * t } };
  expect(residual(ramp, 16, 4, 1, 3)).toBe(0);
  expect(residual(ramp, 10, 4, 1, 3)).toBe(-6);
});
