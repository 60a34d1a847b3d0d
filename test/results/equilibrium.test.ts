import { describe, expect, it } from 'vitest';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { electrodeEquilibrium } from '../../src/results/equilibrium.js';
import { sitesOf } from '../../src/results/sites.js';
import { restedState } from '../../src/simulation/rested-state.js';
import { FARADAY } from '../../src/units/constants.js';
import { activeMaterial, cellModel, type LayerNumbers, linearPotential } from '../support/cell-model.js';
import { discharge, rest, runSteps } from '../support/runs.js';

const first = activeMaterial({ name: 'first', openCircuitPotential: linearPotential(4.4, -0.8) });
const second = activeMaterial({ name: 'second', maximumConcentration: 30e3,
  openCircuitPotential: linearPotential(4.0, -0.5) });
const layer: LayerNumbers = { thickness: 50e-6, cells: 6, kappa: 0.2, sigma: 5, material: first };
const model = cellModel({ layers: [layer, { ...layer, thickness: 30e-6, volumeFraction: 0.5, material: second }] });
const problem = new CellProblem(model);
const sites = sitesOf(problem, 'cathode');
/** Each layer at its own stoichiometry: not at rest with the other, but with lithium to share. */
const equilibrium = (of: CellProblem, stoichiometries: readonly number[]): number =>
  electrodeEquilibrium(of, sitesOf(of, 'cathode'), restedState(of, stoichiometries));

describe('sites', () => {
  it('are eps cMax F L of each layer', () => {
    expect(sites.perClass[0]).toBeCloseTo(0.6 * 50e3 * FARADAY * 50e-6, 6);
    expect(sites.perClass[1]).toBeCloseTo(0.5 * 30e3 * FARADAY * 30e-6, 6);
    expect(sites.total).toBeCloseTo(sites.perClass[0] + sites.perClass[1], 6);
  });
});

describe('the potential that a cathode of two materials would rest at', () => {
  it('is the one at which both hold what they hold together: closed form for two straight potentials, 1e-10 V', () => {
    const given = [0.5, 0.3];
    // s_p = (U0_p - U) / m_p, so U = (sum sites U0/m - lithium) / (sum sites / m)
    const [a, b] = sites.perClass;
    const lithium = a * given[0] + b * given[1];
    const exact = ((a * 4.4) / 0.8 + (b * 4.0) / 0.5 - lithium) / (a / 0.8 + b / 0.5);
    expect(Math.abs(equilibrium(problem, given) - exact)).toBeLessThan(1e-10);
  });

  it('is the common potential where they share one already', () => {
    // 4.4 - 0.8 * 0.8 = 3.76 = 4.0 - 0.5 * 0.48
    expect(equilibrium(problem, [0.8, 0.48])).toBeCloseTo(3.76, 10);
  });

  it('is U(mean) for one material, in however many layers', () => {
    const same = new CellProblem(cellModel({ layers: [layer, { ...layer, thickness: 25e-6 }] }));
    expect(equilibrium(same, [0.3, 0.6])).toBeCloseTo(4.4 - 0.8 * 0.4, 12);
  });

  it('is where a real rest of both ends: 50 h, 1e-5 V', () => {
    const run = runSteps(model, 0.5, [rest(1), discharge(20, { time: 1800 }), rest(50 * 3600)]);
    const last = run.recording.points - 1;
    expect(Math.abs(run.voltage[last] - run.equilibriumVoltage[last])).toBeLessThan(1e-5);
  });
});
