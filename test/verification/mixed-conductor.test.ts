import { describe, expect, it } from 'vitest';
import { constantFunction } from '../../src/materials/scalar-functions.js';
import type { CellModel } from '../../src/physics/cell-model.js';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { CellImpedance } from '../../src/physics/impedance.js';
import { particleClassResults } from '../../src/results/particle-classes.js';
import type { Performance } from '../../src/results/performance.js';
import { polarisationPartNames } from '../../src/results/result-schema.js';
import { restedState } from '../../src/simulation/rested-state.js';
import { contactCoverage } from '../../src/transport/contact-law.js';
import { FARADAY } from '../../src/units/constants.js';
import { activeMaterial, cellModel, exponentialFunction, type LayerNumbers,
  linearPotential } from '../support/cell-model.js';
import { networkModel, networkOfSizes } from '../support/network-model.js';
import { observedOrder } from '../support/observed-order.js';
import { charge, discharge, rest, runSteps } from '../support/runs.js';
import { salted } from '../support/salted.js';

const diffusivity = 2e-12;
const eps = 0.9;
const transportFactor = 0.6;
const material = activeMaterial({ diffusivity: constantFunction(diffusivity),
  openCircuitPotential: linearPotential(2.6, -0.8) });
const layer: LayerNumbers = { thickness: 50e-6, cells: 20, kappa: 0.05, sigma: 1000, material, volumeFraction: eps };

/**
 * A slab fed with a constant flux at one end, closed at the other (Carslaw and Jaeger, sec. 3.8):
 *   s - s0 = (I L/(F cMax DEff)) [ T + (3 y^2 - 1)/6 - (2/pi^2) sum (-1)^n/n^2 exp(-n^2 pi^2 T) cos(n pi y) ],
 *   T = DEff t/(eps L^2), y = 1 - x/L from the closed end.
 */
function slab(current: number, time: number, y: number): number {
  const { thickness } = layer;
  const scale = (current * thickness) / (FARADAY * material.maximumConcentration * diffusivity * transportFactor);
  const T = (diffusivity * transportFactor * time) / (eps * thickness * thickness);
  let sum = 0;
  for (let n = 1; n < 200; n++) {
    sum += ((n % 2 === 0 ? 1 : -1) / (n * n)) * Math.exp(-n * n * Math.PI * Math.PI * T) * Math.cos(n * Math.PI * y);
  }
  return scale * (T + (3 * y * y - 1) / 6 - (2 / (Math.PI * Math.PI)) * sum);
}

describe('an electrode without electrolyte', () => {
  it('fills as a slab with a flux at one end: order 2 in the mean of the cell at the membrane and at the collector', () => {
    const [current, time] = [10, 900];
    const errors = [10, 20, 40].map((cells) => {
      const run = runSteps(networkModel({ layers: [{ ...layer, cells }] }, transportFactor, false), 0.2, [
        discharge(current, { time }),
      ], 1e-7);
      const last = run.recording.points - 1;
      const at = (k: number): number => run.profiles.meanStoichiometry.get(last, k) - 0.2;
      return Math.max(...[0, cells - 1].map((k) => Math.abs(at(k) - slab(current, time, 1 - (k + 0.5) / cells))));
    });
    expect(observedOrder(errors)).toBeGreaterThan(1.8);
    expect(errors[2]).toBeLessThan(2e-4);
  });

  it('keeps lithium and charge, and its parts of the loss add up to round-off, on discharge, rest and charge', () => {
    const model = networkModel({
      layers: [{ ...layer, sigma: exponentialFunction(0.05, -3), filmResistance: 1e-3, material: {
        ...material,
        diffusivity: exponentialFunction(diffusivity, -2),
      } }, { ...layer, cells: 8 }],
      membrane: { contact: 1e-3 },
      collectorResistance: 1e-3,
    }, transportFactor, false);
    const run = runSteps(model, 0.2, [discharge(20, { time: 1500 }), rest(600), charge(20, { time: 800 })]);
    expect(run.balances.lithium).toBeLessThan(1e-11);
    expect(run.balances.charge).toBeLessThan(1e-9);
    expect(run.polarisationError).toBeLessThan(1e-8);
  });

  it('loses no voltage to ions in the cathode, but to diffusion', () => {
    const { main } = runSteps(networkModel({ layers: [layer] }, transportFactor, false), 0.2, [
      discharge(10, { time: 900 }),
    ]);
    expect(main.meanPolarisation?.ionsInCathode).toBe(0);
    expect(main.meanPolarisation?.diffusionInParticles).toBeGreaterThan(0.01);
  });

  it('fills at its face by the time of Sand: sqrt(t) = (1 - s0) sqrt(pi D eps T) F cMax/(2 I), within 3 %', () => {
    const current = 60;
    const full = { ...material, openCircuitPotential: linearPotential(2.6, -0.8) };
    const model = networkModel({ layers: [{ ...layer, cells: 80, thickness: 200e-6, grading: 20, material: full }] },
      transportFactor, false);
    const run = runSteps(model, 0.2, [discharge(current, { voltage: 1.5 })], 1e-6);
    const root =
      (0.8 * Math.sqrt(Math.PI * diffusivity * eps * transportFactor) * FARADAY * material.maximumConcentration)
      / (2 * current);
    expect(run.recording.time[run.recording.points - 1] / (root * root)).toBeCloseTo(1, 1.5);
  });
});

describe('an electrode with electrolyte and lithium in the active material as well', () => {
  const wetted = (factor: number) =>
    networkModel({ layers: [{ ...layer, kappa: 0.01, volumeFraction: 0.6, filmResistance: 1e-3 }] }, factor, true);

  it('is the composite where the network leads nowhere: its particles keep their diffusion', () => {
    const slow = { ...material, diffusivity: exponentialFunction(3e-15, -3) };
    const limited: LayerNumbers = { ...layer, kappa: 0.05, volumeFraction: 0.6, material: slow };
    const [alone, network] = [cellModel({ layers: [limited] }), networkModel({ layers: [limited] }, 1e-9, true)].map((
      model,
    ) => runSteps(model, 0.2, [discharge(40, { voltage: 1.9 }), rest(1200), charge(40, { time: 600 })], 1e-7));
    expect(alone.main.meanPolarisation?.diffusionInParticles).toBeGreaterThan(0.01);
    expect(network.main.arealCapacity / alone.main.arealCapacity).toBeCloseTo(1, 5);
    for (const name of polarisationPartNames) {
      expect(network.main.meanPolarisation?.[name], name).toBeCloseTo(alone.main.meanPolarisation?.[name] ?? NaN, 5);
    }
    expect(network.polarisationError).toBeLessThan(1e-8);
  });

  it('is, with salt as well, the composite where the network leads nowhere, and keeps its balances where it leads', () => {
    const slow = { ...material, diffusivity: exponentialFunction(3e-15, -3) };
    const limited: LayerNumbers = { ...layer, volumeFraction: 0.5, material: slow };
    const steps = [discharge(30, { voltage: 1.9 }), rest(1200), charge(30, { time: 600 })];
    const alone = runSteps(salted(cellModel({ layers: [limited] })), 0.2, steps, 1e-7);
    const [nowhere, leading] = [1e-9, 0.5].map((factor) =>
      runSteps(salted(networkModel({ layers: [limited] }, factor, true)), 0.2, steps, 1e-7)
    );
    expect(alone.main.meanPolarisation?.saltConcentration).toBeGreaterThan(1e-3);
    expect(nowhere.main.arealCapacity / alone.main.arealCapacity).toBeCloseTo(1, 5);
    for (const name of polarisationPartNames) {
      expect(nowhere.main.meanPolarisation?.[name], name).toBeCloseTo(alone.main.meanPolarisation?.[name] ?? NaN, 5);
    }
    for (const run of [nowhere, leading]) {
      expect(run.polarisationError).toBeLessThan(1e-8);
      expect(run.balances.salt).toBeLessThan(1e-9);
      expect(run.balances.lithium).toBeLessThan(1e-9);
      expect(run.balances.charge).toBeLessThan(1e-9);
    }
  });

  it('has the impedance of the composite there, without a double layer', () => {
    const [alone, network] = [cellModel({ layers: [layer] }), networkModel({ layers: [layer] }, 1e-9, true)].map(
      (model) => {
        const problem = new CellProblem(model);
        return new CellImpedance(problem, restedState(problem, [0.5]), 0);
      },
    );
    for (const omega of [1e-4, 1e-1, 1e2]) {
      for (const cell of [alone, network]) expect(cell.solve(0, omega)).toBe(true);
      for (const i of ['re', 'im'] as const) expect(network.parts.total[i] / alone.parts.total[i]).toBeCloseTo(1, 5);
    }
  });

  it('keeps its balances, and its parts add up', () => {
    const run = runSteps(wetted(0.4), 0.2, [discharge(30, { time: 1200 }), charge(20, { time: 600 })]);
    expect(run.balances.lithium).toBeLessThan(1e-11);
    expect(run.polarisationError).toBeLessThan(1e-8);
  });

  it('delivers more the better the active material carries lithium', () => {
    const capacities = [1e-4, 0.3, 3].map((factor) =>
      runSteps(wetted(factor), 0.2, [discharge(60, { voltage: 1.9 })]).main.arealCapacity
    );
    expect(capacities[1]).toBeGreaterThan(1.02 * capacities[0]);
    expect(capacities[2]).toBeGreaterThan(1.02 * capacities[1]);
  });
});

describe('an active network of several sizes', () => {
  const slow = { ...material, diffusivity: exponentialFunction(3e-15, -3) };
  const radii = [2e-6, 5e-6, 9e-6];
  const steps = [discharge(30, { voltage: 1.9 }), rest(1200), charge(30, { time: 600 })];
  const limited: LayerNumbers = { ...layer, kappa: 0.05, volumeFraction: 0.6, material: slow };
  const sizesOf = (factor: number, of: readonly number[] = radii) =>
    networkOfSizes(networkModel({ layers: [limited] }, factor, true), of);
  const same = (one: Performance, other: Performance, digits: number): void => {
    expect(one.main.arealCapacity / other.main.arealCapacity).toBeCloseTo(1, digits);
    for (const name of polarisationPartNames) {
      expect(one.main.meanPolarisation?.[name], name).toBeCloseTo(other.main.meanPolarisation?.[name] ?? NaN, digits);
    }
  };

  it('is the network of one size where all are alike, beside electrolyte and without', () => {
    const fast: LayerNumbers = { ...layer,
      material: { ...material, diffusivity: exponentialFunction(diffusivity, -2) } };
    for (const wetted of [true, false]) {
      const model = networkModel({ layers: [wetted ? limited : fast] }, 0.5, wetted);
      const { particleRadius } = model.particles[0].material;
      const [one, three] = [[particleRadius], [particleRadius, particleRadius, particleRadius]]
        .map((of) => runSteps(networkOfSizes(model, of), 0.2, steps, 1e-7));
      same(three, one, 6);
    }
  });

  const impedanceOf = (model: CellModel): number[] => {
    const problem = new CellProblem(model);
    const impedance = new CellImpedance(problem, restedState(problem, model.particles.map(() => 0.4)), 0.2);
    impedance.solve(0, 0.02);
    return Object.values(impedance.parts.total);
  };

  it('does not depend on the order of its sizes', () => {
    const [one, other] = [radii, [...radii].reverse()].map((of) => sizesOf(0.5, of));
    same(runSteps(one, 0.2, steps, 1e-7), runSteps(other, 0.2, steps, 1e-7), 6);
  });

  it('has an impedance in which sizes that are alike are one, and their order is nothing', () => {
    const [ordered, reversed, alike, alone] = [radii, [...radii].reverse(), [4e-6, 4e-6, 4e-6], [4e-6]]
      .map((of) => impedanceOf(sizesOf(0.5, of)));
    for (const i of [0, 1]) {
      expect(reversed[i] / ordered[i]).toBeCloseTo(1, 8);
      expect(alike[i] / alone[i]).toBeCloseTo(1, 8);
    }
  });

  it('is the composite of these sizes where it leads nowhere and kinetics leave all surfaces alike', () => {
    const quick: LayerNumbers = { ...limited, material: { ...slow, referenceExchangeCurrentDensity: 1e4 } };
    const network = networkOfSizes(networkModel({ layers: [quick] }, 1e-9, true), radii);
    const ordinary = { ...network, particles: network.particles.map(({ network: _, ...particle }) => particle) };
    const [one, other] = [network, ordinary].map((model) => runSteps(model, 0.2, steps, 1e-7));
    expect(one.main.arealCapacity / other.main.arealCapacity).toBeCloseTo(1, 4);
    expect(one.main.meanPolarisation?.diffusionInParticles).toBeCloseTo(
      other.main.meanPolarisation?.diffusionInParticles ?? NaN,
      4,
    );
  });

  it('without electrolyte is the body that a cell is where the particles are fine', () => {
    const model = networkModel({
      layers: [{ ...layer, material: { ...material, diffusivity: exponentialFunction(diffusivity, -2) } }],
    }, transportFactor, false);
    const body = runSteps(model, 0.2, [discharge(20, { time: 1500 }), rest(600)], 1e-7);
    const [coarse, fine] = [[60e-6, 90e-6], [5e-8, 1e-7]].map((of) =>
      runSteps(networkOfSizes(model, of), 0.2, [discharge(20, { time: 1500 }), rest(600)], 1e-7)
    );
    same(fine, body, 5);
    expect(Math.abs((coarse.main.meanPolarisation?.total ?? 0) / (body.main.meanPolarisation?.total ?? 1) - 1))
      .toBeGreaterThan(0.01);
  });

  it('keeps lithium and charge where it leads, with salt and a contact law beside it, and its parts add up', () => {
    const relativeVolume = exponentialFunction(1, 0.3);
    const touched = sizesOf(0.5);
    const inContact = { ...touched,
      particles: touched.particles.map((particle) => ({ ...particle,
        contact: contactCoverage({ pressure: 50e6, characteristicPressure: 200e6, residual: 0.1, stiffness: 0.3e9,
          contactMadeAt: 'discharged' }, { ...particle.material, relativeVolume }) })
      ) };
    const dry = networkOfSizes(networkModel({ layers: [layer] }, 0.5, false), radii);
    for (const model of [inContact, salted(sizesOf(0.5)), dry]) {
      const run = runSteps(model, 0.2, steps, 1e-7);
      expect(run.balances.lithium).toBeLessThan(1e-10);
      expect(run.balances.charge).toBeLessThan(1e-8);
      expect(run.polarisationError).toBeLessThan(1e-7);
    }
  });

  it('fills its fine particles before its coarse ones, and more alike than without a network', () => {
    const used = (model: CellModel): number[] =>
      particleClassResults(runSteps(model, 0.2, [discharge(60, { voltage: 1.9 })], 1e-7)).map(({ utilisation }) =>
        utilisation
      );
    const [fine, , coarse] = used(sizesOf(0.5));
    expect(fine).toBeGreaterThan(1.05 * coarse);
  });
});
