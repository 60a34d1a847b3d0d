import type { DaeProblem } from '../../src/solver/dae-problem.js';
import type { BlockMatrix, Faces } from '../../src/solver/linear/block-matrix.js';

/** Reaction over transport: stiff, and with slopes that change over the run. */
const reaction = 40;

/**
 * Two fields on a box of cells, u that is stored and v that is not, exchanged by a nonlinear reaction r:
 *   u' = sum over neighbours (u_j - u_i) + r,   0 = sum over neighbours 3 (v_j - v_i) - r,   r = reaction sinh(v - u),
 * with v held at sin(t) beyond cell 0. At t = 0 everything is zero. `matrix` is on the graph of `faces`.
 */
export function boxProblem(faces: Faces, matrix: BlockMatrix): DaeProblem {
  const cells = matrix.blocks;
  const differential = Uint8Array.from({ length: 2 * cells }, (_, i) => 1 - (i % 2));
  const rate = (y: Float64Array, c: number) => reaction * Math.sinh(y[2 * c + 1] - y[2 * c]);
  const slope = (y: Float64Array, c: number) => reaction * Math.cosh(y[2 * c + 1] - y[2 * c]);

  const residual: DaeProblem['residual'] = (t, y, yp, out) => {
    for (let c = 0; c < cells; c++) {
      const r = rate(y, c);
      out[2 * c] = yp[2 * c] - r;
      out[2 * c + 1] = r;
    }
    out[1] += 3 * (y[1] - Math.sin(t));
    for (let f = 0; f < faces.count; f++) {
      const [a, b] = [2 * faces.owner[f], 2 * faces.neighbour[f]];
      const [flowU, flowV] = [y[a] - y[b], 3 * (y[a + 1] - y[b + 1])];
      out[a] += flowU;
      out[b] -= flowU;
      out[a + 1] += flowV;
      out[b + 1] -= flowV;
    }
  };

  const assemble = (y: Float64Array, gamma: number): void => {
    const { diagonal, lower, upper } = matrix;
    matrix.clear();
    const held = gamma === 0;
    const u = held ? 0 : 1;
    for (let c = 0; c < cells; c++) {
      const s = slope(y, c);
      diagonal.set([held ? 1 : 1 / gamma + s, -u * s, -s, s], 4 * c);
    }
    diagonal[3] += 3;
    for (let f = 0; f < faces.count; f++) {
      for (const from of [lower, upper]) from.set([-u, 0, 0, -3], 4 * f);
      for (const c of [faces.owner[f], faces.neighbour[f]]) {
        diagonal[4 * c] += u;
        diagonal[4 * c + 3] += 3;
      }
    }
  };

  return {
    size: 2 * cells,
    differential,
    weights: new Float64Array(2 * cells).fill(1 / Math.sqrt(2 * cells)),
    residual,
    linearise(t, y, yp, gamma, out) {
      residual(t, y, yp, out);
      if (gamma === 0) { for (let c = 0; c < cells; c++) out[2 * c] = 0; }
      assemble(y, gamma);
      return matrix.factor();
    },
    solve(right, delta) {
      for (let i = 0; i < delta.length; i++) delta[i] = -right[i];
      matrix.solve(delta);
    },
    nameOf: (index) => `${index % 2 === 0 ? 'u' : 'v'}[${index >> 1}]`,
  };
}
