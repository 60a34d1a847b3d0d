import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ReportFolder } from '../../../src/report/files/report-folder.js';
import { writeTables } from '../../../src/report/sweep/tables.js';
import type { SweepRow } from '../../../src/results/sweep-schema.js';
import { folder, rowOf, sweepOf } from './support.js';

const sweep = sweepOf(200, 100);

function* rows(): Generator<SweepRow> {
  for (let design = 0; design < sweep.designs; design++) {
    yield rowOf(sweep, {
      design,
      'a [um]': design / 3,
      'b [um]': null,
      outcome: 'completed',
      sentence: `a "quoted", word ${design}`,
      utilisation: 1 / (design + 1),
      steps: design,
    });
  }
}

async function written(dir: string): Promise<string[]> {
  const report = await ReportFolder.open(dir, 'sweep.html');
  await writeTables(report, sweep, rows);
  const files = await report.finish('a sweep');
  report.close();
  return files;
}

it('Parquet and CSV hold every row, in several groups, and the same rows give the same bytes', async () => {
  const dirs = [folder(), folder()];
  const [files, again] = await Promise.all(dirs.map((dir) => written(dir)));
  for (const [i, file] of files.entries()) expect(readFileSync(file).equals(readFileSync(again[i]))).toBe(true);
  const file = await asyncBufferFromFile(files[2]);
  const metadata = await parquetMetadataAsync(file);
  expect([Number(metadata.num_rows), metadata.row_groups.length]).toEqual([20_000, 2]);
  expect(metadata.key_value_metadata?.map(({ key }) => key)).toContain('catholith');
  const read = await parquetReadObjects({ file });
  expect(read[19_999]).toMatchObject({
    design: 19_999,
    'a [um]': 19_999 / 3,
    'b [um]': null,
    rate: null,
    sentence: 'a "quoted", word 19999',
    utilisation: 1 / 20_000,
    steps: 19_999,
  });
  const lines = readFileSync(files[1], 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(20_001);
  expect(lines[1].startsWith('0,0,,,completed,,"a ""quoted"", word 0",')).toBe(true);
});
