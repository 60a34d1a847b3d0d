import type { DaeProblem } from './dae-problem.js';

/** Time spent in parts of a problem [s]. Unlike `Counters` it depends on the machine, and so is no part of a result. */
export interface Timings {
  residual: number;
  /** Matrix and factors, without the residual at the same point. */
  factor: number;
  solve: number;
}

export function newTimings(): Timings {
  return { residual: 0, factor: 0, solve: 0 };
}

/**
 * The same problem with a clock in each of its calls. `linearise` gives the residual as well, so that one more
 * residual is evaluated before it, and counted as its share: a run that is timed takes longer by that.
 */
export function timedProblem(problem: DaeProblem, timings: Timings, now = () => 1e-3 * performance.now()): DaeProblem {
  return {
    size: problem.size,
    differential: problem.differential,
    mass: problem.mass,
    weights: problem.weights,
    timeScale: problem.timeScale,
    renewWeights: problem.renewWeights && ((y) => problem.renewWeights?.(y)),
    settle: problem.settle && ((y, delta, iteration) => problem.settle?.(y, delta, iteration) ?? false),
    holds: problem.holds && ((y, delta) => problem.holds?.(y, delta) ?? true),
    nameOf: (index) => problem.nameOf(index),
    residual(t, y, yp, out) {
      const start = now();
      problem.residual(t, y, yp, out);
      timings.residual += now() - start;
    },
    linearise(t, y, yp, gamma, residual) {
      const start = now();
      problem.residual(t, y, yp, residual);
      const middle = now();
      const regular = problem.linearise(t, y, yp, gamma, residual);
      const residualTime = middle - start;
      timings.residual += residualTime;
      timings.factor += now() - middle - residualTime;
      return regular;
    },
    solve(residual, delta) {
      const start = now();
      problem.solve(residual, delta);
      timings.solve += now() - start;
    },
  };
}
