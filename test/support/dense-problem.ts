import { LuDecomposition, Matrix } from 'ml-matrix';
import type { DaeProblem } from '../../src/solver/dae-problem.js';

export interface DenseDefinition {
  readonly differential: readonly boolean[];
  readonly weights?: readonly number[];
  readonly names?: readonly string[];
  /** Written by `residual` where it depends on the state. */
  readonly mass?: Float64Array;
  /** In place of `weights`. */
  readonly tolerances?: { readonly relative: number; readonly absolute: number | readonly number[] };
  readonly timeScale?: number;
  residual(t: number, y: Float64Array, yp: Float64Array, out: Float64Array): void;
}

/**
 * A small problem with a dense matrix: the Jacobian by central differences, LU by ml-matrix. For problems of a few
 * unknowns and as the reference that structured problems are tested against; not for the inner loop.
 */
export function denseProblem(definition: DenseDefinition): DaeProblem & { matrix(): Matrix } {
  const n = definition.differential.length;
  const differential = Uint8Array.from(definition.differential, (d) => (d ? 1 : 0));
  const high = new Float64Array(n);
  const low = new Float64Array(n);
  let matrix = new Matrix(n, n);
  let factors = new LuDecomposition(Matrix.eye(n));
  const column = (t: number, y: Float64Array, yp: Float64Array, j: number, gamma: number): void => {
    const step = 6e-6 * Math.max(1e-3, Math.abs(y[j]));
    const rate = gamma === 0 ? 0 : step / gamma;
    const [y0, yp0] = [y[j], yp[j]];
    y[j] = y0 + step;
    yp[j] = yp0 + rate;
    definition.residual(t, y, yp, high);
    y[j] = y0 - step;
    yp[j] = yp0 - rate;
    definition.residual(t, y, yp, low);
    y[j] = y0;
    yp[j] = yp0;
    for (let i = 0; i < n; i++) matrix.set(i, j, (high[i] - low[i]) / (2 * step));
  };
  const holdDifferential = (residual: Float64Array): void => {
    for (let i = 0; i < n; i++) {
      if (!differential[i]) continue;
      for (let j = 0; j < n; j++) matrix.set(i, j, i === j ? 1 : 0);
      residual[i] = 0;
    }
  };
  const { tolerances } = definition;
  const weights = Float64Array.from(definition.weights ?? new Array<number>(n).fill(1));
  return {
    size: n,
    differential,
    weights,
    mass: definition.mass,
    timeScale: definition.timeScale,
    ...(tolerances
      && { renewWeights: (y) => toleranceWeights(y, tolerances.relative, tolerances.absolute, weights) }),
    residual: (t, y, yp, out) => definition.residual(t, y, yp, out),
    linearise(t, y, yp, gamma, residual) {
      matrix = new Matrix(n, n);
      for (let j = 0; j < n; j++) {
        if (gamma === 0 && differential[j]) matrix.set(j, j, 1);
        else column(t, y, yp, j, gamma);
      }
      definition.residual(t, y, yp, residual);
      if (gamma === 0) holdDifferential(residual);
      factors = new LuDecomposition(matrix);
      return !factors.isSingular();
    },
    solve(residual, delta) {
      const solution = factors.solve(Matrix.columnVector(Array.from(residual, (r) => -r)));
      for (let i = 0; i < n; i++) delta[i] = solution.get(i, 0);
    },
    nameOf: (index) => definition.names?.[index] ?? `y[${index}]`,
    matrix: () => matrix,
  };
}

/**
 * Weights of a relative tolerance r and an absolute tolerance a (one, or one per unknown), as in IDA
 * (10.1145/1089014.1089020):
 *   weight_i = 1 / (sqrt(n) (r |y_i| + a_i)),
 * so that the norm is the root of the mean square, and 1 an error as large as the tolerance. The integrator's own
 * tolerance then is 1.
 */
function toleranceWeights(
  y: Float64Array,
  relative: number,
  absolute: number | ArrayLike<number>,
  out: Float64Array,
): void {
  const root = Math.sqrt(y.length);
  for (let i = 0; i < y.length; i++) {
    const floor = typeof absolute === 'number' ? absolute : absolute[i];
    out[i] = 1 / (root * (relative * Math.abs(y[i]) + floor));
  }
}
