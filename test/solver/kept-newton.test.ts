import { describe, expect, it } from 'vitest';
import { newCounters } from '../../src/solver/counters.js';
import { keptFactors, keptNewtonSolve } from '../../src/solver/kept-newton.js';
import { newtonWork } from '../../src/solver/newton.js';
import { denseProblem } from '../support/dense-problem.js';
import { boxProblem } from './box-problem.js';
import { solve, type Solved } from './support.js';

const tolerance = 1e-5;

function onBox(factors: 'fresh' | 'kept', relative = tolerance): Solved {
  const problem = boxProblem(24, 12, factors);
  const still = new Array<number>(problem.size).fill(0);
  return solve(problem, still, still, 20, { tolerance: relative });
}

describe('kept factors on a box of 288 cells', () => {
  const fresh = onBox('fresh');
  const kept = onBox('kept');
  const exact = onBox('fresh', tolerance / 1000);
  const error = ({ y }: Solved) => Math.max(...y.map((value, i) => Math.abs(value - exact.y[i])));

  it('give the same solution within the tolerance', () => {
    expect(error(fresh)).toBeLessThan(20 * tolerance);
    expect(error(kept)).toBeLessThan(20 * tolerance);
  });

  it('are made several times less often, for less than twice the iterations', () => {
    expect(fresh.counters.factorisations).toBe(fresh.counters.newtonIterations);
    expect(kept.counters.factorisations).toBeLessThan(fresh.counters.factorisations / 10);
    expect(kept.counters.newtonIterations).toBeLessThan(2 * fresh.counters.newtonIterations);
    expect(kept.counters.steps).toBeLessThan(1.3 * fresh.counters.steps);
  });
});

/** y^2 = 2, algebraic, with factors made at `at` for the leading coefficient 1. */
function prepared(at: number, gamma: number, from: number) {
  const problem = denseProblem({
    differential: [false],
    residual(_t, y, _yp, out) {
      out[0] = y[0] * y[0] - 2;
    },
  });
  problem.linearise(0, Float64Array.of(at), new Float64Array(1), 1, new Float64Array(1));
  const kept = { ...keptFactors(1), gamma: 1, lastGamma: 1 };
  const [y, yp, correction] = [Float64Array.of(from), new Float64Array(1), new Float64Array(1)];
  const counters = newCounters();
  const norm = keptNewtonSolve({ problem, t: 0, y, yp, gamma, tolerance: 1e-4, correction, work: newtonWork(1),
    counters }, kept);
  return { norm, y: y[0], yp: yp[0], correction: correction[0], counters, kept };
}

describe('modified Newton', () => {
  it('finds the root with the factors that there are; the correction is the whole way', () => {
    const { norm, y, yp, correction, counters } = prepared(1.45, 1, 1.42);
    expect(norm).not.toBeNaN();
    expect(Math.abs(y - Math.SQRT2)).toBeLessThan(1e-4);
    expect(correction).toBeCloseTo(y - 1.42, 15);
    expect(yp).toBeCloseTo(y - 1.42, 15);
    expect(counters.factorisations).toBe(0);
    expect(counters.residualEvaluations).toBe(counters.newtonIterations);
  });

  it('makes new factors where the leading coefficient has moved by more than a quarter either way', () => {
    for (const gamma of [1.6, 0.62]) expect(prepared(1.42, gamma, 1.415).counters.factorisations).toBe(0);
    for (const gamma of [1.7, 0.58]) {
      const { counters, kept } = prepared(1.42, gamma, 1.415);
      expect(counters.factorisations).toBeGreaterThan(0);
      expect(kept.gamma).toBe(gamma);
    }
  });

  it('goes back to the prediction and makes new factors where the old ones lead nowhere', () => {
    // those of the other root send the iteration away
    const { norm, y, yp, counters } = prepared(-1.5, 1, 1.42);
    expect(norm).not.toBeNaN();
    expect(Math.abs(y - Math.SQRT2)).toBeLessThan(1e-4);
    expect(yp).toBeCloseTo(y - 1.42, 15);
    expect(counters.factorisations).toBeGreaterThan(0);
  });

  it('gives NaN where new factors do not converge, are singular, or the equations have no value', () => {
    for (const from of [1e-3, 0, NaN]) {
      const { norm, kept } = prepared(1.4, 3, from);
      expect(norm).toBeNaN();
      expect(kept.gamma).toBeNaN();
    }
  });
});
