import type { Counters } from './counters.js';
import type { DaeProblem } from './dae-problem.js';
import { errorNorm } from './error-norm.js';
import type { NewtonWork } from './newton.js';

/**
 * A probe never looks further ahead than this share of the span: where nothing moves at first, speed says nothing
 * about the size of a step.
 */
const probeShare = 0.01;
/** The first step may be this much longer than the probe. */
const longestStepPerProbe = 1000;
/**
 * Error aimed at in the first step, as a share of the tolerance; small, because the curvature is a guess from one
 * probe.
 */
const firstError = 0.05;

/**
 * Size of the first step, and slopes of the algebraic unknowns, which a consistent start does not know. One linearised
 * solve a short probe ahead gives both: where the algebraic unknowns go, and how fast the slopes y' of the
 * differential ones change,
 *
 *   h = sqrt(2 firstError tolerance / |y''|)            error of a first step of order one
 *
 * after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I (10.1007/978-3-540-78862-1), sec. II.4.
 * Writes the algebraic slopes into `yp`; without them the first prediction is off by h z', an order too much. `span`
 * is the time left.
 *
 * @throws RangeError where nothing moves and neither the span nor the problem's time scale is finite: nothing says
 * what a long step is.
 */
export function firstStep(
  problem: DaeProblem,
  t: number,
  y: Float64Array,
  yp: Float64Array,
  tolerance: number,
  span: number,
  work: NewtonWork,
  counters: Counters,
): number {
  const speed = errorNorm(yp, problem.weights, tolerance);
  const probe = Math.min(0.5 / speed, problem.timeScale ?? Infinity, probeShare * span);
  if (probe === Infinity) throw new RangeError('A start at rest needs a span, a time scale or a first step.');
  const ahead = y.slice();
  for (let i = 0; i < y.length; i++) ahead[i] += probe * yp[i];
  counters.newtonIterations++;
  counters.residualEvaluations++;
  counters.factorisations++;
  if (!problem.linearise(t + probe, ahead, yp, 0, work.residual)) return probe;
  problem.solve(work.residual, work.delta);
  for (let i = 0; i < y.length; i++) ahead[i] += work.delta[i];
  // F = M y' + ..., so the residual at y' of the start over M is minus the change of y' over the probe
  counters.residualEvaluations++;
  problem.residual(t + probe, ahead, yp, work.residual);
  const { differential, mass } = problem;
  for (let i = 0; i < y.length; i++) {
    if (!differential[i]) work.residual[i] = 0;
    else if (mass) work.residual[i] /= mass[i];
  }
  const curvature = errorNorm(work.residual, problem.weights, tolerance) / probe;
  if (!Number.isFinite(curvature) || !Number.isFinite(errorNorm(work.delta, problem.weights, tolerance))) return probe;
  for (let i = 0; i < y.length; i++) if (!problem.differential[i]) yp[i] = work.delta[i] / probe;
  return Math.min(Math.sqrt((2 * firstError) / curvature), longestStepPerProbe * probe, span);
}
