import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseCalibration } from '../../src/config/studies/parse-calibration.js';
import { parseValidation } from '../../src/config/studies/parse-validation.js';
import { formatIssue } from '../../src/config/wording.js';
import { messagesOf } from './messages.js';

const meshes = { default: readFileSync(fileURLToPath(new URL('../../meshes/default.yaml', import.meta.url)), 'utf8') };
const base = `title: a source
source: 10.1000/x
membrane: {electrolyte: Li6PS5Cl, thickness: 30 um}
cathode:
  activeMaterial: {name: NMC811, particleRadius: 2 um}
  electrolyte: Li6PS5Cl
  massFractions: {activeMaterial: 80 %, electrolyte: 20 %}
  porosity: 10 %
  activeMassLoading: 10 mg/cm^2
protocol: {rates: [C/10]}
`;
const measured = '- {what: first-discharge, rate: C/10, value: 150 mAh/g, where: Table 1}';
const file = (validation: string) => `${base}validation:\n${validation}`;
const oneCell = (rows: string, more = '') =>
  file(`  nominalCapacity: 200 mAh/g\n  cells:\n    - name: a\n${more}      measured:\n        ${rows}\n`);
const options = { file: 'configs/x-2020.yaml', meshes };

function cellsOf(text: string) {
  const reading = parseValidation(text, options);
  if (!reading.ok) throw new Error(messagesOf(reading).join('\n'));
  return reading.file;
}

const messages = (text: string): string[] => messagesOf(parseValidation(text, options));

describe('measured cells', () => {
  it('have a case each, a nominal capacity and what was measured in SI', () => {
    const { id, source, cells: [cell] } = cellsOf(oneCell(measured, '      case: {temperature: 60 degC}\n'));
    expect([id, source]).toEqual(['x-2020', '10.1000/x']);
    expect(cell.nominalCapacity).toBeCloseTo(720e3, 6);
    expect(cell.measured[0]).toMatchObject({ what: 'first-discharge', rate: 'C/10', read: 'stated', where: 'Table 1' });
    expect(cell.measured[0].value).toBeCloseTo(540e3, 6);
    const loaded = cell.design({});
    expect(loaded.ok && loaded.case.temperature).toBeCloseTo(333.15, 9);
  });

  it('have a current where the cell has an area, as a case does', () => {
    const inMilliamperes = measured.replace('C/10', '0.4 mA');
    const { cells: [cell] } = cellsOf(
      oneCell(inMilliamperes, '      case: {cell: {format: pellet, diameter: 10 mm}}\n'),
    );
    const loaded = cell.design({ 'protocol.rates': [cell.measured[0].rate] });
    const [rate] = loaded.ok ? loaded.case.protocol.rates : [];
    expect(rate).toMatchObject({ kind: 'currentDensity',
      value: expect.closeTo(0.4e-3 / (Math.PI * 0.005 ** 2), 4) as number });
  });

  it('share charge and assumed ranges of the file, and put their own over them', () => {
    const { cells: [first, second, third] } = cellsOf(file(`  nominalCapacity: 200 mAh/g
  charge: {rate: C/10, hold: C/50}
  assumed: {cathode.porosity: [5 %, 20 %], membrane.thickness: [20 um, 40 um]}
  cells:
    - {name: a, measured: [{what: discharge, rate: 1C, value: 100 mAh/g, where: text}]}
    - name: b
      charge: C/20
      assumed: {cathode.porosity: [8 %, 12 %]}
      measured: [{what: discharge, rate: 1C, value: 90 mAh/g, where: text}]
    - {name: c, charge: each, measured: [{what: discharge, rate: 1C, charge: each, value: 95 mAh/g, where: text}]}
`));
    expect(third.charge).toEqual({ rate: 'each', hold: undefined });
    expect(third.measured[0].charge).toBe('each');
    expect(first.charge).toEqual({ rate: 'C/10', hold: 'C/50' });
    expect(second.charge).toEqual({ rate: 'C/20', hold: undefined });
    expect(second.assumed).toEqual([
      { key: 'cathode.porosity', low: '8 %', high: '12 %' },
      { key: 'membrane.thickness', low: '20 um', high: '40 um' },
    ]);
  });
});

it('charges at C/10 before a test of which nothing is said, as a run does', () => {
  const { cells: [cell] } = cellsOf(file(`  nominalCapacity: 200 mAh/g
  cells: [{name: a, measured: [{what: discharge, rate: 1C, value: 100 mAh/g, where: text}]}]
`));
  expect(cell.charge).toEqual({ rate: 'C/10', hold: undefined });
});

describe('a file of measured cells that is wrong', () => {
  it.each([
    ['none at all', base,
      'configs/x-2020.yaml:1:1 validation: expected the measured cells of a source, found nothing; add "validation:"'],
    ['no cells', file('  nominalCapacity: 200 mAh/g\n'),
      'configs/x-2020.yaml:11:1 validation.cells: expected the section "cells", found nothing; add "cells:"'],
    ['nothing measured', file('  nominalCapacity: 200 mAh/g\n  cells: [{name: a}]\n'),
      'configs/x-2020.yaml:13:11 validation.cells.0.measured: expected what was measured of the cell, found nothing; '
      + 'add "measured: [{what: first-discharge, rate: C/10, value: 198 mAh/g, where: Fig. 3}]"'],
    ['no nominal capacity', file(`  cells:\n    - name: a\n      measured:\n        ${measured}\n`),
      'configs/x-2020.yaml:11:1 validation.nominalCapacity: expected the capacity if all of the active material worked, found nothing; '
      + 'add "nominalCapacity: 200 mAh/g"'],
    ['another quantity', oneCell('- {what: capacity, rate: C/10, value: 150 mAh/g, where: text}'),
      'configs/x-2020.yaml:16:18 validation.cells.0.measured.0.what: expected one of first-charge, first-discharge, discharge, rate-decay, retention, '
      + 'mean-voltage, charge-transfer-resistance, found "capacity"; write e.g. what: first-discharge'],
    ['no rate', oneCell('- {what: discharge, value: 150 mAh/g, where: text}'),
      'configs/x-2020.yaml:16:11 validation.cells.0.measured.0.rate: expected rate of the measured test, found nothing; add "rate: C/10"'],
    ['a value in other units', oneCell('- {what: discharge, rate: 1C, value: 3.7 V, where: text}'),
      'configs/x-2020.yaml:16:46 validation.cells.0.measured.0.value: expected a charge per mass such as "200 mAh/g", found "3.7 V"; '
      + 'write a charge per mass, e.g. 200 mAh/g'],
    ['an unknown key', oneCell('- {what: discharge, rate: 1C, value: 150 mAh/g, where: text, until: 1C}'),
      'configs/x-2020.yaml:16:70 validation.cells.0.measured.0.until: expected a known key, found "until"; '
      + 'known keys: what, value, uncertainty, bound, read, where, note, rate, charge, curve'],
    ['a capacity of nothing', oneCell('- {what: discharge, rate: 1C, value: 0 mAh/g, where: text}'),
      'configs/x-2020.yaml:16:46 validation.cells.0.measured.0.value: expected a value above 0; where nothing is delivered, a bound, '
      + 'found "0 mAh/g"; write e.g. value: 10 mAh/g, bound: at-most'],
    ['half a range', oneCell(measured, '      assumed: {cathode.porosity: 5 %}\n'),
      'configs/x-2020.yaml:15:35 validation.cells.0.assumed.cathode.porosity: expected a lower and an upper value, found "5 %"; write e.g. [60 %, 80 %]'],
  ])('is told: %s', (_, text, message) => expect(messages(text)).toEqual([message]));

  it('is told twice of two cells of one name', () => {
    const text = file(
      `  nominalCapacity: 200 mAh/g\n  cells:\n    - {name: a, measured: [${
        measured.slice(2)
      }]}\n    - {name: a, measured: [${measured.slice(2)}]}\n`,
    );
    expect(messages(text)).toEqual([
      'configs/x-2020.yaml:15:14 validation.cells.1.name: expected a name for each design, found "a" twice; rename one of them',
    ]);
  });

  it('is told of a case that is wrong beside what is wrong with the values, at the place in the file', () => {
    const rows = (value: string) => measured.replace('150 mAh/g', value);
    const text = (value: string) => oneCell(rows(value), '      case: {cathode: {porosity: 15 kg}}\n');
    const places = (value: string) => messages(text(value)).map((line) => line.split(':').slice(0, 3).join(':'));
    expect(places('150 mAh/g')).toEqual(['configs/x-2020.yaml:15:34 cathode.porosity']);
    expect(places('3 V')).toEqual(['configs/x-2020.yaml:15:34 cathode.porosity',
      'configs/x-2020.yaml:17:54 validation.cells.0.measured.0.value']);
  });
});

describe('what was calibrated', () => {
  const text = readFileSync(
    fileURLToPath(new URL('../../configs/studies/validation/calibration.yaml', import.meta.url)),
    'utf8',
  );

  it('is read from the shipped file', () => {
    const reading = parseCalibration(text, { file: 'calibration.yaml' });
    expect(reading.ok && reading.calibration.laws[0].rmsLn).toBeGreaterThan(0);
  });

  it('is told what is wrong, at its place', () => {
    const reading = parseCalibration(text.replace(/^    rmsLn: [0-9.]+/m, '    rmsLn: -1'), {
      file: 'calibration.yaml',
    });
    const told = reading.ok ? [] : reading.issues.map(formatIssue);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(
      /^calibration\.yaml:\d+:\d+ laws\.0\.rmsLn: expected .*of at least 0, found -1; choose a value in this range$/,
    );
  });
});
