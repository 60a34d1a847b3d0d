import { EigenvalueDecomposition, Matrix, solve } from 'ml-matrix';
import { dot } from '../../units/statistics.js';

/** Residuals r(z) and their slopes J = dr/dz, one row per residual; undefined where r has no value. */
export interface Residuals {
  readonly r: readonly number[];
  readonly jacobian: readonly (readonly number[])[];
}

export type ResidualFunction = (z: readonly number[]) => Residuals | undefined;

export interface Minimum {
  readonly z: readonly number[];
  readonly at: Residuals;
  /** sum r^2 */
  readonly sum: number;
  readonly iterations: number;
  readonly converged: boolean;
}

const mostIterations = 40;
/** A step that lowers the sum by less than this share of it is the last one, where nobody says what is enough. */
const smallGain = 1e-6;
const firstDamping = 1e-3;
const mostDamping = 1e8;

/**
 * Least squares within 0 <= z <= 1 by Levenberg's and Marquardt's method (Marquardt 1963, 10.1137/0111030),
 *
 *   (J^T J + l diag(J^T J)) dz = -J^T r,
 *
 * with J as given; parameters that the gradient pushes out of their bounds, and those in `held`, stay. A step that lowers the sum by less
 * than `enough` is the last one. Undefined where r has no value at the start.
 */
export function leastSquares(f: ResidualFunction, start: readonly number[], held: readonly number[] = [],
  enough?: number): Minimum | undefined
{
  let z = start.map((value) => Math.min(1, Math.max(0, value)));
  let at = f(z);
  if (at === undefined) return undefined;
  let sum = dot(at.r, at.r);
  let damping = firstDamping;
  for (let iteration = 1; iteration <= mostIterations; iteration++) {
    const gradient = gradientOf(at);
    const free = z.flatMap((value, i) =>
      held.includes(i) || (value === 0 && gradient[i] > 0) || (value === 1 && gradient[i] < 0) ? [] : [i]
    );
    if (free.length === 0) return { z, at, sum, iterations: iteration, converged: true };
    const before = sum;
    let lowered = false;
    while (!lowered && damping <= mostDamping) {
      const next = stepped(z, at, gradient, free, damping);
      const there = f(next);
      const sumThere = there ? dot(there.r, there.r) : Infinity;
      lowered = there !== undefined && sumThere < sum;
      if (lowered && there) [z, at, sum] = [next, there, sumThere];
      damping *= lowered ? 0.2 : 8;
    }
    if (!lowered || before - sum <= (enough ?? smallGain * before))
      return { z, at, sum, iterations: iteration, converged: true };
  }
  return { z, at, sum, iterations: mostIterations, converged: false };
}

function gradientOf({ r, jacobian }: Residuals): number[] {
  return jacobian[0].map((_, i) => r.reduce((sum, value, k) => sum + value * jacobian[k][i], 0));
}

function stepped(z: readonly number[], { jacobian }: Residuals, gradient: readonly number[], free: readonly number[],
  damping: number): number[]
{
  const normal = normalMatrix(jacobian, free);
  for (let i = 0; i < free.length; i++) normal.set(i, i, normal.get(i, i) * (1 + damping) + Number.MIN_VALUE);
  const right = Matrix.columnVector(free.map((i) => -gradient[i]));
  const step = solve(normal, right, true).to1DArray();
  return z.map((value, i) => {
    const k = free.indexOf(i);
    return k < 0 ? value : Math.min(1, Math.max(0, value + step[k]));
  });
}

/** J^T J of some of the parameters. */
function normalMatrix(jacobian: readonly (readonly number[])[], columns: readonly number[]): Matrix {
  const j = new Matrix(jacobian.map((row) => columns.map((i) => row[i])));
  return j.transpose().mmul(j);
}

/** Directions below this share of the best determined one carry no information beyond round-off. */
const blind = 1e-12;

/** Covariance (J^T J)^-1 of z for residuals of unit variance, by eigenvectors; huge, not infinite, along what the residuals do not see. */
export function covarianceOf(jacobian: readonly (readonly number[])[]): number[][] {
  const all = jacobian[0].map((_, i) => i);
  const { realEigenvalues: values, eigenvectorMatrix: vectors } = new EigenvalueDecomposition(
    normalMatrix(jacobian, all),
    { assumeSymmetric: true },
  );
  const least = Math.max(blind * Math.max(...values), Number.MIN_VALUE);
  return all.map((i) =>
    all.map((k) =>
      values.reduce((sum, value, d) => sum + (vectors.get(i, d) * vectors.get(k, d)) / Math.max(value, least), 0)
    )
  );
}

export const correlationOf = (covariance: readonly (readonly number[])[]): number[][] =>
  covariance.map((row, i) =>
    row.map((value, k) =>
      i === k ? 1 : Math.max(-1, Math.min(1, value / Math.sqrt(covariance[i][i] * covariance[k][k])))
    )
  );
