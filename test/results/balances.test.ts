import { describe, expect, it } from 'vitest';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { recordAt } from '../../src/physics/records.js';
import { balances, HeatAudit } from '../../src/results/balances.js';
import { particleMeans } from '../../src/results/particle-means.js';
import { sitesOf, theoreticalArealCapacity } from '../../src/results/sites.js';
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

  it('of a rest alone is held against C/10, that of a load against the load', () => {
    const rest = simulate(problem, [discharge(0, { time: 60 })], restedState(problem, [0.3]), {
      tolerance: 1e-6,
      maximumSteps: 500,
    });
    const cathode = sitesOf(problem, 'cathode');
    const current1C = theoreticalArealCapacity(problem) / 3600;
    // a current that no reaction carries
    const missing = (current: number): number => {
      rest.states.data[problem.unknowns.current] = current;
      return balances(problem, rest, particleMeans(problem, rest), cathode, sitesOf(problem, 'anode')).charge;
    };
    expect(missing(0)).toBeLessThan(1e-9);
    expect(missing(1e-9 * current1C)).toBeCloseTo(1e-8, 11);
    expect(missing(2e-6 * current1C)).toBeCloseTo(1, 9);
  });
});

describe('the audit of heat', () => {
  const model = cellModel({
    layers: [{ thickness: 60e-6, cells: 8, kappa: 50, sigma: 1000, material: activeMaterial() }],
    anode: idealAnode,
  });
  const warm = new CellProblem({ ...model,
    thermal: { heatCapacity: 400, heatTransfer: 0, ambient: model.temperature,
      regions: model.mesh.regions.map(() => ({})) } });
  const { unknowns: { current, classes: [{ reaction: first }] }, reactions: [{ wettedArea }] } = warm;
  const recording = simulate(warm, [discharge(0.1, { time: 60 })], restedState(warm, [0.3]), {
    tolerance: 1e-6,
    maximumSteps: 500,
  });

  /** Of the last state, where reactions of the first cell carry this share of the cell's current too much. */
  function mismatch(share: number, known = 0): { readonly found: number; readonly power: number } {
    const y = recording.states.data.slice(-warm.size);
    y[first] += (share * y[current]) / wettedArea[0];
    const audit = new HeatAudit(0);
    audit.add(warm, y, recordAt(warm, y), known * y[current]);
    return { found: audit.mismatch, power: share * Math.abs(y[current]) * warm.voltage(y) };
  }

  it('holds a cell that loses next to nothing to a microvolt, 1e-5 of 0.1 V', () => {
    expect(mismatch(0).found).toBeLessThan(1e-9);
    const { found, power } = mismatch(1e-6);
    expect(found / (power / (0.1 * 0.1))).toBeCloseTo(1, 2);
    expect(found).toBeGreaterThan(1e-5);
  });

  it('leaves to the charge balance what that is known to miss', () => {
    expect(mismatch(1e-6, 1e-6).found).toBeLessThan(1e-3 * mismatch(1e-6).found);
  });
});
