import type { Counters } from './counters.js';
import type { DaeProblem } from './dae-problem.js';
import { errorNorm } from './error-norm.js';
import { newtonSolve, type NewtonWork, newtonWork, worstOfFailure } from './newton.js';
import type { Evidence } from './outcome.js';

/** A problem whose load can be led from the one before, so that a hard start can be reached from an easy one. */
export interface LoadedProblem extends DaeProblem {
  /** 1 = the load asked for, 0 = the one before. */
  setLoad(share: number): void;
}

/** The share that can be reached is located to this part of itself ... */
const loadResolution = 1e-4;
/** ... and looked for down to here: some cells carry next to nothing of what they are asked for. */
const smallestLoadStep = 1e-30;
/** So many parts of a load are tried: a start that creeps towards the largest load in steps just above the resolution has none to offer. */
const mostParts = 150;
/** First share of the load tried where the whole of it at once failed. */
const firstLoadStep = 1 / 16;
/** Tighter than a step: the start is paid for once and everything rests on it. */
export const startTolerance = 1e-3;
/** More than for a step or a part of the load, which can be made shorter: a start that comes nearer with every correction is one. */
export const startIterations = 25;

/** `work`: of a state close to this one, whose convergence is that of this one. */
type Settling = (problem: LoadedProblem, t: number, y: Float64Array, yp: Float64Array, tolerance: number,
  counters: Counters, work?: NewtonWork) => Evidence | undefined;

/** Solves for a consistent state, and then for y' of its differential unknowns. */
export const consistentStart: Settling = (problem, t, y, yp, tolerance, counters, work = newtonWork(problem.size)) => {
  const evidence = consistentState(problem, t, y, yp, tolerance, counters, work);
  if (evidence) return evidence;
  startingSlopes(problem, t, y, yp, work.residual);
  counters.residualEvaluations++;
  return undefined;
};

/**
 * Solves the algebraic unknowns for the given differential ones, F(t, y, y') = 0 with those of y held; `yp` stays.
 * Where Newton does not converge from the guess in `y`, the load is led from the one before to the one asked for
 * in steps that adapt (continuation). Returns evidence where even that fails, with the share of the load that was reached as its step; `y`
 * then holds the state under that load. Work of the failed attempts is counted like any other.
 */
export const consistentState: Settling = (problem, t, y, yp, tolerance, counters, work = newtonWork(problem.size)) => {
  const n = problem.size;
  problem.renewWeights?.(y);
  const trial = new Float64Array(n);
  const task = { problem, t, y: trial, yp, gamma: 0, tolerance: startTolerance * tolerance,
    correction: new Float64Array(n), work, counters };
  const solveUnder = (load: number): boolean => {
    problem.setLoad(load);
    trial.set(y);
    const norm = load === 1 ? newtonSolve(task, startIterations) : newtonSolve(task);
    if (Number.isFinite(norm)) y.set(trial);
    return Number.isFinite(norm);
  };
  const anew = (load: number): boolean => {
    work.quadraticConstant = NaN;
    return solveUnder(load);
  };
  const reached = solveUnder(1) ? 1 : raiseLoad(anew);
  problem.setLoad(1);
  if (reached === 1) return undefined;
  const norm = errorNorm(work.delta, problem.weights, tolerance);
  return { time: t, step: reached, norm, worstUnknown: problem.nameOf(worstOfFailure(work, problem.weights)) };
};

/** Leads the load from the one before in steps that double after a success and shrink after a failure; returns the share reached. */
function raiseLoad(solveUnder: (load: number) => boolean): number {
  let reached = 0;
  let step = firstLoadStep;
  for (let part = 0; part < mostParts && reached < 1; part++) {
    if (step < Math.max(smallestLoadStep, loadResolution * reached)) break;
    const target = Math.min(1, reached + step);
    if (solveUnder(target)) {
      reached = target;
      step *= 2;
    } else {
      step /= 4;
    }
  }
  return reached;
}

/** y' of the differential unknowns from F(t, y, y') = 0, which is linear in y': y' = -F(t, y, 0) / M. */
function startingSlopes(problem: DaeProblem, t: number, y: Float64Array, yp: Float64Array,
  residual: Float64Array): void
{
  yp.fill(0);
  problem.residual(t, y, yp, residual);
  const { differential, mass } = problem;
  for (let i = 0; i < yp.length; i++) if (differential[i]) yp[i] = mass ? -residual[i] / mass[i] : -residual[i];
}
