import { closeSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileWriter, parquetWriteRows } from 'hyparquet-writer';
import type { SweepCell, SweepColumn, SweepDocument, SweepRow } from '../../results/sweep-schema.js';
import { csvLine } from '../csv.js';

const rowsPerGroup = 10_000;

/** Rows in the order of the designs, given anew at each call. */
export type RowSource = () => Iterable<SweepRow>;

/**
 * Writes sweep.json, sweep.csv and sweep.parquet below `dir` and returns their paths. Rows pass one group at a time, the same rows
 * give the same bytes, and a file has its name only once it is complete.
 */
export function writeTables(dir: string, sweep: SweepDocument, rows: RowSource): string[] {
  const files = ['sweep.json', 'sweep.csv', 'sweep.parquet'].map((name) => join(dir, name));
  const writers = [writeDocument, writeCsv, writeParquet];
  files.forEach((file, i) => {
    writers[i](`${file}.part`, sweep, rows);
    renameSync(`${file}.part`, file);
  });
  return files;
}

const writeDocument = (file: string, sweep: SweepDocument): void => writeFileSync(file, `${JSON.stringify(sweep, null, 2)}\n`);

function writeCsv(file: string, { columns }: SweepDocument, rows: RowSource): void {
  const descriptor = openSync(file, 'w');
  let text = csvLine(columns.map(({ name }) => name));
  for (const row of rows()) {
    text += csvLine(row);
    if (text.length > 1 << 20) {
      writeSync(descriptor, text);
      text = '';
    }
  }
  writeSync(descriptor, text);
  closeSync(descriptor);
}

const parquetTypes = { number: 'DOUBLE', integer: 'INT32', text: 'STRING' } as const satisfies Record<SweepColumn['type'], string>;

function writeParquet(file: string, sweep: SweepDocument, rows: RowSource): void {
  const { columns } = sweep;
  // a synchronous source and a file: nothing to wait for
  void parquetWriteRows({
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
