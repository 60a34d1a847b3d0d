/** Highest order used; BDF 6 is barely stable and never pays. */
export const maximumOrder = 5;

const length = maximumOrder + 2;

/**
 * Coefficients of the variable-step BDF of order k in fixed-leading-coefficient form on modified divided differences, for the
 * step from t_n to t_n + h; the names are those of Brenan, Campbell, Petzold, Numerical Solution of Initial-Value Problems in
 * Differential-Algebraic Equations, SIAM 1996 (10.1137/1.9781611971224), sec. 5.2. Arrays count from 0:
 *
 *   psi[i]   = t_{n+1} - t_{n-i}                        distance from the new time back over i + 1 steps
 *   alpha[i] = h / psi[i]
 *   beta[i]  = prod_{j<i} psi[j] / psi_before[j]        makes differences at t_n comparable with those at t_{n+1}
 *   sigma[i] = i! h^i / prod_{1<=j<=i} psi[j]           from the corrector's change to the error at order i
 *   gamma[i] = sum_{j<i} 1 / psi[j]                     slope of the i-th basis polynomial at t_{n+1}
 */
export class BdfCoefficients {
  readonly psi = new Float64Array(length);
  readonly alpha = new Float64Array(length);
  readonly beta = new Float64Array(length);
  readonly sigma = new Float64Array(length);
  readonly gamma = new Float64Array(length);
  /** dy'/dy of the formula, 1/s. */
  leading = 0;
  /** From the corrector's change to the error of the step: the larger of truncation and of interpolation inside the step. */
  errorFactor = 0;
  /** Steps in a row with the same order and size, this one included; differences of lower order than that need no beta. */
  constantSteps = 0;
  private readonly savedPsi = new Float64Array(length);

  /** `firstStep` is the step that the first difference was scaled with. */
  constructor(firstStep: number) {
    this.psi[0] = firstStep;
  }

  /** Prepares a step of size h at order k after one of size hUsed at order kUsed. */
  prepare(h: number, k: number, hUsed: number, kUsed: number): void {
    this.savedPsi.set(this.psi);
    if (h !== hUsed || k !== kUsed) this.constantSteps = 0;
    this.constantSteps = Math.min(this.constantSteps + 1, kUsed + 2);
    if (k + 1 >= this.constantSteps) this.renew(h, k);
    let harmonic = 0;
    let alphaSum = 0;
    for (let i = 0; i < k; i++) {
      harmonic += 1 / (i + 1);
      alphaSum += this.alpha[i];
    }
    this.leading = harmonic / h;
    this.errorFactor = Math.max(Math.abs(this.alpha[k] + alphaSum - harmonic), this.alpha[k]);
  }

  /** Takes back the last prepare (after a rejected step). */
  restore(): void {
    this.psi.set(this.savedPsi);
  }

  private renew(h: number, k: number): void {
    const { psi, alpha, beta, sigma, gamma } = this;
    beta[0] = 1;
    alpha[0] = 1;
    sigma[0] = 1;
    gamma[0] = 0;
    let distance = h;
    for (let i = 1; i <= k; i++) {
      const before = psi[i - 1];
      psi[i - 1] = distance;
      beta[i] = (beta[i - 1] * distance) / before;
      distance = before + h;
      alpha[i] = h / distance;
      sigma[i] = i * sigma[i - 1] * alpha[i];
      gamma[i] = gamma[i - 1] + alpha[i - 1] / h;
    }
    psi[k] = distance;
  }
}
