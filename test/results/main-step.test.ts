import { describe, expect, it } from 'vitest';
import { polarisationPartNames } from '../../src/results/result-schema.js';
import { loadStep } from '../../src/simulation/load-step.js';
import { activeMaterial, cellModel } from '../support/cell-model.js';
import { charge, discharge, hold, profile, rest, runSteps } from '../support/runs.js';

const model = cellModel({
  layers: [{ thickness: 60e-6, cells: 8, kappa: 0.05, sigma: 1, material: activeMaterial() }],
});
const each = (kind: 'discharge' | 'charge', time: number) => loadStep({ kind, rate: 'each', until: { time } }, 50, NaN);

describe('the main step', () => {
  it('is the first that takes each rate, before others under current', () => {
    const before = [charge(30, { time: 300 }), hold('now', { time: 60 })];
    const { main, recording } = runSteps(model, 0.5, [...before, each('discharge', 200), charge(30, { time: 60 })]);
    expect(main.segment).toEqual(recording.segments[2]);
    expect(main).toMatchObject({ direction: 'discharge' });
    expect(main.arealCapacity).toBeCloseTo(10_000, 6);
  });

  it('is the first charge or discharge where none does, else the first hold or profile in the direction of its charge', () => {
    const held = hold(4.2, { time: 60 });
    const ramp = profile({ kind: 'current', time: [0, 100], value: [0, 40], interpolation: 'linear' });
    const mainOf = (...steps: Parameters<typeof runSteps>[2]) => runSteps(model, 0.5, steps).main;
    expect(mainOf(rest(10), held, charge(30, { time: 60 })).segment?.step.kind).toBe('charge');
    expect(mainOf(rest(10), held, ramp)).toMatchObject({ direction: 'charge', segment: { step: { kind: 'hold' } } });
    expect(mainOf(ramp, held)).toMatchObject({ direction: 'discharge', segment: { step: { kind: 'profile' } } });
  });

  it('is the whole of a train of pulses: its charge, its mean voltage under current, the outcome of the last one', () => {
    const pulse = each('discharge', 600);
    const train = [pulse, rest(900), pulse, rest(900), pulse, rest(900)];
    const { main, recording, voltage } = runSteps(model, 0.3, [...train, charge(20, { time: 60 }), pulse]);
    expect(main.segment).toMatchObject({ first: 0, last: recording.segments[4].last });
    expect(main.arealCapacity).toBeCloseTo(90_000, 5);
    expect(main.meanVoltage).toBeLessThan(voltage[0]);
    for (const name of polarisationPartNames) expect(main.meanPolarisation?.[name], name).toBeGreaterThanOrEqual(0);
    // three times the same, within the little that the state of charge changes
    const single = runSteps(model, 0.3, [pulse]).main.meanPolarisation;
    expect(main.meanPolarisation?.total).toBeCloseTo(single?.total ?? NaN, 2);
  });

  it('is not joined by another discharge at its own rate', () => {
    const { main, recording } = runSteps(model, 0.3, [each('discharge', 600), rest(60), discharge(5, { time: 600 })]);
    expect(main.segment).toEqual(recording.segments[0]);
  });

  it('names its losses at the last point under current, though it may end without', () => {
    const fading = profile({ kind: 'current', time: [0, 100, 200], value: [40, 40, 0], interpolation: 'linear' });
    const { main, current, polarisation } = runSteps(model, 0.5, [fading]);
    expect(current[current.length - 1]).toBe(0);
    expect(polarisation[polarisation.length - 1].chargeTransfer).toBeNaN();
    expect(main.endPolarisation).toEqual(polarisation[polarisation.length - 2]);
    expect(main.meanPolarisation?.chargeTransfer).toBeGreaterThan(0);
  });
});
