/** Highest order used; BDF 6 is barely stable and never pays. */
export const maximumOrder = 5;

/**
 * Coefficients of the variable-step BDF of order k in fixed-leading-coefficient form on scaled divided differences
 * (Brenan, Campbell, Petzold, Numerical Solution of Initial-Value Problems in DAEs, SIAM 1996, ch. 5). psi[i] is the
 * distance from the new time back over i + 1 steps.
 */
export class BdfCoefficients {
  readonly psi = new Float64Array(maximumOrder + 2);
  readonly alpha = new Float64Array(maximumOrder + 2);
  readonly beta = new Float64Array(maximumOrder + 2);
  readonly sigma = new Float64Array(maximumOrder + 2);
  readonly gamma = new Float64Array(maximumOrder + 2);
  /** dy'/dy of the formula, 1/s. */
  leading = 0;
  /** Factor from the corrector's change to the error of the step. */
  errorFactor = 0;
  /** Steps taken in a row with the same order and size; differences younger than that need rescaling. */
  constantSteps = 0;
  private readonly savedPsi = new Float64Array(maximumOrder + 2);

  /** Prepares a step of size h at order k after one of size hUsed at order kUsed. */
  prepare(h: number, k: number, hUsed: number, kUsed: number): void {
    this.savedPsi.set(this.psi);
    if (h !== hUsed || k !== kUsed) this.constantSteps = 0;
    this.constantSteps = Math.min(this.constantSteps + 1, kUsed + 2);
    if (k + 1 >= this.constantSteps) this.renew(h, k);
    let leadingSum = 0;
    let alphaSum = 0;
    for (let i = 0; i < k; i++) {
      leadingSum -= 1 / (i + 1);
      alphaSum -= this.alpha[i];
    }
    this.leading = -leadingSum / h;
    this.errorFactor = Math.max(Math.abs(this.alpha[k] + leadingSum - alphaSum), this.alpha[k]);
  }

  /** Takes back the last prepare (after a rejected step). */
  restore(): void {
    this.psi.set(this.savedPsi);
  }

  private renew(h: number, k: number): void {
    this.beta[0] = 1;
    this.alpha[0] = 1;
    this.sigma[0] = 1;
    this.gamma[0] = 0;
    let distance = h;
    for (let i = 1; i <= k; i++) {
      const before = this.psi[i - 1];
      this.psi[i - 1] = distance;
      this.beta[i] = (this.beta[i - 1] * distance) / before;
      distance = before + h;
      this.alpha[i] = h / distance;
      this.sigma[i] = i * this.sigma[i - 1] * this.alpha[i];
      this.gamma[i] = this.gamma[i - 1] + this.alpha[i - 1] / h;
    }
    this.psi[k] = distance;
  }
}
