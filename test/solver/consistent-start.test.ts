import { describe, expect, it } from 'vitest';
import { consistentStart, type LoadedProblem } from '../../src/solver/consistent-start.js';
import { newCounters } from '../../src/solver/counters.js';
import { denseProblem } from '../support/dense-problem.js';

/** y' = -2 y + z,  g(y, z) = load: one differential unknown that is held, one algebraic unknown that is solved for. */
function loaded(g: (y: number, z: number) => number, target: number): LoadedProblem & { readonly load: () => number } {
  let share = 1;
  const problem = denseProblem({
    differential: [true, false],
    names: ['held', 'sought'],
    residual(_t, y, yp, out) {
      out[0] = yp[0] + 2 * y[0] - y[1];
      out[1] = g(y[0], y[1]) - share * target;
    },
  });
  return {
    ...problem,
    load: () => share,
    setLoad(value) {
      share = value;
    },
  };
}

function start(problem: LoadedProblem, y0: readonly number[], tolerance = 1e-6) {
  const counters = newCounters();
  const y = Float64Array.from(y0);
  const yp = new Float64Array(y.length);
  const evidence = consistentStart(problem, 0, y, yp, tolerance, counters);
  return { evidence, y, yp, counters };
}

describe('a consistent start', () => {
  it('holds the differential unknowns, solves the algebraic ones, and gives the slopes', () => {
    const { evidence, y, yp, counters } = start(loaded((a, z) => z ** 3 + a * z, 10), [1, 1]);
    expect(evidence).toBeUndefined();
    expect(y[0]).toBe(1);
    expect(y[1]).toBeCloseTo(2, 12);
    expect(yp[0]).toBeCloseTo(-2 + 2, 12);
    expect(yp[1]).toBe(0);
    expect(counters.factorisations).toBe(counters.newtonIterations);
    expect(counters.newtonIterations).toBeLessThan(8);
  });

  it('is found at once where the state is consistent already', () => {
    expect(start(loaded((_a, z) => z, 3), [5, 3]).counters.newtonIterations).toBe(1);
  });

  it('is reached by raising the load where Newton from the guess leaves the basin', () => {
    // from z = 0 the first step for sinh z = 1e6 goes where sinh has no value
    const problem = loaded((_a, z) => Math.sinh(z), 1e6);
    const { evidence, y, counters } = start(problem, [1, 0]);
    expect(evidence).toBeUndefined();
    expect(y[1]).toBeCloseTo(Math.asinh(1e6), 6);
    expect(counters.newtonIterations).toBeGreaterThan(20);
    expect(problem.load()).toBe(1);
  });

  it('is given up where the load only creeps: 14,000 parts of it would be needed', () => {
    // a state is found from no farther than 5e-4 of itself
    const near = (z: number, sought: number): number => Math.abs(z - sought) <= Math.max(5e-4 * z, 0.01) ? z : NaN;
    const problem: LoadedProblem & { readonly load: () => number } = loaded((_a, z) => near(z, 10 * problem.load()),
      10);
    const { evidence, counters } = start(problem, [1, 0]);
    expect(evidence?.step).toBeGreaterThan(0);
    expect(evidence?.step).toBeLessThan(0.1);
    expect(counters.newtonIterations).toBeLessThan(1000);
  });

  it('is found in more corrections than a step in time gets, where each comes nearer', () => {
    const { evidence, y, counters } = start(loaded((_a, z) => Math.sinh(z), 15), [1, 0]);
    expect(evidence).toBeUndefined();
    expect(y[1]).toBeCloseTo(Math.asinh(15), 9);
    expect(counters.newtonIterations).toBeGreaterThan(8);
    expect(counters.newtonIterations).toBeLessThan(25);
  });

  it('that does not exist gives evidence, and the state under the largest load there is', () => {
    // z^2 - 4 z = -8 share has a root up to a share of one half
    const problem = loaded((_a, z) => z * z - 4 * z, -8);
    const { evidence, y } = start(problem, [1, 0]);
    expect(evidence?.worstUnknown).toBe('sought');
    expect(evidence?.step).toBeGreaterThan(0.45);
    expect(evidence?.step).toBeLessThanOrEqual(0.5);
    expect(y[1] * y[1] - 4 * y[1]).toBeCloseTo(-8 * (evidence?.step ?? NaN), 6);
    expect(problem.load()).toBe(1);
  });

  it('is looked for down to a billionth of the load', () => {
    const { evidence, y } = start(loaded((_a, z) => z * z - 4 * z, -8e8), [1, 0]);
    expect(evidence?.step).toBeGreaterThan(4.5e-9);
    expect(evidence?.step).toBeLessThanOrEqual(5e-9);
    expect(y[1]).toBeGreaterThan(1.5);
  });

  it('of a singular system gives evidence and leaves the guess', () => {
    const { evidence, y } = start(loaded((a) => a, 3), [1, 7]);
    expect(evidence?.step).toBe(0);
    expect([...y]).toEqual([1, 7]);
  });

  it('names the unknown whose equation has no value at the guess', () => {
    expect(start(loaded((_a, z) => Math.log(z), 1), [1, -1]).evidence?.worstUnknown).toBe('sought');
  });
});
