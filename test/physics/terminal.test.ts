import { expect, it } from 'vitest';
import type { CellModel } from '../../src/physics/cell-model.js';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { restedState } from '../../src/simulation/rested-state.js';
import { borderOf } from '../../src/solver/linear/block-matrix.js';
import { randomNumbers } from '../../src/voxels/random-numbers.js';
import { exponentialFunction } from '../support/cell-model.js';
import { resolvedChannels } from '../support/resolved-channels.js';

it('I and V of a collector of several faces, behind active material that conducts by its stoichiometry, follow the cells', () => {
  const channels = resolvedChannels();
  const model: CellModel = { ...channels,
    electronicConductivity: channels.electronicConductivity.map((sigma) => sigma && exponentialFunction(0.5, -3)) };
  const random = randomNumbers(3);
  const problem = new CellProblem(model);
  const { terminal, unknowns: { cells, current, voltage } } = problem;
  const y = restedState(problem, [0.5]).map((value) => value + 0.01 * (random() - 0.5));
  y[current] = 20;
  const [yp, residual, after] = [0, 1, 2].map(() => new Float64Array(problem.size));
  const [delta, gamma, share] = [new Float64Array(problem.size), 7, 1e-6];
  // I V = P: slopes V by I, and I by V
  problem.control = { kind: 'power', target: 60 };
  expect(problem.linearise(0, y, yp, gamma, residual)).toBe(true);
  problem.solve(residual, delta);
  // a small part of the step takes as large a part of what is missing, along the slopes of the law
  problem.residual(0, y.map((value, i) => value + share * delta[i]),
    yp.map((_, i) => problem.differential[i] === 1 ? (share * delta[i]) / gamma : 0), after);
  for (const row of [current, voltage]) {
    expect((residual[row] - after[row]) / (share * residual[row])).toBeCloseTo(1, 4);
  }
  const [border, change] = [borderOf(new Float64Array(2 * cells)),
    Float64Array.from({ length: 2 * cells }, () => random() - 0.5)];
  terminal.setRow(Float64Array.of(0, 3, 5), border);
  const moved = border.row.reduce((sum, slope, i) => sum + slope * change[i], 0);
  expect(border.pivot).toBe(5);
  expect(moved / terminal.changes(change, 0, 0)[0]).toBeCloseTo(3, 9);
});
