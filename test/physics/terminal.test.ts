import { expect, it } from 'vitest';
import type { CellModel } from '../../src/physics/cell-model.js';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { restedState } from '../../src/simulation/rested-state.js';
import { randomNumbers } from '../../src/voxels/random-numbers.js';
import { exponentialFunction } from '../support/cell-model.js';
import { resolvedChannels } from '../support/resolved-channels.js';

it('the potential of a collector of several faces follows the cells by its border as where it is solved for with them', () => {
  const channels = resolvedChannels();
  const model: CellModel = { ...channels,
    electronicConductivity: channels.electronicConductivity.map((sigma) => sigma && exponentialFunction(0.5, -3)) };
  const random = randomNumbers(3);
  const problem = new CellProblem(model);
  const { terminal, unknowns: { cells, current, voltage } } = problem;
  const y = restedState(problem, [0.5]).map((value) => value + 0.01 * (random() - 0.5));
  y[current] = 20;
  const residual = Float64Array.from({ length: problem.size }, () => random() - 0.5);
  const delta = new Float64Array(problem.size);
  // I V = P: slopes V by I, and I by V
  problem.control = { kind: 'power', target: 60 };
  expect(problem.linearise(0, y, new Float64Array(problem.size), 7, new Float64Array(problem.size))).toBe(true);
  problem.solve(residual, delta);
  const control = Float64Array.of(0, y[voltage], y[current]);
  const [column, row] = [new Float64Array(2 * cells), new Float64Array(2 * cells)];
  terminal.setBorder({ column, row }, control);
  const given = terminal.givenVoltage(residual, control);
  const follows = row.reduce((sum, slope, i) => sum - slope * delta[i], given);
  expect(follows / delta[voltage]).toBeCloseTo(1, 9);
  const faces = model.mesh.boundaries.collector.cell;
  expect(column.filter((value) => value !== 0)).toHaveLength(faces.length);
});
