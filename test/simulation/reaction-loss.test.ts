import { describe, expect, it } from 'vitest';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { leastByReaction } from '../../src/simulation/reaction-loss.js';
import { restedState } from '../../src/simulation/rested-state.js';
import { simulate } from '../../src/simulation/simulate.js';
import { activeMaterial, cellModel, idealAnode, type LayerNumbers } from '../support/cell-model.js';
import { discharge } from '../support/runs.js';

const layer: LayerNumbers = { thickness: 60e-6, cells: 8, kappa: 0.05, sigma: 1, material: activeMaterial() };
const anode = { ...idealAnode, equilibriumPotential: 0.6 };
/** [A m^-2], discharge positive. */
const currents = [-300, -3, 3, 30, 300];

function cellOf(numbers: Partial<LayerNumbers>, kappa: number) {
  const problem = new CellProblem(cellModel({ layers: [{ ...layer, ...numbers }], anode, membrane: { kappa } }));
  return { problem, rested: restedState(problem, [0.3]) };
}

/** Loss of the first moment under a current, against rest: at least, and in truth [V]. */
function lossUnder({ problem, rested }: ReturnType<typeof cellOf>, current: number): readonly [number, number] {
  problem.control = { kind: 'current', target: current };
  const least = leastByReaction(problem, 0, rested);
  if (!least) throw new Error('a current has a bound');
  expect(least[problem.unknowns.current]).toBe(current);
  const recording = simulate(problem, [discharge(current, { time: 1 })], rested, { tolerance: 1e-6,
    maximumSteps: 500 });
  const lossAt = (y: Float64Array): number => Math.sign(current) * (problem.voltage(rested) - problem.voltage(y));
  return [lossAt(least), lossAt(recording.states.data.subarray(0, problem.size))];
}

describe('what the reactions of a cell cost at least', () => {
  it.each(currents)('is some, and never more than what it costs: %s A/m2', (current) => {
    const [least, actual] = lossUnder(cellOf({}, 0.05), current);
    expect(least).toBeGreaterThan(0);
    expect(least).toBeLessThan(actual);
  });

  it.each(currents)('is all that it costs where ions and electrons flow freely: %s A/m2', (current) => {
    const [least, actual] = lossUnder(cellOf({ kappa: 1e6, sigma: 1e6 }, 1e6), current);
    expect(Math.abs(least / actual - 1)).toBeLessThan(1e-4);
  });

  it('says nothing under a power or a voltage', () => {
    const { problem, rested } = cellOf({}, 0.05);
    for (const kind of ['power', 'voltage'] as const) {
      problem.control = { kind, target: 3 };
      expect(leastByReaction(problem, 0, rested)).toBeUndefined();
    }
  });
});
