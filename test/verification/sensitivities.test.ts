import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { LoadedCase } from '../../src/config/case.js';
import { loadCase } from '../../src/config/read-case.js';
import { prepareCase } from '../../src/pipeline/run-case.js';
import { rateSensitivities, type RateSensitivity } from '../../src/pipeline/sensitivities.js';
import { shippedPath } from '../support/shipped-path.js';

function prepared(name: string, set: readonly string[]) {
  return preparedOf(loadCase(shippedPath(name), { set: ['mesh=coarse', 'numerics.tolerance=1e-8', ...set] }));
}

function preparedOf(loaded: LoadedCase) {
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const ready = prepareCase(loaded.case);
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  return ready.prepared;
}

const delivered = ({ recording, problem: { unknowns } }: RateSensitivity): number[] =>
  [unknowns.charge, unknowns.energy].map((k) => recording.states.get(recording.points - 1, k));

/**
 * dQ/dlnp and dW/dlnp at the end of the protocol, with the charge before it and the cut-offs moved, against central differences of whole
 * runs with h = 2e-3 in ln p: their own error, of truncation and of steps that change, is about 1e-5 of Q and W.
 */
describe.each([
  ['nmc811-li6ps5cl', 'cathode.activeMaterial.particleRadius', 2.75, 'um', ['protocol.rates=[1C]']],
  ['nmc811-li6ps5cl', 'cathode.thickness', 76, 'um', ['protocol.rates=[C/3]', 'protocol.charge=ideal']],
  ['nmc811-li3incl6', 'cathode.ionicTransport.tortuosityFactor', 12, '', [
    'protocol.rates=[C/3]',
    'cathode.massLoading=13 mg/cm^2',
    'cathode.ionicTransport.bruggemanExponent=null',
    'cathode.ionicTransport.prefactor=null',
  ]],
  ['reference/lg-m50-chen2020', 'cathode.ionicTransport.tortuosityFactor', 2, '', [
    'protocol.rates=[1C]',
    'cathode.ionicTransport.bruggemanExponent=null',
  ]],
  ['nmc811-lco-blend', 'cathode.porosity', 12, '%', ['protocol.rates=[C/2]']],
  ['tis2-network', 'cathode.thickness', 100, 'um', ['protocol.rates=[C/2]']],
  ['nmc811-li6ps5cl', 'cathode.activeMaterial.particleRadius', 2.75, 'um', [
    'protocol.rates=[1C]',
    'protocol.charge.rate=C/2',
    'protocol.charge.hold=C/20',
  ]],
] as const)('%s: what %s changes', (name, key, value, unit, set) => {
  const at = (factor: number) => prepared(name, [...set, `${key}=${value * factor} ${unit}`.trim()]);
  const step = 1e-6;
  const [run] = [...rateSensitivities(at(1), [{ prepared: at(1 + step), step }])];

  it('is the slope of whole runs', () => {
    const h = 2e-3;
    const [up] = [...rateSensitivities(at(1 + h), [])].map(delivered);
    const [down] = [...rateSensitivities(at(1 - h), [])].map(delivered);
    const here = delivered(run);
    const { charge, energy } = run.sensitivities[0].ends[run.sensitivities[0].ends.length - 1];
    [charge, energy].forEach((slope, i) => {
      expect(Math.abs(slope - (up[i] - down[i]) / (2 * h)) / here[i]).toBeLessThan(3e-5);
      expect(Math.abs(slope) / here[i]).toBeGreaterThan(1e-3);
    });
  });

  it('costs factors only in steps whose last correction shows', () => {
    const { counters } = run.recording;
    expect(counters.factorisations - counters.newtonIterations).toBeLessThan(0.5 * counters.steps);
    expect(run.sensitivities[0].voltage).toHaveLength(run.recording.points);
  });
});

/**
 * Where a hold empties particles filled beyond their last site, the voltage that their reaction needs falls with its current: the state jumps from
 * cell to cell, and what is delivered has no slope. Over 0.1 and 0.03 % of this factor differences of runs are -0.04 and -19 C m^-2, of the radius
 * -2.6 and -2.4, where the factors of Newton would say -0.04 and -0.28.
 */
it('is none from where the voltage that a reaction needs falls with its current', () => {
  const file = new URL('../pipeline/extreme/emptied-from-overfull.yaml', import.meta.url);
  const step = 1e-6;
  const at = (factor: number) =>
    preparedOf(loadCase(fileURLToPath(file), { set: [`anode.ionicTransport.tortuosityFactor=${31.62 * factor}`] }));
  const [{ recording: { segments }, sensitivities: [{ ends }] }] = [
    ...rateSensitivities(at(1), [{ prepared: at(1 + step), step }]),
  ];
  expect(segments.map(({ step: { kind } }) => kind)).toEqual(['discharge', 'rest', 'charge', 'hold', 'discharge']);
  expect(ends.map(({ charge }) => Number.isFinite(charge))).toEqual([true, true, true, false, false]);
  // a discharge before it has the slope of whole runs
  expect(ends[0].charge).toBeCloseTo(-0.097, 2);
});

/**
 * The slope of a cut-off in time is that of the polynomial which the integrator went along: what the equations say of y' at an interpolated
 * state, thin shells at the surface would multiply by a hundred.
 */
it('follows the end of the charge before at the tolerance of a case as at a small one', () => {
  const step = 1e-6;
  const slopeAt = (tolerance: string): number => {
    const at = (factor: number) =>
      prepared('nmc811-li6ps5cl', ['mesh=default', `numerics.tolerance=${tolerance}`, 'protocol.rates=[1C]',
        'protocol.charge.rate=C/5', 'membrane.thickness=11.18 um',
        'cathode.ionicTransport.effectiveConductivity=0.0485 mS/cm',
        `cathode.activeMaterial.particleRadius=${2.45 * factor} um`]);
    const [{ sensitivities: [{ ends }] }] = [...rateSensitivities(at(1), [{ prepared: at(1 + step), step }])];
    return ends[0].charge;
  };
  const exact = slopeAt('1e-6');
  expect(exact).toBeLessThan(0);
  expect(slopeAt('1e-3') / exact).toBeCloseTo(1, 1);
});

/** The voltage of such a collector is an unknown of its own, which borders the matrix; the cell beside has its own law of each face. */
it.each([['cathode.collectorResistance', 50, 'ohm cm^2'], ['cathode.thickness', 80, 'um']] as const)(
  'is the slope of the voltage at a time where the collector meets several cells: %s',
  (key, value, unit) => {
    const set = ['protocol.rates=[1C]', 'protocol.charge=ideal',
      'protocol.steps=[{discharge: each, until: {time: 10 min}}]',
      'mesh={name: coarse, unitCell: {overhang: {length: 1 mm, cells: 4}}}'];
    const at = (factor: number) => prepared('nmc811-li6ps5cl', [...set, `${key}=${value * factor} ${unit}`]);
    const [step, h] = [1e-6, 2e-3];
    const [{ problem, sensitivities: [{ voltage }] }] = [
      ...rateSensitivities(at(1), [{ prepared: at(1 + step), step }]),
    ];
    const [up, down] = [1 + h, 1 - h].map((factor) => {
      const [{ recording: { points, states }, problem: { unknowns } }] = [...rateSensitivities(at(factor), [])];
      return states.get(points - 1, unknowns.voltage);
    });
    expect(problem.terminal.single).toBe(false);
    expect(Math.abs(voltage[voltage.length - 1])).toBeGreaterThan(0.01);
    expect(voltage[voltage.length - 1] / ((up - down) / (2 * h))).toBeCloseTo(1, 4);
  },
);
