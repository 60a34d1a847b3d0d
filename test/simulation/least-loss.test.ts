import { describe, expect, it } from 'vitest';
import { CellProblem } from '../../src/physics/cell-problem.js';
import type { Control } from '../../src/physics/control.js';
import { leastLoss } from '../../src/simulation/least-loss.js';
import { restedState } from '../../src/simulation/rested-state.js';
import { simulate } from '../../src/simulation/simulate.js';
import { activeMaterial, cellModel, idealAnode, type LayerNumbers } from '../support/cell-model.js';
import { discharge } from '../support/runs.js';

const layer: LayerNumbers = { thickness: 60e-6, cells: 8, kappa: 0.05, sigma: 1, material: activeMaterial() };
const problem = new CellProblem(cellModel({ layers: [layer], anode: { ...idealAnode, equilibriumPotential: 0.6 } }));
const rested = restedState(problem, [0.3]);

function leastUnder(control: Control) {
  problem.control = control;
  const y = leastLoss(problem, 0, rested);
  return y && { current: y[problem.unknowns.current], voltage: problem.voltage(y) };
}

/** V of the first moment under a current. */
function voltageUnder(current: number): number {
  const recording = simulate(problem, [discharge(current, { time: 1 })], rested, { tolerance: 1e-6,
    maximumSteps: 500 });
  return problem.voltage(recording.states.data.subarray(0, problem.size));
}

describe('the least that a load costs', () => {
  const atRest = problem.voltage(rested);

  it.each([-300, -3, 3, 30, 300])('is some, and never more than what it does cost: %s A/m2', (current) => {
    const least = leastUnder({ kind: 'current', target: current });
    const lost = Math.sign(current) * (atRest - (least?.voltage ?? NaN));
    expect(lost).toBeGreaterThan(0);
    expect(lost).toBeLessThan(Math.sign(current) * (atRest - voltageUnder(current)));
  });

  it('meets a power by current times voltage, and a voltage, on the same line', () => {
    const ofCurrent = leastUnder({ kind: 'current', target: 30 });
    if (!ofCurrent) throw new Error('a current has a voltage');
    const ofPower = leastUnder({ kind: 'power', target: 30 * ofCurrent.voltage });
    expect(ofPower?.current).toBeCloseTo(30, 8);
    expect(ofPower?.voltage).toBeCloseTo(ofCurrent.voltage, 10);
    expect(leastUnder({ kind: 'voltage', target: ofCurrent.voltage })?.current).toBeCloseTo(30, 8);
  });

  it('names no state above the largest power, U^2 / 4R', () => {
    const resistance = (atRest - (leastUnder({ kind: 'current', target: 1 })?.voltage ?? NaN)) / 1;
    const largest = atRest ** 2 / (4 * resistance);
    expect(leastUnder({ kind: 'power', target: 0.999 * largest })?.voltage).toBeCloseTo(atRest / 2, 0);
    expect(leastUnder({ kind: 'power', target: 1.001 * largest })).toBeUndefined();
    expect(leastUnder({ kind: 'power', target: -2 * largest })?.voltage).toBeGreaterThan(atRest);
  });
});
