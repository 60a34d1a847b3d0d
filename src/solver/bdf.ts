import { BdfCoefficients, maximumOrder } from './bdf-coefficients.js';
import type { Counters } from './counters.js';
import type { DaeProblem } from './dae-problem.js';
import { errorNorm, worstEntry } from './error-norm.js';
import { newtonSolve, newtonWork, type NewtonWork } from './newton.js';
import type { Evidence } from './outcome.js';

/**
 * Variable-order, variable-step BDF 1 to 5 for F(t, y, y') = 0 (fixed leading coefficient, error control on every unknown
 * that has a weight). The last step stays open for interpolation until the next one is taken. Allocates only here.
 */
export class Bdf {
  t: number;
  /** Size of the last accepted step [s]. */
  h = 0;
  order = 1;
  readonly y: Float64Array;
  readonly yp: Float64Array;
  private readonly differences: Float64Array[] = [];
  private readonly coefficients = new BdfCoefficients();
  private readonly correction: Float64Array;
  private readonly scratch: Float64Array;
  private readonly newton: NewtonWork;
  private nextStep: number;
  private nextOrder = 1;
  private orderUsed = 0;
  private raising = true;
  private accepted = 0;
  private lastNorm = 0;
  /** Error estimates of the last step at its order and one below; `lowered` where the lower one wins. */
  private error = 0;
  private errorBelow = NaN;
  private lowered = false;

  constructor(
    private readonly problem: DaeProblem, t0: number, y0: Float64Array, yp0: Float64Array,
    private readonly tolerance: number, private readonly counters: Counters, firstStep?: number,
  ) {
    const n = problem.size;
    this.t = t0;
    this.y = y0.slice();
    this.yp = yp0.slice();
    this.correction = new Float64Array(n);
    this.scratch = new Float64Array(n);
    this.newton = newtonWork(n);
    for (let i = 0; i <= maximumOrder + 1; i++) this.differences.push(new Float64Array(n));
    this.nextStep = firstStep ?? this.guessFirstStep(yp0);
    this.differences[0].set(y0);
    for (let i = 0; i < n; i++) this.differences[1][i] = this.nextStep * yp0[i];
    this.coefficients.psi[0] = this.nextStep;
  }

  /** Takes one step, as large as the error allows but not above `limit`. Returns evidence where none is possible. */
  step(limit = Infinity): Evidence | undefined {
    let failures = 0;
    if (this.nextStep > limit) this.nextStep = limit;
    for (;;) {
      const h = this.nextStep;
      const k = this.nextOrder;
      if (this.t + h <= this.t + 1e-14 * Math.abs(this.t) || h < 1e-12) return this.evidence(h);
      this.predict(h, k);
      const norm = newtonSolve(
        this.problem, this.t + h, this.y, this.yp, 1 / this.coefficients.leading, this.tolerance, this.correction, this.newton, this.counters);
      const accepted = Number.isFinite(norm) && this.testError(h, k, failures);
      if (accepted) {
        this.complete(h, k);
        return undefined;
      }
      this.reject(k);
      failures++;
      if (!Number.isFinite(norm)) this.afterFailedNewton(h);
      if (failures > 60) return this.evidence(h);
    }
  }

  /** y(t) inside the last step, from the polynomial of the formula. */
  interpolate(t: number, out: Float64Array): void {
    const psi = this.coefficients.psi;
    const past = t - this.t;
    let factor = 1;
    let ratio = past / psi[0];
    out.set(this.differences[0]);
    for (let j = 1; j <= this.orderUsed; j++) {
      factor *= ratio;
      ratio = (past + psi[j - 1]) / psi[j];
      const difference = this.differences[j];
      for (let i = 0; i < out.length; i++) out[i] += factor * difference[i];
    }
  }

  private guessFirstStep(yp0: Float64Array): number {
    const speed = errorNorm(yp0, this.problem.weights, this.tolerance);
    return speed > 0 && Number.isFinite(speed) ? Math.min(0.5 / speed, 1) : 1e-3;
  }

  private predict(h: number, k: number): void {
    const c = this.coefficients;
    c.prepare(h, k, this.h, this.orderUsed);
    for (let j = c.constantSteps; j <= k; j++) scale(this.differences[j], c.beta[j]);
    this.y.set(this.differences[0]);
    this.yp.fill(0);
    for (let j = 1; j <= k; j++) accumulate(this.y, this.yp, this.differences[j], c.gamma[j]);
  }

  private reject(k: number): void {
    const c = this.coefficients;
    for (let j = c.constantSteps; j <= k; j++) scale(this.differences[j], 1 / c.beta[j]);
    c.restore();
    this.counters.rejectedSteps++;
    this.raising = false;
  }

  private afterFailedNewton(h: number): void {
    this.nextStep = 0.25 * h;
    this.newton.quadraticConstant = NaN;
  }

  /** Error estimates at this order and below choose the next order; sets nextStep and nextOrder where the step is rejected. */
  private testError(h: number, k: number, failures: number): boolean {
    const { sigma, errorFactor } = this.coefficients;
    const norm = this.norm(this.correction);
    this.lastNorm = norm;
    const error = sigma[k] * norm;
    let newOrder = k;
    let newError = error;
    this.errorBelow = NaN;
    if (k > 1) {
      this.addTo(this.scratch, this.correction, this.differences[k]);
      this.errorBelow = sigma[k - 1] * this.norm(this.scratch);
      const below = k * this.errorBelow;
      let two = 0;
      if (k > 2) {
        this.addTo(this.scratch, this.scratch, this.differences[k - 1]);
        two = (k - 1) * sigma[k - 2] * this.norm(this.scratch);
      }
      if (k === 2 ? below <= 0.5 * (k + 1) * error : Math.max(below, two) <= (k + 1) * error) {
        newOrder = k - 1;
        newError = this.errorBelow;
      }
    }
    this.error = error;
    this.lowered = newOrder < k;
    if (errorFactor * norm <= 1) return true;
    const shrink = failures === 0 ? Math.max(0.25, Math.min(0.9, 0.9 * (2 * newError + 1e-4) ** (-1 / (newOrder + 1)))) : 0.25;
    this.nextOrder = failures >= 2 ? 1 : newOrder;
    this.nextStep = shrink * h;
    return false;
  }
  private complete(h: number, k: number): void {
    const orderBefore = this.orderUsed;
    this.counters.steps++;
    this.accepted++;
    this.t += h;
    this.h = h;
    this.orderUsed = k;
    if (this.lowered || k === maximumOrder) this.raising = false;
    this.choose(h, k, k > orderBefore);
    this.store(k);
  }

  /** Order and size of the next step from the errors at neighbouring orders. */
  private choose(h: number, k: number, justRaised: boolean): void {
    if (this.raising) {
      if (this.accepted > 1) {
        this.nextOrder = k + 1;
        this.nextStep = 2 * h;
      }
      return;
    }
    let order = k;
    let error = this.error;
    if (this.lowered) {
      order = k - 1;
      error = this.errorBelow;
    } else if (k < maximumOrder && this.coefficients.constantSteps > k + 1 && !justRaised) {
      this.subtract(this.scratch, this.correction, this.differences[k + 1]);
      const errorAbove = this.norm(this.scratch) / (k + 2);
      const here = (k + 1) * this.error;
      const above = (k + 2) * errorAbove;
      if (k > 1 && k * this.errorBelow <= Math.min(here, above)) {
        order = k - 1;
        error = this.errorBelow;
      } else if (above < (k === 1 ? 0.5 * here : here)) {
        order = k + 1;
        error = errorAbove;
      }
    }
    const ratio = (2 * error + 1e-4) ** (-1 / (order + 1));
    this.nextOrder = order;
    if (ratio >= 2) this.nextStep = 2 * h;
    else if (ratio <= 1) this.nextStep = h * Math.max(0.5, Math.min(0.9, ratio));
    else this.nextStep = h;
  }

  private store(k: number): void {
    if (k < maximumOrder + 1) this.differences[k + 1].set(this.correction);
    add(this.differences[k], this.correction);
    for (let j = k - 1; j >= 0; j--) add(this.differences[j], this.differences[j + 1]);
  }

  private evidence(h: number): Evidence {
    const worst = worstEntry(this.correction, this.problem.weights);
    return { time: this.t, step: h, norm: this.lastNorm, worstUnknown: this.problem.nameOf(worst) };
  }

  private norm(e: Float64Array): number {
    return errorNorm(e, this.problem.weights, this.tolerance);
  }

  private addTo(out: Float64Array, a: Float64Array, b: Float64Array): void {
    for (let i = 0; i < out.length; i++) out[i] = a[i] + b[i];
  }

  private subtract(out: Float64Array, a: Float64Array, b: Float64Array): void {
    for (let i = 0; i < out.length; i++) out[i] = a[i] - b[i];
  }
}

function scale(a: Float64Array, factor: number): void {
  for (let i = 0; i < a.length; i++) a[i] *= factor;
}

function add(into: Float64Array, more: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] += more[i];
}

function accumulate(y: Float64Array, yp: Float64Array, difference: Float64Array, gamma: number): void {
  for (let i = 0; i < y.length; i++) {
    y[i] += difference[i];
    yp[i] += gamma * difference[i];
  }
}
