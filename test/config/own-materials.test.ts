import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LoadedCase, MeasuredCurve } from '../../src/config/case.js';
import { materialNames } from '../../src/config/material-names.js';
import { parseCase } from '../../src/config/parse-case.js';
import { parseMaterials } from '../../src/config/parse-materials.js';
import { formatIssue } from '../../src/config/wording.js';
import { root } from '../support/program.js';
import { example, meshes } from './example.js';

const load = (text: string, files: Record<string, string> = {}): LoadedCase =>
  parseCase(text, { file: 'configs/x.yaml', meshes, textOf: (name) => files[name] });

const linesOf = (text: string, files: Record<string, string> = {}): string[] => {
  const loaded = load(text, files);
  return loaded.ok ? [] : loaded.issues.map(formatIssue);
};

const withMaterials = (lines: string): string =>
  `${example.replace('activeMaterial: NMC811', 'activeMaterial: mine')}materials:\n${lines}`;

function loaded(text: string, files: Record<string, string> = {}) {
  const reading = load(text, files);
  if (!reading.ok) throw new Error(reading.issues.map(formatIssue).join('\n'));
  return reading;
}

const csv = 'capacity [mAh/g], potential [V]\n0, 4.3\n50, 4.0\n100, 3.8\n150, 3.6\n';

describe('a material of one\'s own', () => {
  it('goes with every place that names it, beside what the place itself says', () => {
    const { case: given, ledger } = loaded(
      withMaterials('  mine: {like: NMC811, particleRadius: 2 um, source: own sieve}\n')
        .replace('activeMaterial: mine', 'activeMaterial: {name: mine, diffusivity: 1e-15 m^2/s}'),
    );
    expect(given.cathode.layers[0].activeMaterial).toEqual({
      name: 'mine',
      overrides: { diffusivity: 1e-15 },
      own: { kind: 'activeMaterial', like: 'NMC811', title: 'active material of this case',
        properties: { particleRadius: 2e-6 } },
    });
    expect(ledger.find(({ path }) => path === 'mine.particleRadius')).toMatchObject({ value: '2', unit: 'um',
      status: 'given', source: 'own sieve' });
  });

  it('leaves no trace in the ledger where nothing names it', () => {
    const { ledger } = loaded(`${example}materials: {mine: {like: NMC811, particleRadius: 2 um}}\n`);
    expect(ledger.filter(({ path }) => path.includes('mine'))).toEqual([]);
  });

  it('may stand in a file, which stands for one, or for all', () => {
    const file = 'materials:\n  mine: {like: NMC811, openCircuitPotential: {file: ocp.csv, x: capacity}}\n';
    const files = { 'powders/lab.yaml': file, 'powders/ocp.csv': csv };
    const base = example.replace('activeMaterial: NMC811', 'activeMaterial: mine');
    const one = loaded(`${base}materials: {mine: powders/lab.yaml}\n`, files).case;
    expect(one.cathode.layers).toEqual(loaded(`${base}materials: powders/lab.yaml\n`, files).case.cathode.layers);
    expect(one.cathode.layers[0].activeMaterial.own?.properties.openCircuitPotential).toMatchObject({ x: 'capacity',
      points: [[0, 4.3], [180_000, 4], [360_000, 3.8], [540_000, 3.6]] });
  });

  it('has its problems where they stand: in the case, in its file, in the CSV file', () => {
    const file =
      'materials:\n  mine:\n    like: NMC811\n    particleRadius: 2 mg\n    openCircuitPotential: {file: ocp.csv}\n';
    const broken =
      'capacity [mAh/g], potential [V]\n0, 4.3\n10, four\n50, 4.0\n60, 3.95\n80, 3.9\n100, 4.1\n120, 3.7\n140, 3.65\n150, 3.6\n';
    const lines = linesOf(`${example}materials: lab.yaml\n`.replace('thickness: 30 um', 'thickness: 30'), {
      'lab.yaml': file,
      'ocp.csv': broken,
    });
    expect(lines).toEqual([
      expect.stringMatching(/^configs\/x.yaml:5:14 membrane.thickness: expected a length/),
      expect.stringMatching(/^configs\/lab.yaml:4:21 materials.mine.particleRadius: expected a length/),
      'configs/ocp.csv:3:5: expected a number, found "four"; write it with a decimal point, without unit',
      expect.stringMatching(
        /^configs\/ocp.csv:7:6 materials.mine.openCircuitPotential.rows.4.1: expected a potential that falls/,
      ),
    ]);
  });

  it('says what is missing where it is like no other', () => {
    const [first, ...rest] = linesOf(withMaterials('  mine: {kind: activeMaterial, density: 4.7 g/cm^3}\n'));
    expect(first).toContain('materials.mine.chargedStoichiometry: expected stoichiometry when the cell is charged');
    expect(first).toContain('or e.g. "like: NMC811" for everything that is not given');
    expect(rest.map((line) => /materials\.mine\.(\w+)/.exec(line)?.[1])).toEqual(['dischargedStoichiometry',
      'particleRadius', 'openCircuitPotential', 'diffusivity', 'electronicConductivity',
      'referenceExchangeCurrentDensity', 'specificCapacity']);
  });

  it.each([
    ['  NMC811: {like: NMC811}\n', 'expected a name that the library does not have'],
    ['  cathode: {like: NMC811}\n', 'expected a name that no section of a case has'],
    ['  mine: {title: powder}\n', 'neither "kind" nor "like"'],
    ['  mine: {like: NMC812}\n', 'did you mean NMC811?'],
    ['  mine: {like: LLZO}\n', 'mine, which is a material of kind electrolyte'],
    ['  mine: {like: NMC811, kind: electrolyte}\n', 'NMC811, which is a material of kind active material'],
    ['  mine: {like: NMC811, ionicConductivity: 1 mS/cm}\n', 'found "ionicConductivity"'],
    ['  mine: powders.yaml\n', 'put it at configs/powders.yaml'],
    ['  mine: {like: NMC811, density: {file: d.csv}}\n', 'put it at configs/d.csv'],
  ])('refuses %s', (lines, words) => expect(linesOf(withMaterials(lines)).join('\n')).toContain(words));

  it('of a file that is not there is one problem', () => {
    const text = `${example.replace('activeMaterial: NMC811', 'activeMaterial: mine')}materials: nowhere.yaml\n`;
    expect(linesOf(text)).toEqual([
      expect.stringContaining('put it at configs/nowhere.yaml, or correct its name') as string,
    ]);
  });

  it('that is misspelt is named before others, of which there are a few', () => {
    const [line] = linesOf(example.replace('electrolyte: Li3InCl6', 'electrolyte: Li6PS5Cj'));
    expect(line).toMatch(/found "Li6PS5Cj"; did you mean Li6PS5Cl\?/);
    expect(line).toMatch(/or use one of (\S+, ){4}\S+ and \d+ more, see "catholith materials"$/);
  });

  it('is never told the name of another kind, which would be refused next', () => {
    const [line] = linesOf(example.replace('electrolyte: Li3InCl6', 'electrolyte: NMC81'));
    expect(line).toContain('found "NMC81" (NMC811 is a material of kind active material); use one of Li3InCl6,');
    expect(line).not.toContain('did you mean');
  });

  it.each([
    ['Li-In', 'lithium-indium', `${example}anode: {material: Li-In}\n`],
    ['LTO', 'Li4Ti5O12', example.replace('electrolyte: Li3InCl6', 'electrolyte: LTO')],
    ['Li4Ti5O12', 'LTO', example.replace('activeMaterial: NMC811', 'activeMaterial: Li4Ti5O12')],
    ...[['LPSCl', 'Li6PS5Cl'], ['LPS', 'Li3PS4-glass'], ['LIC', 'Li3InCl6'], ['LBO', 'Li3BO3']].map((
      [word, name],
    ) => [word, name, example.replace('electrolyte: Li3InCl6', `electrolyte: ${word}`)]),
  ])(
    'that laboratories call %s is %s in the library',
    (word, name, text) => {
      const [line] = linesOf(text);
      expect(line).toMatch(new RegExp(`found "?${word}"?.*; did you mean ${name}\\?`));
      expect(Object.values(materialNames).flat()).toContain(name);
    },
  );

  it('that nobody knows is told with everything else that is wrong', () => {
    const lines = linesOf(example.replace('electrolyte: Li3InCl6', 'electrolyte: unobtainium').replace('77 um', '77'));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('membrane.electrolyte: expected a material of the library (electrolyte), found');
    expect(lines[0]).toContain('describe it under "materials:"');
  });
});

describe('a measured curve', () => {
  const curveOf = (text: string, files: Record<string, string>) =>
    loaded(withMaterials(`  mine: {like: NMC811, openCircuitPotential: ${text}}\n`), files).case.cathode.layers[0]
      .activeMaterial.own
      ?.properties.openCircuitPotential;

  it('takes the columns by their titles, with semicolons and decimal commas too', () => {
    const wide = 'time/s;Ewe/V;Capacity/mA.h\n0;4,3;0\n10;4,1;0,5\n20;3,9;1\n';
    const curve = curveOf('{file: a.csv, mass: 5 mg}', { 'a.csv': wide });
    expect(curve).toMatchObject({ x: 'capacity' });
    expect((curve as MeasuredCurve).points.map(([x]) => Math.round(x / 3600))).toEqual([0, 100, 200]);
  });

  it('takes the columns of a galvanostat by their units, behind a preamble, and where a unit alone is the title', () => {
    const german =
      'Protokoll Zelle 3\r\nKanal 4;5 mAh\r\nAktivmasse: 8,4 mg\r\nZeit/s;Spannung/V;Kapazität/mAh/g\r\n0;4,3;0\r\n9;3,8;100\r\n';
    for (const text of [german, 'time (s),V,mAh/g\n0,4.3,0\n9,3.8,100\n']) {
      expect(curveOf('{file: a.csv}', { 'a.csv': text })).toMatchObject({ points: [[0, 4.3], [360_000, 3.8]] });
    }
    expect(
      linesOf(withMaterials('  mine: {like: NMC811, openCircuitPotential: {file: a.csv}}\n'), {
        'a.csv': german.replace('3,8', 'x'),
      })
        .join('\n'),
    ).toContain('a.csv:6:3: expected a number, found "x"');
  });

  it('takes a column that is called otherwise by its unit', () => {
    const curve = curveOf('{file: a.csv}', { 'a.csv': 'Specific capacity (mAh/g);Ewe (V)\n0,0;4,3\n100,0;3,8\n' });
    expect(curve).toMatchObject({ x: 'capacity', points: [[0, 4.3], [360_000, 3.8]] });
  });

  it('may be written in rows, over state of charge, against indium', () => {
    expect(curveOf('{x: soc, rows: [[0 %, 3.0 V], [100 %, 3.7 V]], against: In/InLi}', {})).toEqual({ x: 'soc',
      points: [[0, 3], [1, 3.7]], against: 'lithium-indium' });
  });

  it.each([
    ['{file: a.csv}', 'q1, b, c\n1, 2, 3\n', 'which of the columns holds the values: q1, b, c'],
    ['{file: a.csv, column: e}', 'q [mAh/g], b\n1, 2\n', 'a column of the file: q, b'],
    ['{file: a.csv}', 'q [mAh], potential [V]\n1, 4\n2, 3.9\n', 'add the mass of active material'],
    ['{file: a.csv}', 'q [mAh/g], potential\n1, 4\n2, 3.9\n', 'found no unit'],
    ['{file: a.csv}', 'q [mAh/g], potential [V]\n0, 4\n0.176, 3.9\n',
      'a column of capacity that covers 1 mAh/g to 5000 mAh/g, found 0.176 mAh/g between its ends, in the unit "mAh/g"'],
    ['{file: a.csv}', 'foo [s], potential [V]\n1, 4\n2, 3.9\n', 'what the curve is over: capacity, stoichiometry, soc'],
    ['{file: a.csv, x: soc}', 'soc, potential [V]\n0, 3\n1.5, 4\n', 'expected a share from 0 to 1, found 1.5'],
    ['{file: a.csv, x: soc}', 'soc, potential [V]\n0, 3000\n0.5, 3500\n1, 4000\n',
      'found 3000 V and the next 2 rows; choose values'],
    ['{file: a.csv, against: NHE}', csv, 'what the potential was measured against'],
    ['{file: a.csv, columns: 2}', csv, 'did you mean "column"?'],
  ])('refuses %s of %j', (text, file, words) => {
    expect(
      linesOf(withMaterials(`  mine: {like: NMC811, openCircuitPotential: ${text}}\n`), { 'a.csv': file }).join('\n'),
    )
      .toContain(words);
  });
});

describe('a formula of a case', () => {
  const materialOf = (text: string) => withMaterials(`  mine: {like: NMC811, diffusivity: ${text}}\n`);

  it('is read with its unit, and shown as written', () => {
    const { case: given, ledger } = loaded(
      materialOf('{formula: 1e-11*exp(-3*s), unit: cm^2/s, between: [0.2, 95 %], fitted: true}'),
    );
    expect(given.cathode.layers[0].activeMaterial.own?.properties.diffusivity).toEqual({ formula: '1e-11*exp(-3*s)',
      unit: 'cm^2/s', factor: 1e-4, between: [0.2, 0.95] });
    expect(ledger.find(({ path }) => path === 'mine.diffusivity')).toMatchObject({ status: 'fitted', unit: 'cm^2/s',
      value: '1e-11*exp(-3*s) for s from 0.2 to 0.95' });
  });

  it.each([
    ['{formula: 1e-11*exp(-3*x), unit: cm^2/s}', 'found "x"'],
    ['{formula: 1e-11*(exp(s), unit: cm^2/s}', 'a closing bracket, found the end'],
    ['{formula: 1e-11, unit: V}', 'materials.mine.diffusivity.unit: expected the unit of a diffusivity'],
    ['{formula: 1e-11 - s, unit: cm^2/s}',
      'materials.mine.diffusivity.formula: expected lithium diffusivity in the particles from'],
    ['{formula: ln(s), unit: cm^2/s}', 'found "no number at s = 0"'],
    ['{formula: 1e-11, unit: cm^2/s, between: [0.9, 0.2]}', 'the lower one first'],
    ['{formula: 1e-11, unit: cm^2/s, from: 3}', 'found "from"'],
  ])('is refused as %s', (text, words) => expect(linesOf(materialOf(text)).join('\n')).toContain(words));

  it('of a potential falls', () => {
    const text = withMaterials('  mine: {like: NMC811, openCircuitPotential: {formula: 4 + 0.2*sin(6*s), unit: V}}\n');
    expect(linesOf(text).join('\n')).toContain('above what lies before; correct the formula, or narrow "between"');
  });
});

describe('the page about one\'s own cell', () => {
  it('has a case and materials that are valid as printed', () => {
    const page = readFileSync(`${root}docs/own-cell.md`, 'utf8');
    const [powders, pellet, _titrated, transport] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) =>
      block
    );
    const files = { 'powders.yaml': powders, 'ocp.csv': readFileSync(`${root}configs/cells/own-cell/ocp.csv`, 'utf8') };
    expect(linesOf(pellet, files)).toEqual([]);
    expect(linesOf(pellet.replace('cathode:\n', transport), files)).toEqual([]);
  });
});

describe('a file of materials', () => {
  it('is read without a case', () => {
    const reading = parseMaterials('materials: {mine: {like: LLZO, ionicConductivity: 0.3 mS/cm}}', {
      file: 'lab.yaml',
    });
    expect(reading.ok && reading.materials.mine).toMatchObject({ kind: 'electrolyte', like: 'LLZO' });
    expect(reading.ok && reading.ledger).toMatchObject([{ path: 'mine.ionicConductivity', source: 'lab.yaml' }]);
  });

  it('has materials', () => {
    const reading = parseMaterials('title: nothing', { file: 'lab.yaml' });
    expect(!reading.ok && reading.issues.map(formatIssue)).toEqual(
      ['lab.yaml:1:1 materials: expected materials by name, found nothing; add "materials: {my-NMC: {like: NMC811}}"'],
    );
  });
});
