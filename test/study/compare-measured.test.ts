import { Command } from 'commander';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { measuredCurves } from '../../src/commands/measured-curves.js';
import { addRun } from '../../src/commands/run.js';
import { loadComparison } from '../../src/config/read-case.js';
import { comparisonCard } from '../../src/report/comparison-report.js';
import { resultCard } from '../../src/report/run-report.js';
import { resultSchema } from '../../src/results/result-schema.js';
import { besideMeasured } from '../../src/study/compare/beside-measured.js';
import { compare } from '../../src/study/compare/compare.js';
import { shippedPath } from '../support/shipped-path.js';
import { syntheticCsv } from './fit/support.js';

const file = shippedPath('nmc811-li6ps5cl');
const cheap = ['mesh={name: coarse, shells: 12}', 'protocol.charge=ideal'];
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

const csvAt2C = () =>
  syntheticCsv(file, [...cheap, 'protocol.rates=[2C]', 'protocol.lowerCutoffVoltage=3 V'], 40, { voltage: 0,
    capacity: 0 }, () => 0);

describe('run --data', () => {
  /** What the command prints, and its exit code. */
  async function run(...words: string[]) {
    const texts: string[] = [];
    const writes = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, 'write').mockImplementation((text) => texts.push(String(text)) > 0)
    );
    const root = new Command();
    addRun(root);
    try {
      await root.parseAsync(['run', file, ...words, ...cheap.flatMap((set) => ['--set', set])], { from: 'user' });
      return { text: texts.join(''), code: process.exitCode };
    } finally {
      for (const write of writes) write.mockRestore();
      process.exitCode = undefined;
    }
  }
  const oneRate = ['--no-range', '--set', 'protocol.rates=[2C]'];

  it('puts the measured curve beside that of the cell, with rms and capacity, also at the only rate of a case',
    async () => {
      const data = written('run-2c.csv', csvAt2C());
      const { text, code } = await run('--data', data, '--json', ...oneRate);
      expect(code).toBe(0);
      const document = resultSchema.parse(JSON.parse(text));
      const [{ rate, rms_mV: rms, capacityError }] = document.measured ?? [];
      expect(rate).toBe('2C');
      expect(rms).toBeLessThan(0.1);
      expect(Math.abs(capacityError)).toBeLessThan(1e-3);
      expect(document.warnings.join()).not.toContain('nothing beside it');
      const card = resultCard(document, { colour: false, width: 120 });
      expect(card).toMatch(/run-2c\.csv +2C +\d\.\d{3} +\d\.\d{3} +-?0\.0 ?% +0\.0/);
    });

  it('says of a curve whose current is not that of its rate, which the file tells', async () => {
    const rows = [4.1, 3.9, 3.8, 3.7, 3.5].map((volts, k) => `${k}, 4.09, ${volts}`);
    const other = written('other.csv', `time [min], current [mA/cm^2], voltage [V]\n${rows.join('\n')}\n`);
    const told = async (rate: string) => {
      const { text } = await run('--data', `${other}=${rate}`, '--json', '--no-range', '--set', 'protocol.rates=[2C]');
      return resultSchema.parse(JSON.parse(text)).warnings.filter((one) => one.includes('was discharged at'));
    };
    // 4.09 mAh/cm² of cathode
    expect(await told('1C')).toEqual([]);
    expect(await told('C/5')).toEqual([expect.stringContaining('at 5 times the current that C/5 is of this cell')]);
  });

  it('says what has nothing beside it, and refuses what cannot be read before anything is solved', async () => {
    const low = written('low.csv', 'voltage [V], capacity [mAh/cm^2]\n4.4, 0\n4.39, 1\n4.38, 2\n4.37, 3\n4.36, 4\n');
    const { text } = await run('--data', `${low}=2C`, '--json', ...oneRate);
    const document = resultSchema.parse(JSON.parse(text));
    expect(document.measured).toEqual([]);
    expect(document.warnings.join()).toMatch(/low\.csv has nothing beside it/);
    const refused = await run('--data', `${low}=2C`, '--data', 'none.csv=1C', '--json', ...oneRate);
    expect(refused).toEqual({ code: 2,
      text: expect.stringMatching(/^--data none.csv=1C: expected a CSV file, found no such file[^\n]*\n$/) as string });
  });
});

describe('compare --data', () => {
  const csv = csvAt2C();

  it('puts a design on the curve that it made, and another one off it, at a rate that no case has', () => {
    const read = measuredCurves([`${written('2c.csv', csv)}=2C`], designsOf());
    if (!read.ok) throw new Error(read.troubles.join('\n'));
    const { measured: [own], warnings } = besideMeasured(designsOf()[0].case, read.curves);
    expect(warnings).toEqual([]);
    expect(own.rms_mV).toBeLessThan(0.1);
    expect(Math.abs(own.capacityError)).toBeLessThan(1e-3);
    expect(own.measured.voltage_V.at(-1)).toBeCloseTo(3, 4);
    const { measured: [thin] } = besideMeasured(designsOf('membrane.thickness=200 um')[0].case, read.curves);
    expect(thin.capacityError).toBeLessThan(-0.01);
    expect(thin.rms_mV).toBeGreaterThan(5);
  });

  it('says of gaps, of repeated times and of a curve without one beside it what run says', async () => {
    const [head, ...rows] = csv.trimEnd().split('\n');
    const holed = [head, ...rows.slice(0, 12), rows[11], ...rows.slice(25)].join('\n');
    const low = 'voltage [V], capacity [mAh/cm^2]\n4.4, 0\n4.39, 1\n4.38, 2\n4.37, 3\n4.36, 4\n';
    const read = measuredCurves([`${written('holed.csv', holed)}=2C`, `${written('low-2c.csv', low)}=2C`], designsOf());
    if (!read.ok) throw new Error(read.troubles.join('\n'));
    const designs = ['protocol.rates=[2C]', 'protocol.rates=[1C]'].map((set, i) => ({ ...designsOf(set)[0],
      name: `${i}` })
    );
    const result = await compare(designs, { data: read.curves });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const card = comparisonCard(result.document, { colour: false, width: 400 }).replaceAll(/\s+/g, ' ');
    for (const sentence of [/holed.csv has no point between [\d.]+ % and [\d.]+ % of its charge/,
      /holed.csv has 1 row with the time/, /low-2c.csv has nothing beside it/])
    {
      expect(card).toMatch(sentence);
    }
  });

  it.each([
    ['without a rate', 'c.csv', /^--data .*c.csv: expected a rate/],
    ['of a file that is not there', 'none.csv=1C', /expected a CSV file, found no such file/],
    ['of another table', 'other.csv=1C', /other.csv=1C, line 1: expected columns of a voltage and of a charge/],
    ['of the wrong sign', 'sign.csv=1C', /sign.csv=1C, line 3: expected the charge of a discharge, counted from zero/],
    ['of a whole cell beside a case without an area', 'cell.csv=1C', /expected a charge per mass of active material/],
  ])('%s is told in a sentence', (_, data, words) => {
    written('c.csv', csv);
    written('sign.csv', 'voltage [V], capacity [mAh/g]\n4.2, 0\n4, -10\n3.9, -20\n3.8, -30\n3.7, -40\n');
    written('other.csv', 'x, y\n1, 2\n');
    written('cell.csv', csv.replace('mAh/cm^2', 'mAh'));
    const read = measuredCurves([join(folder, data)], designsOf());
    expect(read.ok ? [] : read.troubles).toEqual([expect.stringMatching(words)]);
  });
});
