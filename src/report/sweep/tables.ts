import { fileWriter, parquetWriteRows } from 'hyparquet-writer';
import { closeSync, openSync } from 'node:fs';
import type { SweepCell, SweepColumn, SweepDocument, SweepRow } from '../../results/sweep-schema.js';
import { csvLine } from '../csv.js';
import type { ReportFolder } from '../files/report-folder.js';
import { writeAll } from '../files/whole-file.js';

const rowsPerGroup = 10_000;

/** Rows in the order of the designs, given anew at each call. */
export type RowSource = () => Iterable<SweepRow>;

/**
 * Writes sweep.json, sweep.csv and sweep.parquet to the folder. Rows pass one group at a time, the same rows give the same bytes, and a
 * file has its name only once it is complete.
 */
export async function writeTables(folder: ReportFolder, sweep: SweepDocument, rows: RowSource): Promise<void> {
  await folder.put('sweep.json', `${JSON.stringify(sweep, null, 2)}\n`);
  await folder.put('sweep.csv', (part) => writeCsv(part, sweep, rows));
  await folder.put('sweep.parquet', (part) => writeParquet(part, sweep, rows));
}

function writeCsv(file: string, { columns }: SweepDocument, rows: RowSource): void {
  const descriptor = openSync(file, 'wx');
  try {
    let text = csvLine(columns.map(({ name }) => name));
    for (const row of rows()) {
      text += csvLine(row);
      if (text.length > 1 << 20) {
        writeAll(descriptor, text);
        text = '';
      }
    }
    writeAll(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}

const parquetTypes = { number: 'DOUBLE', integer: 'INT32', text: 'STRING' } as const satisfies Record<
  SweepColumn['type'],
  string
>;

async function writeParquet(file: string, sweep: SweepDocument, rows: RowSource): Promise<void> {
  const { columns } = sweep;
  await parquetWriteRows({
    writer: fileWriter(file),
    columns: columns.map(({ name, type }) => ({ name, type: parquetTypes[type], nullable: true })),
    rows: records(columns, rows()),
    rowGroupSize: rowsPerGroup,
    kvMetadata: [{ key: 'catholith', value: JSON.stringify(sweep) }],
    createdBy: `${sweep.program} ${sweep.version}`,
  });
}

function* records(columns: readonly SweepColumn[], rows: Iterable<SweepRow>): Generator<Record<string, SweepCell>> {
  for (const row of rows) yield Object.fromEntries(columns.map(({ name }, i) => [name, row[i]]));
}
