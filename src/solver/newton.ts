import type { Counters } from './counters.js';
import type { DaeProblem } from './dae-problem.js';
import { errorNorm } from './error-norm.js';

/** Corrections below this share of the tolerance do not show in the error test. */
const convergedShare = 0.05;
const maximumIterations = 8;

export interface NewtonWork {
  readonly residual: Float64Array;
  readonly delta: Float64Array;
  /** Running estimate of |delta_2| / |delta_1|^2, the constant of quadratic convergence; NaN before it was measured. */
  quadraticConstant: number;
  /** Steps since the constant was last measured. */
  age: number;
}

export function newtonWork(size: number): NewtonWork {
  return { residual: new Float64Array(size), delta: new Float64Array(size), quadraticConstant: NaN, age: 0 };
}

/** Measures the constant anew after this many one-iteration solves. */
const measureEvery = 12;

/**
 * True Newton on F(t, y, yp) = 0, y and yp moving together: yp += delta / gamma. Factors at every iteration, so that the
 * last error falls as its square: with the constant of that law known from earlier steps, one iteration often is enough.
 * `correction` accumulates the deltas. Returns the norm of the last delta, or NaN if it did not converge.
 */
export function newtonSolve(
  problem: DaeProblem, t: number, y: Float64Array, yp: Float64Array, gamma: number, tolerance: number,
  correction: Float64Array, work: NewtonWork, counters: Counters,
): number {
  correction.fill(0);
  let previous = NaN;
  for (let iteration = 1; iteration <= maximumIterations; iteration++) {
    counters.newtonIterations++;
    counters.residualEvaluations++;
    counters.factorisations++;
    if (!problem.linearise(t, y, yp, gamma, work.residual)) return NaN;
    problem.solve(work.residual, work.delta);
    const norm = errorNorm(work.delta, problem.weights, tolerance);
    if (!Number.isFinite(norm)) return NaN;
    advance(y, yp, correction, work.delta, gamma);
    if (iteration > 1) remember(work, norm / (previous * previous));
    if (norm <= convergedShare * 1e-3 || predictedNext(work, norm, iteration) <= convergedShare) return norm;
    // two growing corrections in a row: the start was outside the basin
    if (iteration > 2 && norm > 2 * previous) return NaN;
    previous = norm;
  }
  return NaN;
}

function advance(y: Float64Array, yp: Float64Array, correction: Float64Array, delta: Float64Array, gamma: number): void {
  const inverse = gamma === 0 ? 0 : 1 / gamma;
  for (let i = 0; i < y.length; i++) {
    const d = delta[i];
    y[i] += d;
    yp[i] += inverse * d;
    correction[i] += d;
  }
}

function remember(work: NewtonWork, constant: number): void {
  work.quadraticConstant = Number.isFinite(constant) ? Math.max(constant, 0.3 * (work.quadraticConstant || 0)) : work.quadraticConstant;
  work.age = 0;
}

/** Size of the correction that another iteration would make; infinite where it has to be measured first. */
function predictedNext(work: NewtonWork, norm: number, iteration: number): number {
  if (iteration === 1 && work.age++ >= measureEvery) return Infinity;
  return 4 * work.quadraticConstant * norm * norm;
}
