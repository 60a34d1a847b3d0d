import { describe, expect, it } from 'vitest';
import { arrheniusFrom, ionicArrheniusFactor } from '../../src/materials/arrhenius.js';
import type { CellModel } from '../../src/physics/cell-model.js';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { prepareCase } from '../../src/pipeline/run-case.js';
import type { Performance } from '../../src/results/performance.js';
import type { ThermalModel } from '../../src/transport/on-cells/cell-properties.js';
import { activeMaterial, cellModel, exponentialFunction, flatPotential, idealAnode, linearPotential,
  temperature } from '../support/cell-model.js';
import { loadShippedCase, performanceOfCase } from '../support/reference-case.js';
import { charge, discharge, rest, runSteps } from '../support/runs.js';

/** C dT/dt = q - h (T - Tambient), with every activated property at T. */
const material = activeMaterial({
  openCircuitPotential: flatPotential(3.8),
  temperatureFactors: {
    diffusivity: arrheniusFrom(40e3, temperature),
    exchangeCurrentDensity: arrheniusFrom(50e3, temperature),
    electronicConductivity: arrheniusFrom(20e3, temperature),
  },
});
const anode = {
  ...idealAnode,
  equilibriumPotential: 0.6,
  exchangeCurrentDensity: 50,
  temperatureFactor: arrheniusFrom(30e3, temperature),
};

interface Balance {
  readonly heatCapacity?: number;
  readonly heatTransfer?: number;
  readonly ambient?: number;
}

/** 100 um of cathode at 0.02 S/m, with a film that spreads the reaction: flat potentials would let a front saturate particles. */
function cell({ heatCapacity = 400, heatTransfer = 0, ambient = temperature }: Balance = {},
  potential = material): CellModel
{
  const ionicFactor = (t: number) => ionicArrheniusFactor(35e3, temperature, t);
  const { electronicConductivity: electronicFactor } = material.temperatureFactors ?? {};
  const thermal: ThermalModel = {
    heatCapacity,
    heatTransfer,
    ambient,
    regions: [{ ionicFactor }, { ionicFactor, electronicFactor, carbonConductivity: 0.01 }],
  };
  return { ...isothermal(potential), thermal };
}

function isothermal(potential = material): CellModel {
  const sigma = exponentialFunction(0.5, -2);
  return cellModel({
    layers: [{ thickness: 100e-6, cells: 8, grading: 2, kappa: 0.02, sigma, filmResistance: 0.3, material: potential }],
    anode,
    anodeResistance: 5e-4,
    collectorResistance: 3e-4,
    membrane: { kappa: 0.05, contact: 2e-4, cells: 3 },
  });
}

const lastOf = (values: Float64Array | undefined): number => values?.[values.length - 1] ?? NaN;
const temperaturesOf = ({ temperature: values }: Performance): Float64Array => values ?? new Float64Array(0);

describe('a lumped temperature', () => {
  it('takes in exactly what the cell loses where nothing leaves: C dT = U Q - W, to round-off', () => {
    const run = runSteps(cell(), 0.2, [discharge(40, { time: 3000 }), rest(600), charge(60, { time: 1000 })], 1e-5);
    const { charge: passed, energy } = run;
    const rise = temperaturesOf(run);
    for (let t = 0; t < run.recording.points; t++) {
      const lost = (3.8 - 0.6) * passed[t] - energy[t];
      expect(Math.abs(400 * (rise[t] - temperature) - lost)).toBeLessThan(1e-9 * 400 * (lastOf(rise) - temperature));
    }
    expect(lastOf(rise) - temperature).toBeGreaterThan(20);
  });

  it('gets as much from the reactions as all that resists gives, to round-off', () => {
    const sloped = activeMaterial({ ...material, openCircuitPotential: linearPotential(4.4, -0.8) });
    const run = runSteps(cell({ heatTransfer: 5 }, sloped), 0.2, [discharge(40, { voltage: 2.8 })], 1e-5);
    expect(run.heatMismatch).toBeLessThan(1e-11);
    expect(run.heatMismatch).toBeGreaterThan(0);
  });

  it('stays where it is with a large heat transfer: the isothermal voltages, nearer by 10 with 10 times h', () => {
    const steps = [discharge(40, { time: 2400 })];
    const fixed = lastOf(runSteps(isothermal(), 0.2, steps, 1e-7).voltage);
    const distance = [1e3, 1e4].map((heatTransfer) =>
      lastOf(runSteps(cell({ heatTransfer }), 0.2, steps, 1e-7).voltage) - fixed
    );
    expect(distance[0]).toBeGreaterThan(0);
    expect(distance[0]).toBeLessThan(1e-3);
    expect(distance[0] / distance[1]).toBeCloseTo(10, 0);
  });

  it('balances heat and loss at once with a small heat capacity: T = Tambient + q/h', () => {
    const ambient = temperature + 5;
    const run = runSteps(cell({ heatCapacity: 0.01, heatTransfer: 2, ambient }), 0.2, [discharge(40, { time: 1200 })],
      1e-7);
    const lost = 40 * (3.8 - 0.6 - lastOf(run.voltage));
    expect(lastOf(run.temperature)).toBeCloseTo(ambient + lost / 2, 4);
  });

  it('decays to the ambient temperature at rest with time constant C/h', () => {
    const run = runSteps(cell({ heatCapacity: 400, heatTransfer: 4, ambient: temperature + 10 }), 0.5, [rest(100)],
      1e-8);
    expect(lastOf(run.temperature)).toBeCloseTo(temperature + 10 * (1 - Math.exp(-1)), 6);
  });

  it('is the cell at that temperature: its voltage is that of materials resolved there', () => {
    const mesh = 'mesh={membraneCells: 3, cathodeCells: 8, shells: 8}';
    const set = ['protocol={steps: [{discharge: 1C, until: {time: 600 s}}]}', mesh];
    const warm = performanceOfCase(loadShippedCase('nmc811-li3incl6', [...set, 'temperature=45 degC']));
    const thermal = 'thermal={mode: lumped, heatCapacity: 1 J/(m^2 K), heatTransfer: 1e6 W/(m^2 K), ambient: 45 degC}';
    const warmed = performanceOfCase(loadShippedCase('nmc811-li3incl6', [...set, thermal]));
    expect(lastOf(warmed.temperature)).toBeCloseTo(318.15, 3);
    expect(Math.abs(lastOf(warmed.voltage) - lastOf(warm.voltage))).toBeLessThan(1e-4);
    const cold = performanceOfCase(loadShippedCase('nmc811-li3incl6', set));
    expect(lastOf(warm.voltage) - lastOf(cold.voltage)).toBeGreaterThan(0.1);
  });
});

describe('what follows the temperature', () => {
  const electronicFactor = (set: readonly string[]) => {
    const thermal = 'thermal={mode: lumped, heatCapacity: 400 J/(m^2 K), heatTransfer: 1 W/(m^2 K)}';
    const activated = 'cathode.activeMaterial.electronicConductivityActivationEnergy=20 kJ/mol';
    const ready = prepareCase(loadShippedCase('nmc811-li3incl6', [thermal, activated, ...set]));
    if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
    return ready.prepared.model.thermal?.regions[1].electronicFactor;
  };

  it('is the conductivity of the active material, but not an effective one of the layer', () => {
    expect(electronicFactor([])?.(318.15)).toBeCloseTo(Math.exp((20e3 / 8.314462618) * (1 / 298.15 - 1 / 318.15)), 9);
    expect(electronicFactor(['cathode.electronicTransport={effectiveConductivity: 2 mS/cm}'])).toBeUndefined();
  });
});

describe('work', () => {
  it.each(['nmc811-li3incl6', 'lfp-peo', 'reference/lg-m50-chen2020'])(
    '%s: less than two Newton iterations per step, and at most a quarter more steps than at a fixed temperature',
    (name) => {
      const set = ['protocol.rates=[1C]'];
      const thermal = 'thermal={mode: lumped, heatCapacity: 400 J/(m^2 K), heatTransfer: 1 W/(m^2 K)}';
      const { counters } = performanceOfCase(loadShippedCase(name, [...set, thermal])).recording;
      const { counters: fixed } = performanceOfCase(loadShippedCase(name, set)).recording;
      expect(counters.newtonIterations / counters.steps).toBeLessThan(2);
      expect(counters.steps / fixed.steps).toBeLessThan(1.25);
    },
  );

  it('adds one unknown to the cell and nothing where the temperature is given', () => {
    const ready = prepareCase(loadShippedCase('nmc811-li3incl6'));
    if (!ready.ok) throw new Error('not prepared');
    expect(new CellProblem(ready.prepared.model).heat).toBeUndefined();
    expect(new CellProblem(cell()).size).toBe(new CellProblem(isothermal()).size + 1);
  });
});
