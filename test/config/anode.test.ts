import { describe, expect, it } from 'vitest';
import { caseFrom, example, linesOf, loadedFrom } from './example.js';

/** The small valid case with these lines for its anode. */
const withAnode = (lines: string): string =>
  `${example}anode:\n${lines.split('\n').map((line) => `  ${line}`).join('\n')}\n`;

const graphite = `activeMaterial: {name: graphite, particleRadius: 4 um}
electrolyte: Li3InCl6
massFractions: {activeMaterial: 60 %, electrolyte: 40 %}
porosity: 10 %
arealCapacity: 5 mAh/cm^2`;

describe('a composite anode', () => {
  it('is one layer with every default of a layer', () => {
    expect(caseFrom(withAnode(`${graphite}\ncollectorResistance: 2 ohm cm^2`)).anode).toEqual({
      kind: 'composite',
      collectorResistance: 2e-4,
      layer: {
        name: 'anode',
        activeMaterial: { name: 'graphite', overrides: { particleRadius: 4e-6 } },
        electrolyte: { name: 'Li3InCl6', overrides: {} },
        massFractions: { activeMaterial: 0.6, electrolyte: 0.4, carbon: 0, binder: 0 },
        porosity: 0.1,
        arealCapacity: 180_000,
        connectedFraction: 1,
        coverage: 1,
        filmResistance: 0,
        ionicTransport: { kind: 'effectiveMedium', binderExponent: 20 },
        electronicTransport: { kind: 'effectiveMedium', binderExponent: 0 },
      },
    });
  });

  it('leaves the rest of its volume open, and may be changed from the command line', () => {
    const fractions = 'volumeFractions: {activeMaterial: 0.6, electrolyte: 0.3}';
    const text = withAnode(`activeMaterial: graphite\nelectrolyte: LGPS\n${fractions}\nthickness: 60 um`);
    expect(caseFrom(text).anode).toMatchObject({ layer: { porosity: 0.1, thickness: 6e-5 } });
    expect(caseFrom(text, ['anode.thickness=80 um', 'anode.activeMaterial.diffusivity=1e-14 m^2/s']).anode)
      .toMatchObject({ layer: { thickness: 8e-5, activeMaterial: { overrides: { diffusivity: 1e-14 } } } });
  });

  it('is in the ledger under its own keys', () => {
    const { ledger } = loadedFrom(withAnode(graphite));
    const record = (path: string) => ledger.find((one) => one.path === path);
    expect(record('anode.arealCapacity')).toMatchObject({ value: '5', unit: 'mAh/cm^2', status: 'given' });
    expect(record('anode.activeMaterial.particleRadius')).toMatchObject({ value: '4', unit: 'um' });
    expect(record('anode.coverage')).toMatchObject({ status: 'assumed' });
    expect(record('anode.areaSpecificResistance')).toBeUndefined();
    expect(loadedFrom(example).ledger.map(({ path }) => path)).toEqual(expect.arrayContaining(['anode.thickness']));
  });

  it('is located where it stands', () => {
    expect(loadedFrom(withAnode(graphite)).locate('anode.activeMaterial.dischargedStoichiometry')).toMatchObject({
      line: 13,
    });
    expect(loadedFrom(withAnode(graphite)).locate('anode.porosity')).toMatchObject({ line: 16, column: 13 });
  });
});

describe('an anode that cannot be', () => {
  it.each([
    ['of both kinds', `material: lithium-metal\n${graphite}`,
      'configs/x.yaml:14:19 anode.activeMaterial: expected a plane (material) or a composite (activeMaterial), '
      + 'found material and activeMaterial; remove one of the two'],
    ['a plane with a porosity', 'material: lithium-metal\nporosity: 10 %',
      'configs/x.yaml:14:13 anode.porosity: expected a plane (material) or a composite (activeMaterial), '
      + 'found material and porosity; remove one of the two'],
    ['a composite with the resistance of a plane', `${graphite}\nareaSpecificResistance: 1 ohm cm^2`,
      'configs/x.yaml:13:19 anode.activeMaterial: expected a plane (material) or a composite (activeMaterial), '
      + 'found areaSpecificResistance and activeMaterial; remove one of the two'],
    ['without electrolyte', graphite.replace('electrolyte: Li3InCl6\n', ''),
      'configs/x.yaml:12:1 anode.electrolyte: expected electrolyte in the electrode, found nothing; add "electrolyte: Li3InCl6"'],
    ['without extent', graphite.replace('\narealCapacity: 5 mAh/cm^2', ''),
      'configs/x.yaml:12:1 anode.thickness: expected one of thickness, massLoading, activeMassLoading, arealCapacity, mass, found none of them; add one'],
    ['misspelt', graphite.replace('porosity', 'porositi'),
      'configs/x.yaml:16:3 anode.porositi: expected a known key, found "porositi"; did you mean "porosity"?'],
    ['a misspelt plane', 'materiel: lithium-metal',
      'configs/x.yaml:13:3 anode.materiel: expected a known key, found "materiel"; did you mean "material"?'],
  ])('%s gives its one line', (name, anode, line) => {
    expect(linesOf(withAnode(anode)).filter((one) => name !== 'misspelt' || !one.includes('one of porosity'))).toEqual([
      line,
    ]);
  });
});

describe('a membrane with a frame', () => {
  const membrane = (lines: string): string => example.replace('  thickness: 30 um\n', `  thickness: 30 um\n${lines}`);

  it('has its electrolyte in the rest of the volume', () => {
    const separator =
      '  electrolyteFraction: 47 %\n  frame: polyethylene\n  ionicTransport: {bruggemanExponent: 1.5}\n';
    expect(caseFrom(membrane(separator)).membrane)
      .toMatchObject({
        electrolyteFraction: 0.47,
        porosity: 0,
        frame: { name: 'polyethylene' },
        ionicTransport: { kind: 'bruggeman', exponent: 1.5, prefactor: 1 },
      });
    expect(caseFrom(membrane('  porosity: 20 %\n')).membrane).toMatchObject({ electrolyteFraction: 0.8 });
  });

  it.each([
    ['no name', '  electrolyteFraction: 0.47\n',
      'configs/x.yaml:3:1 membrane.frame: expected the name of the frame, of which there is 53 %, found nothing; add "frame: polyethylene"'],
    ['no room', '  electrolyteFraction: 0.9\n  porosity: 0.2\n',
      'configs/x.yaml:6:24 membrane.electrolyteFraction: expected an electrolyteFraction and a porosity that add up to at most 1, '
      + 'found 0.9 + 0.2 = 1.1; lower one of the two'],
    ['two transports', '  ionicTransport: {tortuosityFactor: 2, bruggemanExponent: 1.5}\n',
      'configs/x.yaml:6:19 membrane.ionicTransport: expected only one of tortuosityFactor, bruggemanExponent, tortuosityFormula, effectiveConductivity, '
      + 'found tortuosityFactor and bruggemanExponent; remove all but one'],
  ])('and %s gives its one line', (_, lines, line) => expect(linesOf(membrane(lines))).toEqual([line]));
});

describe('an electrolyte overridden by a function of concentration', () => {
  const withElectrolyte = (overrides: string): string =>
    example.replace('electrolyte: Li3InCl6\n  thickness',
      `electrolyte: {name: LiPF6-EC-EMC, ${overrides}}\n  thickness`);

  it('takes a table with its unit, and the name of a function', () => {
    const table = '[[500 mol/m^3, 8 mS/cm], [1500 mol/m^3, 9 mS/cm]]';
    const text = withElectrolyte(`ionicConductivity: ${table}, saltDiffusivity: salt-diffusivity-lipf6-capiglia1999`);
    expect(caseFrom(text).membrane.electrolyte.overrides).toEqual({
      ionicConductivity: [[500, 0.8], [1500, 0.9]],
      saltDiffusivity: 'salt-diffusivity-lipf6-capiglia1999',
    });
    expect(loadedFrom(text).ledger.find(({ path }) => path === 'membrane.electrolyte.ionicConductivity'))
      .toMatchObject({ value: 'table of 2: 8 at 500 mol/m^3 to 9 at 1500 mol/m^3', unit: 'mS/cm' });
  });

  it('refuses an argument without its unit', () => {
    expect(linesOf(withElectrolyte('ionicConductivity: [[500, 8 mS/cm], [1500 mol/m^3, 9 mS/cm]]'))[0])
      .toContain('membrane.electrolyte.ionicConductivity.0.0: expected a concentration such as');
  });
});
