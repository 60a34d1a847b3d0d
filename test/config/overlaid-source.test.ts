import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseCase } from '../../src/config/parse-case.js';
import { parseFit } from '../../src/config/studies/parse-fit.js';

const text = readFileSync(new URL('../../configs/cells/nmc811-li3incl6.yaml', import.meta.url), 'utf8');

function read(set: readonly string[] = []) {
  const reading = parseCase(text, { file: 'a.yaml', set });
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
  return reading;
}

it.each([
  ['membrane.thickness', '44 um'],
  ['cathode.thickness', '120 um'],
  ['cathode.activeMaterial.particleRadius', '2 um'],
  ['protocol.rates', ['C/10', '2C']],
  ['mesh', 'coarse'],
])('a read case with %s changed is the case of a file that says so', (key, value) => {
  const changed = read().with({ [key]: value });
  const { ok, case: given, ledger } = read([`${key}=${JSON.stringify(value)}`]);
  expect(changed).toMatchObject({ ok, case: given });
  const paths = (records: readonly { path: string; value: string }[]) => records.map((one) => [one.path, one.value]);
  expect(changed.ok && paths(changed.ledger)).toEqual(paths(ledger));
});

it('goes over what the command line said, and leaves the case as it was', () => {
  const given = read(['membrane.thickness=10 um']);
  const changed = given.with({ 'membrane.thickness': '44 um' });
  expect(changed.ok && changed.case.membrane.thickness).toBe(44e-6);
  expect(given.case.membrane.thickness).toBe(10e-6);
});

it('tells what is wrong where the file has the key', () => {
  const changed = read().with({ 'membrane.thickness': '44 kg' });
  if (changed.ok) throw new Error('read');
  const line = text.split('\n').findIndex((one) => one.startsWith('membrane:')) + 1;
  expect(changed.issues).toMatchObject([{ file: 'a.yaml', key: 'membrane.thickness', code: 'wrong-unit' }]);
  expect(changed.issues[0].line).toBeGreaterThanOrEqual(line);
});

it('tells of a section that only a changed key opens where that key stands', () => {
  const study = 'title: a fit\nbase: a.yaml\nfit:\n  curves: [{file: c.csv, rate: C/5}]\n  vary:\n'
    + '    activeMaterial.diffusivity: {from: 1e-14 cm^2/s, to: 1e-10 cm^2/s}\n';
  const curve = 'voltage [V], capacity [mAh/g]\n4, 0\n3.9, 10\n3.8, 20\n3.7, 30\n3.6, 40\n';
  const found = parseFit(study, { file: 'fit.yaml', textOf: (name) => (name === 'c.csv' ? curve : text) });
  expect(found.ok ? [] : found.issues).toMatchObject([{ file: 'fit.yaml', line: 6, key: 'activeMaterial' }]);
});
