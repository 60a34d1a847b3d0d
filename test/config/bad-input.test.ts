import { describe, expect, it } from 'vitest';
import { example, issuesOf, linesOf } from './example.js';

/** One change of the example, and the one line that it must give. */
const single: readonly [string, string, string, string][] = [
  ['unknown key', 'thickness: 77 um', 'thicknes: 77 um\n  massLoading: 26 mg/cm^2',
    'configs/x.yaml:11:3 cathode.thicknes: expected a known key, found "thicknes"; did you mean "thickness"?'],
  ['unknown property', 'activeMaterial: NMC811', 'activeMaterial: {name: NMC811, difusivity: 1e-15 m^2/s}',
    'configs/x.yaml:7:34 cathode.activeMaterial.difusivity: expected a known key, found "difusivity"; '
    + 'did you mean "diffusivity"?'],
  ['unknown mark', '30 um', '{value: 30 um, sorce: x}',
    'configs/x.yaml:5:29 membrane.thickness.sorce: expected a known key, found "sorce"; did you mean "source"?'],
  ['wrong unit', '77 um', '77 kg',
    'configs/x.yaml:11:14 cathode.thickness: expected a length such as "77 um", found "77 kg"; write a length unit, e.g. 77 um'],
  ['missing unit', '77 um', '77',
    'configs/x.yaml:11:14 cathode.thickness: expected a length such as "77 um", found 77 without a unit; '
    + 'write a length unit, e.g. 77 um'],
  ['a file of sizes of particles', 'thickness: 77 um',
    'thickness: 77 um\n  particles: {file: psd.csv, d90: 8 um, d50: 4 um}',
    'configs/x.yaml:12:15 cathode.particles.file: expected a known key, found "file"; did you mean "d50"?'],
  ['decimal comma in braces', '77 um', '{value: 77,5 um, source: x}',
    'configs/x.yaml:11:22 cathode.thickness: expected a number with a decimal point, found "77,5 um"; write 77.5 um'],
  ['decimal comma in braces of a list', 'thickness: 77 um', 'thickness: 77 um\n  layers: [{name: a, porosity: 7,5 %}]',
    'configs/x.yaml:12:32 cathode.layers.0.porosity: expected a number with a decimal point, found "7,5 %"; write 7.5 %'],
  ['a key that is there twice', 'thickness: 77 um', 'thickness: 77 um\n  thickness: 70 um',
    'configs/x.yaml:12:3 cathode.thickness: expected well-formed YAML, found this key for the second time; '
    + 'remove one of the two'],
  ['wrong type', '77 um', '[1, 2]',
    'configs/x.yaml:11:14 cathode.thickness: expected a length such as "77 um", found a list of 2; write e.g. 77 um'],
  ['empty value', 'porosity: 15 %', 'porosity:',
    'configs/x.yaml:10:12 cathode.porosity: expected one of porosity, density, found none of them; add one'],
  ['out of range', '15 %', '99 %',
    'configs/x.yaml:10:13 cathode.porosity: expected a fraction from 0 to 0.95, found "99 %"; choose a value in this range'],
  ['a percentage without its sign', '15 %', '15',
    'configs/x.yaml:10:13 cathode.porosity: expected a fraction from 0 to 0.95, found 15; write 15 % if that is meant'],
  ['a number that is no share in percent either', '15 %', '99',
    'configs/x.yaml:10:13 cathode.porosity: expected a fraction from 0 to 0.95, found 99; choose a value in this range'],
  ['a number without end as a text', 'NMC811 | Li3InCl6 | Li', '-.inf',
    'configs/x.yaml:1:8 title: expected a text, found -.inf; write e.g. "-.inf" in quotes'],
  ['a number without end as a length', '77 um', '.inf',
    'configs/x.yaml:11:14 cathode.thickness: expected a length such as "77 um", found .inf without a unit; '
    + 'write a length unit, e.g. 77 um'],
  ['a word that others write', 'porosity: 15 %', 'porosity: 15 %\n  tortuosity: 3',
    'configs/x.yaml:11:3 cathode.tortuosity: expected a known key, found "tortuosity"; '
    + 'did you mean "ionicTransport.tortuosityFactor"?'],
  ['half of a key', 'title:', 'mesh: {particleShells: 12}\ntitle:',
    'configs/x.yaml:1:8 mesh.particleShells: expected a known key, found "particleShells"; did you mean "shells"?'],
  ['a diameter for a radius', 'activeMaterial: NMC811', 'activeMaterial: {name: NMC811, particleDiameter: 3.5 um}',
    'configs/x.yaml:7:34 cathode.activeMaterial.particleDiameter: expected a known key, found "particleDiameter"; '
    + 'write half the value as "particleRadius"'],
  ['a radius for a diameter', 'title:', 'cell: {format: sheet, radius: 5 mm}\ntitle:',
    'configs/x.yaml:1:23 cell.radius: expected a known key, found "radius"; write twice the value as "diameter"'],
  ['a capacity of the pouch', 'title:', 'cell: {capacity: 20 Ah}\ntitle:',
    'configs/x.yaml:1:8 cell.capacity: expected a known key, found "capacity"; did you mean "cathodeSheets"?'],
  ['a key of another section', 'porosity: 15 %', 'porosity: 15 %\n  pressure: 50 MPa',
    'configs/x.yaml:11:3 cathode.pressure: expected a known key, found "pressure"; move it to "cathode.contact" or "cell"'],
  ['a key of one other section', 'porosity: 15 %', 'porosity: 15 %\n  nToP: 1.1',
    'configs/x.yaml:11:3 cathode.nToP: expected a known key, found "nToP"; move it to "anode"'],
  ['a key of the layer, in its material', 'activeMaterial: NMC811',
    'activeMaterial: {name: NMC811, particles: {medianRadius: 2 um}}',
    'configs/x.yaml:7:34 cathode.activeMaterial.particles: expected a known key, found "particles"; move it to "cathode"'],
  ['a property, in the layer', 'porosity: 15 %', 'porosity: 15 %\n  diffusivity: 1e-15 m^2/s',
    'configs/x.yaml:11:3 cathode.diffusivity: expected a known key, found "diffusivity"; move it to "cathode.activeMaterial"'],
  ['a key that several sections have', 'title:', 'protocol: {porosity: 10 %}\ntitle:',
    'configs/x.yaml:1:12 protocol.porosity: expected a known key, found "porosity"; move it to "anode" or "membrane" or "cathode"'],
  ['a diameter in a material', 'activeMaterial: NMC811', 'activeMaterial: {name: NMC811, diameter: 5 um}',
    'configs/x.yaml:7:34 cathode.activeMaterial.diameter: expected a known key, found "diameter"; '
    + 'write half the value as "particleRadius"'],
  ['a key of the top of the file', 'title:', 'protocol: {temperature: 60 degC}\ntitle:',
    'configs/x.yaml:1:12 protocol.temperature: expected a known key, found "temperature"; move it to the top of the file'],
  ['a key that is missing only because it is misspelt', 'thickness: 30 um', 'thicknes: 30 um',
    'configs/x.yaml:5:3 membrane.thicknes: expected a known key, found "thicknes"; did you mean "thickness"?'],
  ['out of range with unit', '77 um', '2 m',
    'configs/x.yaml:11:14 cathode.thickness: expected a length from 0.1 um to 10 mm, found "2 m"; choose a value in this range'],
  ['a note that is cut at its comma', '77 um', '{value: 77 um, note: chosen, by hand}',
    'configs/x.yaml:11:43 cathode.thickness.by hand: '
    + 'expected a text in one piece beside a value, found "by hand" without a value; put a text with a comma in quotes, note: "a, b"'],
  ['fractions', '15 wt%', '20 wt%', 'configs/x.yaml:9:18 cathode.massFractions: expected fractions that add up to 1, '
    + 'found 0.85 + 0.2 + 0 + 0 = 1.05; '
    + 'take away 0.05, or write rest for one of them'],
  ['missing key', '  thickness: 30 um\n', '',
    'configs/x.yaml:3:1 membrane.thickness: expected thickness, found nothing; add "thickness: 30 um"'],
  ['missing section', 'membrane:\n  electrolyte: Li3InCl6\n  thickness: 30 um\n', '',
    'configs/x.yaml:1:1 membrane: expected the section "membrane", found nothing; add "membrane:"'],
  ['missing amount', '  thickness: 77 um\n', '',
    'configs/x.yaml:6:1 cathode.thickness: expected one of thickness, massLoading, activeMassLoading, arealCapacity, mass, found none of them; add one'],
  ['missing porosity', '  porosity: 15 %\n', '',
    'configs/x.yaml:6:1 cathode.porosity: expected one of porosity, density, found none of them; add one'],
  ['both fractions', 'porosity: 15 %', 'porosity: 15 %\n  volumeFractions: {activeMaterial: 0.5, electrolyte: 0.35}',
    'configs/x.yaml:11:20 cathode.volumeFractions: expected only one of massFractions, volumeFractions, '
    + 'found massFractions and volumeFractions; remove all but one'],
  ['nameless carbon', 'electrolyte: 15 wt%', 'electrolyte: 10 wt%, carbon: 5 wt%',
    'configs/x.yaml:6:1 cathode.carbon: expected the name of the carbon, of which there is 5 %, found nothing; '
    + 'add "carbon: carbon-black"'],
  ['a formula that is none', 'porosity: 15 %', 'porosity: 15 %\n  ionicTransport: {tortuosityFormula: 1 - ln(s)}',
    'configs/x.yaml:11:39 cathode.ionicTransport.tortuosityFormula: expected a formula of the volume fraction eps: '
    + 'a number, eps, or one of exp, ln, log, log10, sqrt, tanh, sinh, cosh, atan, sin, cos, found "s"; write e.g. 1 - 0.5*ln(eps)'],
  ['a formula below zero', 'porosity: 15 %', 'porosity: 15 %\n  ionicTransport: {tortuosityFormula: 1 + ln(eps)}',
    'configs/x.yaml:11:39 cathode.ionicTransport.tortuosityFormula: expected a tortuosity factor above 0, '
    + 'found "-3.61 at eps = 0.01"; choose a value in this range'],
  ['two kinds of transport', 'porosity: 15 %',
    'porosity: 15 %\n  ionicTransport: {tortuosityFactor: 2, bruggemanExponent: 2}',
    'configs/x.yaml:11:19 cathode.ionicTransport: expected only one of tortuosityFactor, bruggemanExponent, tortuosityFormula, '
    + 'effectiveConductivity, percolation, effectiveMedium, alignedChannels, found tortuosityFactor and bruggemanExponent; remove all but one'],
  ['unknown mesh', 'title:', 'mesh: fin\ntitle:',
    'configs/x.yaml:1:7 mesh: expected the name of a mesh, found "fin"; did you mean "fine"?'],
  ['bare rate', 'title:', 'protocol: {rates: [C/10, 3]}\ntitle:',
    'configs/x.yaml:1:26 protocol.rates.1: expected a rate such as "C/3", "1C" or "2 mA/cm^2", found 3; write e.g. 3C'],
  ['a rate without its stroke', 'title:', 'protocol: {rates: [C10]}\ntitle:',
    'configs/x.yaml:1:20 protocol.rates.0: expected a rate such as "C/3", "1C" or "2 mA/cm^2", found "C10"; write e.g. C/10'],
  ['a decimal comma', '77 um', '77,5 um',
    'configs/x.yaml:11:14 cathode.thickness: expected a length such as "77 um", found "77,5 um"; write a decimal point: 77.5 um'],
  ['a comma that may be one of thousands', '77 um', '1,077 um',
    'configs/x.yaml:11:14 cathode.thickness: expected a length such as "77 um", found "1,077 um"; write a length unit, e.g. 77 um'],
  ['crossed cut-offs', 'title:', 'protocol: {lowerCutoffVoltage: 4.5 V}\ntitle:',
    'configs/x.yaml:1:32 protocol.lowerCutoffVoltage: expected a lower cut-off below the upper one (4.3 V), found 4.5 V; '
    + 'lower this or raise upperCutoffVoltage'],
  ['falling table', 'NMC811\n', '{name: NMC811, diffusivity: [[0.9, 1e-15 m^2/s], [0.2, 1e-15 m^2/s]]}\n',
    'configs/x.yaml:7:68 cathode.activeMaterial.diffusivity.1: expected a table with rising arguments, '
    + 'found row 2 not above the row before; sort the rows and remove double ones'],
  ['whole number', 'title:', 'cell: {cathodeSheets: 4.5}\ntitle:',
    'configs/x.yaml:1:23 cell.cathodeSheets: expected a whole number, found 4.5; write e.g. 44'],
];

describe('one mistake gives one clear line', () => {
  it.each(single)('%s', (_, from, to, line) => {
    const text = example.replace(from, to);
    expect(text).not.toBe(example);
    expect(linesOf(text.replace('NMC811 | Li3InCl6 | Li', 't'))).toEqual([line]);
  });

  it('volume fractions that do not fit beside the porosity', () => {
    const text = (fractions: string) => example.replace(/massFractions.*/, `volumeFractions: ${fractions}`);
    expect(linesOf(text('{activeMaterial: 0.5, electrolyte: 0.4}'))).toEqual([
      'configs/x.yaml:9:20 cathode.volumeFractions: expected volume fractions and porosity that add up to 1, '
      + 'found 0.5 + 0.4 + 0 + 0 + 0.15 = 1.05; take away 0.05',
    ]);
    expect(linesOf(text('{activeMaterial: 0.7, electrolyte: 0.4}').replace('  porosity: 15 %\n', ''))).toEqual([
      'configs/x.yaml:9:20 cathode.volumeFractions: expected volume fractions that add up to at most 1, '
      + 'found a sum of 1.1; take away 0.1',
    ]);
  });
});

describe('broken YAML', () => {
  const broken = `title: a
membrane: {electrolyte: Li6PS5Cl}
cathode:
  activeMaterial:
    name: NMC811
    particleRadius: 3 um
  electrolyte: Li6PS5Cl
  porosity: 10 %
  massFractions:
    activeMaterial: 0.8
    electrolyte: 0.2
    carbon: 0
  thickness: 50 um
protocol: {rates: [C/10]}
`;

  it.each([
    ['a tab', 'title: a\ncathode:\n\tporosity: 1\n', 3, 'indent with spaces'],
    ['a double key', `title: first\n${example}`, 2, 'remove one of the two'],
    ['an open bracket', 'title: a\nmembrane: {thickness: 1\nsource: b\n', 2, 'close it'],
    ['two documents', `${example}---\n${example}`, 12, 'write one case per file'],
    ['an unknown alias', `${example}mesh: *m\n`, 12, 'write the value in its place'],
  ])('%s is found at its line', (_, text, line, remedy) => {
    const [issue] = issuesOf(text);
    expect(issue.code).toBe('broken-yaml');
    expect(issue.line).toBe(line);
    expect(issue.remedy).toContain(remedy);
  });

  it.each([
    ['a colon in a text', 'title: a', 'title: a: b', '1:8', 'a key behind a value', 'quotes'],
    ['a quote', 'title: a', 'title: "a', '1:8', 'not closed', 'close it'],
    ['a quote of one stroke', 'title: a', 'title: \'a', '1:8', 'not closed', 'close it'],
    ['a brace', 'Li6PS5Cl}', 'Li6PS5Cl', '2:11', 'not closed', 'close it'],
    ['a tab', '    name', '\tname', '5:1', 'a tab', 'spaces'],
    ['a key without its colon', 'porosity: 10 %', 'porosity 10 %', '8:3', 'no "key: value"', 'a colon and a space'],
    ['another indentation', '    electrolyte: 0.2', '   electrolyte: 0.2', '11:1', 'another column', 'alike'],
    ['a sign of YAML', 'title: a', 'title: @a', '1:8', 'a sign of YAML', 'quotes'],
  ])('%s is told once, where it stands, and nothing of what follows from it',
    (_, right, wrong, place, found, remedy) => {
      const lines = linesOf(broken.replace(right, wrong));
      expect(lines).toHaveLength(1);
      expect(lines[0].startsWith(`configs/x.yaml:${place}: expected well-formed YAML, found `)).toBe(true);
      expect(lines[0]).toContain(found);
      expect(lines[0].split(';')[1]).toContain(remedy);
    });

  it('in two sections is told in both, and a key that is there twice beside them', () => {
    const twice = broken.replace('title: a', 'title: a: b').replace('porosity: 10 %', 'porosity 10 %')
      .replace('Li6PS5Cl}', 'Li6PS5Cl, electrolyte: LGPS}');
    expect(linesOf(twice).map((line) => line.split(':').slice(1, 3).join(':'))).toEqual(['1:8',
      '2:35 membrane.electrolyte', '8:3']);
  });

  it('a text that is no mapping', () => {
    expect(linesOf('- a\n- b\n')).toEqual([
      'configs/x.yaml:1:1: expected a mapping of keys, found a list of 2; write e.g. indented "key: value" lines',
    ]);
    expect(issuesOf('').map(({ key }) => key)).toEqual(['title', 'membrane', 'cathode']);
  });
});

describe('several mistakes', () => {
  it('come all at once, in the order of the file, one per key', () => {
    const lines = linesOf(`title: 5
sourc: x
membrane:
  thickness: 77 kg
  porosity: 1.2
cathode:
  activeMaterial: {name: NMC811, particleRadius: 3}
  electrolyte: [a]
  massFractions: {activeMaterial: 0.9, electrolyte: 0.2}
  arealCapacity: 4 mA/cm^2
protocol:
  steps:
    - {discharge: each, rest: 1 h}
    - {charge: each, until: {voltage: 2 A}}
numerics: 3
`);
    expect(lines.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'configs/x.yaml:1:8 title:',
      'configs/x.yaml:2:1 sourc:',
      'configs/x.yaml:3:1 membrane.electrolyte:',
      'configs/x.yaml:4:14 membrane.thickness:',
      'configs/x.yaml:5:13 membrane.porosity:',
      'configs/x.yaml:6:1 cathode.porosity:',
      'configs/x.yaml:7:50 cathode.activeMaterial.particleRadius:',
      'configs/x.yaml:8:16 cathode.electrolyte:',
      'configs/x.yaml:9:18 cathode.massFractions:',
      'configs/x.yaml:10:18 cathode.arealCapacity:',
      'configs/x.yaml:13:7 protocol.steps.0:',
      'configs/x.yaml:14:39 protocol.steps.1.until.voltage:',
      'configs/x.yaml:15:11 numerics:',
    ]);
    for (const line of lines) expect(line).not.toContain('\n');
  });
});
