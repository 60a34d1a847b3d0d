import { describe, expect, it } from 'vitest';
import type { MaterialReference } from '../../src/config/case.js';
import type { Electrolyte } from '../../src/materials/material.js';
import { GAS_CONSTANT } from '../../src/units/constants.js';
import { at, caseOf, compositeAnode, materialsOf, problemsOf, reference } from './support.js';

type Overrides = MaterialReference['overrides'];

/** A case with one electrolyte in the membrane and the cathode. */
const withElectrolyte = (name: string, overrides: Overrides = {}, temperature = 298.15) => {
  const electrolyte = reference(name, overrides);
  return caseOf({ electrolyte }, { temperature, membrane: { ...caseOf().membrane, electrolyte } });
};

const electrolyteOf = (name: string, overrides: Overrides = {}, temperature?: number): Electrolyte =>
  materialsOf(withElectrolyte(name, overrides, temperature)).materials.membrane;

describe('an electrolyte with salt', () => {
  it('has functions of concentration, and its numbers at the concentration at rest', () => {
    const { salt, ionicConductivity, transferenceNumber } = electrolyteOf('LiPF6-EC-EMC', {
      initialConcentration: 1200,
    });
    expect(salt).toMatchObject({ initialConcentration: 1200, referenceConcentration: 1000 });
    expect(ionicConductivity).toBe(salt && at(salt.conductivity, 1200)[0]);
    expect(transferenceNumber).toBe(0.2594);
    expect(salt?.thermodynamicFactor.constant).toBe(1);
  });

  it('is warmed by exp(-Ea/RT), conductivity and diffusivity each by its own', () => {
    const [cold, warm] = [298.15, 323.15].map((temperature) => electrolyteOf('LiPF6-EC-DMC', {}, temperature).salt);
    const factor = (energy: number): number => Math.exp((energy / GAS_CONSTANT) * (1 / 298.15 - 1 / 323.15));
    for (const c of [300, 1000, 2000]) {
      expect(warm && cold && at(warm.conductivity, c)[0] / at(cold.conductivity, c)[0]).toBeCloseTo(factor(34_700), 10);
      expect(warm && cold && at(warm.diffusivity, c)[1] / at(cold.diffusivity, c)[1]).toBeCloseTo(factor(37_040), 10);
    }
  });

  it('takes tables over concentration', () => {
    const { salt } = electrolyteOf('LiClO4-PEO', {
      ionicConductivity: [[500, 0.01], [2000, 0.04]],
      transferenceNumber: [[500, 0.1], [2000, 0.3]],
    }, 358.15);
    // linear in the logarithm: a third of the way from 500 to 2000 is a third of the decades
    expect(salt && at(salt.conductivity, 1000)[0]).toBeCloseTo(0.01 * 4 ** (1 / 3), 12);
    // held beyond the ends, never above 1 nor below 0
    expect(salt && at(salt.transferenceNumber, 9000)).toEqual([0.3, 0]);
  });

  it('of a polymer follows Vogel, Tammann and Fulcher: the given slope at its reference, the constant of the law everywhere', () => {
    const conductivity = (t: number): number =>
      electrolyteOf('LiTFSI-PEO', { vogelTemperature: 186 }, t).ionicConductivity;
    const reference = 358.15;
    const slope = (Math.log(conductivity(reference + 0.01)) - Math.log(conductivity(reference - 0.01)))
      / (1 / (reference + 0.01) - 1 / (reference - 0.01));
    expect(-GAS_CONSTANT * slope / 40_000).toBeCloseTo(1, 5);
    // ln kappa is a straight line in 1/(T - T0), not in 1/T
    const through = (x: (t: number) => number): number =>
      (Math.log(conductivity(380) / conductivity(reference)) / (x(380) - x(reference)))
      / (Math.log(conductivity(340) / conductivity(reference)) / (x(340) - x(reference)));
    expect(through((t) => 1 / (t - 186))).toBeCloseTo(1, 9);
    expect(through((t) => 1 / t)).toBeLessThan(0.9);
  });

  it('with a Vogel temperature of 0 K is Arrhenius; one above the temperature is refused', () => {
    const at60 = (vogelTemperature: number) =>
      electrolyteOf('LiTFSI-PEO', { vogelTemperature }, 333.15).ionicConductivity;
    const arrhenius = Math.exp((40_000 / GAS_CONSTANT) * (1 / 358.15 - 1 / 333.15));
    const atReference = electrolyteOf('LiTFSI-PEO', {}, 358.15).ionicConductivity;
    expect(at60(0) / atReference).toBeCloseTo(arrhenius, 12);
    expect(at60(186) / atReference).toBeLessThan(arrhenius);
    const [problem] = problemsOf(withElectrolyte('LiTFSI-PEO', { vogelTemperature: 345 }, 333.15));
    expect(problem).toMatchObject({ key: 'membrane.electrolyte.vogelTemperature', code: 'out-of-range',
      received: '71.85 degC' });
  });

  it('keeps its own records; a conductor without salt has none of them', () => {
    const paths = (name: string) => materialsOf(withElectrolyte(name)).materials.ledger.map(({ path }) => path);
    expect(paths('LiPF6-EC-EMC')).toEqual(expect.arrayContaining(
      ['LiPF6-EC-EMC.initialConcentration', 'LiPF6-EC-EMC.saltDiffusivity', 'LiPF6-EC-EMC.referenceConcentration'],
    ));
    expect(paths('Li3InCl6').filter((path) => /Concentration$|salt|thermodynamic/.test(path) && path.startsWith('Li3')))
      .toEqual([]);
  });

  it('is a single-ion conductor when the case says so', () => {
    const { salt, ionicConductivity } = electrolyteOf('LiPF6-EC-EMC', { transferenceNumber: 1 });
    expect(salt).toBeUndefined();
    expect(ionicConductivity).toBeCloseTo(0.9487, 4);
  });

  it('is not made of a single-ion conductor by a transference number alone', () => {
    const problems = problemsOf(withElectrolyte('single-ion-polymer', { transferenceNumber: 0.2 }));
    expect(problems[0]).toMatchObject({
      code: 'missing-key',
      key: 'membrane.electrolyte.initialConcentration',
      received: 'nothing',
      expected:
        'initialConcentration and saltDiffusivity of single-ion-polymer, because its transference number is below 1',
    });
    const given = { transferenceNumber: 0.2, initialConcentration: 900, saltDiffusivity: 1e-12 };
    expect(electrolyteOf('single-ion-polymer', given).salt?.initialConcentration).toBe(900);
  });

  it('needs a concentration for a conductivity that depends on it', () => {
    const [problem] = problemsOf(withElectrolyte('Li3InCl6', { ionicConductivity: [[500, 0.1], [1500, 0.2]] }));
    expect(problem).toMatchObject({ code: 'missing-key', key: 'membrane.electrolyte.initialConcentration' });
  });
});

describe('a salt fills the whole cell', () => {
  const salt = reference('LiPF6-EC-EMC');
  const membrane = { ...caseOf().membrane, electrolyte: salt };

  it('so another electrolyte in the cathode is one clear problem', () => {
    expect(problemsOf(caseOf({}, { membrane }))).toEqual([{
      key: 'cathode.layers.0.electrolyte',
      code: 'contradiction',
      received: 'Li3InCl6',
      expected:
        'LiPF6-EC-EMC as in membrane.electrolyte, because a salt moves through one electrolyte in membrane and electrodes',
      remedy: 'use one electrolyte throughout, or single-ion conductors only',
    }]);
  });

  it('and so are a salt in the cathode alone, in the anode alone, and the same salt with other properties', () => {
    expect(problemsOf(caseOf({ electrolyte: salt })).map(({ key }) => key)).toEqual(['cathode.layers.0.electrolyte']);
    const anode = compositeAnode(reference('graphite'), { electrolyte: salt });
    expect(problemsOf(caseOf({}, { anode })).map(({ key }) => key)).toEqual(['anode.electrolyte']);
    const other = reference('LiPF6-EC-EMC', { transferenceNumber: 0.3 });
    expect(problemsOf(caseOf({ electrolyte: other }, { membrane })).map(({ received }) => received))
      .toEqual(['LiPF6-EC-EMC with other properties']);
  });

  it('while single-ion conductors may be mixed, and equal salts written in any order', () => {
    expect(problemsOf(caseOf({ electrolyte: reference('Li6PS5Cl') }))).toEqual([]);
    const [a, b] = [{ density: 1200, transferenceNumber: 0.3 }, { transferenceNumber: 0.3, density: 1200 }]
      .map((overrides) => reference('LiPF6-EC-EMC', overrides));
    expect(problemsOf(caseOf({ electrolyte: a }, { membrane: { ...membrane, electrolyte: b } }))).toEqual([]);
  });
});
