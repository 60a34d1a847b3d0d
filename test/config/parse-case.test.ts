import { describe, expect, it } from 'vitest';
import { caseFrom, example, linesOf, loadedFrom } from './example.js';

const withLayers = (layers: string): string => `${example}  layers:\n${layers}`;

describe('a valid case', () => {
  it('is in SI with every default filled in', () => {
    const parsed = caseFrom(example);
    expect(parsed).toMatchObject({
      name: 'x',
      temperature: 298.15,
      anode: { kind: 'planar', material: { name: 'lithium-metal', overrides: {} }, thickness: 4e-5 },
      membrane: {
        electrolyte: { name: 'Li3InCl6' },
        thickness: 3e-5,
        porosity: 0,
        electrolyteFraction: 1,
        ionicTransport: { kind: 'bruggeman', exponent: 1.5, prefactor: 1 },
        contactResistance: 0,
      },
      cell: {
        cathodeSheets: 44,
        sheetWidth: 0.052,
        laminateDensity: 1576,
        anodeCollector: { material: 'copper', thickness: 8e-6 },
      },
      numerics: { tolerance: 1e-3, maximumSteps: 40000 },
      mesh: { name: 'default', membraneCells: 10, cathodeCells: 40, grading: 4, shells: 20, shellGrading: 1.2 },
    });
    expect(parsed.cathode).toEqual({
      collectorResistance: 0,
      layers: [{
        name: 'cathode',
        activeMaterial: { name: 'NMC811', overrides: {} },
        electrolyte: { name: 'Li3InCl6', overrides: {} },
        massFractions: { activeMaterial: 0.85, electrolyte: 0.15, carbon: 0, binder: 0 },
        porosity: 0.15,
        thickness: 7.7e-5,
        connectedFraction: 1,
        coverage: 1,
        filmResistance: 0,
        ionicTransport: { kind: 'effectiveMedium', binderExponent: 20 },
        electronicTransport: { kind: 'effectiveMedium', binderExponent: 0 },
      }],
    });
    expect(parsed.protocol.rates.map((rate) => rate.value)).toEqual([0.1, 0.2, 1 / 3, 0.5, 1, 2]);
    expect(parsed.protocol.steps).toEqual([{ kind: 'discharge', rate: 'each', until: { voltage: 2.5 } }]);
  });

  it('may be JSON', () => {
    const json = JSON.stringify({
      title: 't',
      source: 's',
      membrane: { electrolyte: 'LGPS', thickness: '30 um' },
      cathode: {
        activeMaterial: 'LCO',
        electrolyte: 'LGPS',
        thickness: '50 um',
        volumeFractions: { activeMaterial: 0.5, electrolyte: 0.4 },
      },
    }, null, '\t');
    // volume fractions leave the porosity open
    const [layer] = caseFrom(json).cathode.layers;
    expect(layer).toMatchObject({ porosity: 0.1, volumeFractions: { activeMaterial: 0.5, carbon: 0 } });
  });

  it('takes transport as tortuosity factor, Bruggeman law or measured conductivity', () => {
    const transport = (text: string) =>
      caseFrom(`${example}  ionicTransport: ${text}\n`).cathode.layers[0].ionicTransport;
    expect(transport('{tortuosityFactor: 3.2}')).toEqual({ kind: 'tortuosityFactor', value: 3.2 });
    expect(transport('{bruggemanExponent: 2.5}')).toEqual({ kind: 'bruggeman', exponent: 2.5, prefactor: 1 });
    expect(transport('{prefactor: 0.3, bruggemanExponent: 3}')).toEqual({ kind: 'bruggeman', exponent: 3,
      prefactor: 0.3 });
    expect(transport('{effectiveConductivity: 0.1 mS/cm}')).toEqual({ kind: 'effectiveConductivity', value: 0.01 });
  });

  it('reads steps and gives each the cut-off of its direction', () => {
    const { protocol } = caseFrom(`${example}protocol:
  upperCutoffVoltage: 4.2 V
  rates: [0.5C, 2 mA/cm^2]
  steps:
    - charge: C/3
    - rest: 1 h
    - {discharge: each, until: {voltage: 3 V, time: 10 h, arealCapacity: 4 mAh/cm^2}}
`);
    expect(protocol.rates).toEqual([{ kind: 'cRate', value: 0.5, written: '0.5C' }, { kind: 'currentDensity',
      value: 20 }]);
    expect(protocol.steps).toEqual([
      { kind: 'charge', rate: { kind: 'cRate', value: 1 / 3 }, until: { voltage: 4.2 } },
      { kind: 'rest', until: { time: 3600 } },
      { kind: 'discharge', rate: 'each', until: { voltage: 3, time: 36000, arealCapacity: 144000 } },
    ]);
  });

  it('overrides properties of a material in place', () => {
    const { overrides } = caseFrom(example.replace('activeMaterial: NMC811', `activeMaterial:
    name: NMC811
    specificCapacity: 210 mAh/g
    diffusivityActivationEnergy: 30 kJ/mol
    diffusivity: [[0.2, 1e-15 m^2/s], [0.9, 2e-11 cm^2/s]]
    openCircuitPotential: {value: [[0.2, 4.3], [0.9, 3.5]], unit: V, source: "10.1/x"}
    electronicConductivity: nmc811-amin-2016`)).cathode.layers[0].activeMaterial;
    expect(overrides).toEqual({
      specificCapacity: 756000,
      diffusivityActivationEnergy: 30000,
      diffusivity: [[0.2, 1e-15], [0.9, 2e-15]],
      openCircuitPotential: [[0.2, 4.3], [0.9, 3.5]],
      electronicConductivity: 'nmc811-amin-2016',
    });
  });

  it('names a mesh or changes one', () => {
    expect(caseFrom(`${example}mesh: fine\n`).mesh).toMatchObject({ name: 'fine', shells: 40 });
    const changed = caseFrom(`${example}mesh: {name: fine, shells: 7}\n`).mesh;
    expect(changed).toMatchObject({ name: 'fine, changed', shells: 7, cathodeCells: 80 });
    expect(caseFrom(`${example}mesh: {shells: 7}\n`).mesh).toMatchObject({ shells: 7, cathodeCells: 40 });
  });
});

describe('layers', () => {
  const layers = caseFrom(withLayers(`    - {name: dense, porosity: 5 %}
    - {volumeFractions: {activeMaterial: 0.5, electrolyte: 0.3}, arealCapacity: 2 mAh/cm^2, density: 3 g/cm^3, coverage: 0.5}
`)).cathode.layers;

  it('inherit what they do not say', () => {
    expect(layers[0]).toMatchObject({ name: 'dense', porosity: 0.05, thickness: 7.7e-5 });
    expect(layers[0].massFractions?.activeMaterial).toBe(0.85);
    expect(layers[1]).toMatchObject({ name: 'layer 2', activeMaterial: { name: 'NMC811' }, coverage: 0.5 });
  });

  it('replace the other ways of saying the same thing', () => {
    expect(layers[1]).toMatchObject({ arealCapacity: 72000, density: 3000, volumeFractions: { activeMaterial: 0.5 } });
    for (const key of ['thickness', 'porosity', 'massFractions']) expect(layers[1]).not.toHaveProperty(key);
  });

  it('report an inherited mistake once, where it stands', () => {
    const text = withLayers('    - {thickness: 10 um}\n    - {thickness: 20 um}\n').replace('15 %', '150 %');
    expect(linesOf(text)).toEqual([
      'configs/x.yaml:10:13 cathode.porosity: expected a fraction from 0 to 0.95, found "150 %"; choose a value in this range',
    ]);
  });

  it('are located by the key of the case', () => {
    const { locate } = loadedFrom(withLayers('    - {thickness: 10 um}\n    - {thickness: 20 um}\n'));
    expect(locate('cathode.layers.1.thickness')).toEqual({ file: 'configs/x.yaml', line: 14, column: 19,
      key: 'cathode.layers.1.thickness' });
    expect(locate('cathode.layers.1.porosity')).toEqual({ file: 'configs/x.yaml', line: 10, column: 13,
      key: 'cathode.porosity' });
    expect(locate('cathode.activeMaterial')).toEqual({ file: 'configs/x.yaml', line: 7, column: 19,
      key: 'cathode.activeMaterial' });
    expect(locate('cathode.coverage')).toEqual({ file: 'configs/x.yaml', line: 6, column: 1, key: 'cathode.coverage' });
  });
});

describe('the ledger', () => {
  const { ledger } = loadedFrom(example
    .replace('thickness: 30 um', 'thickness: {value: 30 um, source: "10.1/x, Fig. 2"}')
    .replace('porosity: 15 %', 'porosity: {value: 15 %, assumed: true, note: typical}')
    .replace('activeMaterial: NMC811',
      'activeMaterial: {name: NMC811, diffusivity: {value: 1e-15, unit: m^2/s, fitted: true}}'), [
    'cathode.coverage=0.5',
  ]);
  const record = (path: string) => ledger.find((one) => one.path === path);

  it('says what each number rests on', () => {
    const figure = '10.1/x, Fig. 2';
    const ofCase = '10.1002/adma.202209074, Sec. 2.5.2';
    const ofPouch = '10.1039/d1ee00551k, Sec. 6.1';
    expect(record('membrane.thickness')).toMatchObject({ value: '30', unit: 'um', status: 'literature',
      source: figure });
    expect(record('cathode.thickness')).toMatchObject({ value: '77', status: 'given', source: ofCase });
    expect(record('cathode.porosity')).toEqual({
      path: 'cathode.porosity',
      label: 'porosity, void only',
      value: '15',
      unit: '%',
      status: 'assumed',
      note: 'typical',
      spread: { of: 'value', value: 0.15, low: 0.12, high: 0.18, dimension: 'fraction', basis: 'declared' },
    });
    expect(record('cathode.activeMaterial.diffusivity')).toMatchObject({ value: '1e-11', unit: 'cm^2/s',
      status: 'fitted' });
    expect(record('cathode.coverage')).toMatchObject({ value: '50', status: 'given', source: '--set' });
    expect(record('cell.sheetWidth')).toMatchObject({ value: '52', unit: 'mm', status: 'default', source: ofPouch });
    expect(record('cell.tabWidth')).toMatchObject({ status: 'assumed',
      note: 'default; not given in the source of the pouch' });
    const exponent = 'cathode.ionicTransport.effectiveMedium.binderExponent';
    expect(record(exponent), 'there is no binder').toBeUndefined();
    const glued = loadedFrom(example, ['cathode.binder=PTFE',
      'cathode.massFractions={activeMaterial: 85 %, electrolyte: rest, binder: 2 %}']);
    expect(glued.ledger.find(({ path }) => path === exponent)).toMatchObject({ value: '20', status: 'assumed' });
    expect(record('mesh.shells')).toMatchObject({ value: '20', status: 'default', source: 'meshes/default.yaml' });
    expect(record('protocol.rates')).toMatchObject({ value: 'C/10, C/5, C/3, C/2, 1C, 2C', status: 'default' });
  });

  it('has one record per key', () => {
    const paths = ledger.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});

describe('--set', () => {
  it('changes keys, list entries and properties of named materials', () => {
    const text = withLayers('    - {thickness: 10 um}\n    - {thickness: 20 um}\n');
    const parsed = caseFrom(text, [
      'cathode.layers.1.thickness=200 um',
      'protocol.rates=[C/10,1C]',
      'cathode.activeMaterial.diffusivity=1e-15 m^2/s',
      'mesh.shells=7',
      'mesh.shells=9',
    ]);
    expect(parsed.cathode.layers.map((layer) => layer.thickness)).toEqual([1e-5, 2e-4]);
    expect(parsed.cathode.layers[0].activeMaterial).toEqual({ name: 'NMC811', overrides: { diffusivity: 1e-15 } });
    expect(parsed.protocol.rates).toHaveLength(2);
    expect(parsed.mesh).toMatchObject({ name: 'default, changed', shells: 9 });
  });

  it('removes a key', () => {
    const parsed = caseFrom(example, ['cathode.thickness=null', 'cathode.massLoading=26 mg/cm^2']);
    expect(parsed.cathode.layers[0].thickness).toBeUndefined();
    expect(parsed.cathode.layers[0].massLoading).toBe(0.26);
  });

  it('names itself in its problems', () => {
    const set = ['cathode.coverage=3', 'porosity', 'cathode.layers.0.thickness=1 um', 'temprature=300 K', 'title=[a'];
    expect(linesOf(example, set)).toEqual([
      '--set cathode.coverage: expected a fraction from 0.001 to 1, found 3; write 3 % if that is meant',
      '--set: expected key=value with a key of the case, found no "=" in "porosity"; write e.g. --set cathode.thickness="200 um"',
      '--set cathode.layers.0.thickness: expected key=value with a key of the case, found no list at cathode.layers in '
      + '"cathode.layers.0.thickness=1 um"; write e.g. --set cathode.thickness="200 um"',
      '--set temprature: expected a known key, found "temprature"; did you mean "temperature"?',
      '--set title: expected key=value with a key of the case, found a value that is no YAML in "title=[a"; '
      + 'write e.g. --set cathode.thickness="200 um"',
    ]);
  });

  it('never touches the prototype of objects', () => {
    expect(linesOf(example, ['__proto__.polluted=1']).length).toBeGreaterThan(0);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
