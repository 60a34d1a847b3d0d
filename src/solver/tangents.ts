import type { Counters } from './counters.js';
import type { DaeProblem } from './dae-problem.js';
import type { NewtonWork } from './newton.js';
import { pointsOfPast, valueWeights, weightsOfFormula } from './past-weights.js';

/** The same problem with one parameter moved by about 1e-6 of its size: F is differenced over that, not the solution. It has the same unknowns. */
export interface ProblemBeside {
  readonly problem: Pick<DaeProblem, 'size' | 'residual'>;
  /**
   * What the residual of `problem` has over that of the other one, `residual`, at the state where that was evaluated last: what both compute
   * alike need not be computed again. Absent: by `problem.residual`.
   */
  residualOver?(t: number, y: Float64Array, yp: Float64Array, residual: Float64Array, out: Float64Array): void;
}

/** Up to so many tolerances the last correction of a step is not worth factors of its own. */
const unseen = 1;

/** A time in which nothing that is stored moves, over the scale of time of the problem. */
const instant = 1e-12;

/** One tangent: s, where it stands, and the points before, the newest first. */
interface Tangent {
  readonly beside: ProblemBeside;
  readonly past: Float64Array[];
}

/**
 * Forward sensitivities of a problem F(t, y, y'; p) = 0, each as the way s = e dy/dp from y to the solution of the problem beside, where p
 * is moved by e,
 *
 *   dF/dy s + M s' + e dF/dp = 0,   M = dF/dy',
 *
 * by the staggered direct method (Feehery, Tolsma, Barton 1997, 10.1016/S0168-9274(97)00050-0). After every accepted step of y, with the
 * steps and orders of y and factors of G = dF/dy + l M, the formula s' = s'_0 + l (s - s_0) about the prediction
 * s_0, s'_0 leaves
 *
 *   G s = -e dF/dp - M (s'_0 - l s_0),   s'_0 - l s_0 = sum_j w_j s_(n-j)   (`past-weights`).
 *
 * e dF/dp is the difference of residuals at one state, of p + e and p: no solution is differenced, and changes of step and order of the
 * integrator do not show. The tangents have no part in the error test. One residual and one solve per parameter and step, at the state that
 * Newton has factors of where that is as good as the accepted one.
 */
export class Tangents {
  private readonly tangents: readonly Tangent[];
  private readonly residual: Float64Array;
  private readonly change: Float64Array;
  private readonly delta: Float64Array;
  /** Where F is differenced. */
  private readonly at: Float64Array;
  private readonly atRate: Float64Array;
  /** Unknowns with a rate of their own, from the first to before the last of each stretch of them. */
  private readonly stretches: readonly (readonly [first: number, last: number])[];
  /** Times of the past points, the newest first, and the order of the last step. */
  private readonly times = new Float64Array(pointsOfPast);
  private order = 0;
  private readonly weights = new Float64Array(pointsOfPast);
  private readonly instant: number;
  private readonly inexactBefore: number | undefined;

  constructor(private readonly problem: DaeProblem, besides: readonly ProblemBeside[]) {
    const n = problem.size;
    for (const { problem: { size } } of besides) {
      if (size !== n) throw new RangeError(`A problem beside has ${size} unknowns, not ${n}.`);
    }
    this.tangents = besides.map((beside) => ({ beside,
      past: Array.from({ length: pointsOfPast }, () => new Float64Array(n)) })
    );
    this.residual = new Float64Array(n);
    this.change = new Float64Array(n);
    this.delta = new Float64Array(n);
    [this.at, this.atRate] = [new Float64Array(n), new Float64Array(n)];
    this.stretches = stretchesOf(problem.differential);
    this.instant = instant * (problem.timeScale ?? 1);
    this.inexactBefore = problem.inexactFactors;
  }

  /** s of parameter i, until the next step; the caller sets that of the differential unknowns before `start`. */
  of(i: number): Float64Array {
    return this.tangents[i].past[0];
  }

  /** Makes the tangents of the algebraic unknowns what those of the differential ones at t ask for. Returns false where `linearised` does. */
  start(t: number, y: Float64Array, yp: Float64Array): boolean {
    const { change } = this;
    if (!this.linearised(t, y, yp, this.instant)) return false;
    for (const { beside, past: [s] } of this.tangents) {
      this.residualOver(beside, t, y, yp);
      this.solveHeld(change, s);
    }
    return true;
  }

  /** Begins the past where that of y begins. Points before have times of their own, and no weight until there are steps. */
  begin(t: number, firstStep: number): void {
    const { times } = this;
    for (let j = 0; j < times.length; j++) times[j] = t - j * firstStep;
  }

  /**
   * Follows an accepted step of y to t, of order k, at the state that Newton has factors of: it lies before the last correction, `norm`
   * tolerances long. A longer one is followed, with new factors.
   */
  advance(t: number, k: number, y: Float64Array, yp: Float64Array, norm: number, newton: NewtonWork,
    counters: Counters): void
  {
    const { problem, problem: { mass }, tangents, residual, change, times, weights, stretches, at, atRate } = this;
    if (tangents.length === 0) return;
    const leading = weightsOfFormula(times, k, t, weights);
    const before = norm > 0 && norm <= unseen ? 1 : 0;
    for (let i = 0; i < y.length; i++) {
      at[i] = y[i] - before * newton.delta[i];
      atRate[i] = yp[i] - before * leading * newton.delta[i];
    }
    residual.set(newton.residual);
    const regular = before === 1 ? this.exact : this.linearised(t, at, atRate, 1 / leading);
    counters.factorisations += 1 - before;
    counters.residualEvaluations += 1 - before + tangents.length;
    for (const { beside, past } of tangents) {
      this.residualOver(beside, t, at, atRate);
      for (const [first, last] of stretches) addFormula(weights, past, k, first, last, mass, change);
      const oldest = past[past.length - 1];
      for (let j = past.length - 1; j > 0; j--) past[j] = past[j - 1];
      past[0] = oldest;
      if (regular) problem.solve(change, oldest);
      else oldest.fill(NaN);
    }
    times.copyWithin(1, 0);
    times[0] = t;
    this.order = k;
  }

  /** Whether all factors so far were those of G: behind others the solution may have jumped. */
  private get exact(): boolean {
    return this.problem.inexactFactors === this.inexactBefore;
  }

  /** Makes factors of G. Returns false where it is singular, or where factors were not its own. */
  private linearised(t: number, y: Float64Array, yp: Float64Array, gamma: number): boolean {
    return this.problem.linearise(t, y, yp, gamma, this.residual) && this.exact;
  }

  /** Writes F(p + e) - F into `change`, once F stands in `residual`. */
  private residualOver(beside: ProblemBeside, t: number, y: Float64Array, yp: Float64Array): void {
    const { residual, change } = this;
    if (beside.residualOver) return beside.residualOver(t, y, yp, residual, change);
    beside.problem.residual(t, y, yp, change);
    for (let i = 0; i < change.length; i++) change[i] -= residual[i];
  }

  /** Solves dF/dy s + change = 0 for the algebraic unknowns, with s of the differential ones as they are and factors of an instant. */
  private solveHeld(change: Float64Array, s: Float64Array): void {
    const { problem, problem: { mass, differential }, delta } = this;
    for (let i = 0; i < s.length; i++) if (differential[i]) change[i] -= (mass ? mass[i] : 1) * s[i] / this.instant;
    problem.solve(change, delta);
    for (let i = 0; i < s.length; i++) if (!differential[i]) s[i] = delta[i];
  }

  /**
   * Writes dy/dt along the solution at a consistent state: y' of the differential unknowns, and what it makes of the algebraic ones.
   * `short`: a time that is short for the solution. Returns false where `linearised` does.
   */
  alongTime(t: number, y: Float64Array, yp: Float64Array, short: number, out: Float64Array): boolean {
    const { problem, residual, change } = this;
    problem.residual(t + short, y, yp, change);
    problem.residual(t - short, y, yp, residual);
    for (let i = 0; i < change.length; i++) change[i] = (change[i] - residual[i]) / (2 * short);
    if (!this.linearised(t, y, yp, this.instant)) return false;
    out.set(yp);
    this.solveHeld(change, out);
    return true;
  }

  /** Moves every tangent by dy/dt times the change of the time. */
  shift(alongTime: Float64Array, timeChanges: readonly number[]): void {
    this.tangents.forEach(({ past: [s] }, p) => {
      for (let i = 0; i < s.length; i++) s[i] += alongTime[i] * timeChanges[p];
    });
  }

  /** Puts the tangents at a time inside the last step. */
  interpolate(t: number): void {
    const { times, order, weights, tangents } = this;
    valueWeights(times, order, t, weights);
    for (const { past, past: [s] } of tangents) {
      for (let i = 0; i < s.length; i++) {
        s[i] *= weights[0];
        for (let j = 1; j <= order; j++) s[i] += weights[j] * past[j][i];
      }
    }
  }
}

function stretchesOf(flags: Uint8Array): [first: number, last: number][] {
  const stretches: [number, number][] = [];
  for (let i = 0; i < flags.length; i++) {
    if (!flags[i]) continue;
    if (i > 0 && flags[i - 1]) stretches[stretches.length - 1][1] = i + 1;
    else stretches.push([i, i + 1]);
  }
  return stretches;
}

/** Adds M times the weighted sum of the newest k + 1 points to the unknowns first..last-1. */
function addFormula([w0, w1, w2, w3, w4, w5]: Float64Array, [s0, s1, s2, s3, s4, s5]: readonly Float64Array[],
  k: number, first: number, last: number, mass: Float64Array | undefined, out: Float64Array): void
{
  if (mass) { for (let i = first; i < last; i++) out[i] /= mass[i]; }
  if (k > 3) {
    for (let i = first; i < last; i++) {
      out[i] += w0 * s0[i] + w1 * s1[i] + w2 * s2[i] + w3 * s3[i] + w4 * s4[i] + w5 * s5[i];
    }
  } else for (let i = first; i < last; i++) out[i] += w0 * s0[i] + w1 * s1[i] + w2 * s2[i] + w3 * s3[i];
  if (mass) { for (let i = first; i < last; i++) out[i] *= mass[i]; }
}
