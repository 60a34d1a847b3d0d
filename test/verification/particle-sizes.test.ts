import { describe, expect, it } from 'vitest';
import type { CellModel } from '../../src/physics/cell-model.js';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { CellImpedance } from '../../src/physics/impedance.js';
import { restedAt } from '../../src/pipeline/rested-cell.js';
import { particleClassResults } from '../../src/results/particle-classes.js';
import { type SizeClass, sizeClasses } from '../../src/transport/particle-sizes.js';
import { activeMaterial, cellModel, exponentialFunction } from '../support/cell-model.js';
import { largestDifference, orderOfThree } from '../support/observed-order.js';
import { discharge, rest, runSteps } from '../support/runs.js';

const material = activeMaterial({ diffusivity: exponentialFunction(2e-15, -2), referenceExchangeCurrentDensity: 0.5 });
const one = cellModel({
  layers: [
    { thickness: 60e-6, cells: 8, kappa: 0.03, sigma: exponentialFunction(0.3, -4), material, filmResistance: 1e-3 },
    { thickness: 30e-6, cells: 4, kappa: 0.02, sigma: 1, material },
  ],
  shells: [6, 1.3],
});

/** Every class of the model as several sizes of the same material; radii relative to its own. */
const inSizes = (model: CellModel, sizes: readonly SizeClass[]): CellModel => ({
  ...model,
  particles: model.particles.flatMap((particle) =>
    sizes.map(({ radius, volumeShare }) => ({
      ...particle,
      material: { ...particle.material, particleRadius: radius * particle.material.particleRadius },
      volumeFraction: volumeShare * particle.volumeFraction,
      specificInterfacialArea: (volumeShare * particle.specificInterfacialArea) / radius,
    }))
  ),
});
const equal = (count: number): SizeClass[] =>
  Array.from({ length: count }, () => ({ radius: 1, volumeShare: 1 / count }));

describe('a class of particles written as five equal ones', () => {
  const steps = [discharge(70, { time: 900 }), rest(300), discharge(70, { voltage: 3 })];
  const [single, several] = [one, inSizes(one, equal(5))].map((model) => runSteps(model, 0.25, steps));

  it('gives the same steps, voltages, profiles and parts to round-off', () => {
    const last = single.recording.points - 1;
    expect(several.recording.points).toBe(single.recording.points);
    expect(largestDifference(single.recording.time, several.recording.time) / single.recording.time[last]).toBeLessThan(
      1e-7,
    );
    expect(largestDifference(single.voltage, several.voltage)).toBeLessThan(1e-7);
    for (let k = 0; k < 12; k++) {
      expect(several.profiles.meanStoichiometry.get(last, k)).toBeCloseTo(
        single.profiles.meanStoichiometry.get(last, k),
        7,
      );
      expect(several.profiles.utilisation.get(last, k)).toBeCloseTo(single.profiles.utilisation.get(last, k), 7);
    }
    for (const [name, part] of Object.entries(single.main.meanPolarisation ?? {})) {
      expect(several.main.meanPolarisation?.[name as 'total'], name).toBeCloseTo(part, 7);
    }
    expect(several.theoreticalArealCapacity).toBeCloseTo(single.theoreticalArealCapacity, 8);
  });

  it('has the same impedance', () => {
    const totals = [one, inSizes(one, equal(5))].map((model) => {
      const problem = new CellProblem(model);
      const response = new CellImpedance(problem, restedAt(problem, undefined, 0.5).state, 0.1);
      return [1e-3, 1, 1e3].map((
        frequency,
      ) => (response.solve(0, 2 * Math.PI * frequency), Object.values(response.parts.total)));
    });
    totals[0].flat().forEach((value, i) => expect(totals[1].flat()[i] / value).toBeCloseTo(1, 9));
  });
});

describe('particles of two sizes', () => {
  const sizes = [{ radius: 0.5, volumeShare: 0.3 }, { radius: 2, volumeShare: 0.7 }];
  const run = runSteps(inSizes(one, sizes), 0.25, [discharge(70, { voltage: 3 })]);

  it('keep lithium and charge, and their parts of the loss add up to round-off', () => {
    expect(run.balances.lithium).toBeLessThan(1e-12);
    expect(run.balances.charge).toBeLessThan(1e-9);
    expect(run.polarisationError).toBeLessThan(1e-9);
  });

  it('use the small ones better; together they make the capacity of the layer', () => {
    const used = particleClassResults(run);
    expect(used.length).toBe(4);
    expect(used[0].utilisation).toBeGreaterThan(used[1].utilisation + 0.1);
    const thickness = [60e-6, 60e-6, 30e-6, 30e-6];
    const sum = used.reduce(
      (total, { utilisation, volumeShare }, i) => total + (utilisation * volumeShare * thickness[i]) / 90e-6,
      0,
    );
    expect(sum).toBeCloseTo(run.main.arealCapacity / run.theoreticalArealCapacity, 10);
  });
});

it('classes of a lognormal distribution converge in their number with order 1.6: capacity, 4 to 32 classes', () => {
  const layer = { thickness: 30e-6, cells: 2, kappa: 1, sigma: 1, material };
  const capacities = [4, 8, 16, 32].map((classes) => {
    const sizes = sizeClasses({ kind: 'lognormal', deviation: 0.5, classes }, 1);
    const model = inSizes(cellModel({ layers: [layer], shells: [12, 1.3] }), sizes);
    return runSteps(model, 0.25, [discharge(60, { voltage: 3.4 })], 1e-7).main.arealCapacity;
  });
  expect(orderOfThree(capacities.slice(1))).toBeGreaterThan(1.5);
});
