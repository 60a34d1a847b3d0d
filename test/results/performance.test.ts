import { describe, expect, it, vi } from 'vitest';
import { constantFunction } from '../../src/materials/scalar-functions.js';
import { performanceOf } from '../../src/results/performance.js';
import { polarisationPartNames } from '../../src/results/result-schema.js';
import { theoreticalArealCapacity } from '../../src/results/sites.js';
import { FARADAY } from '../../src/units/constants.js';
import { activeMaterial, cellModel, flatPotential, idealAnode, thermalVoltage } from '../support/cell-model.js';
import { fullCell } from '../support/dfn-cells.js';
import { discharge as wholeDischarge } from '../support/dfn-discharge.js';
import { charge, discharge, rest, runSteps } from '../support/runs.js';

const material = activeMaterial();
const model = cellModel({
  layers: [{ thickness: 80e-6, cells: 10, grading: 2, kappa: 0.03, sigma: 1, material }],
  shells: [6, 1.3],
});
const run = runSteps(model, 0.2, [discharge(40, { voltage: 3.7 }), rest(600)]);
const { recording, main } = run;
const lastOfMain = recording.segments[0].last;

describe('what a run delivered', () => {
  it('is charge over the window of the material', () => {
    const theoretical = 0.6 * 50e3 * FARADAY * 80e-6 * (0.9 - 0.2);
    expect(theoreticalArealCapacity(run.problem) / theoretical).toBeCloseTo(1, 12);
    expect(main.arealCapacity).toBeCloseTo(40 * recording.time[lastOfMain], 3);
    expect(run.utilisation[lastOfMain]).toBeCloseTo(main.arealCapacity / theoretical, 12);
  });

  it('is energy at its mean voltage, the integral of V dQ: 1e-4 of the trapezium rule', () => {
    let integral = 0;
    for (let t = 0; t < lastOfMain; t++) {
      integral += 0.5 * (run.voltage[t] + run.voltage[t + 1]) * (run.charge[t + 1] - run.charge[t]);
    }
    expect(main.arealEnergy / integral).toBeCloseTo(1, 4);
    expect(main.meanVoltage).toBeCloseTo(main.arealEnergy / main.arealCapacity, 12);
  });

  it('is about the first step under current, whatever follows or comes before', () => {
    const later = runSteps(model, 0.8, [rest(60), charge(30, { time: 300 }), discharge(50, { time: 100 })]);
    expect(later.main.segment?.step.kind).toBe('charge');
    expect(later.main.arealCapacity).toBeCloseTo(30 * 300, 6);
    expect(later.main.meanVoltage).toBeGreaterThan(later.equilibriumVoltage[0]);
    expect(Array.from(later.step).filter((step, i) => i > 0 && step !== later.step[i - 1])).toEqual([1, 2]);
  });

  it('is nothing where nothing was recorded under current', () => {
    const idle = runSteps(model, 0.4, [rest(60)]);
    expect(idle.main).toMatchObject({ segment: undefined, arealCapacity: 0, meanPolarisation: undefined });
  });
});

describe('the split of the polarisation', () => {
  it('has no part without a current, and a total all the same', () => {
    const atRest = run.polarisation[recording.points - 1];
    expect(run.current[recording.points - 1]).toBe(0);
    for (const name of polarisationPartNames.filter((part) => part !== 'anode')) {
      expect(Number.isFinite(atRest[name]), name).toBe(false);
    }
    expect(atRest.total).toBeCloseTo(run.equilibriumVoltage[recording.points - 1] - run.voltage[recording.points - 1],
      14);
  });

  it('has losses only, on discharge and with the other sign on charge', () => {
    const mean = main.meanPolarisation;
    const up = runSteps(model, 0.8, [charge(40, { time: 1200 })]).main.meanPolarisation;
    const losses = [
      'ionsInMembrane',
      'ionsInCathode',
      'electronsInCathode',
      'chargeTransfer',
      'diffusionInParticles',
      'total',
    ] as const;
    for (const name of losses) {
      expect(mean?.[name], name).toBeGreaterThan(0);
      expect(up?.[name], name).toBeLessThan(0);
    }
  });

  /** One cell of electrode, so that every part is a resistance or an overpotential known beforehand. */
  it('names each loss by what causes it: closed forms, 1e-9 V', () => {
    const [current, a, film, contact, anodeFilm, collector] = [25, 6e5, 4e-3, 1e-3, 5e-4, 2e-3];
    const [thickness, kappa, sigma, membraneCells] = [40e-6, 0.05, 0.5, 3];
    const flat = activeMaterial({
      openCircuitPotential: flatPotential(3.5),
      referenceExchangeCurrentDensity: 0.7,
      diffusivity: constantFunction(1e-9),
    });
    const single = cellModel({
      layers: [{ thickness, cells: 1, kappa, sigma, material: flat, specificInterfacialArea: a, filmResistance: film }],
      membrane: { thickness: 20e-6, cells: membraneCells, kappa: 0.1, contact },
      anode: { ...idealAnode, exchangeCurrentDensity: 12 },
      anodeResistance: anodeFilm,
      collectorResistance: collector,
    });
    const [start] = runSteps(single, 0.5, [discharge(current, { time: 1 })], 1e-8).polarisation;
    const j = current / (a * thickness);
    // L/3 of a reaction that is even over L, up to where the cell is wide beside the depth of the reaction (laws/insertion)
    const even = 1 / (1 + ((a * thickness ** 2) / 6) * (1 / kappa + 1 / sigma) / thermalVoltage * (j + 2 * 0.7));
    const tafel = (load: number): number => 2 * thermalVoltage * Math.asinh(load / 2);
    const expected = {
      ionsInMembrane: (current * 20e-6) / 0.1,
      ionsInCathode: current * thickness * (1 / 2 - even / 6) / kappa,
      electronsInCathode: current * thickness * (1 / 2 - even / 6) / sigma,
      saltConcentration: 0,
      chargeTransfer: tafel(j / 0.7),
      filmAndContact: j * film + current * (contact + collector),
      diffusionInParticles: 0,
      unevenStateOfCharge: 0,
      anode: tafel(current / 12) + current * anodeFilm,
    };
    for (const name of polarisationPartNames) expect(Math.abs(start[name] - expected[name]), name).toBeLessThan(1e-9);
  });

  it('sees a particle that lags: diffusion is U(mean) - U(surface) of each, in the late parabola j R U\' / 5 F D cMax', () => {
    const [thickness, a, current] = [40e-6, 6e5, 12];
    const single = cellModel({
      layers: [{ thickness, cells: 1, kappa: 1, sigma: 100, material, specificInterfacialArea: a }],
      shells: [80, 1],
    });
    const late = runSteps(single, 0.2, [discharge(current, { time: 400 })], 1e-8);
    const flux = current / (a * thickness) / FARADAY;
    const lag = ((flux * material.particleRadius) / (5 * 1e-14 * material.maximumConcentration)) * 0.8;
    expect(late.polarisation[late.recording.points - 1].diffusionInParticles / lag).toBeCloseTo(1, 3);
  });
});

it('performanceOf reads a recording without changing it', () => {
  const before = recording.states.data.slice();
  performanceOf(run.problem, recording);
  expect(recording.states.data).toEqual(before);
});

it('works for what is asked for: nothing for capacity and energy, a factorisation for what does not add up as accepted', () => {
  const { problem, run } = wholeDischarge(fullCell('chen2020', { cells: [15, 2, 6], shells: 5 }), 2e-3);
  const salted = performanceOf(problem, run());
  const { recording: { points }, main } = salted;
  const factor = vi.spyOn(problem, 'linearise');
  expect(main.arealCapacity).toBeGreaterThan(0);
  expect(main.meanVoltage).toBeGreaterThan(2);
  expect(salted.frontDepth).toHaveLength(points);
  expect(salted.balances.lithium).toBeLessThan(1e-9);
  expect(factor).not.toHaveBeenCalled();
  expect(main.endPolarisation?.total).toBeGreaterThan(0);
  expect(factor.mock.calls.length).toBeLessThanOrEqual(2);
  expect(salted.polarisation).toHaveLength(points);
  expect(factor.mock.calls.length).toBeGreaterThan(0);
  expect(factor.mock.calls.length).toBeLessThan(0.4 * points);
  expect(salted.polarisationError).toBeLessThan(1e-7);
});
