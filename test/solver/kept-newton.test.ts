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
    expect(kept.counters.factorisations).toBeLessThan(fresh.counters.factorisations / 5);
    expect(kept.counters.newtonIterations).toBeLessThan(2 * fresh.counters.newtonIterations);
    expect(kept.counters.steps).toBeLessThan(1.3 * fresh.counters.steps);
  });
});

/** y^2 = target with y' free: the dense problem counts its own factorisations. */
function root(target: number) {
  const dense = denseProblem({
    differential: [false],
    residual(_t, y, _yp, out) {
      out[0] = y[0] * y[0] - target;
    },
  });
  return dense;
}

describe('modified Newton', () => {
  const attempt = (kept = keptFactors(1), from = 1.5, gamma = 1) => {
    const y = Float64Array.of(from);
    const correction = new Float64Array(1);
    const counters = newCounters();
    const norm = keptNewtonSolve(root(2), 0, y, new Float64Array(1), gamma, 1e-4, correction, newtonWork(1), kept,
      counters);
    return { y, correction, counters, kept, norm };
  };

  it('factors once, and finds the root to its tolerance; the correction is the whole way', () => {
    const { y, correction, counters, norm } = attempt(keptFactors(1), 1.42);
    expect(Number.isFinite(norm)).toBe(true);
    expect(Math.abs(y[0] - Math.SQRT2)).toBeLessThan(1e-4);
    expect(correction[0]).toBeCloseTo(y[0] - 1.42, 15);
    expect(counters.factorisations).toBe(1);
    expect(counters.residualEvaluations).toBe(counters.newtonIterations);
  });

  it('makes new factors where the leading coefficient has moved by more than a quarter, or by enough in small parts', () => {
    for (const [gamma, again] of [[1.6, 0], [0.62, 0], [1.7, 1], [0.58, 1]]) {
      const { kept } = attempt(keptFactors(1), 1.42);
      const problem = root(2);
      let factorisations = 0;
      const counted = {
        ...problem,
        linearise: (...[t, y, yp, g, out]: Parameters<typeof problem.linearise>) => {
          factorisations++;
          return problem.linearise(t, y, yp, g, out);
        },
      };
      problem.linearise(0, Float64Array.of(1.42), new Float64Array(1), 1, new Float64Array(1));
      keptNewtonSolve(counted, 0, Float64Array.of(1.415), new Float64Array(1), gamma, 1e-4, new Float64Array(1),
        newtonWork(1), kept, newCounters());
      expect(factorisations).toBe(again);
    }
  });

  it('goes back to the prediction and tries new factors where old ones lead nowhere', () => {
    const problem = root(2);
    // factors of the other root send the iteration away
    problem.linearise(0, Float64Array.of(-1.5), new Float64Array(1), 1, new Float64Array(1));
    const kept = { ...keptFactors(1), gamma: 1, lastGamma: 1 };
    const [y, yp, counters] = [Float64Array.of(1.42), new Float64Array(1), newCounters()];
    const norm = keptNewtonSolve(problem, 0, y, yp, 1, 1e-4, new Float64Array(1), newtonWork(1), kept, counters);
    expect(Number.isFinite(norm)).toBe(true);
    expect(Math.abs(y[0] - Math.SQRT2)).toBeLessThan(1e-4);
    expect(yp[0]).toBeCloseTo(y[0] - 1.42, 15);
    expect(counters.factorisations).toBe(1);
    expect(counters.newtonIterations).toBeGreaterThan(2);
  });

  it('gives NaN where new factors do not converge, are singular, or the equations have no value', () => {
    expect(attempt(keptFactors(1), 1e-3).norm).toBeNaN();
    expect(attempt(keptFactors(1), 0).norm).toBeNaN();
    expect(attempt(keptFactors(1), NaN).norm).toBeNaN();
  });
});
