import { describe, expect, it } from 'vitest';
import { FARADAY, GAS_CONSTANT } from '../../src/units/constants.js';
import { activeIn, activeMaterialOf, at, caseOf, compositeAnode, materialsOf, problemsOf,
  reference } from './support.js';

const electrolyteAt = (name: string, temperature: number) =>
  materialsOf(caseOf({ electrolyte: reference(name) }, { temperature })).materials.layers[0].electrolyte;

describe('the theoretical capacity', () => {
  const capacityOf = (m: ReturnType<typeof activeMaterialOf>): number =>
    (m.maximumConcentration * (m.dischargedStoichiometry - m.chargedStoichiometry) * FARADAY) / m.density / 3600;

  it('is the specific capacity of the library, in the lithium of the crystal', () => {
    const m = activeMaterialOf('NMC811');
    expect(capacityOf(m)).toBeCloseTo(200, 9);
    // 4760 kg/m3 over 97.28 g/mol
    expect(m.maximumConcentration).toBeCloseTo(4760 / 0.09728, -1);
    expect(m.asBuiltStoichiometry).toBe(0.995);
  });

  it('moves the discharged end with a capacity, and follows a discharged end', () => {
    expect(capacityOf(activeMaterialOf('NMC811', { specificCapacity: 215 * 3600 }))).toBeCloseTo(215, 9);
    const m = activeMaterialOf('NMC811', { dischargedStoichiometry: 0.9 });
    expect(m.dischargedStoichiometry).toBe(0.9);
    expect(m.maximumConcentration).toBe(activeMaterialOf('NMC811').maximumConcentration);
  });

  it('is refused above what the crystal holds, with both numbers', () => {
    const [problem] = problemsOf(caseOf({ activeMaterial: reference('NMC811', { specificCapacity: 250 * 3600 }) }));
    expect(problem).toMatchObject({ code: 'impossible-composition',
      key: 'cathode.layers.0.activeMaterial.specificCapacity', received: '250 mAh/g' });
    expect(problem.expected).toContain('at most 235.8 mAh/g');
  });

  it('lives on an axis of its own where a case gives window and capacity, or window and potential', () => {
    const m = activeMaterialOf('NMC811', { specificCapacity: 180 * 3600, density: 4700, chargedStoichiometry: 0.27,
      dischargedStoichiometry: 0.87 });
    expect(m.maximumConcentration).toBeCloseTo((4700 * 180 * 3600) / (FARADAY * 0.6), 6);
    expect(m.asBuiltStoichiometry).toBeUndefined();
  });

  it('stays with a given concentration, and the window follows', () => {
    const m = activeMaterialOf('NMC811', { maximumConcentration: 63_104 });
    expect(m.maximumConcentration).toBe(63_104);
    expect(capacityOf(m)).toBeCloseTo(200, 9);
  });

  const ofLco = { density: 5000, specificCapacity: 150 * 3600 };

  it('is refused when capacity and concentration of a fitted axis contradict, with both numbers', () => {
    const [problem] = problemsOf(
      caseOf({ activeMaterial: reference('LCO', { ...ofLco, maximumConcentration: 63_104 }) }),
    );
    expect(problem).toMatchObject({ code: 'contradiction', key: 'cathode.layers.0.activeMaterial.maximumConcentration',
      received: '63104 mol/m^3' });
    expect(problem.expected).toContain('150 mAh/g');
  });
});

describe('the material of a composite anode', () => {
  const anodeOf = (name: string, overrides = {}) => caseOf({}, { anode: compositeAnode(reference(name, overrides)) });

  it('gives lithium away as the cell discharges', () => {
    const m = activeMaterialOf('graphite');
    expect([m.chargedStoichiometry, m.dischargedStoichiometry, m.maximumConcentration]).toEqual([0.9014, 0.0279,
      31_360]);
  });

  it('has a capacity over the same window, whichever of capacity and concentration is given', () => {
    const m = activeMaterialOf('graphite', { specificCapacity: 340 * 3600 });
    expect(m.maximumConcentration).toBeCloseTo((2260 * 340 * 3600) / (FARADAY * 0.8735), 6);
  });

  it.each([
    ['NMC811', 'below the charged stoichiometry 0.139', 'swap the two if NMC811 is the anode'],
    ['graphite', 'above the charged stoichiometry 0.9014', 'swap the two if graphite is the cathode'],
  ])('%s on the wrong side is refused', (name, expected, remedy) => {
    const given = name === 'NMC811' ? anodeOf(name) : caseOf({ activeMaterial: reference(name) });
    const problems = problemsOf(given);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'contradiction', expected });
    expect(problems[0].remedy).toContain(remedy);
  });
});

describe('temperature', () => {
  it('moves an ionic conductivity by sigma T = A exp(-Ea/RT)', () => {
    const [cold, warm] = [electrolyteAt('Li6PS5Cl', 298.15), electrolyteAt('Li6PS5Cl', 333.15)];
    const activationEnergy = 0.38 * FARADAY;
    const expected = (298.15 / 333.15) * Math.exp((activationEnergy / GAS_CONSTANT) * (1 / 298.15 - 1 / 333.15));
    expect(cold.ionicConductivity).toBeCloseTo(0.233, 12);
    expect(warm.ionicConductivity / cold.ionicConductivity).toBeCloseTo(expected, 12);
    expect(expected).toBeGreaterThan(4);
  });

  it('moves an exchange current by exp(-Ea/RT)', () => {
    const i0 = (temperature: number) =>
      activeIn(materialsOf(caseOf({}, { temperature })).materials.layers[0]).referenceExchangeCurrentDensity;
    expect(i0(333.15) / i0(298.15)).toBeCloseTo(Math.exp(((0.45 * FARADAY) / GAS_CONSTANT) * (1 / 298.15 - 1 / 333.15)),
      12);
  });

  it('outside the range of a material is a warning that names both', () => {
    // Li3InCl6 against lithium, whatever the temperature
    const always = materialsOf(caseOf()).warnings;
    expect(always).toEqual([expect.stringMatching(/^Li3InCl6 touches lithium and is reduced/)]);
    const polymer = caseOf({ electrolyte: reference('single-ion-polymer') });
    expect(materialsOf(polymer).warnings).toEqual(
      ['single-ion-polymer is used at 25 degC; its values are meant for 55 degC to 85 degC', ...always],
    );
  });
});

describe('overrides', () => {
  it('take a number, a table with its slope, and a function by name', () => {
    const m = activeMaterialOf('NMC811', {
      particleRadius: 1.5e-6,
      diffusivity: [[0, 1e-15], [1, 1e-14]],
      openCircuitPotential: 'ocp-lco-marquis2019',
    });
    expect(m.particleRadius).toBe(1.5e-6);
    expect(at(m.diffusivity, 0.5)[0]).toBeCloseTo(Math.sqrt(1e-29), 20);
    expect(at(m.diffusivity, 0.5)[1] / at(m.diffusivity, 0.5)[0]).toBeCloseTo(Math.LN10, 9);
    expect(at(m.openCircuitPotential, 0.5)[0]).toBeCloseTo(4.186, 3);
  });

  it('leave a constant known as constant', () => {
    expect(activeMaterialOf('NMC811', { diffusivity: 4e-15 }).diffusivity.constant).toBe(4e-15);
    expect(activeMaterialOf('NMC532').electronicConductivity.constant).toBeUndefined();
  });

  it.each([
    [{ diffusivty: 1e-15 }, 'bad-override', 'did you mean diffusivity?'],
    [{ diffusivity: 1 }, 'out-of-range', 'check the unit'],
    [{ openCircuitPotential: 'ocp-nmc811-chen2021' }, 'bad-override', 'did you mean ocp-nmc811-chen2020?'],
    [{ particleRadius: 'chen' }, 'bad-override', 'number'],
    [{ particleRadius: [[0, 1e-6], [1, 2e-6]] }, 'bad-override', 'number'],
    [{ openCircuitPotential: [[0.2, 3.5], [0.9, 4.2]] }, 'bad-override', 'check the table'],
    [{ openCircuitPotential: [[0.9, 3.5], [0.2, 4.2]] }, 'bad-override', 'sort the points'],
    [{ diffusivity: [[0, 1e-15], [1, 10]] }, 'out-of-range', 'check the unit'],
    [{ chargedStoichiometry: 0.95, dischargedStoichiometry: 0.9 }, 'contradiction', 'swap'],
    [{ chargedStoichiometry: 0.95 }, 'impossible-composition', 'lower it'],
  ] as const)('%j is refused as %s', (overrides, code, remedy) => {
    const problems = problemsOf(caseOf({ activeMaterial: reference('NMC811', overrides) }));
    expect(problems).toHaveLength(1);
    expect(problems[0].code).toBe(code);
    expect(problems[0].remedy).toContain(remedy);
    expect(problems[0].key).toMatch(/^cathode\.layers\.0\.activeMaterial\./);
  });
});

describe('names', () => {
  it('that the library does not have give the nearest and the list, all at once', () => {
    const problems = problemsOf(caseOf(
      { activeMaterial: reference('NMC-811'), electrolyte: reference('unobtainium') },
      { anode: { kind: 'planar', material: reference('lithium'), thickness: 4e-5, areaSpecificResistance: 0 } },
    ));
    expect(problems.map(({ key, code }) => [key, code])).toEqual([
      ['anode.material', 'unknown-name'],
      ['cathode.layers.0.activeMaterial', 'unknown-name'],
      ['cathode.layers.0.electrolyte', 'unknown-name'],
    ]);
    expect(problems[1].remedy).toMatch(
      /^did you mean NMC811\? Otherwise describe it under "materials:", or use one of NMC83, NMC90, /,
    );
    expect(problems[2].remedy).toMatch(
      /^use one of Li3InCl6, .* more, see "catholith materials", or describe it under "materials:"$/,
    );
  });

  it('of the wrong kind say which kind they are', () => {
    const [problem] = problemsOf(caseOf({ activeMaterial: reference('PTFE') }));
    expect(problem.received).toBe('PTFE, which is a material of kind carbon, binder, frame or foil');
    expect(problem.expected).toContain('active material');
  });
});

describe('the ledger', () => {
  const ledgerOf = (given = caseOf()) => materialsOf(given).materials.ledger;

  it('has every property used once, with its mark and what contradicts it', () => {
    const ledger = ledgerOf();
    expect(new Set(ledger.map(({ path }) => path)).size).toBe(ledger.length);
    const conductivity = ledger.find(({ path }) => path === 'Li3InCl6.ionicConductivity');
    expect(conductivity).toMatchObject({ value: '1.5', unit: 'mS/cm', status: 'literature' });
    expect(conductivity?.alternatives?.map(({ value }) => value)).toEqual(['1', '1.17', '2.04']);
    expect(ledger.find(({ path }) => path === 'Li3InCl6.density')).toMatchObject({ value: '2.59', status: 'assumed' });
    const concentration = ledger.find(({ path }) => path === 'NMC811.maximumConcentration');
    expect(concentration).toMatchObject({ status: 'derived', value: '48931' });
    expect(concentration?.alternatives?.[0].value).toBe('63104');
  });

  it('leaves activation energies out where they carry nothing', () => {
    const energies = (given = caseOf()) => ledgerOf(given).filter(({ path }) => path.endsWith('ActivationEnergy'));
    expect(energies()).toEqual([]);
    expect(energies(caseOf({}, { temperature: 333.15 })).length).toBeGreaterThan(3);
  });

  const spreadOf = (path: string, given = caseOf()) => ledgerOf(given).find((one) => one.path === path)?.spread;

  it('is less sure of contacts with a powder whose size nobody states, by what sizes are elsewhere', () => {
    const known = spreadOf('Li3InCl6.contactConstriction',
      caseOf({ electrolyte: reference('Li3InCl6', { particleRadius: 1e-6 }) }));
    expect(known).toMatchObject({ value: 0.55, low: 0.55 / 2, high: 0.55 * 2 });
    // dSE/dAM from 0.17 to 2.86 and a factor of 2, in quadrature of the logarithm
    const unknown = spreadOf('Li3InCl6.contactConstriction');
    for (const [end, ratio] of [['low', 0.17], ['high', 2.86]] as const) {
      expect(Math.abs(Math.log((unknown?.[end] ?? NaN) / 0.55))).toBeCloseTo(Math.hypot(Math.log(2), Math.log(ratio)),
        1);
    }
  });

  it.each(['NMC90', 'NCA', 'NMC622'])(
    'is no surer of a diffusivity of %s, measured on another oxide, than within a factor of 3',
    (name) => {
      const spread = spreadOf(`${name}.diffusivity`, caseOf({ activeMaterial: reference(name) }));
      expect(spread).toMatchObject({ of: 'factor', low: 1 / 3, high: 3 });
    },
  );

  it('leaves overridden properties to the ledger of the case', () => {
    const paths = ledgerOf(caseOf({ activeMaterial: reference('NMC811', { diffusivity: 1e-15 }) })).map(({ path }) =>
      path
    );
    expect(paths).not.toContain('NMC811.diffusivity');
    expect(paths).toContain('NMC811.particleRadius');
  });
});
