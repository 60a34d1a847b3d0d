import { describe, expect, it } from 'vitest';
import { activeParts } from '../../src/materials/blend.js';
import { constantFunction } from '../../src/materials/scalar-functions.js';
import type { CellModel } from '../../src/physics/cell-model.js';
import { prepareCase } from '../../src/pipeline/run-case.js';
import type { Performance } from '../../src/results/performance.js';
import { activeMaterial, cellModel, exponentialFunction, idealAnode, linearPotential,
  temperature } from '../support/cell-model.js';
import { networkModel } from '../support/network-model.js';
import { loadShippedCase, performanceOfCase } from '../support/reference-case.js';
import { charge, discharge, rest, runSteps } from '../support/runs.js';

/**
 * The first law: what an adiabatic cell gains as heat, C (T - T0), is the integral of (Ueq - T dUeq/dT - V) I dt once it has relaxed,
 * whatever it was that resisted. Ueq is that of the mean stoichiometry.
 */
const heatCapacity = 400;

/** Adiabatic, with nothing that follows the temperature but the potentials. */
const adiabatic = (model: CellModel): CellModel => ({
  ...model,
  thermal: { heatCapacity, heatTransfer: 0, ambient: model.temperature, regions: model.mesh.regions.map(() => ({})) },
});

const lastOf = (values: Float64Array | undefined): number => values?.[values.length - 1] ?? NaN;
const gained = (run: Performance): number => heatCapacity * (lastOf(run.temperature) - (run.temperature?.[0] ?? NaN));

/** Integral of H(mean s) dQ less the energy delivered, by Simpson's rule between the two ends. */
function expected(run: Performance, enthalpy: (s: number) => number,
  [s0, perCharge]: readonly [number, number]): number
{
  const passed = lastOf(run.charge);
  const n = 4000;
  let sum = 0;
  for (let i = 0; i <= n; i++) {
    sum += (i === 0 || i === n ? 1 : i % 2 === 1 ? 4 : 2) * enthalpy(s0 + (perCharge * passed * i) / n);
  }
  return (sum * passed) / (3 * n) - run.energy[run.recording.points - 1];
}

describe.each([
  ['small particles', 0.1, 1e-4],
  ['particles that diffusion limits', 5.22, 1e-4],
  ['particles that it limits hard', 8, 1e-4],
])('%s, radius %f um, tortuosity factor 1', (_, radius, tolerance) => {
  it('gain the whole loss as heat after 200 h of rest', () => {
    const set = [
      `cathode.activeMaterial={name: NMC811, particleRadius: ${radius} um}`,
      'cathode.ionicTransport={tortuosityFactor: 1}',
      'mesh=coarse',
      'thermal={mode: lumped, heatCapacity: 400 J/(m^2 K), heatTransfer: 0 W/(m^2 K)}',
      'protocol={steps: [{discharge: 1C, until: {voltage: 3 V}}, {rest: 200 h}]}',
    ];
    const run = performanceOfCase(loadShippedCase('nmc811-li3incl6', set));
    const [start, end] = [0, run.recording.points - 1].map((t) => run.profiles.meanStoichiometry.get(t, 0));
    const { problem } = run;
    const loss = expected(run, (s) => problem.reactions[0].reaction.equilibriumPotential(s), [start,
      (end - start) / lastOf(run.charge)]);
    expect(Math.abs(gained(run) / loss - 1)).toBeLessThan(tolerance);
  });
});

describe('in closed form, with a straight potential', () => {
  const material = activeMaterial({ diffusivity: exponentialFunction(2e-15, -1),
    openCircuitPotential: linearPotential(4.4, -0.8) });
  const layer = { thickness: 80e-6, cells: 6, kappa: 0.05, sigma: 1, material, filmResistance: 1e-3 };
  const steps = [discharge(30, { time: 2400 }), charge(20, { time: 600 }), rest(3e6)];
  const perCharge = (volumeFraction: number): number =>
    1 / (volumeFraction * material.maximumConcentration * 96485.33212 * layer.thickness);

  it.each([
    ['particles', cellModel({ layers: [layer] })],
    ['a network beside electrolyte', networkModel({ layers: [layer] }, 0.3, true)],
  ])('%s: the loss of a discharge and a charge, 1e-6', (_, model) => {
    const run = runSteps(adiabatic(model), 0.3, steps, 1e-7);
    const loss = expected(run, (s) => 4.4 - 0.8 * s, [0.3, perCharge(0.6)]);
    expect(Math.abs(gained(run) / loss - 1)).toBeLessThan(1e-6);
    expect(run.heatMismatch).toBeLessThan(1e-9);
  });

  it('has the entropic part as well: integral of (Ueq - T dUeq/dT - V) I, 1e-6', () => {
    const entropicCoefficient = linearPotential(-4e-4, 6e-4);
    const model = adiabatic(cellModel({ layers: [{ ...layer, material: { ...material, entropicCoefficient } }] }));
    const run = runSteps(model, 0.3, steps, 1e-7);
    const loss = expected(run, (s) => 4.4 - 0.8 * s - temperature * (-4e-4 + 6e-4 * s), [0.3, perCharge(0.6)]);
    expect(Math.abs(gained(run) / loss - 1)).toBeLessThan(1e-6);
    // and rests at the potential of its temperature
    const s = run.profiles.meanStoichiometry.get(run.recording.points - 1, 0);
    const warmer = lastOf(run.temperature) - temperature;
    expect(lastOf(run.voltage)).toBeCloseTo(
      4.4 - 0.8 * s + warmer * (-4e-4 + 6e-4 * s) - idealAnode.equilibriumPotential,
      7,
    );
  });

  it('cools where a slow current takes entropy up: -I T dU/dT of a cell that loses next to nothing, 1 %', () => {
    const fast = activeMaterial({
      diffusivity: constantFunction(1e-10),
      referenceExchangeCurrentDensity: 1e5,
      entropicCoefficient: constantFunction(3e-4),
    });
    const run = runSteps(
      adiabatic(cellModel({ layers: [{ ...layer, kappa: 1e3, sigma: 1e5, material: fast, filmResistance: 0 }] })),
      0.3,
      [discharge(0.5, { time: 3600 })],
      1e-7,
    );
    expect(gained(run) / (-0.5 * 3600 * temperature * 3e-4)).toBeCloseTo(1, 2);
  });
});

describe('entropicCoefficient of a case', () => {
  const potentialAt = (set: readonly string[]): number => {
    const ready = prepareCase(loadShippedCase('nmc811-li3incl6', set));
    if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
    const out = new Float64Array(2);
    activeParts(ready.prepared.materials.layers[0])[0].material.openCircuitPotential.evaluate(0.5, out);
    return out[0];
  };

  it('moves the potential from the reference temperature to that of the case', () => {
    const table = 'cathode.activeMaterial.entropicCoefficient=[[0, 0.1 mV/K], [1, -0.3 mV/K]]';
    expect(potentialAt([table, 'temperature=65 degC']) - potentialAt(['temperature=65 degC'])).toBeCloseTo(40 * -1e-4,
      10);
    expect(potentialAt([table])).toBe(potentialAt([]));
  });
});
