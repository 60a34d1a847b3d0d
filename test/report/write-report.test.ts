import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriesCsv } from '../../src/report/series-csv.js';
import { writeReport } from '../../src/report/writers.js';
import { resultSchema } from '../../src/results/result-schema.js';
import { fixture } from './fixture.js';

const doc = fixture();
let directory: string;
let files: string[];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'catholith-report-'));
  files = await writeReport(doc, join(directory, 'new', 'folder'));
});

afterAll(() => rm(directory, { recursive: true }));

const named = (end: string) => files.filter((file) => file.endsWith(end));

test('writes the page, the data and every figure twice', () => {
  const names = files.map((file) => relative(join(directory, 'new', 'folder'), file));
  expect(names).toEqual(
    expect.arrayContaining(['report.html', 'result.json', 'series.csv', join('figures', 'polarisation.svg')]),
  );
  expect(named('.svg')).toHaveLength(9);
  expect(named('.png')).toHaveLength(9);
});

test('the PNGs are PNGs of at least 1600 pixels with something on them', async () => {
  for (const file of named('.png')) {
    const bytes = await readFile(file);
    expect([...bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(1600);
    expect(bytes.length).toBeGreaterThan(20_000);
  }
});

test('result.json is the document', async () => {
  expect(resultSchema.parse(JSON.parse(await readFile(named('result.json')[0], 'utf8')))).toEqual(doc);
});

test('the page holds the figures', async () => {
  const page = await readFile(named('report.html')[0], 'utf8');
  expect(page.match(/<figure id=/g)).toHaveLength(9);
  // those of the other rates, behind their buttons
  expect(page.match(/<figure>/g)).toHaveLength(10);
});

test('the table of the curves has a row per recorded time and units in its head', () => {
  const [head, ...rows] = seriesCsv(doc).trimEnd().split('\n');
  const columns = head.split(',');
  expect(columns.slice(0, 3)).toEqual(['rate', 'cRate', 'time_s']);
  expect(columns).toEqual(
    expect.arrayContaining(['time_s', 'voltage_V', 'polarisation_ionsInCathode_mV', 'polarisation_total_mV']),
  );
  expect(rows).toHaveLength(doc.rates.reduce((sum, rate) => sum + rate.series.time_s.length, 0));
  expect(new Set(rows.map((row) => row.split(',').length))).toEqual(new Set([columns.length]));
  expect(Number(rows[5].split(',')[columns.indexOf('voltage_V')])).toBe(doc.rates[0].series.voltage_V[5]);
});

test('a temperature that follows from the heat is the last column', () => {
  const [first, ...others] = doc.rates;
  const warm = { ...first, series: { ...first.series, temperature_K: first.series.time_s.map((_, k) => 300 + k) } };
  const [head, row] = seriesCsv({ ...doc, rates: [warm, ...others] }).split('\n');
  expect(head.split(',').at(-1)).toBe('temperature_K');
  expect(row.split(',').at(-1)).toBe('300');
});

test('undefined values are empty and labels with commas are quoted', () => {
  const rates = fixture({ pick: ['1C'] }).rates.map((rate) => ({ ...rate, label: 'a, "b"' }));
  const [, first] = seriesCsv({ ...doc, rates }).split('\n');
  expect(first.startsWith('"a, ""b""",1,0,0,')).toBe(true);
  expect(first).toMatch(/,0,,/);
});
