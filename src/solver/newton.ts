import type { Counters } from './counters.js';
import type { DaeProblem } from './dae-problem.js';
import { worstEntry } from './error-norm.js';

/** Corrections below this share of the tolerance do not show in the error test. */
const convergedShare = 0.1;
const maximumIterations = 8;
/** Corrections above this many tolerances are no sign of quadratic convergence, whatever their ratio: too far away for a constant. */
const trusted = 100;
/** Factor by which the next correction may exceed what the remembered constant predicts. */
const safety = 4;
/** The constant is measured anew after this many solves that did not need it. */
const measureEvery = 30;
/** Share of an older, larger constant that outlives a measurement, so that one good step is not believed at once. */
const memory = 0.3;

/** From this iteration on a correction that goes back on the one before, by more than half of it, is halved. */
const firstHalved = 4;

export interface NewtonWork {
  readonly residual: Float64Array;
  readonly delta: Float64Array;
  /** The correction before, from `firstHalved` on. */
  readonly before: Float64Array;
  /** Running estimate of |delta_2| / |delta_1|^2, the constant of quadratic convergence; NaN before it was measured. */
  quadraticConstant: number;
  /** Solves since the constant was last measured. */
  age: number;
}

export function newtonWork(size: number): NewtonWork {
  return { residual: new Float64Array(size), delta: new Float64Array(size), before: new Float64Array(size),
    quadraticConstant: NaN, age: 0 };
}

/** F(t, y, yp) = 0 to be solved, y and yp moving together: yp += delta / gamma; gamma = 0 leaves yp alone. */
export interface NewtonTask {
  readonly problem: DaeProblem;
  t: number;
  readonly y: Float64Array;
  readonly yp: Float64Array;
  gamma: number;
  /** Of the weighted norm. */
  readonly tolerance: number;
  /** Sum of the corrections. */
  readonly correction: Float64Array;
  readonly work: NewtonWork;
  readonly counters: Counters;
  /** A first correction above this many tolerances is the last one: the error test will not pass. */
  hopeless?: number;
}

/**
 * True Newton. Factors at every iteration, so that the corrections fall as |delta_{i+1}| = K |delta_i|^2: with K known from earlier
 * steps, one iteration often is enough. Corrections that go to and fro are halved. Returns the norm of the last delta, or NaN if it did not converge.
 */
export function newtonSolve(
  { problem, t, y, yp, gamma, tolerance, correction, work, counters, hopeless = Infinity }: NewtonTask,
  mostIterations = maximumIterations,
): number {
  correction.fill(0);
  work.delta.fill(0);
  let [norm, previous, before] = [NaN, NaN, NaN];
  let settled = false;
  const held = gamma === 0;
  for (let iteration = 1; iteration <= mostIterations; iteration++) {
    before = previous;
    previous = norm;
    counters.newtonIterations++;
    counters.residualEvaluations++;
    counters.factorisations++;
    // what holds exactly needs no correction, and a cell at rest whose parts nothing connects has none to offer
    if (!problem.linearise(t, y, yp, gamma, work.residual)) return work.residual.some((r) => r !== 0) ? NaN : 0;
    problem.solve(work.residual, work.delta);
    settled = !(problem.settle?.(y, work.delta, iteration) ?? false);
    norm = advance(y, yp, correction, work.delta, gamma, problem.weights) / tolerance;
    if (!Number.isFinite(norm)) return NaN;
    if (iteration === 1 && settled && norm > hopeless) return norm;
    if (iteration > 1) remember(work, norm / (previous * previous));
    const converged = norm <= 1e-3 * convergedShare || predictedNext(work, norm, iteration) <= convergedShare;
    if (settled && converged && (problem.holds?.(y, work.delta) ?? true)) return norm;
    if (!settled || converged) {
      // taken back, or small where the equations do not hold: it is no measure of the next one
      norm = NaN;
      continue;
    }
    if (iteration >= firstHalved && norm > 0.5 * previous && norm <= 2 * previous && goesBack(work)) {
      halve(y, yp, correction, work, gamma, problem.weights);
      settled = false;
      continue;
    }
    if (iteration >= firstHalved - 1) work.before.set(work.delta);
    // the first correction may be followed by a larger one where the prediction was poor, and one may be small by chance; beyond that they
    // fall, or the step is too long; a state that is held has no shorter step
    if (!held && iteration > 2 && norm > 2 * Math.max(previous, before)) return roundOffOrNone(norm);
  }
  return settled ? roundOffOrNone(norm) : NaN;
}

/** Whether the last correction leads back where the one before came from. */
function goesBack({ delta, before }: NewtonWork): boolean {
  let dot = 0;
  for (let i = 0; i < delta.length; i++) dot += delta[i] * before[i];
  return dot < 0;
}

/** Takes half of the last correction back: between the two sides of a bend Newton goes to and fro, and the solution lies in the middle. */
function halve(y: Float64Array, yp: Float64Array, correction: Float64Array, { delta, before }: NewtonWork,
  gamma: number, weights: Float64Array): void
{
  for (let i = 0; i < delta.length; i++) delta[i] *= -0.5;
  advance(y, yp, correction, delta, gamma, weights);
  for (let i = 0; i < delta.length; i++) before[i] = -delta[i];
}

/** Corrections that fall no further but would not show in the error test are round-off: the state is as good as it gets. */
const roundOffOrNone = (norm: number): number => (norm <= convergedShare ? norm : NaN);

/** The unknown to name after a solve that failed: where the equations left their domain, or else what moved most. */
export function worstOfFailure({ residual, delta }: NewtonWork, weights: Float64Array): number {
  const outside = residual.findIndex((r) => !Number.isFinite(r));
  return outside >= 0 ? outside : worstEntry(delta, weights);
}

/** Moves y and yp by delta, and returns its weighted norm; one pass over the state. */
function advance(
  y: Float64Array,
  yp: Float64Array,
  correction: Float64Array,
  delta: Float64Array,
  gamma: number,
  weights: Float64Array,
): number {
  return Math.sqrt(moved(y, yp, correction, delta, gamma === 0 ? 0 : 1 / gamma, weights));
}

/** The loop alone: engines compile a long one while it runs, without what follows it, and would fall back there at every call. */
function moved(y: Float64Array, yp: Float64Array, correction: Float64Array, delta: Float64Array, inverse: number,
  weights: Float64Array): number
{
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    const d = delta[i];
    y[i] += d;
    yp[i] += inverse * d;
    correction[i] += d;
    const scaled = weights[i] * d;
    sum += scaled * scaled;
  }
  return sum;
}

function remember(work: NewtonWork, constant: number): void {
  work.age = 0;
  if (!Number.isFinite(constant)) return;
  work.quadraticConstant = Number.isNaN(work.quadraticConstant)
    ? constant
    : Math.max(constant, memory * work.quadraticConstant);
}

/** Bound on the correction that another iteration would make; infinite where it has to be measured, NaN where it never was. */
function predictedNext(work: NewtonWork, norm: number, iteration: number): number {
  if (norm > trusted || (iteration === 1 && work.age++ >= measureEvery)) return Infinity;
  return safety * work.quadraticConstant * norm * norm;
}
