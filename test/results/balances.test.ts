import { describe, expect, it } from 'vitest';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { balances } from '../../src/results/balances.js';
import { particleMeans } from '../../src/results/particle-means.js';
import { sitesOf } from '../../src/results/sites.js';
import { restedState } from '../../src/simulation/rested-state.js';
import { simulate } from '../../src/simulation/simulate.js';
import { activeMaterial, cellModel, idealAnode } from '../support/cell-model.js';
import { discharge } from '../support/runs.js';

const problem = new CellProblem(cellModel({
  layers: [{ thickness: 60e-6, cells: 8, kappa: 0.05, sigma: 1, material: activeMaterial() }],
  anode: { ...idealAnode, equilibriumPotential: 0.6 },
}));

/** Of a step that ends at once and one that runs, with the reaction of a point changed by a percent. */
function chargeBalance(changed?: 'at once' | 'running'): number {
  const recording = simulate(
    problem,
    [discharge(3000, { voltage: 3 }), discharge(30, { time: 60 })],
    restedState(problem, [0.3]),
    { tolerance: 1e-6, maximumSteps: 500 },
  );
  const [over, runs] = recording.segments;
  expect([over.first, over.last, over.outcome.reason, runs.outcome.reason]).toEqual([0, 0, 'event', 'end-of-interval']);
  const point = changed === 'at once' ? over.first : runs.first;
  if (changed) recording.states.data[point * problem.size + problem.unknowns.classes[0].reaction] *= 1.01;
  return balances(problem, recording, particleMeans(problem, recording), sitesOf(problem, 'cathode'),
    sitesOf(problem, 'anode')).charge;
}

describe('the balance of charge', () => {
  it('is that of the steps that ran, over the current of those', () => {
    expect(chargeBalance()).toBeLessThan(1e-10);
    expect(chargeBalance('at once')).toBe(chargeBalance());
    expect(chargeBalance('running')).toBeGreaterThan(1e-4);
  });
});
