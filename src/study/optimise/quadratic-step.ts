import { inverse, Matrix } from 'ml-matrix';

/** One linear condition  normal . d + offset >= 0  of a step d. */
export interface Condition {
  readonly normal: readonly number[];
  readonly offset: number;
  /** Largest multiplier: what breaking the condition by one costs at most. */
  readonly cap: number;
}

export interface QuadraticStep {
  readonly d: readonly number[];
  readonly multipliers: readonly number[];
}

const mostSweeps = 2000;
const small = 1e-12;

/**
 * The step d that makes  g . d + d B d / 2  least under linear conditions, by its dual, one multiplier after another (Hildreth 1957,
 * 10.1002/nav.3800040113):
 *
 *   d = -B^-1 (g - A^T l),   0 <= l <= cap.
 *
 * A condition at its cap is broken: so there is a step where the conditions leave none.
 */
export function quadraticStep(g: readonly number[], b: Matrix, conditions: readonly Condition[]): QuadraticStep {
  const inverted = inverse(b);
  const a = new Matrix(conditions.map(({ normal }) => [...normal]));
  const ab = a.mmul(inverted);
  const h = ab.mmul(a.transpose());
  const free = ab.mmul(Matrix.columnVector([...g])).to1DArray();
  const multipliers = conditions.map(() => 0);
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let largest = 0;
    conditions.forEach(({ offset, cap }, i) => {
      let slack = offset - free[i];
      for (let k = 0; k < multipliers.length; k++) slack += h.get(i, k) * multipliers[k];
      const next = Math.min(cap, Math.max(0, multipliers[i] - slack / Math.max(h.get(i, i), Number.MIN_VALUE)));
      largest = Math.max(largest, Math.abs(next - multipliers[i]));
      multipliers[i] = next;
    });
    if (largest < small) break;
  }
  const pull = g.map((value, p) =>
    value - conditions.reduce((sum, { normal }, i) => sum + normal[p] * multipliers[i], 0)
  );
  return { d: inverted.mmul(Matrix.columnVector(pull)).to1DArray().map((value) => -value), multipliers };
}
