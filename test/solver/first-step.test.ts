import { describe, expect, it } from 'vitest';
import { newCounters } from '../../src/solver/counters.js';
import type { DaeProblem } from '../../src/solver/dae-problem.js';
import { firstStep } from '../../src/solver/first-step.js';
import { newtonWork } from '../../src/solver/newton.js';
import { denseProblem } from '../support/dense-problem.js';
import { ode, stepper } from './support.js';

function first(problem: DaeProblem, y0: readonly number[], yp0: readonly number[], tolerance: number, span = Infinity) {
  const counters = newCounters();
  const yp = Float64Array.from(yp0);
  const h = firstStep(problem, 0, Float64Array.from(y0), yp, tolerance, span, newtonWork(problem.size), counters);
  return { h, yp, counters };
}

/** y' = -y, z = y^2 */
const square = denseProblem({
  differential: [true, false],
  residual(_t, y, yp, out) {
    out[0] = yp[0] + y[0];
    out[1] = y[1] - y[0] * y[0];
  },
});

describe('the first step', () => {
  it('finds the slopes of the algebraic unknowns, and keeps those of the others', () => {
    const { yp, counters } = first(square, [1, 1], [-1, 0], 1e-6);
    expect(yp[0]).toBe(-1);
    expect(yp[1]).toBeCloseTo(-2, 5);
    expect(counters).toMatchObject({ newtonIterations: 1, factorisations: 1, residualEvaluations: 2 });
  });

  it('follows the curvature: h = sqrt(2 share tolerance / |second derivative|)', () => {
    // y' = -y has y'' = y
    for (const tolerance of [1e-3, 1e-4, 1e-5]) {
      const { h } = first(ode((_t, y) => -y), [1], [-1], tolerance);
      expect(Math.abs(h / Math.sqrt(0.1 * tolerance) - 1)).toBeLessThan(1e-6);
    }
  });

  it('sees the curvature that comes by way of an algebraic unknown, per mass', () => {
    // 4 y' = -z, z = y: y'' = y/16, and h = sqrt(2 share tolerance 16)
    const slow = denseProblem({
      differential: [true, false],
      mass: Float64Array.of(4, 1),
      residual(_t, y, yp, out) {
        out[0] = 4 * yp[0] + y[1];
        out[1] = y[1] - y[0];
      },
    });
    const { h, yp } = first(slow, [1, 1], [-0.25, 0], 1e-4);
    expect(yp[1]).toBeCloseTo(-0.25, 5);
    expect(Math.abs(h / Math.sqrt(0.1 * 1e-4 * 16) - 1)).toBeLessThan(1e-2);
  });

  it('follows an algebraic unknown to where it goes, at the time of the probe, and leaves the state alone', () => {
    // y' = -2 y - z, z = y (1 + t): z' = -2 and y'' = -2 y' - z' = 8 at the start; were z to go the other way, 4
    const coupled = denseProblem({
      differential: [true, false],
      residual(t, y, yp, out) {
        out[0] = yp[0] + 2 * y[0] + y[1];
        out[1] = 1e9 * (y[1] - y[0] * (1 + t));
      },
    });
    const y = Float64Array.of(1, 1);
    const yp = Float64Array.of(-3, 0);
    const h = firstStep(coupled, 0, y, yp, 1e-6, Infinity, newtonWork(2), newCounters());
    expect([...y]).toEqual([1, 1]);
    expect(yp[1]).toBeCloseTo(-2, 5);
    expect(Math.abs(h / Math.sqrt(0.1 * 1e-6 / 8) - 1)).toBeLessThan(1e-5);
  });

  it('is refused where nothing says what a long step is', () => {
    expect(() => first(ode(() => 0), [0], [0], 1e-3)).toThrow(RangeError);
  });

  it('is not much longer than the probe where the solution looks straight, nor than the time left', () => {
    const straight = ode(() => 1);
    expect(first(straight, [0], [1], 1e-3).h).toBeCloseTo(1000 * 0.5e-3, 12);
    expect(first(straight, [0], [1], 1e-3, 1e-2).h).toBeLessThanOrEqual(1e-2);
  });

  it('falls back to the probe where the equations have no value ahead', () => {
    const { h, yp } = first(ode((t) => (t > 0 ? NaN : 1)), [0], [1], 1e-3);
    expect(h).toBe(0.5e-3);
    expect(yp[0]).toBe(1);
  });

  it('is accepted by the error test, and the growth that follows too', () => {
    for (const tolerance of [1e-3, 1e-4, 1e-5]) {
      const { bdf, counters } = stepper(square, [1, 1], [-1, 0], tolerance);
      const h = Math.sqrt(0.1 * tolerance);
      for (const expected of [h, h, 2 * h]) {
        bdf.step();
        expect(Math.abs(bdf.h / expected - 1)).toBeLessThan(1e-3);
      }
      expect(counters.rejectedSteps).toBe(0);
    }
  });
});
