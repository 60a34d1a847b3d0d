import { describe, expect, it } from 'vitest';
import { consistentStart } from '../../src/solver/consistent-start.js';
import { newCounters } from '../../src/solver/counters.js';
import type { DaeProblem } from '../../src/solver/dae-problem.js';
import { denseProblem } from '../support/dense-problem.js';
import { ode, solve, type Solved, stepper } from './support.js';

/** Equal but for what the differences of the dense matrix leave open. */
function expectSame(run: Solved, reference: Solved, perTime = 1, perUnknown = 1): void {
  expect(run.counters).toEqual(reference.counters);
  run.times.forEach((t, i) => expect(Math.abs(t / perTime - reference.times[i])).toBeLessThan(1e-6));
  run.y.forEach((value, i) => expect(Math.abs(value / perUnknown - reference.y[i])).toBeLessThan(1e-7));
}

/** m y' = -m y, z = y^2: the same solution whatever m is. */
const massive = (m: number) =>
  denseProblem({
    differential: [true, false],
    mass: Float64Array.of(m, NaN),
    residual(_t, y, yp, out) {
      out[0] = m * (yp[0] + y[0]);
      out[1] = y[1] - y[0] * y[0];
    },
  });

describe('the mass diagonal', () => {
  it('gives the slopes of a consistent start: 2 y\' + y = 0 falls with one half', () => {
    const problem = denseProblem({
      differential: [true],
      mass: Float64Array.of(2),
      residual(_t, y, yp, out) {
        out[0] = 2 * yp[0] + y[0];
      },
    });
    const [y, yp] = [Float64Array.of(1), Float64Array.of(9)];
    expect(consistentStart({ ...problem, setLoad: () => undefined }, 0, y, yp, 1e-6, newCounters())).toBeUndefined();
    expect(yp[0]).toBe(-0.5);
    expect(solve(problem, [1], [-0.5], 2, { tolerance: 1e-7 }).y[0]).toBeCloseTo(Math.exp(-1), 5);
  });

  it('changes no step where a whole equation is multiplied by a number', () => {
    const runs = [1, 2 ** 20, 2 ** -20].map((m) => solve(massive(m), [1, 1], [-1, 0], 3));
    for (const run of runs) expectSame(run, runs[0]);
  });

  it('may depend on the state: (1 + y) y\' = -1 falls as y + y^2/2 = 3/2 - t', () => {
    const mass = new Float64Array(1);
    const problem = denseProblem({
      differential: [true],
      mass,
      residual(_t, y, yp, out) {
        mass[0] = 1 + y[0];
        out[0] = mass[0] * yp[0] + 1;
      },
    });
    const { y, counters } = solve(problem, [1], [-0.5], 1.2, { tolerance: 1e-7 });
    expect(y[0] + y[0] ** 2 / 2).toBeCloseTo(0.3, 5);
    expect(counters.rejectedSteps).toBeLessThan(3);
  });
});

/** A wave of a period of `period` and of an amplitude of `amplitude`, which drags an algebraic unknown along. */
function wave(period: number, amplitude: number): DaeProblem {
  return denseProblem({
    differential: [true, true, false],
    tolerances: { relative: 1e-5, absolute: 1e-4 * 1e-5 * amplitude },
    residual(_t, y, yp, out) {
      out[0] = yp[0] - y[1] / period;
      out[1] = yp[1] + y[0] / period;
      out[2] = y[2] - y[0];
    },
  });
}

describe('units', () => {
  const solved = (period: number, amplitude: number) =>
    solve(wave(period, amplitude), [amplitude, 0, amplitude], [0, -amplitude / period, 0], 7 * period, {
      tolerance: 1,
    });
  const reference = solved(1, 1);

  it.each([2 ** 30, 2 ** -30])('of time change no step (%d)',
    (period) => expectSame(solved(period, 1), reference, period));

  it.each([2 ** 30, 2 ** -30])('of the unknowns change no step where the tolerance is relative (%d)',
    (amplitude) => expectSame(solved(1, amplitude), reference, 1, amplitude));

  it('of the reference are followed to the tolerance', () => {
    expect(Math.abs(reference.y[0] - Math.cos(7))).toBeLessThan(1e-3);
  });

  it('of a start at rest come from the time scale of the problem, or else from the span', () => {
    const looked: number[] = [];
    const resting = (timeScale?: number): DaeProblem => ({
      ...ode(() => 0),
      timeScale,
      linearise(t, _y, yp, _gamma, residual) {
        looked.push(t);
        residual.set(yp);
        return true;
      },
    });
    solve(resting(), [0], [0], 5e3);
    expect(looked[0]).toBeCloseTo(50, 12);
    looked.length = 0;
    solve(resting(1e-3), [0], [0], 5e3);
    expect(looked[0]).toBe(1e-3);
  });
});

describe('weights that follow the state', () => {
  it('are renewed at the start and after every accepted step', () => {
    let renewed = 0;
    const problem = { ...ode((t) => Math.cos(t)), renewWeights: () => void renewed++ };
    const { bdf, counters } = stepper(problem, [0], [1], 1e-5);
    expect(renewed).toBe(1);
    for (let i = 0; i < 20; i++) bdf.step();
    expect(renewed).toBe(counters.steps + 1);
  });
});
