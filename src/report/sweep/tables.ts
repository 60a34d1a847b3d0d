import { fileWriter, parquetWriteRows } from 'hyparquet-writer';
import { closeSync, openSync } from 'node:fs';
import type { SweepCell, SweepColumn, SweepDocument, SweepRow } from '../../results/sweep-schema.js';
import { csvLine } from '../csv.js';
import type { ReportFolder } from '../files/report-folder.js';
import { writeAll } from '../files/whole-file.js';

const rowsPerGroup = 10_000;
/** Designs of a file of Parquet; at some rates each, about a million rows and some 100 MB. */
const designsPerFile = 200_000;
/** Text of CSV that is gathered before it is written. */
const textSize = 1 << 20;

/** Rows in the order of the designs. */
export type RowSource = () => Iterable<SweepRow>;

/**
 * Writes sweep.json and every row once, as it comes: to sweep.parquet and sweep.csv, or, of a sweep that is too long for one file, to the
 * files of a folder rows/, which are one dataset, and to no CSV. The same rows give the same bytes, and a file has its name only once
 * it is complete. `each` sees every row on its way.
 */
export async function writeTables(folder: ReportFolder, sweep: SweepDocument, rows: RowSource,
  each: (row: SweepRow) => void = () => undefined, perFile = designsPerFile): Promise<void>
{
  await folder.put('sweep.json', `${JSON.stringify(sweep, null, 2)}\n`);
  const files = Math.max(1, Math.ceil(sweep.designs / perFile));
  if (files === 1) {
    await folder.put('sweep.parquet', (parquet) =>
      folder.put('sweep.csv', (csv) => writeBoth(parquet, csv, sweep, seen(rows(), each))));
    return;
  }
  const parts = new PartedRows(seen(rows(), each));
  for (let i = 0; i < files; i++) {
    const name = `rows/part-${String(i).padStart(5, '0')}.parquet`;
    await folder.put(name, (file) => writeParquet(file, sweep, parts.below((i + 1) * perFile)));
  }
}

async function writeBoth(parquet: string, csvFile: string, sweep: SweepDocument,
  rows: Iterable<SweepRow>): Promise<void>
{
  const csv = new CsvFile(csvFile, sweep);
  try {
    await writeParquet(parquet, sweep, seen(rows, (row) => csv.add(row)));
    csv.flush();
  } finally {
    csv.close();
  }
}

function* seen(rows: Iterable<SweepRow>, each: (row: SweepRow) => void): Generator<SweepRow> {
  for (const row of rows) {
    each(row);
    yield row;
  }
}

/** Rows in the order of the designs, handed out up to a design at a time. */
class PartedRows {
  readonly #rows: Iterator<SweepRow>;
  #next: IteratorResult<SweepRow>;

  constructor(rows: Iterable<SweepRow>) {
    this.#rows = rows[Symbol.iterator]();
    this.#next = this.#rows.next();
  }

  *below(design: number): Generator<SweepRow> {
    while (!this.#next.done && Number(this.#next.value[0]) < design) {
      yield this.#next.value;
      this.#next = this.#rows.next();
    }
  }
}

class CsvFile {
  readonly #descriptor: number;
  #text: string;

  constructor(file: string, { columns }: SweepDocument) {
    this.#descriptor = openSync(file, 'wx');
    this.#text = csvLine(columns.map(({ name }) => name));
  }

  add(row: SweepRow): void {
    this.#text += csvLine(row);
    if (this.#text.length > textSize) this.flush();
  }

  flush(): void {
    writeAll(this.#descriptor, this.#text);
    this.#text = '';
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

const parquetTypes = { number: 'DOUBLE', integer: 'INT32', text: 'STRING' } as const satisfies Record<
  SweepColumn['type'],
  string
>;

async function writeParquet(file: string, sweep: SweepDocument, rows: Iterable<SweepRow>): Promise<void> {
  const { columns } = sweep;
  await parquetWriteRows({
    writer: fileWriter(file),
    columns: columns.map(({ name, type }) => ({ name, type: parquetTypes[type], nullable: true })),
    rows: records(columns, rows),
    rowGroupSize: rowsPerGroup,
    kvMetadata: [{ key: 'catholith', value: JSON.stringify(sweep) }],
    createdBy: `${sweep.program} ${sweep.version}`,
  });
}

function* records(columns: readonly SweepColumn[], rows: Iterable<SweepRow>): Generator<Record<string, SweepCell>> {
  for (const row of rows) yield Object.fromEntries(columns.map(({ name }, i) => [name, row[i]]));
}
