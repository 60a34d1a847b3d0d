import { describe, expect, it } from 'vitest';
import type { CellModel } from '../../src/physics/cell-model.js';
import type { LoadedStep } from '../../src/simulation/load-step.js';
import { activeMaterial, cellModel, exponentialFunction, idealAnode,
  type LayerNumbers } from '../support/cell-model.js';
import { charge, discharge, rest, runSteps } from '../support/runs.js';

/**
 * What leaves one cell enters its neighbour, so lithium and charge close to round-off at any tolerance and on any mesh:
 * here 12 graded cells, 8 graded shells, tolerance 1e-4.
 */
const material = activeMaterial();
const other = activeMaterial({ name: 'other', maximumConcentration: 30e3 });
const layer: LayerNumbers = { thickness: 80e-6, cells: 12, grading: 3, kappa: 0.03, sigma: 0.5, material };
const one = (overrides: Partial<LayerNumbers> = {}): CellModel =>
  cellModel({ layers: [{ ...layer, ...overrides }], shells: [8, 1.3] });

const down = [discharge(40, { voltage: 3.5 })];
const cases: readonly (readonly [string, CellModel, number, readonly LoadedStep[]])[] = [
  ['discharge', one(), 0.2, down],
  ['charge', one(), 0.8, [charge(40, { voltage: 4.4 })]],
  ['discharge, rest, charge, rest', one(), 0.2, [discharge(40, { time: 1200 }), rest(1800), charge(60, { time: 600 }),
    rest(600)]],
  ['D(s)', one({ material: { ...material, diffusivity: exponentialFunction(1e-14, -5) } }), 0.2, down],
  ['film, coverage, unequal transfer coefficients', one({
    filmResistance: 2e-3,
    coverage: 0.5,
    material: { ...material, anodicTransferCoefficient: 0.3, cathodicTransferCoefficient: 0.7 },
  }), 0.2, down],
  ['two layers of different materials, contacts', cellModel({
    layers: [layer, { ...layer, thickness: 40e-6, cells: 6, kappa: 0.1, material: other }],
    shells: [8, 1.3],
    membrane: { contact: 1e-3 },
    collectorResistance: 1e-3,
    anode: { ...idealAnode, equilibriumPotential: 0.6, exchangeCurrentDensity: 50 },
    anodeResistance: 1e-3,
  }), 0.2, [discharge(40, { voltage: 2.9 })]],
];
const changing = one({ sigma: exponentialFunction(0.02, -6) });

describe('balances close to round-off', () => {
  it.each(cases)('lithium and charge 1e-12 of what passed, polarisation parts 1e-13 V: %s',
    (_, model, start, steps) => {
      const run = runSteps(model, start, steps, 1e-4);
      expect(Math.abs(run.utilisation[run.recording.points - 1])).toBeGreaterThan(0.05);
      expect(run.balances.lithium).toBeLessThan(1e-12);
      expect(run.balances.charge).toBeLessThan(1e-12);
      expect(run.polarisationError).toBeLessThan(1e-13);
    });

  // sigma(s) times a difference of potentials is not linear: the split polishes the potentials of each recorded state first
  it.each([1e-4, 1e-6])('sigma(s): the same at tolerance %d', (tolerance) => {
    const run = runSteps(changing, 0.2, down, tolerance);
    expect(run.balances.lithium).toBeLessThan(1e-12);
    expect(run.balances.charge).toBeLessThan(1e-12);
    expect(run.polarisationError).toBeLessThan(1e-12);
  });
});
