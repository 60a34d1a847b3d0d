import { describe, expect, it } from 'vitest';
import { constantFunction, tableFunction } from '../../src/materials/scalar-functions.js';
import type { CellModel } from '../../src/physics/cell-model.js';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { CellImpedance } from '../../src/physics/impedance.js';
import { restedAt } from '../../src/pipeline/rested-cell.js';
import { contactCoverage } from '../../src/transport/contact-law.js';
import { activeMaterial, cellModel, exponentialFunction, type LayerNumbers } from '../support/cell-model.js';
import { largestDifference } from '../support/observed-order.js';
import { charge, discharge, runSteps } from '../support/runs.js';

const material = activeMaterial({
  diffusivity: exponentialFunction(4e-15, -2),
  referenceExchangeCurrentDensity: 0.5,
  relativeVolume: tableFunction([[0.2, 0.93], [0.9, 1]]),
});
const layer: LayerNumbers = {
  thickness: 60e-6,
  cells: 8,
  kappa: 0.03,
  sigma: exponentialFunction(0.3, -4),
  material,
  filmResistance: 2e-3,
};
const modelOf = (changes: Partial<LayerNumbers>, contact?: CellModel['particles'][number]['contact']): CellModel => {
  const model = cellModel({ layers: [{ ...layer, ...changes }], shells: [6, 1.3] });
  return { ...model, particles: model.particles.map((particle) => ({ ...particle, ...(contact && { contact }) })) };
};
const law = contactCoverage(
  { pressure: 50e6, characteristicPressure: 202e6, residual: 0.05, stiffness: 0.5e9, contactMadeAt: 'discharged' },
  material,
);

describe('a contact that does not change', () => {
  const steps = [discharge(60, { voltage: 3.2 })];
  const run = (model: CellModel) => runSteps(model, 0.25, steps);

  it.each([['all of the surface', {}, 1], ['0.4 of it, as coverage 0.4', { coverage: 0.4 }, 0.4]])(
    'is %s to round-off: voltages, parts',
    (_, changes, theta) => {
      const [plain, contact] = [run(modelOf(changes)), run(modelOf({}, constantFunction(theta)))];
      expect(contact.recording.points).toBe(plain.recording.points);
      expect(largestDifference(plain.voltage, contact.voltage)).toBeLessThan(1e-8);
      for (const [name, part] of Object.entries(plain.main.meanPolarisation ?? {})) {
        expect(contact.main.meanPolarisation?.[name as 'total'], name).toBeCloseTo(part, 8);
      }
    },
  );

  it('has the impedance of that coverage, its double layer included', () => {
    const [plain, contact] = [modelOf({ coverage: 0.4 }), modelOf({}, constantFunction(0.4))].map((model) => {
      const problem = new CellProblem(model);
      const response = new CellImpedance(problem, restedAt(problem, undefined, 0.5).state, 0.1);
      return [1e-3, 1, 1e3].flatMap((
        frequency,
      ) => (response.solve(0, 2 * Math.PI * frequency), Object.values(response.parts.total)));
    });
    plain.forEach((value, i) => expect(contact[i] / value).toBeCloseTo(1, 9));
  });
});

describe('a contact that changes with the volume of the particles', () => {
  const changing = modelOf({}, law);
  const out = new Float64Array(2);
  const theta = (s: number): number => (law.evaluate(s, out), out[0]);

  it('keeps lithium and charge, and the parts of the loss add up to round-off', () => {
    const run = runSteps(changing, 0.85, [charge(30, { voltage: 4.4 }), discharge(60, { voltage: 3.2 })]);
    expect(run.balances.lithium).toBeLessThan(1e-12);
    expect(run.balances.charge).toBeLessThan(1e-9);
    expect(run.polarisationError).toBeLessThan(1e-9);
  });

  it('lies between the best and the worst contact that it meets', () => {
    const capacity = (model: CellModel): number =>
      runSteps(model, 0.25, [discharge(120, { voltage: 3.5 })]).main.arealCapacity;
    const [worst, best] = [0.25, 0.9].map((s) => capacity(modelOf({}, constantFunction(theta(s)))));
    const own = capacity(changing);
    expect(worst).toBeLessThan(0.99 * best);
    expect(own).toBeGreaterThan(worst);
    expect(own).toBeLessThan(best);
  });

  it('loses more voltage to charge transfer when charged than when discharged, as 1/theta for small currents', () => {
    const loss = (s: number, contact: CellModel['particles'][number]['contact']): number =>
      runSteps(modelOf({ filmResistance: 0, kappa: 100, sigma: 100 }, contact), s, [discharge(0.5, { time: 1 })], 1e-8)
        .polarisation[1].chargeTransfer;
    for (const s of [0.3, 0.6, 0.85]) {
      expect((loss(s, law) * theta(s)) / loss(s, undefined)).toBeCloseTo(1, 2);
    }
    expect(theta(0.3)).toBeLessThan(0.5 * theta(0.85));
  });
});
