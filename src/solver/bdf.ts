import { maximumOrder } from './bdf-coefficients.js';
import { startIterations, startTolerance } from './consistent-start.js';
import type { Counters } from './counters.js';
import type { DaeProblem } from './dae-problem.js';
import { type DifferenceNorms, DifferenceTable } from './difference-table.js';
import { errorNorm, worstEntry } from './error-norm.js';
import { firstStep } from './first-step.js';
import { newtonSolve, type NewtonTask, type NewtonWork, newtonWork, worstOfFailure } from './newton.js';
import type { Evidence } from './outcome.js';
import { errorAt, lowerServes, nextOrder, nextRatio, type OrderErrors, retryRatio } from './step-choice.js';
import type { Tangents } from './tangents.js';

/** Share of the time below which a step is lost in round-off. */
const smallestStep = 1e-14;
/** A step that failed this often has shrunk by many orders of magnitude; smaller ones do not help either. */
const maximumFailures = 30;
/** So many of the shortest steps lie between two times at which the past is given up, or it does not help. */
const aPastOfSteps = 1000;
/** A step whose error is larger than this by the first correction of Newton alone is given up there, in tolerances: further ones would change it little. */
const hopelessError = 2;
/** How far the next branch is looked for, in tolerances. */
const leaps = Array.from({ length: 10 }, (_, i) => [-(2 ** i), 2 ** i]).flat();

/**
 * Variable-order, variable-step BDF 1 to 5 for F(t, y, y') = 0: fixed leading coefficient, local error controlled on every
 * unknown that has a weight (Brenan, Campbell, Petzold 1996, ch. 5; order and step chosen as in IDA). The last step stays open
 * for interpolation until the next one is taken. Allocates only when it is made.
 */
export class Bdf {
  /** State and slope at `t` after a step. */
  readonly y: Float64Array;
  readonly yp: Float64Array;
  private past: DifferenceTable;
  private readonly correction: Float64Array;
  private readonly newton: NewtonWork;
  private readonly task: NewtonTask;
  private readonly errors: OrderErrors = { order: 1, here: 0, below: NaN, twoBelow: NaN, above: NaN };
  private readonly norms: DifferenceNorms = { here: 0, below: NaN, twoBelow: NaN, above: NaN };
  private nextStep: number;
  private nextOrder = 1;
  /** The start: order and step grow at every step until the first sign that they should not. */
  private rising = true;
  private accepted = 0;
  /** Where the past was given up last. */
  private begunAt = -Infinity;
  /** The last correction of Newton in this step, in tolerances. */
  private lastNorm = NaN;
  /** What the last failed attempt failed at; kept as numbers, because most failures are followed by a success. */
  private readonly trouble = { step: 0, norm: NaN, worst: 0 };

  constructor(
    private readonly problem: DaeProblem,
    t0: number,
    y0: Float64Array,
    yp0: Float64Array,
    private readonly tolerance: number,
    private readonly counters: Counters,
    first?: number,
    span = Infinity,
    private readonly tangents?: Tangents,
  ) {
    const n = problem.size;
    this.y = y0.slice();
    this.yp = yp0.slice();
    problem.renewWeights?.(this.y);
    this.correction = new Float64Array(n);
    this.newton = newtonWork(n);
    this.task = { problem, t: t0, y: this.y, yp: this.yp, gamma: 0, tolerance, correction: this.correction,
      work: this.newton, counters };
    this.nextStep = first ?? firstStep(problem, t0, this.y, this.yp, tolerance, span, this.newton, counters);
    this.past = new DifferenceTable(t0, this.y, this.yp, this.nextStep);
    tangents?.begin(t0, this.nextStep);
  }

  get t(): number {
    return this.past.t;
  }

  /** Size and order of the last accepted step; 0 before the first. */
  get h(): number {
    return this.past.h;
  }

  get order(): number {
    return this.past.order;
  }

  /** y(t) inside the last step, from the polynomial of the formula. */
  interpolate(t: number, out: Float64Array): void {
    this.past.interpolate(t, out);
  }

  /** Takes one step, as large as the error allows but not above `limit`. Where none is possible, stays and returns evidence. */
  step(limit = Infinity): Evidence | undefined {
    if (this.nextStep > limit) this.nextStep = limit;
    let errorFailures = 0;
    for (let failures = 0; failures <= maximumFailures; failures++) {
      const h = this.nextStep;
      const k = this.nextOrder;
      if (!(this.t + h > this.t + smallestStep * Math.abs(this.t))) {
        if (failures === 0)
          this.remember(h, this.norm(this.correction), worstEntry(this.correction, this.problem.weights));
        break;
      }
      this.past.predict(h, k, this.y, this.yp);
      const solved = this.correct(h);
      if (solved && this.passes(h, k)) {
        this.complete(h, k);
        return undefined;
      }
      this.past.undo();
      this.counters.rejectedSteps++;
      this.rising = false;
      if (solved) this.retreat(h, ++errorFailures);
      else this.nextStep = 0.25 * h;
    }
    if (this.beginAnew()) return undefined;
    this.past.newest(this.y);
    const { step, norm, worst } = this.trouble;
    return { time: this.t, step, norm, worstUnknown: this.problem.nameOf(worst) };
  }

  /**
   * The last resort where no step is short enough: takes the shortest one there is, solved as exactly as a start, and begins a new past behind
   * it. Where the algebraic equations all but fold over, a correction of Newton may be small by chance, and a past of states that are not
   * settled predicts nothing, however short the step. Where they do fold over, a branch of their solutions ends: the next one lies on along the
   * direction in which they are all but singular, and is looked for there. False where that does not help, or where something stored would
   * have to jump.
   */
  private beginAnew(): boolean {
    const { t, y, yp, problem, newton, begunAt } = this;
    const shortest = 2 * smallestStep * Math.abs(t);
    if (this.tangents || t - begunAt < aPastOfSteps * shortest) return false;
    const h = Math.max(this.nextStep, shortest);
    this.task.t = t + h;
    if (!this.settles(h) && !leaps.some((leap) => this.settles(h, leap))) return false;
    // measured in units of another tolerance
    newton.quadraticConstant = NaN;
    this.begunAt = t + h;
    for (let i = 0; i < yp.length; i++) if (!problem.differential[i]) yp[i] = 0;
    this.past = new DifferenceTable(t + h, y, yp, h);
    [this.nextStep, this.nextOrder, this.accepted, this.rising] = [h, 1, 0, true];
    this.counters.steps++;
    problem.renewWeights?.(y);
    return true;
  }

  /** Solves a step of order 1 as exactly as a start, from `leap` tolerances beside its prediction along the correction of Newton there. */
  private settles(h: number, leap = 0): boolean {
    const { y, yp, past, problem: { differential, weights }, problem, correction, task, newton: { delta, residual } } =
      this;
    past.predict(h, 1, y, yp);
    task.gamma = 1 / past.coefficients.leading;
    if (leap !== 0) {
      this.counters.factorisations++;
      if (problem.linearise(task.t, y, yp, task.gamma, residual)) problem.solve(residual, delta);
      const share = leap / this.norm(delta);
      for (let i = 0; i < y.length; i++) if (!differential[i]) y[i] += share * delta[i];
    }
    const norm = newtonSolve({ ...task, tolerance: startTolerance * this.tolerance, hopeless: Infinity },
      startIterations);
    if (Number.isFinite(norm) && !differential[worstEntry(correction, weights)]) return true;
    past.undo();
    return false;
  }

  /** Solves for the new state from the prediction in y and yp; false where Newton does not converge. */
  private correct(h: number): boolean {
    const { problem, newton, task } = this;
    task.t = this.t + h;
    task.gamma = 1 / this.past.coefficients.leading;
    task.hopeless = hopelessError / this.past.coefficients.errorFactor;
    const norm = this.lastNorm = newtonSolve(task);
    if (Number.isFinite(norm)) return true;
    newton.quadraticConstant = NaN;
    this.remember(h, this.norm(newton.delta), worstOfFailure(newton, problem.weights));
    return false;
  }

  /** Estimates the errors of this step at its order and below; true where the step is good enough. */
  private passes(h: number, k: number): boolean {
    const { sigma, errorFactor } = this.past.coefficients;
    const { errors, norms } = this;
    this.past.norms(k, this.correction, this.problem.weights, this.tolerance, norms);
    errors.order = k;
    errors.here = sigma[k] * norms.here;
    errors.below = k > 1 ? sigma[k - 1] * norms.below : NaN;
    errors.twoBelow = k > 2 ? sigma[k - 2] * norms.twoBelow : NaN;
    errors.above = NaN;
    const error = errorFactor * norms.here;
    if (error <= 1) return true;
    this.remember(h, error, worstEntry(this.correction, this.problem.weights));
    return false;
  }

  /** Order and size of the next attempt after the error test failed. */
  private retreat(h: number, failures: number): void {
    const { errors } = this;
    const order = lowerServes(errors) ? errors.order - 1 : errors.order;
    this.nextStep = retryRatio(errorAt(errors, order), order, failures) * h;
    // the past is of little use where the estimates keep failing: start over with the order that needs least of it
    this.nextOrder = failures > 2 ? 1 : order;
  }

  private complete(h: number, k: number): void {
    const justRaised = k > this.past.order;
    this.counters.steps++;
    this.accepted++;
    if (lowerServes(this.errors) || k === maximumOrder) this.rising = false;
    if (this.rising) this.rise(h, k);
    else this.choose(h, k, justRaised);
    this.past.accept(h, k, this.correction);
    this.tangents?.advance(this.t, k, this.y, this.yp, this.lastNorm, this.newton, this.counters);
    this.problem.renewWeights?.(this.y);
  }

  private rise(h: number, k: number): void {
    // the second difference of the first step was made with the slope at the start in place of a point
    if (this.accepted === 1) return;
    this.nextOrder = k + 1;
    this.nextStep = 2 * h;
  }

  /** Order and size of the next step from the errors at neighbouring orders. */
  private choose(h: number, k: number, justRaised: boolean): void {
    const { errors } = this;
    // the difference above is comparable only after k + 1 equal steps at this order
    const comparable = this.past.coefficients.constantSteps > k + 1 && !justRaised;
    if (comparable) errors.above = this.norms.above / (k + 2);
    this.nextOrder = nextOrder(errors);
    this.nextStep = nextRatio(errorAt(errors, this.nextOrder), this.nextOrder) * h;
  }

  private remember(step: number, norm: number, worst: number): void {
    this.trouble.step = step;
    this.trouble.norm = norm;
    this.trouble.worst = worst;
  }

  private norm(e: Float64Array): number {
    return errorNorm(e, this.problem.weights, this.tolerance);
  }
}
