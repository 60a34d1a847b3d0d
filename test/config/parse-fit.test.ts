import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFit } from '../../src/config/parse-fit.js';
import { readMeshes } from '../../src/config/read-case.js';
import { formatIssue } from '../../src/config/wording.js';
import { shippedPath } from '../support/shipped-path.js';

const root = new URL('../../', import.meta.url).pathname;
const meshes = readMeshes(`${root}meshes`);
const base = readFileSync(shippedPath('nmc811-li6ps5cl'), 'utf8');
const csv = readFileSync(`${root}configs/studies/fits/synthetic-c5.csv`, 'utf8');
const vary = 'vary: {membrane.thickness: {from: 10 um, to: 100 um}}';

const read = (block: string) =>
  parseFit(`${base}\n${block}`, { file: 'x.yaml', meshes, textOf: (name) =>
    ({ 'c5.csv': csv, 'pouch.csv': csv.replace('mAh/cm^2', 'mAh') })[name] });

function problem(block: string): string {
  const reading = read(block);
  expect(reading.ok).toBe(false);
  expect(reading.ok ? [] : reading.issues).toHaveLength(1);
  return reading.ok ? '' : formatIssue(reading.issues[0]);
}

describe('fit:', () => {
  it('gives each curve its rate and its cut-off, and the keys their values', () => {
    const reading = read(`fit: {curves: [{file: c5.csv, rate: C/5, set: {temperature: 40 degC}}], ${vary}}`);
    if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
    const loaded = reading.fit.design(0, [25]);
    expect(loaded.ok && loaded.case).toMatchObject({ temperature: 313.15, membrane: { thickness: 25e-6 },
      protocol: { rates: [{ kind: 'cRate', value: 0.2 }],
        steps: [{ until: { voltage: expect.closeTo(2.8, 3) as number } }] } });
    expect(reading.fit.noise.assumed).toBe(true);
  });

  it.each([
    ['nothing', 'fit: {}', ''],
    ['no such file', `fit: {curves: [{file: c6.csv, rate: C/5}], ${vary}}`,
      'fit.curves.0.file: expected a CSV file, found no such file'],
    ['no rate', `fit: {curves: [{file: c5.csv}], ${vary}}`, 'fit.curves.0.rate: expected a rate'],
    ['an unknown key', `fit: {curves: [{file: c5.csv, rate: C/5, at: 1}], ${vary}}`,
      'fit.curves.0.at: expected a known key'],
    ['bounds in the wrong order',
      'fit: {curves: [{file: c5.csv, rate: C/5}], vary: {membrane.thickness: {from: 100 um, to: 10 um}}}',
      'fit.vary.membrane.thickness: expected bounds with from below to, found "100 um" to "10 um"'],
    ['a key that no case has',
      'fit: {curves: [{file: c5.csv, rate: C/5}], vary: {membrane.thicknes: {from: 1 um, to: 10 um}}}',
      'membrane.thicknes: expected a known key'],
    ['a bound that no case allows',
      'fit: {curves: [{file: c5.csv, rate: C/5}], vary: {membrane.thickness: {from: 10 um, to: 900 m}}}',
      'expected from and to in one unit'],
    ['a charge of a whole pouch', `fit: {curves: [{file: pouch.csv, rate: C/5}], ${vary}}`,
      'fit.curves.0.file: expected a charge per mass of active material or per area'],
    ['more keys than a fit takes',
      `fit: {curves: [{file: c5.csv, rate: C/5}], vary: {${
        Array.from({ length: 21 }, (_, i) => `a${i}: {from: 1, to: 2}`).join(', ')
      }}}`, 'fit.vary: expected at most 20 fitted keys, found 21'],
    ['noise of nothing', `fit: {curves: [{file: c5.csv, rate: C/5}], ${vary}, noise: {voltage: 0 mV}}`,
      'fit.noise.voltage: expected a standard deviation above zero'],
    ['steps',
      `fit: {curves: [{file: c5.csv, rate: C/5}], ${vary}}\nprotocol: {steps: [{charge: C/5, until: {voltage: 4.3 V}}]}`,
      ''],
  ])('with %s is told at its place', (_, block, expected) => {
    if (expected === '') {
      expect(read(block.includes('protocol') ? block : block).ok).toBe(false);
      return;
    }
    expect(problem(block)).toContain(expected);
  });
});
