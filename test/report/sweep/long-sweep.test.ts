import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { ReportFolder } from '../../../src/report/files/report-folder.js';
import type { Journal } from '../../../src/report/sweep/journal.js';
import { journalsIn, openJournal, readJournal } from '../../../src/report/sweep/open-journal.js';
import { partStatus } from '../../../src/report/sweep/part-status.js';
import { sealedDesign } from '../../../src/report/sweep/sealed-line.js';
import { SweepSummariser } from '../../../src/report/sweep/sweep-summary.js';
import { writeTables } from '../../../src/report/sweep/tables.js';
import type { SweepDocument, SweepRow } from '../../../src/results/sweep-schema.js';
import { append, folder, rowOf, sweepOf } from './support.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const parts = 5;

const rowsOf = (sweep: SweepDocument, design: number): SweepRow[] => [
  rowOf(sweep, { design, 'a [um]': design / 7, rate: '1C', outcome: design % 100 === 0 ? 'failed' : 'completed',
    reason: 'voltage-cutoff', cRate: 1, sentence: `design ${design}`, utilisation: 1 / (design + 1),
    pouch_Wh_kg: design % 1000, pouchFull_Wh_kg: 1000 }),
];

/** The parts of a sweep, each with its designs about in order, as several workers leave them. */
async function journals(sweep: SweepDocument): Promise<Journal[]> {
  const dir = folder();
  for (let index = 1; index <= parts; index++) {
    const opened = openJournal(dir, { sweep, shard: { index, of: parts } });
    if (!opened.ok) throw new Error(opened.found);
    const { journal } = opened;
    const designs = Array.from({ length: sweep.designs / parts }, (_, i) => index - 1 + i * parts);
    for (let i = 0; i < designs.length; i += 2) [designs[i], designs[i + 1]] = [designs[i + 1], designs[i]];
    for (let i = 0; i < designs.length; i += 1000) {
      journal.add(designs.slice(i, i + 1000).map((one) => sealedDesign(one, rowsOf(sweep, one), sweep.sweepHash)));
    }
    journal.tell({ ran: designs.length, seconds: 10 });
    journal.close();
  }
  return journalsIn(dir).map((file) => {
    const reading = readJournal(file);
    if (!reading.ok) throw new Error(reading.found);
    return reading.journal;
  });
}

function* rowsIn(sweep: SweepDocument, all: readonly Journal[], onRow: (design: number) => void): Generator<SweepRow> {
  for (let design = 0; design < sweep.designs; design++) {
    onRow(design);
    yield* all[design % parts].read(design);
  }
}

it('a hundred thousand rows pass once, and no more of them is held than at a thousand', async () => {
  const sweep = sweepOf(1000, 100);
  const all = await journals(sweep);
  const heap: number[] = [];
  const summariser = new SweepSummariser(sweep);
  const rows = rowsIn(sweep, all, (design) => {
    // behind the points that a figure may show
    if (design < 25_000 || design % 15_000 !== 0) return;
    collect();
    heap.push(process.memoryUsage().heapUsed);
  });
  const dir = folder();
  const report = await ReportFolder.open(dir, 'sweep.html');
  await writeTables(report, sweep, () => rows, (row) => summariser.add(row));
  await report.finish('a sweep');
  report.close();

  expect(summariser.summary).toMatchObject({ rows: 100_000, points: [] });
  expect(heap.length).toBe(5);
  expect(Math.max(...heap) - heap[0]).toBeLessThan(20e6);
  const read = all.reduce((sum, { bytesRead }) => sum + bytesRead, 0);
  const size = all.reduce((sum, { size: bytes }) => sum + bytes, 0);
  expect(read).toBeGreaterThan(0.95 * size);
  expect(read).toBeLessThanOrEqual(size);
});

it('a sweep that is too long for one file is a folder of files, which are one table', async () => {
  const sweep = sweepOf(50, 40);
  const all = await journals(sweep);
  const dir = folder();
  const report = await ReportFolder.open(dir, 'sweep.html');
  await writeTables(report, sweep, () => rowsIn(sweep, all, () => undefined), () => undefined, 600);
  await report.finish('a sweep');
  report.close();
  const names = readdirSync(join(dir, 'rows')).sort();
  expect(names).toEqual(['part-00000.parquet', 'part-00001.parquet', 'part-00002.parquet', 'part-00003.parquet']);
  expect(readdirSync(dir)).not.toContain('sweep.csv');
  const files = await Promise.all(names.map((name) => asyncBufferFromFile(join(dir, 'rows', name))));
  const schemas = await Promise.all(files.map(async (file) => (await parquetMetadataAsync(file)).schema));
  for (const schema of schemas) expect(schema).toEqual(schemas[0]);
  const read = (await Promise.all(files.map((file) => parquetReadObjects({ file })))).flat();
  expect(read.map(({ design }) => design as number)).toEqual(Array.from({ length: 2000 }, (_, design) => design));
});

it('a part says how far it is at the end of its journal, and the last half line counts for nothing', async () => {
  const sweep = sweepOf(50, 40);
  await journals(sweep);
  const dir = folder();
  const opened = openJournal(dir, { sweep, shard: { index: 2, of: 2 } });
  if (!opened.ok) throw new Error(opened.found);
  const { journal } = opened;
  const [file] = journalsIn(dir);
  expect(partStatus(file, sweep)).toMatchObject({ designs: 1000, finished: 0, pace: undefined, isRunning: false });
  for (const design of [1, 3, 5]) append(journal, design, rowsOf(sweep, design));
  append(journal, 7, [rowOf(sweep, { design: 7, outcome: 'invalid' })]);
  journal.tell({ ran: 4, seconds: 2 });
  append(journal, 9, [rowOf(sweep, { design: 9, sentence: 'x'.repeat(3e5) })]);
  appendFileSync(file, '{"crc":"00000000","tally":{"finished":99');
  expect(partStatus(file, sweep)).toEqual({ shard: { index: 2, of: 2 }, designs: 1000, finished: 4, failed: 1,
    isRunning: false, pace: 2 });
  journal.close();
});
