import { describe, expect, it } from 'vitest';
import type { MaterialReference } from '../../src/config/case.js';
import { electronvolt } from '../../src/materials/property.js';
import { GAS_CONSTANT } from '../../src/units/constants.js';
import { caseOf, materialsOf, problemsOf, reference } from './support.js';

const electrolyteAt = (temperature: number, overrides: MaterialReference['overrides'], name = 'Li3InCl6') =>
  materialsOf(caseOf({ electrolyte: reference(name, overrides) }, { temperature }));
const builtAt = (temperature: number, overrides: MaterialReference['overrides'], name?: string) =>
  electrolyteAt(temperature, overrides, name).materials.layers[0].electrolyte;

/** Li10SnP2S12: 7 mS/cm in the grains, 4 with their boundaries, 0.6 eV (doi 10.1039/d1ee00551k, Table 1). */
const tin = {
  ionicConductivity: 0.7,
  ionicConductivityActivationEnergy: electronvolt(0.27),
  grainSize: 1e-6,
  grainBoundaryResistance: 1e-6 * (1 / 0.4 - 1 / 0.7),
  grainBoundaryActivationEnergy: electronvolt(0.6),
};

describe('grain boundaries', () => {
  it('stand in series with the grains', () => {
    expect(builtAt(298.15, tin).ionicConductivity).toBeCloseTo(0.4, 12);
    expect(builtAt(298.15, { ...tin, grainBoundaryResistance: 0 }).ionicConductivity).toBeCloseTo(0.7, 12);
    const coarse = builtAt(298.15, { ...tin, grainSize: 10e-6 }).ionicConductivity;
    expect(1 / coarse).toBeCloseTo(1 / 0.7 + 0.1 * (1 / 0.4 - 1 / 0.7), 12);
  });

  it('rule in the cold with their activation energy and vanish in the heat', () => {
    const energyAt = (t: number): number => {
      const [a, b] = [t - 0.5, t + 0.5].map((at) => Math.log(builtAt(at, tin).ionicConductivity * at));
      return (GAS_CONSTANT * (b - a)) / (1 / (t - 0.5) - 1 / (t + 0.5)) / electronvolt(1);
    };
    expect(energyAt(150)).toBeCloseTo(0.6, 2);
    expect(energyAt(600)).toBeCloseTo(0.27, 2);
    // at 25 degC each counts by its part of the resistance
    const share = 0.4 / 0.7;
    expect(energyAt(298.15)).toBeCloseTo(0.27 * share + 0.6 * (1 - share), 3);
  });

  it('follow a lumped temperature', () => {
    const { temperatureFactor, ionicConductivity } = builtAt(298.15, tin);
    expect((temperatureFactor?.(330) ?? 0) * ionicConductivity).toBeCloseTo(builtAt(330, tin).ionicConductivity, 12);
  });

  it('are told what they lack', () => {
    const problems = problemsOf(caseOf({ electrolyte: reference('Li3InCl6', { grainBoundaryResistance: 1e-6 }) }));
    expect(problems).toEqual([{
      key: 'cathode.layers.0.electrolyte.grainSize',
      code: 'missing-key',
      received: 'nothing',
      expected: 'grainSize and grainBoundaryActivationEnergy of Li3InCl6, beside what is given of its grain boundaries',
      remedy: 'add them; only resistance over size matters',
    }]);
  });
});

describe('an anneal after a solution process', () => {
  it('gives the conductivity that was measured, and the exponential between', () => {
    expect(builtAt(298.15, { annealTemperature: 403.15 }).ionicConductivity).toBeCloseTo(0.117, 9);
    expect(builtAt(298.15, { annealTemperature: 473.15 }).ionicConductivity).toBeCloseTo(0.204, 9);
    expect(builtAt(298.15, { annealTemperature: 438.15 }).ionicConductivity).toBeCloseTo(Math.sqrt(0.117 * 0.204), 9);
    expect(builtAt(298.15, {}).ionicConductivity).toBeCloseTo(0.15, 9);
  });

  it('takes the place of the conductivity in the ledger', () => {
    // in the cathode only; the membrane keeps its own
    const { ledger } =
      materialsOf(caseOf({ electrolyte: reference('Li6PS5Cl', { annealTemperature: 453.15 }) })).materials;
    const record = (path: string) => ledger.find((one) => one.path === path);
    expect(record('Li6PS5Cl.ionicConductivity')).toMatchObject({ value: '0.4', status: 'derived',
      note: 'recoveredConductivity at 180 degC' });
    expect(record('Li6PS5Cl.recoveredConductivity')).toMatchObject({ status: 'assumed' });
    expect(record('Li3InCl6.recoveredConductivity')).toBeUndefined();
  });

  it('beyond what was measured is refused', () => {
    const [problem] = problemsOf(caseOf({ electrolyte: reference('Li3InCl6', { annealTemperature: 300 }) }));
    expect(problem).toMatchObject({
      key: 'cathode.layers.0.electrolyte.annealTemperature',
      code: 'out-of-range',
      expected: 'an anneal of Li3InCl6 from 130 degC to 200 degC, where its conductivity is known',
      received: '26.85 degC',
    });
  });

  it('of a material without data asks for them, and does not go with a given conductivity', () => {
    expect(problemsOf(caseOf({ electrolyte: reference('LGPS', { annealTemperature: 500 }) }))[0])
      .toMatchObject({ key: 'cathode.layers.0.electrolyte.recoveredConductivity', code: 'missing-key' });
    expect(
      problemsOf(caseOf({ electrolyte: reference('Li3InCl6', { annealTemperature: 420, ionicConductivity: 0.1 }) }))[0],
    )
      .toMatchObject({ key: 'cathode.layers.0.electrolyte.annealTemperature', code: 'contradiction' });
    const given = builtAt(298.15, { annealTemperature: 500, recoveredConductivity: [[400, 0.1], [600, 0.4]] }, 'LGPS');
    expect(given.ionicConductivity).toBeCloseTo(0.2, 9);
  });

  it('belongs to single-ion conductors', () => {
    const problems = problemsOf(caseOf({ electrolyte: reference('LiTFSI-PEO', { annealTemperature: 400 }) }));
    expect(problems[0]).toMatchObject({ code: 'contradiction',
      received: 'LiTFSI-PEO, whose transference number is below 1' });
  });
});
