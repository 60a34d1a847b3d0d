import type { Counters } from './counters.js';
import type { DaeProblem } from './dae-problem.js';
import { DifferenceTable } from './difference-table.js';

/** The same problem with one parameter p moved by `step`; it has the same unknowns. */
export interface ProblemBeside {
  readonly problem: DaeProblem;
  /** In the unit of p; about 1e-6 of its size: F is differenced at this step, not the solution. */
  readonly step: number;
}

/** Length of a central difference along a tangent, for one whose unknowns are of order one. */
const alongState = 1e-5;

/** One tangent s = dy/dp with its slope s' and its past. */
interface Tangent {
  readonly beside: ProblemBeside;
  readonly s: Float64Array;
  readonly sp: Float64Array;
  past: DifferenceTable | undefined;
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
 *   G s = -dF/dp - M (s'_0 - l s_0).
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

  /** `problem` takes fresh factors at every iteration then, whatever it asks for. */
  constructor(private readonly problem: DaeProblem, besides: readonly ProblemBeside[]) {
    const n = problem.size;
    for (const { problem: { size } } of besides) {
      if (size !== n) throw new RangeError(`A problem beside has ${size} unknowns, not ${n}.`);
    }
    this.tangents = besides.map((beside) => ({ beside, s: new Float64Array(n), sp: new Float64Array(n),
      past: undefined })
    );
    this.residual = new Float64Array(n);
    this.change = new Float64Array(n);
    this.delta = new Float64Array(n);
    this.yBeside = new Float64Array(n);
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
   * and the slopes of these. Returns false where the equations are singular.
   */
  start(t: number, y: Float64Array, yp: Float64Array): boolean {
    const { problem, change, delta, residual } = this;
    const { mass, differential } = problem;
    const held = this.tangents.map((tangent) => {
      const { s } = tangent;
      for (let i = 0; i < s.length; i++) if (!differential[i]) s[i] = 0;
      this.alongTangent(tangent, t, y, yp);
      return change.slice();
    });
    if (!problem.linearise(t, y, yp, 0, residual)) return false;
    this.tangents.forEach(({ s }, p) => {
      problem.solve(held[p], delta);
      for (let i = 0; i < s.length; i++) if (!differential[i]) s[i] = delta[i];
    });
    for (const tangent of this.tangents) {
      this.alongTangent(tangent, t, y, yp);
      for (let i = 0; i < y.length; i++) {
        tangent.sp[i] = differential[i] ? (mass ? -change[i] / mass[i] : -change[i]) : 0;
      }
    }
    return true;
  }

  /** Begins the past of the tangents where that of y begins. */
  begin(t: number, firstStep: number): void {
    for (const tangent of this.tangents) tangent.past = new DifferenceTable(t, tangent.s, tangent.sp, firstStep);
  }

  /** Follows an accepted step of y to t, of size h and order k. */
  advance(t: number, h: number, k: number, y: Float64Array, yp: Float64Array, counters: Counters): void {
    const { problem, tangents, residual, change } = this;
    const [first] = tangents;
    if (first?.past === undefined) return;
    for (const { past, s, sp } of tangents) past?.predict(h, k, s, sp);
    const { leading } = first.past.coefficients;
    counters.factorisations++;
    counters.residualEvaluations += 1 + tangents.length;
    if (!problem.linearise(t, y, yp, 1 / leading, residual)) {
      for (const { s } of tangents) s.fill(NaN);
      return;
    }
    const { mass, differential } = problem;
    for (const { beside: { problem: beside, step }, s, sp, past } of tangents) {
      beside.residual(t, y, yp, change);
      for (let i = 0; i < s.length; i++) {
        const own = differential[i] ? sp[i] - leading * s[i] : 0;
        change[i] = (change[i] - residual[i]) / step + (mass && own !== 0 ? mass[i] * own : own);
      }
      problem.solve(change, this.delta);
      for (let i = 0; i < s.length; i++) {
        const predicted = s[i];
        s[i] = this.delta[i];
        this.delta[i] -= predicted;
      }
      past?.accept(h, k, this.delta);
    }
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
    for (const { past, s } of this.tangents) past?.interpolate(t, s);
  }

  /** change = dF/dy s + dF/dp: a central difference along s, and one of p. */
  private alongTangent({ beside: { problem: beside, step }, s }: Tangent, t: number, y: Float64Array,
    yp: Float64Array): void
  {
    const { problem, change, residual, delta, yBeside } = this;
    beside.residual(t, y, yp, change);
    problem.residual(t, y, yp, residual);
    for (let i = 0; i < change.length; i++) change[i] = (change[i] - residual[i]) / step;
    const far = alongState / Math.max(1, Math.sqrt(s.reduce((sum, v) => sum + v * v, 0) / s.length));
    problem.residual(t, moved(y, s, far, yBeside), yp, residual);
    problem.residual(t, moved(y, s, -far, yBeside), yp, delta);
    for (let i = 0; i < change.length; i++) change[i] += (residual[i] - delta[i]) / (2 * far);
  }
}

function moved(y: Float64Array, s: Float64Array, step: number, out: Float64Array): Float64Array {
  for (let i = 0; i < y.length; i++) out[i] = y[i] + step * s[i];
  return out;
}
