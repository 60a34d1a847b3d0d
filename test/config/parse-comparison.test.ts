import { describe, expect, it } from 'vitest';
import { parseCase } from '../../src/config/parse-case.js';
import { parseComparison } from '../../src/config/studies/parse-comparison.js';
import { messagesOf } from './messages.js';

const base = `title: base
source: test
membrane: {electrolyte: Li6PS5Cl, thickness: 30 um}
cathode:
  activeMaterial: {name: NMC811, particleRadius: 2 um}
  electrolyte: Li6PS5Cl
  massFractions: {activeMaterial: 80 %, electrolyte: 20 %}
  porosity: 10 %
  thickness: 100 um
  ionicTransport: {tortuosityFactor: 3}
protocol: {rates: [1C], lowerCutoffVoltage: 3 V, upperCutoffVoltage: 4.3 V}
`;
const files: Readonly<Record<string, string>> = { 'base.yaml': base, 'loop.yaml': 'base: loop.yaml\n' };
const options = { file: 'configs/x.yaml', textOf: (name: string) => files[name] };

function designsOf(text: string) {
  const reading = parseComparison(text, options);
  if (!reading.ok) throw new Error(messagesOf(reading).join('\n'));
  return reading.file;
}

const messages = (text: string): string[] => messagesOf(parseComparison(text, options));

describe('designs of a case', () => {
  it('have the title of their file, also where the first of them has a base of its own', () => {
    const text =
      `title: all of them\nbase: base.yaml\ndesigns:\n  - {name: own, base: base.yaml}\n  - name: as it is\n`;
    expect(designsOf(text).title).toBe('all of them');
    expect(designsOf(`base: base.yaml\ndesigns:\n  - name: as it is\n`).title).toBe('base');
  });

  it('are the case with the keys that each changes; the others stay', () => {
    const { designs } = designsOf(
      `${base}designs:\n  - name: as it is\n  - {name: straight, cathode: {ionicTransport: {tortuosityFactor: 1}}}\n`,
    );
    expect(designs.map(({ name }) => name)).toEqual(['as it is', 'straight']);
    const [first, second] = designs.map((design) => design.case.cathode.layers[0]);
    expect([first.ionicTransport, second.ionicTransport]).toEqual(
      [3, 1].map((value) => ({ kind: 'tortuosityFactor', value })),
    );
    expect({ ...second, ionicTransport: first.ionicTransport }).toEqual(first);
  });

  it('replace a section of one kind whole, a key that says the same, and another material with its properties', () => {
    const { designs: [{ case: changed }] } = designsOf(`${base}designs:
  - name: other
    cathode:
      activeMaterial: {name: LCO}
      ionicTransport: {bruggemanExponent: 2}
      massLoading: 20 mg/cm^2
`);
    const [layer] = changed.cathode.layers;
    expect(layer.ionicTransport).toEqual({ kind: 'bruggeman', exponent: 2, prefactor: 1 });
    expect(layer.activeMaterial).toEqual({ name: 'LCO', overrides: {} });
    expect(layer).not.toHaveProperty('thickness');
    expect(layer.massLoading).toBeCloseTo(0.2, 12);
  });

  it('replace a plane by a composite and the other way round', () => {
    const composite =
      '{activeMaterial: graphite, electrolyte: Li6PS5Cl, massFractions: {activeMaterial: 60 %, electrolyte: 40 %}, porosity: 10 %, thickness: 90 um}';
    const anodesOf = (one: string, other: string) =>
      designsOf(`${base}anode: ${one}\ndesigns: [{name: as it is}, {name: other, anode: ${other}}]\n`).designs.map((
        design,
      ) => design.case.anode.kind);
    const plane = '{material: lithium-metal, thickness: 20 um}';
    expect([anodesOf(plane, composite), anodesOf(composite, plane)]).toEqual([['planar', 'composite'], ['composite',
      'planar']]);
  });

  it('keep the material where only a property changes', () => {
    const { designs: [{ case: changed }] } = designsOf(
      `${base}designs:\n  - {name: small, cathode: {activeMaterial: {particleRadius: 1 um}}}\n`,
    );
    expect(changed.cathode.layers[0].activeMaterial).toEqual({ name: 'NMC811', overrides: { particleRadius: 1e-6 } });
  });

  it('start from another file, which keys of this one go over', () => {
    const { designs: [{ case: changed }], title } = designsOf(
      'base: base.yaml\ntitle: thick\ncathode: {thickness: 300 um}\ndesigns: [{name: a}]\n',
    );
    expect(title).toBe('thick');
    expect(changed.cathode.layers[0].thickness).toBeCloseTo(300e-6, 15);
  });

  it('are one, called like the file, without a list', () => {
    expect(designsOf(base).designs.map(({ name }) => name)).toEqual(['x']);
  });

  it('leave a case that run takes as if they were not there', () => {
    const plain = parseCase(base, options);
    const listed = parseCase(`${base}compareAt: equal-mass\ndesigns: [{name: a}]\n`, options);
    expect(plain.ok && listed.ok && listed.case).toEqual(plain.ok && plain.case);
  });

  it.each([
    ['a misspelt key', `${base}designs:\n  - name: a\n  - name: b\n    cathode: {thicknes: 50 um}\n`,
      'configs/x.yaml:15:15 cathode.thicknes: expected a known key, found "thicknes"; did you mean "thickness"?'],
    ['no name', `${base}designs:\n  - cathode: {thickness: 50 um}\n`,
      'configs/x.yaml:13:5 designs.0.name: expected a name for the design, found nothing; add "name: aligned channels"'],
    ['a name twice', `${base}designs:\n  - name: a\n  - name: a\n`,
      'configs/x.yaml:14:11 designs.1.name: expected a name for each design, found "a" twice; rename one of them'],
    ['an empty list', `${base}designs: []\n`,
      'configs/x.yaml:12:10 designs: expected a list of designs, found an empty list; add at least one entry'],
    ['a wrong equality', `${base}compareAt: equal-volume\ndesigns: [{name: a}]\n`,
      'configs/x.yaml:12:12 compareAt: expected as-given or equal-areal-capacity or equal-thickness or equal-mass, found "equal-volume"; '
      + 'write e.g. as-given'],
    ['a base that is not there', 'base: nowhere.yaml\n',
      'configs/x.yaml:1:7 base: expected a case file to start from, found no file "nowhere.yaml"; give its path from the folder of this file'],
    ['a base that comes back', 'base: loop.yaml\n',
      'configs/loop.yaml:1:7 base: expected a base that does not come back to this file, found "loop.yaml"; let one of the files stand on its own'],
  ])('refuse %s with place and remedy', (_, text, message) => expect(messages(text)).toEqual([message]));

  it('name all that is wrong at once, in the order of the file', () => {
    const text =
      `${base}designs:\n  - {name: a, cathode: {porosity: 150 %}}\n  - {name: b, membrane: {thickness: 3 kg}}\n`
      + '  - {name: a}\ncompareAt: equal-volume\n';
    expect(messages(text).map((line) => line.split(':').slice(0, 3).join(':'))).toEqual([
      'configs/x.yaml:13:35 cathode.porosity',
      'configs/x.yaml:14:37 membrane.thickness',
      'configs/x.yaml:15:12 designs.2.name',
      'configs/x.yaml:16:12 compareAt',
    ]);
  });

  it('are one design where null takes the list away', () =>
    expect(designsOf(`${base}designs: null\n`).designs).toHaveLength(1));

  it('name a problem of the base once, in the base', () => {
    const broken = { ...options, textOf: () => base.replace('30 um', '30 kg') };
    const reading = parseComparison('base: base.yaml\ndesigns: [{name: a}, {name: b}]\n', broken);
    expect(reading.ok ? [] : reading.issues.map(({ file, line, key }) => `${file}:${line} ${key}`)).toEqual([
      'configs/base.yaml:3 membrane.thickness',
    ]);
  });
});
