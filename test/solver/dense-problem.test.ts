import { describe, expect, it } from 'vitest';
import { denseProblem } from '../support/dense-problem.js';

/** F = [y0' + y0 y1, sin(y0) + y1^2] */
const problem = denseProblem({
  differential: [true, false],
  names: ['a', 'b'],
  residual(_t, y, yp, out) {
    out[0] = yp[0] + y[0] * y[1];
    out[1] = Math.sin(y[0]) + y[1] * y[1];
  },
});
const y = Float64Array.of(0.7, 1.3);
const yp = Float64Array.of(0.2, 0);

describe('a dense problem', () => {
  it('has the matrix dF/dy + (1/gamma) dF/dyp', () => {
    const residual = new Float64Array(2);
    expect(problem.linearise(0, y, yp, 0.25, residual)).toBe(true);
    const exact = [[4 + 1.3, 0.7], [Math.cos(0.7), 2.6]];
    exact.forEach((row, i) => row.forEach((entry, j) => expect(problem.matrix().get(i, j)).toBeCloseTo(entry, 8)));
    expect(residual[0]).toBeCloseTo(0.2 + 0.91, 14);
  });

  it('solves with it', () => {
    const residual = new Float64Array(2);
    const delta = new Float64Array(2);
    problem.linearise(0, y, yp, 0.25, residual);
    problem.solve(residual, delta);
    const matrix = problem.matrix();
    for (const i of [0, 1]) {
      expect(matrix.get(i, 0) * delta[0] + matrix.get(i, 1) * delta[1]).toBeCloseTo(-residual[i], 12);
    }
  });

  it('holds the differential unknowns where gamma is zero', () => {
    const residual = new Float64Array(2);
    const delta = new Float64Array(2);
    problem.linearise(0, y, yp, 0, residual);
    problem.solve(residual, delta);
    expect(delta[0]).toBeCloseTo(0, 15);
    expect(delta[1]).toBeCloseTo(-(Math.sin(0.7) + 1.69) / 2.6, 8);
  });

  it('leaves y and yp as they were, and reports a singular matrix', () => {
    const [before, slopes] = [y.slice(), yp.slice()];
    problem.linearise(0, y, yp, 0.25, new Float64Array(2));
    expect([y, yp]).toEqual([before, slopes]);
    expect(problem.linearise(0, Float64Array.of(0.7, 0), yp, 0, new Float64Array(2))).toBe(false);
  });

  it('names its unknowns', () => {
    const unnamed = denseProblem({ differential: [true], residual: () => undefined });
    expect([problem.nameOf(1), unnamed.nameOf(0)]).toEqual(['b', 'y[0]']);
  });
});
