import type { Counters } from './counters.js';
import type { DaeProblem } from './dae-problem.js';
import { pointsOfPast, valueWeights, weightsOfFormula } from './past-weights.js';

/** The same problem with one parameter p moved by `step`; it has the same unknowns. */
export interface ProblemBeside {
  readonly problem: DaeProblem;
  /** In the unit of p; about 1e-6 of its size: F is differenced at this step, not the solution. */
  readonly step: number;
  /**
   * What the residual of `problem` has over that of the other one, `residual`, at the state where that was evaluated last: what both compute
   * alike need not be computed again. Absent: by `problem.residual`.
   */
  residualOver?(t: number, y: Float64Array, yp: Float64Array, residual: Float64Array, out: Float64Array): void;
}

/** Length of a central difference along a tangent, for one whose unknowns are of order one. */
const alongState = 1e-5;

/** One tangent s = dy/dp with its slope s' at the start and its past, the newest point first. */
interface Tangent {
  readonly beside: ProblemBeside;
  readonly s: Float64Array;
  readonly sp: Float64Array;
  readonly past: Float64Array[];
}

/**
 * Forward sensitivities s = dy/dp of a problem F(t, y, y'; p) = 0,
 *
 *   dF/dy s + M s' + dF/dp = 0,   M = dF/dy',
 *
 * by the staggered direct method (Feehery, Tolsma, Barton 1997, 10.1016/S0168-9274(97)00050-0). After every accepted step of y, with the
 * steps and orders of y and factors of G = dF/dy + l M made at the new point, the formula s' = s'_0 + l (s - s_0) about the prediction
 * s_0, s'_0 leaves
 *
 *   G s = -dF/dp - M (s'_0 - l s_0),   s'_0 - l s_0 = sum_j w_j s_(n-j)   (`past-weights`).
 *
 * dF/dp is a difference of residuals at one state, of p + e and p: no solution is differenced, and changes of step and order of the
 * integrator do not show. The tangents have no part in the error test. One factorisation per step, and one residual and one solve per
 * parameter.
 */
export class Tangents {
  private readonly tangents: readonly Tangent[];
  private readonly residual: Float64Array;
  private readonly change: Float64Array;
  private readonly delta: Float64Array;
  private readonly yBeside: Float64Array;
  private readonly algebraic: Int32Array;
  private readonly kept: Float64Array;
  /** Times of the past points, the newest first, and the order of the last step. */
  private readonly times = new Float64Array(pointsOfPast);
  private order = 0;
  private readonly weights = new Float64Array(pointsOfPast);

  constructor(private readonly problem: DaeProblem, besides: readonly ProblemBeside[]) {
    const n = problem.size;
    for (const { problem: { size } } of besides) {
      if (size !== n) throw new RangeError(`A problem beside has ${size} unknowns, not ${n}.`);
    }
    this.tangents = besides.map((beside) => ({ beside, s: new Float64Array(n), sp: new Float64Array(n),
      past: Array.from({ length: pointsOfPast }, () => new Float64Array(n)) })
    );
    this.residual = new Float64Array(n);
    this.change = new Float64Array(n);
    this.delta = new Float64Array(n);
    this.yBeside = new Float64Array(n);
    this.algebraic = Int32Array.from([...problem.differential.keys()].filter((i) => problem.differential[i] === 0));
    this.kept = new Float64Array(this.algebraic.length);
  }

  get count(): number {
    return this.tangents.length;
  }

  /** s of parameter i; the caller sets that of the differential unknowns before `start`. */
  of(i: number): Float64Array {
    return this.tangents[i].s;
  }

  /** y + e s of parameter i, written into an array of this object's own. */
  stateBeside(i: number, y: Float64Array): Float64Array {
    return moved(y, this.tangents[i].s, this.tangents[i].beside.step, this.yBeside);
  }

  /**
   * Makes the tangents at a consistent start consistent: those of the algebraic unknowns from the ones of the differential unknowns,
   * and, where a step follows, the slopes of these. Returns false where the equations are singular.
   */
  start(t: number, y: Float64Array, yp: Float64Array, stepFollows = true): boolean {
    const { problem, residual, change } = this;
    const { mass, differential } = problem;
    problem.residual(t, y, yp, residual);
    const byParameter = this.tangents.map(({ beside }) => {
      this.residualOver(beside, t, y, yp);
      return change.map((value) => value / beside.step);
    });
    const right = this.tangents.map(({ s }, p) => {
      for (let i = 0; i < s.length; i++) if (!differential[i]) s[i] = 0;
      return this.alongTangent(s, t, y, yp).map((value, i) => value + byParameter[p][i]);
    });
    if (!problem.linearise(t, y, yp, 0, residual)) return false;
    this.tangents.forEach(({ s }, p) => {
      problem.solve(right[p], change);
      for (let i = 0; i < s.length; i++) if (!differential[i]) s[i] = change[i];
    });
    if (!stepFollows) return true;
    this.tangents.forEach(({ s, sp }, p) => {
      const along = this.alongTangent(s, t, y, yp);
      for (let i = 0; i < y.length; i++) {
        sp[i] = differential[i] ? -(along[i] + byParameter[p][i]) / (mass ? mass[i] : 1) : 0;
      }
    });
    return true;
  }

  /** Begins the past of the tangents where that of y begins: the start, and a point on its slope a first step before. */
  begin(t: number, firstStep: number): void {
    const { times, tangents } = this;
    for (let j = 0; j < times.length; j++) times[j] = t - j * firstStep;
    for (const { past: [newest, before], s, sp } of tangents) {
      newest.set(s);
      for (let i = 0; i < s.length; i++) before[i] = s[i] - firstStep * sp[i];
    }
  }

  /** Follows an accepted step of y to t, of order k. */
  advance(t: number, k: number, y: Float64Array, yp: Float64Array, counters: Counters): void {
    const { problem, tangents, residual, times, weights } = this;
    if (tangents.length === 0) return;
    const leading = weightsOfFormula(times, k, t, weights);
    counters.factorisations++;
    counters.residualEvaluations += 1 + tangents.length;
    if (!problem.linearise(t, y, yp, 1 / leading, residual)) {
      for (const { s } of tangents) s.fill(NaN);
      return;
    }
    for (const tangent of tangents) {
      this.rightHandSide(tangent, k, t, y, yp);
      problem.solve(this.change, tangent.s);
      const { past, s } = tangent;
      const oldest = past[past.length - 1];
      oldest.set(s);
      past.copyWithin(1, 0, past.length - 1);
      past[0] = oldest;
    }
    times.copyWithin(1, 0);
    times[0] = t;
    this.order = k;
  }

  /** change = dF/dp + M sum_j w_j s_(n-j) */
  private rightHandSide({ beside, past }: Tangent, k: number, t: number, y: Float64Array, yp: Float64Array): void {
    const { change, kept, weights, problem: { mass }, algebraic } = this;
    this.residualOver(beside, t, y, yp);
    const perStep = 1 / beside.step;
    for (let a = 0; a < algebraic.length; a++) kept[a] = perStep * change[algebraic[a]];
    if (mass) { for (let i = 0; i < change.length; i++) change[i] /= mass[i]; }
    combine(weights, past, k, perStep, change);
    if (mass) { for (let i = 0; i < change.length; i++) change[i] *= mass[i]; }
    for (let a = 0; a < algebraic.length; a++) change[algebraic[a]] = kept[a];
  }

  /** Writes F(p + e) - F into `change`, once F stands in `residual`. */
  private residualOver(beside: ProblemBeside, t: number, y: Float64Array, yp: Float64Array): void {
    const { residual, change } = this;
    if (beside.residualOver) return beside.residualOver(t, y, yp, residual, change);
    beside.problem.residual(t, y, yp, change);
    for (let i = 0; i < change.length; i++) change[i] -= residual[i];
  }

  /**
   * Writes dy/dt along the solution at a consistent state: y' of the differential unknowns, and what it makes of the algebraic ones.
   * `short`: a time that is short for the solution. Returns false where the equations are singular.
   */
  alongTime(t: number, y: Float64Array, yp: Float64Array, short: number, out: Float64Array): boolean {
    const { problem, residual, change, delta, yBeside } = this;
    for (let i = 0; i < y.length; i++) out[i] = problem.differential[i] ? yp[i] : 0;
    problem.residual(t + short, moved(y, out, short, yBeside), yp, change);
    problem.residual(t - short, moved(y, out, -short, yBeside), yp, residual);
    for (let i = 0; i < change.length; i++) change[i] = (change[i] - residual[i]) / (2 * short);
    if (!problem.linearise(t, y, yp, 0, residual)) return false;
    problem.solve(change, delta);
    for (let i = 0; i < y.length; i++) if (!problem.differential[i]) out[i] = delta[i];
    return true;
  }

  /** Moves every tangent by dy/dt times what the parameter changes of the time, per unit of the parameter. */
  shift(alongTime: Float64Array, timeChanges: readonly number[]): void {
    this.tangents.forEach(({ s }, p) => {
      for (let i = 0; i < s.length; i++) s[i] += alongTime[i] * timeChanges[p];
    });
  }

  /** Puts the tangents at a time inside the last step. */
  interpolate(t: number): void {
    valueWeights(this.times, this.order, t, this.weights);
    for (const { past, s } of this.tangents) combine(this.weights, past, this.order, 0, s.fill(0));
  }

  /** dF/dy s by a central difference along s, in an array of this object's own. */
  private alongTangent(s: Float64Array, t: number, y: Float64Array, yp: Float64Array): Float64Array {
    const { problem, change, delta, yBeside } = this;
    const square = s.reduce((sum, v) => sum + v * v, 0);
    if (square === 0) return change.fill(0);
    const far = alongState / Math.max(1, Math.sqrt(square / s.length));
    problem.residual(t, moved(y, s, far, yBeside), yp, change);
    problem.residual(t, moved(y, s, -far, yBeside), yp, delta);
    for (let i = 0; i < change.length; i++) change[i] = (change[i] - delta[i]) / (2 * far);
    return change;
  }
}

/** out = factor out + sum over the newest k + 1 points of their weights times them. */
function combine([w0, w1, w2, w3, w4, w5]: Float64Array, [s0, s1, s2, s3, s4, s5]: readonly Float64Array[], k: number,
  factor: number, out: Float64Array): void
{
  const n = out.length;
  if (k > 3) {
    for (let i = 0; i < n; i++) {
      out[i] = factor * out[i] + w0 * s0[i] + w1 * s1[i] + w2 * s2[i] + w3 * s3[i] + w4 * s4[i] + w5 * s5[i];
    }
  } else for (let i = 0; i < n; i++) out[i] = factor * out[i] + w0 * s0[i] + w1 * s1[i] + w2 * s2[i] + w3 * s3[i];
}

function moved(y: Float64Array, s: Float64Array, step: number, out: Float64Array): Float64Array {
  for (let i = 0; i < y.length; i++) out[i] = y[i] + step * s[i];
  return out;
}
