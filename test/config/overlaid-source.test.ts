import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseCase } from '../../src/config/parse-case.js';

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
