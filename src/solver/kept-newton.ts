import { advance, newtonSolve, type NewtonTask } from './newton.js';

/** Constants of IDA (10.1145/1089014.1089020; "Nonlinear Solve" in its guide). */
const maximumIterations = 4;
/** The iteration has converged where the error left is below this share of the tolerance. */
const convergedShare = 0.33;
/** The same on a mesh, where noise of the iteration in the error estimates costs steps, each of them dear. */
const renewedShare = 0.1;
/** A first correction below this share of the tolerance is noise and tells no rate. */
const noiseShare = 1e-4 * convergedShare;
/** Corrections have to shrink at least by this factor. */
const slowestRate = 0.9;
/** Change of the leading coefficient up to which factors serve: a quarter either way, (1 - 1/4) / (1 + 1/4). */
const furthestRatio = 5 / 3;
/** The same where what depends on it most is renewed: what is left follows it with a root or less. */
const furthestRenewed = 4;
/**
 * Error left over last correction: what is assumed after new factors, and after a change of the leading coefficient.
 */
const errorAfterFactors = 20;
const errorAfterChange = 100;

/** What modified Newton remembers from step to step. */
export interface KeptFactors {
  /** 1 / leading coefficient at which the last factors were made; NaN where there are none. */
  gamma: number;
  /** The same at the last solve. */
  lastGamma: number;
  /** Error left over last correction, R / (1 - R) for a rate R. */
  errorLeft: number;
  readonly predicted: Float64Array;
  readonly predictedSlope: Float64Array;
}

export function keptFactors(size: number): KeptFactors {
  return {
    gamma: NaN,
    lastGamma: NaN,
    errorLeft: errorAfterFactors,
    predicted: new Float64Array(size),
    predictedSlope: new Float64Array(size),
  };
}

/**
 * Modified Newton, with the contract of `newtonSolve`: while the leading coefficient has not moved
 * by more than a quarter, the factors of earlier steps serve. Those of another coefficient give corrections that are
 * wrong by a factor; the mean 2 / (1 + ratio) of what soft and stiff unknowns need is taken back. Where old factors do
 * not converge, the same step is solved by true Newton, whose last factors are then kept. (IDA would make new factors
 * once and give the step up after four iterations more; true Newton also passes a bend of an algebraic equation, which
 * no smaller step makes straighter.)
 *
 * A problem that renews what is cheap in its factors needs no such correction: true Newton then goes on from the state that was reached,
 * and takes over as soon as the measured rate says that old factors need more than it would.
 */
export function keptNewtonSolve(task: NewtonTask, kept: KeptFactors): number {
  const { problem, y, yp, gamma, correction } = task;
  const renews = problem.renewFactors !== undefined;
  kept.predicted.set(y);
  kept.predictedSlope.set(yp);
  const ratio = kept.gamma / gamma;
  if (gamma !== kept.lastGamma) kept.errorLeft = errorAfterChange;
  kept.lastGamma = gamma;
  const furthest = renews ? furthestRenewed : furthestRatio;
  const tried = ratio >= 1 / furthest && ratio <= furthest;
  if (tried) {
    problem.renewFactors?.(y, gamma);
    const norm = iterate(task, kept, renews);
    if (Number.isFinite(norm)) return norm;
    if (!renews || !y.every(Number.isFinite)) {
      y.set(kept.predicted);
      yp.set(kept.predictedSlope);
    }
  }
  const norm = newtonSolve(task);
  if (tried && renews) { for (let i = 0; i < y.length; i++) correction[i] = y[i] - kept.predicted[i]; }
  kept.gamma = Number.isFinite(norm) ? gamma : NaN;
  kept.errorLeft = errorAfterFactors;
  return norm;
}

/**
 * Iterates with the factors that there are; returns the norm of the last correction, or NaN where it did not converge.
 */
function iterate({ problem, t, y, yp, gamma, tolerance, correction, work: { residual, delta }, counters }: NewtonTask,
  kept: KeptFactors, renews: boolean): number
{
  correction.fill(0);
  delta.fill(0);
  const share = renews ? renewedShare : convergedShare;
  let first = NaN;
  for (let iteration = 1; iteration <= maximumIterations; iteration++) {
    counters.newtonIterations++;
    counters.residualEvaluations++;
    problem.residual(t, y, yp, residual);
    problem.solve(residual, delta);
    if (!renews) scale(delta, 2 / (1 + kept.gamma / gamma));
    const unsettled = problem.settle?.(y, delta, iteration) ?? false;
    const norm = advance(y, yp, correction, delta, gamma, problem.weights) / tolerance;
    if (!Number.isFinite(norm)) return NaN;
    if (iteration === 1) {
      first = norm;
      if (norm <= noiseShare && !unsettled) return norm;
    } else {
      const rate = (norm / first) ** (1 / (iteration - 1));
      if (rate > slowestRate) return NaN;
      kept.errorLeft = rate / (1 - rate);
      // what is left falls by the rate each time: more than two iterations cost what factors do
      if (renews && kept.errorLeft * norm * rate * rate > share) return NaN;
    }
    if (!unsettled && kept.errorLeft * norm <= share) return norm;
  }
  return NaN;
}

function scale(delta: Float64Array, factor: number): void {
  if (factor === 1) return;
  for (let i = 0; i < delta.length; i++) delta[i] *= factor;
}
