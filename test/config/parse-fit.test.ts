import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMeshes } from '../../src/config/read-case.js';
import { parseFit } from '../../src/config/studies/parse-fit.js';
import { formatIssue } from '../../src/config/wording.js';
import { shippedPath } from '../support/shipped-path.js';

const root = new URL('../../', import.meta.url).pathname;
const meshes = readMeshes(`${root}meshes`);
const base = readFileSync(shippedPath('nmc811-li6ps5cl'), 'utf8');
const csv = readFileSync(`${root}configs/studies/fits/synthetic-c5.csv`, 'utf8');
const ohms = 'frequency [Hz], Re Z [ohm cm^2], Im Z [ohm cm^2]\n1000, 5, -1\n100, 6, -2\n10, 7, -1\n';
const vary = 'vary: {membrane.thickness: {from: 10 um, to: 100 um}}';

const read = (block: string) =>
  parseFit(`${base}\n${block}`, { file: 'x.yaml', meshes, textOf: (name) =>
    ({ 'c5.csv': csv, 'pouch.csv': csv.replace('mAh/cm^2', 'mAh'), 'z.csv': ohms,
      'cell.csv': ohms.replaceAll('ohm cm^2', 'ohm') } as Readonly<Record<string, string>>)[name] });

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
    const numbered = read(`fit: {curves: [{file: c5.csv, rate: C/5, discharge: 1}], ${vary}}`);
    expect(numbered.ok && numbered.fit.curves[0].file).toBe('c5.csv#1');
  });

  it('takes the current of a cell over its area', () => {
    const reading = read(
      `fit: {curves: [{file: pouch.csv, rate: 0.4 mA, set: {cell: {format: pellet, area: 2 cm^2}}}], ${vary}}\ncell: {format: pellet, area: 1 cm^2}`,
    );
    if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
    const loaded = reading.fit.design(0, [25]);
    expect(loaded.ok && loaded.case.protocol.rates).toEqual([
      { kind: 'currentDensity', value: expect.closeTo(2, 5) as number, written: '0.4 mA' },
    ]);
  });

  const perCell = 'fit: {vary: {membrane.thickness: {from: 10 um, to: 100 um, per: cell}, '
    + 'cathode.porosity: {from: 5 %, to: 20 %}}, capacities: [{capacity: 150 mAh/g, rate: C/5, cell: A}, '
    + '{capacity: 90 mAh/g, rate: 1C, cell: A}, {capacity: 80 mAh/g, rate: 1C, cell: 2}, '
    + '{capacity: 140 mAh/g, rate: C/5, cell: 2}]}';

  it('gives each cell its own value of a key that is fitted per cell', () => {
    const reading = read(perCell);
    if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
    const { fit } = reading;
    expect(fit.vary.map(({ key, cell }) => [key, cell])).toEqual([['membrane.thickness', 'A'], ['membrane.thickness',
      '2'], ['cathode.porosity', undefined]]);
    const thickness = [0, 2].map((experiment) => {
      const loaded = fit.design(experiment, [20, 30, 10]);
      return loaded.ok ? loaded.case.membrane.thickness : undefined;
    });
    expect(thickness).toEqual([20e-6, 30e-6]);
  });

  it.each([
    ['a measurement without its cell', perCell.replace(', cell: 2', ''),
      'fit.capacities.2.cell: expected the name of the cell, for a key is fitted per cell, found nothing'],
    ['a cell that no file can be named after', perCell.replace('cell: A', 'cell: a/b'),
      'fit.capacities.0.cell: expected a name of letters, digits, - and _, found "a/b"'],
    ['keys per something else', perCell.replace('per: cell', 'per: rate'),
      'fit.vary.membrane.thickness.per: expected cell, found "rate"'],
    ['nothing', 'fit: {}', ''],
    ['no such file', `fit: {curves: [{file: c6.csv, rate: C/5}], ${vary}}`,
      'fit.curves.0.file: expected a CSV file, found no such file'],
    ['no rate', `fit: {curves: [{file: c5.csv}], ${vary}}`,
      'fit.curves.0.rate: expected C-rate, current density or current of the cell, found nothing; add "rate: C/20"'],
    ['the current of a cell without an area', `fit: {curves: [{file: c5.csv, rate: 0.4 mA}], ${vary}}`,
      'fit.curves.0.rate: expected a rate such as "C/3", "1C" or "2 mA/cm^2", found "0.4 mA"; write it per area, or give the area'],
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
    ['a key of a material in a file of its own',
      'fit: {curves: [{file: c5.csv, rate: C/5}], vary: {title.mine.diffusivity: {from: 1e-14 cm^2/s, to: 1e-10 cm^2/s}}}',
      'of a material where it is used: cathode.activeMaterial.diffusivity'],
    ['a charge of a whole pouch', `fit: {curves: [{file: pouch.csv, rate: C/5}], ${vary}}`,
      'fit.curves.0.file: expected a charge per mass of active material or per area'],
    ['more keys than a fit takes',
      `fit: {curves: [{file: c5.csv, rate: C/5}], vary: {${
        Array.from({ length: 21 }, (_, i) => `a${i}: {from: 1, to: 2}`).join(', ')
      }}}`, 'fit.vary: expected at most 20 fitted keys, found 21'],
    ['noise of nothing', `fit: {curves: [{file: c5.csv, rate: C/5}], ${vary}, noise: {voltage: 0 mV}}`,
      'fit.noise.voltage: expected a voltage of at least 1 nV'],
    ['a discharge that the file does not have', `fit: {curves: [{file: c5.csv, rate: C/5, discharge: 2}], ${vary}}`,
      'expected the one discharge of the file, found 2'],
    ['no whole number of a discharge', `fit: {curves: [{file: c5.csv, rate: C/5, discharge: last}], ${vary}}`,
      'fit.curves.0.discharge: expected a whole number, found "last"'],
    ['capacities that are no list', `fit: {capacities: 152 mAh/g, ${vary}}`, 'fit.capacities: expected a list'],
    ['a capacity without a unit',
      `fit: {capacities: [{capacity: 152, rate: 1C}, {capacity: 1 mAh/g, rate: 1C}], ${vary}}`,
      'fit.capacities.0.capacity: expected a capacity above zero with its unit, found 152'],
    ['the capacity of a whole pouch',
      `fit: {capacities: [{capacity: 2 mAh, rate: 1C}, {capacity: 3 mAh, rate: C/5}], ${vary}}`,
      'fit.capacities.0.capacity: expected a charge per mass of active material or per area'],
    ['a spectrum without its state of charge', `fit: {spectra: [{file: z.csv}], ${vary}}`,
      'fit.spectra.0.soc: expected state of charge of the cathode'],
    ['a state of charge above 1', `fit: {spectra: [{file: z.csv, soc: 1.2}], ${vary}}`, 'fit.spectra.0.soc: expected'],
    ['the impedance of a whole cell', `fit: {spectra: [{file: cell.csv, soc: 0.5}], ${vary}}`,
      'fit.spectra.0.file: expected an impedance times the area of the cell, or a cell with an area'],
    ['a discharge as a spectrum', `fit: {spectra: [{file: c5.csv, soc: 0.5}], ${vary}}`,
      'expected columns of a frequency'],
    ['bounds of the double layer in another unit',
      'fit: {spectra: [{file: z.csv, soc: 0.5}], vary: {impedance.doubleLayerCapacitance: {from: 1 um, to: 2 um}}}',
      'fit.vary.impedance.doubleLayerCapacitance: expected bounds in a capacitance per area'],
    ['no more capacities than keys', `fit: {capacities: [{capacity: 152 mAh/g, rate: 1C}], ${vary}}`,
      'expected more measured points than the 1 fitted keys, found 1'],
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
