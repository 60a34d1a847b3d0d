import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measuredCurves } from '../../src/commands/measured-curves.js';
import { loadComparison } from '../../src/config/read-case.js';
import { besideMeasured } from '../../src/study/compare/beside-measured.js';
import { shippedPath } from '../support/shipped-path.js';
import { syntheticCsv } from './fit/support.js';

const file = shippedPath('nmc811-li6ps5cl');
const cheap = ['mesh=coarse', 'protocol.charge=ideal'];
const folder = mkdtempSync(join(tmpdir(), 'catholith-measured-'));

const designsOf = (...set: string[]) => {
  const reading = loadComparison(file, { set: [...cheap, ...set] });
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
  return reading.file.designs;
};

function written(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe('compare --data', () => {
  const csv = syntheticCsv(file, [...cheap, 'protocol.rates=[2C]', 'protocol.lowerCutoffVoltage=3 V'], 40, { voltage: 0,
    capacity: 0 }, () => 0);

  it('puts a design on the curve that it made, and another one off it, at a rate that no case has', () => {
    const read = measuredCurves([`${written('2c.csv', csv)}=2C`], designsOf());
    if (!read.ok) throw new Error(read.troubles.join('\n'));
    const [own] = besideMeasured(designsOf()[0].case, read.curves);
    expect(own.rms_mV).toBeLessThan(0.1);
    expect(Math.abs(own.capacityError)).toBeLessThan(1e-3);
    expect(own.measured.voltage_V.at(-1)).toBeCloseTo(3, 4);
    const [thin] = besideMeasured(designsOf('membrane.thickness=200 um')[0].case, read.curves);
    expect(thin.capacityError).toBeLessThan(-0.01);
    expect(thin.rms_mV).toBeGreaterThan(5);
  }, 60_000);

  it.each([
    ['without a rate', 'c.csv', /^--data .*c.csv: expected a rate/],
    ['of a file that is not there', 'none.csv=1C', /expected a CSV file, found no such file/],
    ['of another table', 'other.csv=1C', /other.csv=1C, line 1: expected columns of a voltage and of a charge/],
    ['of a whole cell beside a case without an area', 'cell.csv=1C', /expected a charge per mass of active material/],
  ])('%s is told in a sentence', (_, data, words) => {
    written('c.csv', csv);
    written('other.csv', 'x, y\n1, 2\n');
    written('cell.csv', csv.replace('mAh/cm^2', 'mAh'));
    const read = measuredCurves([join(folder, data)], designsOf());
    expect(read.ok ? [] : read.troubles).toEqual([expect.stringMatching(words)]);
  });
});
