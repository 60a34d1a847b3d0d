import { describe, expect, it } from 'vitest';
import { newCounters } from '../../src/solver/counters.js';
import type { DaeProblem } from '../../src/solver/dae-problem.js';
import { newtonSolve, type NewtonWork, newtonWork, worstOfFailure } from '../../src/solver/newton.js';
import { denseProblem } from '../support/dense-problem.js';

/** z^2 = target as an algebraic equation, and y' = 3 z beside it. */
const root = (target: number) =>
  denseProblem({
    differential: [false, true],
    residual(_t, y, yp, out) {
      out[0] = y[0] * y[0] - target;
      out[1] = yp[1] - 3 * y[0];
    },
  });

function attempt(target: number, from: number, tolerance: number, work = newtonWork(2), gamma = 0.1) {
  const counters = newCounters();
  const y = Float64Array.of(from, 0);
  const yp = new Float64Array(2);
  const correction = new Float64Array(2);
  const norm = newtonSolve({ problem: root(target), t: 0, y, yp, gamma, tolerance, correction, work, counters });
  return { norm, y, yp, correction, counters, work };
}

describe('Newton', () => {
  it('converges, moves y and y together, and adds up what it changed', () => {
    const { norm, y, yp, correction } = attempt(2, 1.5, 1e-8);
    expect(norm).not.toBeNaN();
    expect(y[0]).toBeCloseTo(Math.SQRT2, 9);
    expect(yp[1]).toBeCloseTo(3 * Math.SQRT2, 8);
    expect(correction[0]).toBeCloseTo(y[0] - 1.5, 12);
    expect(yp[1]).toBeCloseTo(correction[1] / 0.1, 12);
  });

  it('measures the constant of its quadratic convergence: 1 / (2 z) here, in units of the tolerance', () => {
    const tolerance = 1e-3;
    const { work } = attempt(2, 1.45, tolerance, newtonWork(2), 1e-9);
    expect(work.quadraticConstant / tolerance).toBeGreaterThan(0.5 / (2 * Math.SQRT2));
    expect(work.quadraticConstant / tolerance).toBeLessThan(2 / (2 * Math.SQRT2));
  });

  it('then stops after one iteration, within its share of the tolerance, as long as the constant promises it', () => {
    const tolerance = 1e-3;
    const { work } = attempt(2, 1.45, tolerance, newtonWork(2), 1e-9);
    const near = attempt(2, 1.42, tolerance, work, 1e-9);
    expect(near.counters.newtonIterations).toBe(1);
    expect(Math.abs(near.y[0] - Math.SQRT2)).toBeLessThan(0.1 * tolerance);
    expect(attempt(2, 1.7, tolerance, work, 1e-9).counters.newtonIterations).toBeGreaterThan(1);
  });

  it('looks again now and then, even where it need not', () => {
    const { work } = attempt(2, 1.45, 1e-3, newtonWork(2), 1e-9);
    const iterations = Array.from({ length: 100 }, () => attempt(2, 1.42, 1e-3, work, 1e-9).counters.newtonIterations);
    const measured = iterations.filter((count) => count > 1).length;
    expect(measured).toBeGreaterThanOrEqual(3);
    expect(measured).toBeLessThan(10);
  });

  it('goes on where the problem says that an equation which the norm does not see does not hold yet', () => {
    const iterations = (holds?: (y: Float64Array) => boolean) => {
      const counters = newCounters();
      const problem = { ...root(2), ...(holds && { holds }) };
      // without a weight every correction looks like none
      problem.weights.fill(0);
      const y = Float64Array.of(1.7, 0);
      newtonSolve({ problem, t: 0, y, yp: new Float64Array(2), gamma: 1e-9, tolerance: 1e-3,
        correction: new Float64Array(2), work: newtonWork(2), counters });
      return { count: counters.newtonIterations, error: Math.abs(y[0] - Math.SQRT2) };
    };
    const blind = iterations();
    const seeing = iterations(([z]) => Math.abs(z * z - 2) < 1e-9);
    expect(blind.count).toBe(1);
    expect(blind.error).toBeGreaterThan(1e-2);
    expect(seeing.error).toBeLessThan(1e-9);
  });

  it('never stops early before the constant was measured', () => {
    expect(attempt(2, 1.41, 1e-3, newtonWork(2), 1e-9).counters.newtonIterations).toBe(2);
  });

  it('gives up on a system that is singular, diverges or has no value, and counts the work', () => {
    for (const [target, from] of [[2, 0], [-1, 0.1], [NaN, 1]]) {
      const { norm, counters } = attempt(target, from, 1e-8);
      expect(norm).toBeNaN();
      expect(counters.newtonIterations).toBeGreaterThan(0);
      expect(counters.factorisations).toBe(counters.newtonIterations);
      expect(counters.newtonIterations).toBeLessThanOrEqual(8);
    }
  });

  it('takes corrections that fall no further for round-off where they are too small to show, and for failure elsewhere', () => {
    const ending = (noise: number): number => {
      let sign = 1;
      const line = denseProblem({ differential: [false], residual: (_t, y, _yp, out) => {
        out[0] = y[0] - 1;
      } });
      const noisy = Object.assign(Object.create(line) as typeof line, {
        settle: (_y: Float64Array, delta: Float64Array) => {
          delta[0] += (sign *= -1) * noise;
          return false;
        },
      });
      return newtonSolve({ problem: noisy, t: 0, y: Float64Array.of(1), yp: new Float64Array(1), gamma: 0,
        tolerance: 1e-6, correction: new Float64Array(1), work: newtonWork(1), counters: newCounters() });
    };
    expect(ending(2e-8)).toBeLessThan(0.1);
    expect(ending(3e-6)).toBeNaN();
  });

  it('goes on after a correction that is small by chance: a third one above it, below the first, is no divergence', () => {
    const line = denseProblem({ differential: [false], residual: (_t, y, _yp, out) => {
      out[0] = y[0] - 1;
    } });
    const shares = [0.9, 1e-3, 1];
    const halting = Object.assign(Object.create(line) as typeof line, {
      settle: (_y: Float64Array, delta: Float64Array, iteration: number) => {
        delta[0] *= shares[iteration - 1] ?? 1;
        return false;
      },
    });
    const y = Float64Array.of(0);
    const norm = newtonSolve({ problem: halting, t: 0, y, yp: new Float64Array(1), gamma: 0, tolerance: 1e-8,
      correction: new Float64Array(1), work: newtonWork(1), counters: newCounters() });
    expect(norm).not.toBeNaN();
    expect(y[0]).toBeCloseTo(1, 10);
  });

  it('asks nothing of a system that is singular where its equations hold', () => {
    const { norm, y, counters } = attempt(0, 0, 1e-8);
    expect([norm, y[0], counters.newtonIterations]).toEqual([0, 0, 1]);
  });

  it('halves corrections that go to and fro', () => {
    // of sign(z) |z|^p Newton makes z (1 - 1/p): -z 2/3 for p = 3/5, so that eight iterations leave 4 % of the start
    const bend = denseProblem({ differential: [false], residual: (_t, y, _yp, out) => {
      out[0] = Math.sign(y[0]) * Math.abs(y[0]) ** 0.6;
    } });
    const y = Float64Array.of(1);
    const norm = newtonSolve({ problem: bend, t: 0, y, yp: new Float64Array(1), gamma: 0, tolerance: 0.1,
      correction: new Float64Array(1), work: newtonWork(1), counters: newCounters() });
    expect(norm).not.toBeNaN();
    expect(Math.abs(y[0])).toBeLessThan(0.035);
  });

  it('does not believe a constant while its corrections are far above the tolerance', () => {
    const work = newtonWork(2);
    work.quadraticConstant = 1e-30;
    const { y, counters } = attempt(2, 10, 1e-6, work, 1e-9);
    expect(counters.newtonIterations).toBeGreaterThan(3);
    expect(y[0]).toBeCloseTo(Math.SQRT2, 9);
  });

  it('lets a problem settle what has an equation of its own: no overshoot, and no iteration for it', () => {
    const curve = denseProblem({ differential: [false, false], residual: (_t, y, _yp, out) => {
      out[0] = y[0] - 1;
      out[1] = Math.asinh(1e3 * y[1]) - y[0];
    } });
    const settling = Object.assign(Object.create(curve) as typeof curve, {
      settle: (y: Float64Array, delta: Float64Array) => {
        delta[1] = Math.sinh(y[0] + delta[0]) / 1e3 - y[1];
        return false;
      },
    });
    const solve = (problem: typeof curve) => {
      const counters = newCounters();
      const y = Float64Array.of(0, 5);
      const norm = newtonSolve({ problem, t: 0, y, yp: new Float64Array(2), gamma: 0, tolerance: 1e-8,
        correction: new Float64Array(2), work: newtonWork(2), counters });
      return { norm, y, iterations: counters.newtonIterations };
    };
    expect(solve(curve).norm).toBeNaN();
    const { y, iterations } = solve(settling);
    expect(iterations).toBeLessThanOrEqual(2);
    expect(y[1]).toBeCloseTo(Math.sinh(1) / 1e3, 12);
  });

  it('blames the equation that has no value before the unknown that moved most', () => {
    const work = newtonWork(3);
    work.delta.set([1, 5, 2]);
    expect(worstOfFailure(work, Float64Array.of(1, 1, 1))).toBe(1);
    expect(worstOfFailure(work, Float64Array.of(1, 0.1, 1))).toBe(2);
    work.residual[2] = Infinity;
    expect(worstOfFailure(work, Float64Array.of(1, 1, 1))).toBe(2);
    work.residual[0] = NaN;
    expect(worstOfFailure(work, Float64Array.of(1, 1, 1))).toBe(0);
  });
});

/** A solve whose corrections are given, in units of the tolerance; none where they are used up. The unknowns start at zero. */
function scripted(corrections: readonly (number | readonly number[])[],
  { gamma = 0.5, work = newtonWork(1), most = 8, problem }: { readonly gamma?: number; readonly work?: NewtonWork;
    readonly most?: number; readonly problem?: Partial<DaeProblem> } = {})
{
  const size = work.delta.length;
  const plain = denseProblem({ differential: new Array<boolean>(size).fill(false), residual: (_t, y, _yp, out) => {
    for (let i = 0; i < size; i++) out[i] = y[i] - 1;
  } });
  const given = Object.assign(Object.create(plain) as typeof plain, {
    settle: (_y: Float64Array, delta: Float64Array, iteration: number) => {
      delta.set([corrections[iteration - 1] ?? 0].flat());
      return false;
    },
    ...problem,
  });
  const [counters, y, yp] = [newCounters(), new Float64Array(size), new Float64Array(size)];
  const norm = newtonSolve({ problem: given, t: 0, y, yp, gamma, tolerance: 1, correction: new Float64Array(size), work,
    counters }, most);
  return { norm, y, yp, work, counters, iterations: counters.newtonIterations };
}

describe('Newton whose corrections are given', () => {
  it('may take as many iterations as it is allowed, one residual and one set of factors for each', () => {
    const { norm, counters } = scripted([1, 1e-6], { most: 2 });
    expect(norm).toBeCloseTo(1e-6, 18);
    expect([counters.newtonIterations, counters.residualEvaluations, counters.factorisations]).toEqual([2, 2, 2]);
    expect(scripted([1, 1e-6], { most: 1 }).norm).toBeNaN();
  });

  it('ends at once where a correction has no value', () => {
    const { norm, iterations } = scripted([NaN]);
    expect([norm, iterations]).toEqual([NaN, 1]);
  });

  it('leaves slopes alone in a state that is held', () => {
    expect([...scripted([1], { gamma: 0 }).yp]).toEqual([0]);
    expect([...scripted([1], { gamma: 0.5 }).yp]).toEqual([2]);
  });

  it('believes one correction without a constant only where it is next to nothing', () => {
    expect(scripted([5e-5, 1]).iterations).toBe(1);
    expect(scripted([5e-3, 1]).iterations).toBeGreaterThan(1);
  });

  it('gives a step up once a correction is more than twice the two before, a state that is held never', () => {
    const growing = [1, 1, 5, 1e-6];
    expect([scripted(growing).norm, scripted(growing).iterations]).toEqual([NaN, 3]);
    expect(scripted(growing, { gamma: 0 }).norm).toBeCloseTo(1e-6, 18);
    // the second may be larger than the first, one may be small by chance, and twice is not more than twice
    for (const allowed of [[1, 5, 1e-6], [10, 2, 10, 1e-6], [1, 1, 2, 1e-6]]) {
      expect(scripted(allowed).norm, allowed.join()).toBeCloseTo(1e-6, 18);
    }
  });

  it('halves what goes back on the correction before, from the fourth on', () => {
    // 1, 0, 1, then 0 halved to 1/2, then 3/2 halved to 1
    expect(scripted([1, -1, 1, -1, 1, 1e-9]).y[0]).toBeCloseTo(1, 8);
    expect(scripted([0.4, -0.4, 0.4, -0.4, 0.4, 1e-9]).y[0]).toBeCloseTo(0.4, 8);
    const { y, yp } = scripted([1, -1, 1, -1, 1e-9]);
    expect([y[0], yp[0]]).toEqual([0.5 + 1e-9, 2 * y[0]]);
    const old = newtonWork(1);
    old.before.fill(1);
    // what an earlier solve left is no correction before
    expect(scripted([1, -1, -1, 1e-9], { work: old }).y[0]).toBeCloseTo(-1, 8);
  });

  it.each([
    ['in one direction', [1, 1, 1, 1], 4],
    ['that fall to a half or less', [1, -0.5, 0.25, -0.125], 0.625],
    ['that fall faster', [1, -0.4, 0.16, -0.064], 0.696],
    ['that more than double', [1, -1, 1, -3], -2],
  ])('halves none %s', (_, corrections, end) => {
    expect(scripted([...corrections, 1e-9], { gamma: 0 }).y[0]).toBeCloseTo(end, 8);
  });

  it('halves one of twice the size', () => {
    expect(scripted([1, -1, 1, -2, 1e-9], { gamma: 0 }).y[0]).toBeCloseTo(0, 8);
  });

  it('goes back along the sum of the products: neither across nor along small unknowns', () => {
    const across = [[1, 0], [1, 0], [1, 0], [0, 1], 0];
    expect([...scripted(across, { work: newtonWork(2) }).y]).toEqual([3, 1]);
    const along = [[1, 0.01], [1, 0.01], [1, 0.01], [1, -0.1], 0];
    expect(scripted(along, { work: newtonWork(2) }).y[0]).toBe(4);
  });

  it('is not settled by a correction that was halved, and is by one that is round-off', () => {
    expect(scripted([0.05, 0.05, 0.05, 0.05], { most: 4 }).norm).toBe(0.05);
    expect(scripted([0.05, -0.05, 0.05, -0.05], { most: 4 }).norm).toBeNaN();
  });

  it('goes on from what the problem takes back, and takes it for no measure of the next correction', () => {
    const taken = { settle: (_y: Float64Array, delta: Float64Array, iteration: number) => {
      delta[0] = [1e-3, 1, 1e-5][iteration - 1];
      return iteration === 1;
    } };
    const { norm, iterations, work } = scripted([], { problem: taken });
    expect([norm, iterations]).toEqual([1e-5, 3]);
    expect(work.quadraticConstant).toBeCloseTo(1e-5, 18);
    let asked = 0;
    const held = scripted([1e-5, 1, 1e-5], { problem: { holds: () => asked++ > 0 } });
    expect(held.work.quadraticConstant).toBeCloseTo(1e-5, 18);
  });

  it('keeps its constant where there was nothing to measure it by', () => {
    const work = newtonWork(1);
    work.quadraticConstant = 2;
    let asked = 0;
    scripted([1e-5, 1e-5], { work, problem: { holds: () => asked++ > 0 } });
    expect(work.quadraticConstant).toBe(2);
  });

  it('does not believe one good step at once: a smaller constant is approached from above', () => {
    const work = newtonWork(1);
    work.quadraticConstant = 10;
    const constants = Array.from({ length: 4 }, () => scripted([1, 1], { work, most: 2 }).work.quadraticConstant);
    expect(constants[0]).toBeGreaterThan(1);
    expect(constants[0]).toBeLessThan(10);
    expect(constants[3]).toBe(1);
    // a larger one is believed
    expect(scripted([1, 3], { work, most: 2 }).work.quadraticConstant).toBe(3);
  });

  it('trusts a constant up to a hundred tolerances, and thirty solves long', () => {
    const work = newtonWork(1);
    work.quadraticConstant = 1e-9;
    expect(scripted([100], { work }).iterations).toBe(1);
    expect(scripted([101], { work }).iterations).toBe(2);
    const iterations = Array.from({ length: 62 }, () => scripted([0.5, 1e-3], { work }).iterations);
    expect(iterations.flatMap((count, i) => (count > 1 ? [i] : []))).toEqual([30, 61]);
  });
});
