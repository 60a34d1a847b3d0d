import { describe, expect, it } from 'vitest';
import { pathFrom } from '../../src/config/case-source.js';
import type { CaseIssue, Loaded } from '../../src/config/case.js';
import { parseCase } from '../../src/config/parse-case.js';
import type { ParseOptions } from '../../src/config/parse-options.js';
import { parseComparison } from '../../src/config/studies/parse-comparison.js';
import { parseReproduction } from '../../src/config/studies/parse-reproduction.js';
import { parseSweep } from '../../src/config/studies/parse-sweep.js';
import { parseValidation } from '../../src/config/studies/parse-validation.js';
import { example, meshes } from './example.js';

/** Whoever wrote a wrong value is blamed: file, line and column of each problem, whatever the value went through. */

/** A folder in memory; names are paths from its root. */
function read<T extends object>(parse: (text: string, options: ParseOptions) => Loaded<T>,
  files: Readonly<Record<string, string>>, set: readonly string[] = []): Loaded<T>
{
  const [[file, text]] = Object.entries(files);
  const folder = file.replace(/[^/]*$/, '');
  return parse(text, { file, meshes, set, textOf: (name) => files[pathFrom(folder, name)] });
}

const place = ({ file, line, column, key }: CaseIssue): string =>
  file === '--set' ? `--set ${line} ${key}` : `${file}:${line}:${column} ${key}`;

const places = (reading: Loaded<object>): string[] => (reading.ok ? [] : reading.issues.map(place));

type Row = readonly [words: string, files: Readonly<Record<string, string>>, set: readonly string[],
  expected: readonly string[]];

const thick = (value: string) => example.replace('thickness: 77 um', `thickness: ${value}`);
const atBase = 'title: x\nbase: ../base.yaml\n';

const ofCase: Row[] = [
  ['the case itself', { 'a/x.yaml': thick('77 ohm') }, [], ['a/x.yaml:11:14 cathode.thickness']],
  ['its base', { 'a/x.yaml': atBase, 'base.yaml': thick('77 ohm') }, [], ['base.yaml:11:14 cathode.thickness']],
  ['the base of its base', { 'a/x.yaml': atBase, 'base.yaml': 'base: b/c.yaml\n', 'b/c.yaml': thick('77 ohm') }, [], [
    'b/c.yaml:11:14 cathode.thickness',
  ]],
  ['what goes over a base', { 'a/x.yaml': `${atBase}cathode: {thickness: 3}\n`, 'base.yaml': example }, [], [
    'a/x.yaml:3:22 cathode.thickness',
  ]],
  ['what goes over a key of a base in another way', { 'a/x.yaml': `${atBase}cathode: {massLoading: 3}\n`,
    'base.yaml': example }, [], ['a/x.yaml:3:24 cathode.massLoading']],
  ['what a section lacks that replaces that of a base', {
    'a/x.yaml': `${atBase}cathode: {massFractions: {electrolyte: rest}}\n`,
    'base.yaml': example,
  }, [], ['a/x.yaml:3:11 cathode.massFractions.activeMaterial']],
  ['an unknown key of a base', { 'a/x.yaml': `${atBase}cathode: {thickness: 80 um}\n`,
    'base.yaml': `${example}  thicknes: 3\n` }, [], ['base.yaml:12:3 cathode.thicknes']],
  ['a key that is taken away', { 'a/x.yaml': `${atBase}cathode: {thickness: null}\n`, 'base.yaml': example }, [], [
    'a/x.yaml:3:22 cathode.thickness',
  ]],
  ['--set', { 'a/x.yaml': example }, ['mesh=default', 'cathode.thickness=3'], ['--set 2 cathode.thickness']],
  ['--set over a base', { 'a/x.yaml': atBase, 'base.yaml': example }, ['cathode.thickness=3'], [
    '--set 1 cathode.thickness',
  ]],
  ['--set of a whole section', { 'a/x.yaml': example }, ['membrane={electrolyte: Li3InCl6, thickness: 3}'], [
    '--set 1 membrane.thickness',
  ]],
  ['--set that takes a key away', { 'a/x.yaml': example }, ['cathode.thickness=null'], ['--set 1 cathode.thickness']],
  ['a layer', { 'a/x.yaml': `${example}  layers:\n    - {porosity: 3 um}\n    - {}\n` }, [], [
    'a/x.yaml:13:18 cathode.layers.0.porosity',
  ]],
  ['what layers inherit, once', { 'a/x.yaml': `${thick('7')}  layers: [{porosity: 10 %}, {}]\n` }, [], [
    'a/x.yaml:11:14 cathode.thickness',
  ]],
  ['what layers inherit from a base', { 'a/x.yaml': `${atBase}cathode: {layers: [{porosity: 10 %}, {}]}\n`,
    'base.yaml': thick('7') }, [], ['base.yaml:11:14 cathode.thickness']],
  ['a layer of a base', { 'a/x.yaml': atBase, 'base.yaml': `${example}  layers:\n    - {porosity: 3 um}\n` }, [], [
    'base.yaml:13:18 cathode.layers.0.porosity',
  ]],
  ['--set of a layer', { 'a/x.yaml': `${example}  layers: [{}, {}]\n` }, ['cathode.layers.1.porosity=3 um'], [
    '--set 1 cathode.layers.1.porosity',
  ]],
  ['--set of what layers inherit', { 'a/x.yaml': `${example}  layers: [{}, {}]\n` }, ['cathode.porosity=3 um'], [
    '--set 1 cathode.porosity',
  ]],
  ['a material of the case', { 'a/x.yaml': `${example}materials:\n  Q:\n    like: NMC811\n    density: 3\n` }, [], [
    'a/x.yaml:15:14 materials.Q.density',
  ]],
  ['a material of a base', { 'a/x.yaml': atBase,
    'base.yaml': `${example}materials:\n  Q: {like: NMC811, density: 3}\n` }, [], [
    'base.yaml:13:30 materials.Q.density',
  ]],
  ['a file of materials', { 'a/x.yaml': `${example}materials: lab.yaml\n`,
    'a/lab.yaml': 'materials:\n  Q: {like: NMC811, density: 3}\n' }, [], ['a/lab.yaml:2:30 materials.Q.density']],
  ['a file of materials that a base names, from the folder of the base', { 'a/x.yaml': atBase,
    'base.yaml': `${example}materials: {Q: lab/q.yaml}\n`,
    'lab/q.yaml': 'materials:\n  Q: {like: NMC811, density: 3}\n' }, [], ['lab/q.yaml:2:30 materials.Q.density']],
  ['a CSV file that a file of materials names', { 'a/x.yaml': `${example}materials: ../lab/q.yaml\n`,
    'lab/q.yaml': 'materials:\n  Q: {like: NMC811, openCircuitPotential: {file: ocp.csv}}\n',
    'lab/ocp.csv': 'capacity [mAh/g],potential [V]\n0,4.2\n100,x\n200,3\n' }, [], ['lab/ocp.csv:3:5 ']],
  ['a value of a CSV file', {
    'a/x.yaml': `${example}materials: {Q: {like: NMC811, openCircuitPotential: {file: o.csv}}}\n`,
    'a/o.csv': 'capacity [mAh/g],potential [V]\n0,4.2\n100,44\n200,3\n',
  }, [], ['a/o.csv:3:5 materials.Q.openCircuitPotential.rows.1.1']],
  ['--set over a file of materials', { 'a/x.yaml': `${example}materials: {Q: q.yaml}\n`,
    'a/q.yaml': 'materials:\n  Q: {like: NMC811}\n' }, ['cathode.activeMaterial.density=3'], [
    '--set 1 cathode.activeMaterial.density',
  ]],
  ['a load profile of a base, from the folder of the base', { 'a/x.yaml': atBase,
    'base.yaml': `${example}protocol: {steps: [{profile: {file: drive.csv}}]}\n`,
    'drive.csv': 'time [s], current [mA/cm^2]\n0, 1\n5, 2\n3, 1\n' }, [], [
    'drive.csv:4:1 protocol.steps.0.profile.time.2',
  ]],
  ['a mesh file changed in place', { 'a/x.yaml': `${example}mesh: {name: default, shells: 0}\n` }, [], [
    'a/x.yaml:12:31 mesh.shells',
  ]],
];

const designs = `${example}designs:
  - name: one
    cathode: {porosity: 3 um}
  - {name: two, cathode: {thickness: 3}}
`;
const ofComparison: Row[] = [
  ['a design', { 'a/x.yaml': designs }, [], ['a/x.yaml:14:25 cathode.porosity', 'a/x.yaml:15:38 cathode.thickness']],
  ['what all designs share, once', { 'a/x.yaml': `${thick('7')}designs: [{name: one}, {name: two}]\n` }, [], [
    'a/x.yaml:11:14 cathode.thickness',
  ]],
  ['the base of a design', { 'a/x.yaml': `${example}designs: [{name: one, base: ../b.yaml}, {name: two}]\n`,
    'b.yaml': thick('7') }, [], ['b.yaml:11:14 cathode.thickness']],
  ['--set over all designs, once', { 'a/x.yaml': `${example}designs: [{name: one}, {name: two}]\n` }, [
    'cathode.porosity=3',
  ], ['--set 1 cathode.porosity']],
  ['--set of one design', { 'a/x.yaml': `${example}designs: [{name: one}, {name: two}]\n` }, [
    'designs.1.cathode.porosity=3 um',
  ], ['--set 1 cathode.porosity']],
  ['--set of what is made equal', { 'a/x.yaml': `${example}designs: [{name: one}, {name: two}]\n` }, [
    'compareAt=equal',
  ], ['--set 1 compareAt']],
  ['--set of a design that is not there', { 'a/x.yaml': `${example}designs: [{name: one}, {name: two}]\n` }, [
    'designs.2.cathode.porosity=3 um',
  ], ['--set 1 designs.2.cathode.porosity']],
  ['a file of materials that the base of a design names', {
    'a/x.yaml': `${example}designs: [{name: one, base: ../b/c.yaml}, {name: two}]\n`,
    'b/c.yaml': `${example}materials: lab.yaml\n`,
    'b/lab.yaml': 'materials:\n  Q: {like: NMC811, density: 3}\n',
  }, [], ['b/lab.yaml:2:30 materials.Q.density']],
];

const sweep = `${example}sweep:
  vary:
    cathode.porosity: [10 %, 20 %]
    membrane.thickness: {from: 10 um, to: 30 um}
`;
const ofSweep: Row[] = [
  ['the block', { 'a/x.yaml': sweep.replace('to: 30 um', 'to: 30 mm') }, [], [
    'a/x.yaml:15:25 sweep.vary.membrane.thickness',
  ]],
  ['--set of an axis', { 'a/x.yaml': sweep }, ['sweep.vary.membrane.thickness.points=x'], [
    '--set 1 sweep.vary.membrane.thickness.points',
  ]],
  ['--set of the values of an axis', { 'a/x.yaml': sweep }, ['sweep.vary.cathode.porosity=3'], [
    '--set 1 sweep.vary.cathode.porosity',
  ]],
  ['--set of the method', { 'a/x.yaml': sweep }, ['sweep.method=x'], ['--set 1 sweep.method']],
  ['--set of a key that a sweep does not have', { 'a/x.yaml': sweep }, ['sweep.steps=3'], ['--set 1 sweep.steps']],
  ['--set of an axis, in the design that takes it', { 'a/x.yaml': sweep }, ['sweep.vary.cathode.porosity=[3 um]'], [
    '--set 1 cathode.porosity',
  ]],
  ['an axis, in the design that takes it', { 'a/x.yaml': sweep.replace('20 %]', '3 um]') }, [], [
    'a/x.yaml:14:30 cathode.porosity',
  ]],
];

const check = (parse: (text: string, options: ParseOptions) => Loaded<object>) => ([, files, set, expected]: Row) =>
  expect(places(read(parse, files, set))).toEqual(expected);

describe('a problem of a case stands in', () => it.each(ofCase)('%s', (...row) => check(parseCase)(row)));

describe('a problem of a comparison stands in', () =>
  it.each(ofComparison)('%s', (...row) => check(parseComparison)(row)));

/** Every design of a sweep is read. */
const parseDesigns = (text: string, options: ParseOptions): Loaded<object> => {
  const reading = parseSweep(text, options);
  if (!reading.ok) return reading;
  const { definition } = reading.sweep;
  if (definition.method !== 'grid') throw new Error('a grid');
  for (const axis of definition.axes) {
    for (const value of axis.kind === 'values' ? axis.values : []) {
      const design = reading.sweep.design({ [axis.key]: value });
      if (!design.ok) return design;
    }
  }
  return reading;
};

describe('a problem of a sweep stands in', () => it.each(ofSweep)('%s', (...row) => check(parseDesigns)(row)));

const rows = `${example}rows:
  - {id: a, name: b, where: c, reported: {specificCapacity: 147 mAh/g}, case: {cathode: {porosity: 3 um}}}
`;
const ofReproduction: Row[] = [
  ['a row', { 'a/x.yaml': rows.replace('147 mAh/g', '147 mAh') }, [], [
    'a/x.yaml:13:61 rows.0.reported.specificCapacity',
    'a/x.yaml:13:98 cathode.porosity',
  ]],
  ['the case of a row', { 'a/x.yaml': rows }, [], ['a/x.yaml:13:100 cathode.porosity']],
  ['--set of a row', { 'a/x.yaml': rows }, ['rows.0.reported.specificCapacity=3'], [
    'a/x.yaml:13:100 cathode.porosity',
    '--set 1 rows.0.reported.specificCapacity',
  ]],
  ['--set of what a row does not know', { 'a/x.yaml': rows }, ['rows.0.unknown.cathode.coverage=3'], [
    'a/x.yaml:13:100 cathode.porosity',
    '--set 1 rows.0.unknown.cathode.coverage',
  ]],
  ['--set of the case of a row', { 'a/x.yaml': rows }, ['mesh=default', 'rows.0.case.cathode.porosity=3'], [
    '--set 2 cathode.porosity',
  ]],
  ['--set of all cases', { 'a/x.yaml': rows.replace('3 um', '10 %') }, ['cathode.thickness=3'], [
    '--set 1 cathode.thickness',
  ]],
];

describe('a problem of reported results stands in',
  () => it.each(ofReproduction)('%s', (...row) => check(parseReproduction)(row)));

const cells = `${example}validation:
  nominalCapacity: 200 mAh/g
  cells: [{name: a, measured: []}]
`;
const ofValidation: Row[] = [
  ['--set of a cell', { 'a/x.yaml': cells }, ['validation.cells.0.colour=red'], [
    'a/x.yaml:14:31 validation.cells.0.measured',
    '--set 1 validation.cells.0.colour',
  ]],
];

describe('a problem of measured cells stands in',
  () => it.each(ofValidation)('%s', (...row) => check(parseValidation)(row)));
