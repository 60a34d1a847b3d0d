import { describe, expect, it } from 'vitest';
import type { Cutoff } from '../../src/config/case.js';
import type { Performance } from '../../src/results/performance.js';
import { cutoffNames } from '../../src/simulation/cutoffs.js';
import type { LoadedStep } from '../../src/simulation/load-step.js';
import { FARADAY } from '../../src/units/constants.js';
import { activeMaterial, cellModel } from '../support/cell-model.js';
import { atPower, charge, discharge, endOf, hold, profile, rest, runSteps,
  startUnderCurrent } from '../support/runs.js';

/** Rests at 4.4 - 0.8 s volt. */
const model = cellModel({
  layers: [{ thickness: 60e-6, cells: 8, kappa: 0.05, sigma: 1, material: activeMaterial() }],
});
const run = (steps: readonly LoadedStep[]): Performance => runSteps(model, 0.5, steps, 1e-5);
/** Points joined by lines. */
const lines = (kind: 'current' | 'power', time: readonly number[], value: readonly number[],
  until: Cutoff = {}): LoadedStep => profile({ kind, time, value, interpolation: 'linear' }, until);

const endsOf = ({ recording }: Performance): string[] =>
  recording.segments.map(({ outcome }) => outcome.event ?? outcome.reason);
const lastOf = (values: Float64Array): number => values[values.length - 1];

describe('cut-offs end any step', () => {
  it('a hold: at its current, at its charge, at its time', () => {
    const fallen = run([hold(3.8, { current: 10 })]);
    expect(endOf(fallen)).toBe(cutoffNames.current);
    expect(lastOf(fallen.current)).toBeCloseTo(10, 4);
    const moved = run([hold(4.2, { arealCapacity: 5000, current: 1e-3 })]);
    expect(endOf(moved)).toBe(cutoffNames.arealCapacity);
    expect(lastOf(moved.charge)).toBeCloseTo(-5000, 6);
    expect(lastOf(run([hold(3.8, { time: 77 })]).recording.time)).toBe(77);
  });

  it('a power: at its voltage, and at the current that it rises to', () => {
    const down = run([atPower('discharge', 200, { voltage: 3.6 })]);
    expect(endOf(down)).toBe(cutoffNames.voltage);
    expect(lastOf(down.voltage)).toBeCloseTo(3.6, 5);
    const limited = run([atPower('discharge', 200, { voltage: 3.6, current: 52 })]);
    expect(endOf(limited)).toBe(cutoffNames.current);
    expect(lastOf(limited.current)).toBeCloseTo(52, 4);
  });

  it('a rest: where it crosses a voltage, from either side', () => {
    for (const [load, voltage] of [[discharge(60, { time: 600 }), 3.83], [charge(60, { time: 600 }), 4.17]] as const) {
      const relaxed = run([load, rest(3600, voltage)]);
      expect(endOf(relaxed)).toBe(cutoffNames.voltage);
      expect(relaxed.recording.segments[1].last).toBeGreaterThan(relaxed.recording.segments[1].first);
      expect(lastOf(relaxed.voltage)).toBeCloseTo(voltage, 5);
    }
  });

  it('a profile: at either bound of its window', () => {
    const ramp = (sign: number) => lines('current', [0, 3600], [0, sign * 200], { voltageWindow: [3.5, 4.3] });
    const [down, up] = [run([ramp(1)]), run([ramp(-1)])];
    expect([endOf(down), endOf(up)]).toEqual([cutoffNames.voltage, cutoffNames.voltage]);
    expect(lastOf(down.voltage)).toBeCloseTo(3.5, 5);
    expect(lastOf(up.voltage)).toBeCloseTo(4.3, 5);
  });
});

describe('a cut-off that is past at the start is a result', () => {
  it('at t = 0, with one point', () => {
    // a discharge that ends where the charge began; a hold with less current than its cut-off; the steps go on
    const cell = run([charge(40, { time: 300 }), discharge(40, { voltage: 4.2 }), hold('now', { current: 1000 }),
      rest(10)]);
    expect(endsOf(cell)).toEqual(['end-of-interval', cutoffNames.voltage, cutoffNames.current, 'end-of-interval']);
    expect(cell.recording.segments.slice(1, 3).map(({ first, last }) => last - first)).toEqual([0, 0]);
  });

  it.each<[string, LoadedStep, LoadedStep]>([
    ['current', discharge(1e7, { voltage: 3 }), charge(1e7, { voltage: 4.5 })],
    ['power', atPower('discharge', 1e7, { voltage: 3 }), charge(1e7, { voltage: 4.5 })],
  ])('under a %s that the cell cannot carry: at the share of it that passes the cut-off', (_, down, up) => {
    const cell = run([down, rest(10), up, rest(10)]);
    expect(endsOf(cell)).toEqual([cutoffNames.voltage, 'end-of-interval', cutoffNames.voltage, 'end-of-interval']);
    expect(cell.voltage[0]).toBeLessThan(3);
    expect(lastOf(cell.voltage)).toBeCloseTo(4, 8);
  });

  it('under a power of which the cell carries less than a millionth', () => {
    const blocked = cellModel({
      layers: [{ thickness: 60e-6, cells: 8, kappa: 1e-9, sigma: 1, material: activeMaterial() }],
    });
    const cell = runSteps(blocked, 0.5, [atPower('discharge', 2000, { voltage: 3 }), rest(10)], 1e-5);
    expect(endsOf(cell)).toEqual([cutoffNames.voltage, 'end-of-interval']);
    expect(cell.current[0]).toBeLessThan(2e-3);
    expect(lastOf(cell.voltage)).toBeCloseTo(4, 8);
  });

  it('under a power above the largest that the cell gives: named, where no cut-off lies before it', () => {
    const { recording, current, voltage } = run([rest(10), atPower('discharge', 1e7, { time: 10 }), rest(10)]);
    expect(recording.segments.map(({ outcome }) => outcome.event ?? outcome.reason))
      .toEqual(['end-of-interval', cutoffNames.power, 'end-of-interval']);
    const [, { first, last }] = recording.segments;
    expect(last).toBe(first);
    const largest = Math.max(...Array.from({ length: 60 }, (_, k) => {
      const density = 1e3 * 1.15 ** k;
      const { problem, y } = startUnderCurrent(model, 0.5, density);
      return density * problem.voltage(y);
    }));
    expect(current[first] * voltage[first] / largest).toBeGreaterThan(0.95);
    expect(current[first] * voltage[first] / largest).toBeLessThan(1.01);
  });

  it('under a power that the cell gives no more, asked for once again: named again', () => {
    const asked = atPower('discharge', 2000, { voltage: 0.5 });
    for (const next of [asked, atPower('discharge', 2400, { voltage: 0.5 })]) {
      const cell = run([asked, next, rest(10)]);
      expect(endsOf(cell)).toEqual([cutoffNames.power, cutoffNames.power, 'end-of-interval']);
      expect(cell.current.every(Number.isFinite)).toBe(true);
    }
  });

  it('leaves to the next step what it found itself', () => {
    // the load of 1e7 A/m2 never flowed: the hold starts from rest, not from thousands of volts
    const after = run([charge(1e7, { voltage: 4.5 }), hold(3.9, { time: 60 })]);
    const alone = run([hold(3.9, { time: 60 })]);
    expect(endsOf(after)).toEqual([cutoffNames.voltage, 'end-of-interval']);
    expect(lastOf(after.charge)).toBe(lastOf(alone.charge));
  });
});

describe('a current that turns without a rest', () => {
  const slow = activeMaterial({ referenceExchangeCurrentDensity: 0.004 });
  const thick = cellModel({ layers: [{ thickness: 200e-6, cells: 20, kappa: 0.01, sigma: 10, material: slow }] });

  it('starts where exchange currents are small and ions slow, from either side', () => {
    for (const rate of [5, 30, 100]) {
      const cell = runSteps(thick, 0.5, [
        charge(rate, { voltage: 4.6, time: 600 }),
        discharge(2 * rate, { voltage: 2, time: 600 }),
        charge(rate, { voltage: 4.6, time: 60 }),
        atPower('discharge', 3 * rate, { voltage: 2, time: 60 }),
      ]);
      expect(endsOf(cell).filter((end) => end !== cutoffNames.voltage && end !== 'end-of-interval')).toEqual([]);
      expect(cell.recording.segments).toHaveLength(4);
    }
  });
});

describe('a profile', () => {
  const time = [0, 60, 60, 200, 300, 300, 400];
  const value = [20, 50, -30, -30, 10, 0, 0];

  it('holds its current at every point, and moves its integral', () => {
    const { recording, current, charge: passed } = run([rest(50), lines('current', time, value), rest(5)]);
    const { first, last } = recording.segments[1];
    const exact = (t: number, from: number): number => {
      const i = time.findIndex((end, k) =>
        k > 0 && time[k - 1] <= t && t <= end && time[k - 1] < end && (k - 1 >= from)
      );
      return value[i - 1] + ((value[i] - value[i - 1]) * (t - time[i - 1])) / (time[i] - time[i - 1]);
    };
    for (let k = first; k <= last; k++) {
      const t = recording.time[k] - 50;
      // at a jump both sides are recorded, one after the other
      const second = k > first && recording.time[k] === recording.time[k - 1];
      const from = second ? time.lastIndexOf(t) : 0;
      expect(Math.abs(current[k] - exact(t, from))).toBeLessThan(1e-10);
    }
    const integral = 60 * 35 - 140 * 30 - 100 * 10;
    // the lithium is as exact as the tolerance, 1e-5 of a full particle
    expect(Math.abs(passed[last] - integral)).toBeLessThan(1e-5 * 0.6 * 50e3 * FARADAY * 60e-6);
    expect(recording.time[last]).toBe(450);
    for (const t of time) {
      expect(Array.from(recording.time).some((recorded) => Math.abs(recorded - 50 - t) < 1e-9)).toBe(true);
    }
  });

  it('in steps is a sequence of constant currents', () => {
    const time = [0, 60, 200, 300];
    const stepwise = run([profile({ kind: 'current', time, value: [20, -30, 0, 99], interpolation: 'previous' })]);
    const sequence = run([discharge(20, { time: 60 }), charge(30, { time: 140 }), rest(100)]);
    expect(stepwise.recording.time).toEqual(sequence.recording.time);
    expect(stepwise.voltage).toEqual(sequence.voltage);
    expect(stepwise.recording.segments).toHaveLength(1);
  });

  it('of power holds its power through both signs: 1e-6', () => {
    const { recording, current, voltage } = run([lines('power', [0, 100, 200], [150, -150, 0])]);
    for (let k = 0; k < recording.points; k++) {
      const t = recording.time[k];
      expect(Math.abs(current[k] * voltage[k] - (t < 100 ? 150 - 3 * t : -150 + 1.5 * (t - 100)))).toBeLessThan(
        150 * 1e-6,
      );
    }
  });
});
