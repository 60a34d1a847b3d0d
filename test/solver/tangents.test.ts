import { describe, expect, it } from 'vitest';
import { consistentStart } from '../../src/solver/consistent-start.js';
import { newCounters } from '../../src/solver/counters.js';
import type { DaeProblem } from '../../src/solver/dae-problem.js';
import { integrate } from '../../src/solver/integrate.js';
import { Tangents } from '../../src/solver/tangents.js';

/** y' + k y = 0,  z - k y^2 = 0:  y = exp(-k t),  dy/dk = -t y,  dz/dk = y^2 (1 - 2 k t). */
function decay(k: number, mass = 1): DaeProblem & { setLoad(): void } {
  let gamma = 0;
  let y0 = 1;
  return {
    size: 2,
    differential: Uint8Array.of(1, 0),
    mass: Float64Array.of(mass, 1),
    weights: Float64Array.of(1, 1),
    setLoad: () => undefined,
    residual(_t, [y, z], [yp], out) {
      out[0] = mass * (yp + k * y);
      out[1] = z - k * y * y;
    },
    linearise(t, y, yp, g, residual) {
      gamma = g;
      y0 = y[0];
      this.residual(t, y, yp, residual);
      return true;
    },
    solve(residual, delta) {
      delta[0] = gamma === 0 ? 0 : -residual[0] / (mass * (k + 1 / gamma));
      delta[1] = -residual[1] + 2 * k * y0 * delta[0];
    },
    nameOf: (i) => ['y', 'z'][i],
  };
}

function sensitivities(k: number, tEnd: number, mass: number, tolerance = 1e-8): readonly [number, number] {
  const step = 1e-7;
  const problem = decay(k, mass);
  const tangents = new Tangents(problem, [{ problem: decay(k + step, mass) }]);
  const y = Float64Array.of(1, k);
  const yp = new Float64Array(2);
  const counters = newCounters();
  expect(consistentStart(problem, 0, y, yp, tolerance, counters)).toBeUndefined();
  expect(tangents.start(0, y, yp)).toBe(true);
  expect(tangents.of(0)[1] / step).toBeCloseTo(1, 6);
  integrate(problem, 0, tEnd, y, yp, counters, { tolerance, maximumSteps: 1e4, events: [], tangents,
    onStep: () => true });
  return [tangents.of(0)[0] / step, tangents.of(0)[1] / step];
}

describe('sensitivities of a decay with an algebraic unknown', () => {
  it.each([[0.5, 1, 1], [2, 0.3, 1], [1, 2, 7]])('k = %d at t = %d with mass %d are those of the solution',
    (k, t, mass) => {
      const [dy, dz] = sensitivities(k, t, mass);
      expect(dy).toBeCloseTo(-t * Math.exp(-k * t), 6);
      expect(dz).toBeCloseTo(Math.exp(-2 * k * t) * (1 - 2 * k * t), 6);
    });

  it('change with the tolerance as the solution does, without the noise of its steps', () => {
    const rough = [1, 1 + 1e-9, 1 + 1e-6].map((k) => sensitivities(k, 1, 1, 1e-4)[0]);
    for (const dy of rough) expect(Math.abs(dy + Math.exp(-1))).toBeLessThan(1e-3);
  });

  it('are refused for problems of another size', () => {
    const other = { ...decay(1), size: 3 };
    expect(() => new Tangents(decay(1), [{ problem: other }])).toThrow('3 unknowns, not 2');
  });
});
