import type { Counters } from './counters.js';
import type { DaeProblem } from './dae-problem.js';
import { errorNorm, worstEntry } from './error-norm.js';
import { newtonSolve, newtonWork } from './newton.js';
import type { Evidence } from './outcome.js';

/** A problem whose load can be scaled, so that a hard start can be reached from an easy one. */
export interface LoadedProblem extends DaeProblem {
  /** 1 = the load asked for, 0 = none. */
  setLoad(share: number): void;
}

const smallestLoadStep = 1e-4;

/**
 * Solves the algebraic unknowns for the given differential ones, F(t, y, y') = 0 with those of y held, then y' of the
 * differential unknowns. Where Newton does not converge from the guess in `y`, the load is raised from zero in steps that
 * adapt (continuation). Returns evidence where even that fails; `y` then holds the last state that was consistent.
 */
export function consistentStart(
  problem: LoadedProblem, t: number, y: Float64Array, yp: Float64Array, tolerance: number, counters: Counters,
): Evidence | undefined {
  const n = problem.size;
  const work = newtonWork(n);
  const correction = new Float64Array(n);
  const trial = new Float64Array(n);
  const attempt = (load: number): number => {
    problem.setLoad(load);
    trial.set(y);
    work.quadraticConstant = NaN;
    // tighter than a step: the start is paid for once and everything rests on it
    const norm = newtonSolve(problem, t, trial, yp, 0, 1e-3 * tolerance, correction, work, counters);
    if (Number.isFinite(norm)) y.set(trial);
    return norm;
  };
  let reached = 0;
  let step = 1;
  while (reached < 1) {
    const target = Math.min(1, reached + step);
    if (Number.isFinite(attempt(target))) {
      reached = target;
      step *= 2;
    } else {
      step /= reached === 0 && step === 1 ? 16 : 4;
      if (step < smallestLoadStep) {
        problem.setLoad(1);
        const worst = worstEntry(work.delta, problem.weights);
        return { time: t, step: reached, norm: errorNorm(work.delta, problem.weights, tolerance), worstUnknown: problem.nameOf(worst) };
      }
    }
  }
  problem.setLoad(1);
  startingSlopes(problem, t, y, yp, work.residual);
  return undefined;
}

/** y' of the differential unknowns from F(t, y, y') = 0, where F is linear in y' with slope one. */
function startingSlopes(problem: DaeProblem, t: number, y: Float64Array, yp: Float64Array, residual: Float64Array): void {
  yp.fill(0);
  problem.residual(t, y, yp, residual);
  for (let i = 0; i < yp.length; i++) if (problem.differential[i]) yp[i] = -residual[i];
}
