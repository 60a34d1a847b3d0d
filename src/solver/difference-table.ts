import { BdfCoefficients, maximumOrder } from './bdf-coefficients.js';

/** Numbers per unknown: phi_0 … phi_6 and one to spare, so that an unknown's past is one line of the cache. */
const stride = 8;
/** Unknowns whose norms are summed at a time. */
const part = 2048;

/** Norms of what the last step leaves unexplained at its order, one and two orders below, and one above. */
export interface DifferenceNorms {
  here: number;
  below: number;
  twoBelow: number;
  above: number;
}

/**
 * The past of the solution: modified divided differences phi_0 … phi_{k+1} of the accepted states, from which a step is
 * predicted, and which are the polynomial of the last step. phi_j is the j-th derivative times h^j on equal steps. A step of
 * another size rescales phi_j by beta_j; the factors are applied where the differences are used, so that a rejected step
 * leaves no trace.
 */
export class DifferenceTable {
  readonly coefficients: BdfCoefficients;
  /** Order of the last accepted step; 0 before the first. */
  order = 0;
  /** Size of the last accepted step; 0 before the first. */
  h = 0;
  /** phi_j of unknown i at stride i + j. */
  private readonly table: Float64Array;
  /**
   * beta_j of the step being tried (1 where no rescaling is due), its products with gamma_j, and weights of an interpolation. Zero above the
   * order, where differences mean nothing: no branch on the order, whose every rise would throw compiled code away.
   */
  private readonly beta = new Float64Array(stride);
  private readonly slope = new Float64Array(stride);
  private readonly share = new Float64Array(stride);
  /** Of the squares of `norms`. */
  private readonly sums = new Float64Array(4);

  constructor(public t: number, y: Float64Array, slopes: Float64Array, firstStep: number) {
    this.table = new Float64Array(stride * y.length);
    for (let i = 0; i < y.length; i++) {
      this.table[stride * i] = y[i];
      this.table[stride * i + 1] = firstStep * slopes[i];
    }
    this.coefficients = new BdfCoefficients(firstStep);
  }

  /** phi_j of unknown i. */
  difference(j: number, i: number): number {
    return this.table[stride * i + j];
  }

  /** Extrapolates the last k + 1 points to t + h: state into y, slope into yp. */
  predict(h: number, k: number, y: Float64Array, yp: Float64Array): void {
    const { coefficients, table, beta, slope } = this;
    coefficients.prepare(h, k, this.h, this.order);
    for (let j = 0; j < stride; j++) {
      beta[j] = j > k ? 0 : j < coefficients.constantSteps ? 1 : coefficients.beta[j];
      slope[j] = j === 0 || j > k ? 0 : beta[j] * coefficients.gamma[j];
    }
    const b1 = beta[1];
    const b2 = beta[2];
    const b3 = beta[3];
    const b4 = beta[4];
    const b5 = beta[5];
    const s1 = slope[1];
    const s2 = slope[2];
    const s3 = slope[3];
    const s4 = slope[4];
    const s5 = slope[5];
    for (let i = 0, p = 0; i < y.length; i++, p += stride) {
      const d1 = table[p + 1];
      const d2 = table[p + 2];
      const d3 = table[p + 3];
      y[i] = table[p] + b1 * d1 + b2 * d2 + b3 * d3;
      yp[i] = s1 * d1 + s2 * d2 + s3 * d3;
    }
    for (let i = 0, p = 4; k > 3 && i < y.length; i++, p += stride) {
      y[i] += b4 * table[p] + b5 * table[p + 1];
      yp[i] += s4 * table[p] + s5 * table[p + 1];
    }
  }

  /** Takes back the last prediction (after a rejected step). */
  undo(): void {
    this.coefficients.restore();
  }

  /**
   * Weighted norms of the k-th to (k+2)-nd differences of the point that `correction` makes, which the error estimates of the
   * neighbouring orders are made of; NaN where there is no such order.
   */
  norms(k: number, correction: Float64Array, weights: Float64Array, tolerance: number, out: DifferenceNorms): void {
    const { sums } = this;
    sums.fill(0);
    // by parts: engines compile a long loop while it runs, without what follows it, and would fall back there at every call
    for (let from = 0; from < correction.length; from += part) {
      this.addSquares(k, correction, weights, from, Math.min(from + part, correction.length));
    }
    out.here = Math.sqrt(sums[0]) / tolerance;
    out.below = k > 1 ? Math.sqrt(sums[1]) / tolerance : NaN;
    out.twoBelow = k > 2 ? Math.sqrt(sums[2]) / tolerance : NaN;
    out.above = k < maximumOrder ? Math.sqrt(sums[3]) / tolerance : NaN;
  }

  private addSquares(k: number, correction: Float64Array, weights: Float64Array, from: number, end: number): void {
    const { table, beta, sums } = this;
    const bk = beta[k];
    const bl = k > 1 ? beta[k - 1] : 0;
    const lower = k > 1 ? k - 1 : k;
    let here = sums[0];
    let below = sums[1];
    let twoBelow = sums[2];
    let above = sums[3];
    for (let i = from, p = stride * from; i < end; i++, p += stride) {
      const w = weights[i];
      if (w === 0) continue;
      const c = w * correction[i];
      const one = c + w * bk * table[p + k];
      const two = one + w * bl * table[p + lower];
      const up = c - w * table[p + k + 1];
      here += c * c;
      below += one * one;
      twoBelow += two * two;
      above += up * up;
    }
    sums[0] = here;
    sums[1] = below;
    sums[2] = twoBelow;
    sums[3] = above;
  }

  /** Makes the predicted point plus `correction` the newest one. */
  accept(h: number, k: number, correction: Float64Array): void {
    const { table, beta } = this;
    this.t += h;
    this.h = h;
    this.order = k;
    const b1 = beta[1];
    const b2 = beta[2];
    const b3 = beta[3];
    const b4 = beta[4];
    const b5 = beta[5];
    for (let i = 0, p = 0; i < correction.length; i++, p += stride) {
      // phi_{k+1} of the new point: what the order above would have needed, for its error estimate and for raising the order
      let sum = correction[i];
      table[p + k + 1] = sum;
      table[p + 5] = sum += b5 * table[p + 5];
      table[p + 4] = sum += b4 * table[p + 4];
      table[p + 3] = sum += b3 * table[p + 3];
      table[p + 2] = sum += b2 * table[p + 2];
      table[p + 1] = sum += b1 * table[p + 1];
      table[p] = sum + table[p];
    }
  }

  /** The newest accepted state. */
  newest(out: Float64Array): void {
    for (let i = 0; i < out.length; i++) out[i] = this.table[stride * i];
  }

  /** y(t) from the polynomial through the newest point and the `order` before it; meant for times inside the last step. */
  interpolate(t: number, out: Float64Array): void {
    const { psi } = this.coefficients;
    const { table, share, order } = this;
    const past = t - this.t;
    let ratio = past / psi[0];
    share[0] = 1;
    for (let j = 1; j <= order; j++) {
      share[j] = share[j - 1] * ratio;
      ratio = (past + psi[j - 1]) / psi[j];
    }
    for (let i = 0, p = 0; i < out.length; i++, p += stride) {
      let sum = table[p];
      for (let j = 1; j <= order; j++) sum += share[j] * table[p + j];
      out[i] = sum;
    }
  }
}
