import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { SweepCell, SweepDocument, SweepRow } from '../../results/sweep-schema.js';
import type { Result } from '../../units/result.js';

/** The table of a sweep, read back. */
export interface ReadSweep {
  readonly columns: readonly string[];
  readonly rows: readonly SweepRow[];
  /** SHA-256 of names and rows. */
  readonly digest: string;
  /** What stands beside the table, or in it; a table alone has none. */
  readonly document: Pick<SweepDocument, 'title' | 'sweepHash' | 'basis'> | undefined;
}

export type SweepTableReading = Result<{ table: ReadSweep }, { found: string }>;

/** Reads a folder that `sweep` or `merge` wrote, one of its files, or a folder of Parquet files that are one dataset. */
export async function readSweepTable(path: string): Promise<SweepTableReading> {
  if (!existsSync(path)) return { ok: false, found: 'nothing' };
  const files = filesOf(path);
  if (files.length === 0) return { ok: false, found: 'a folder without sweep.parquet, sweep.csv and rows/' };
  try {
    const parts = files[0].endsWith('.csv') ? [readTableText(readFileSync(files[0], 'utf8'))] : await parquets(files);
    const [{ columns }] = parts;
    if (parts.some((part) => part.columns.join() !== columns.join()))
      return { ok: false, found: 'files with different columns' };
    const rows = parts.flatMap((part) => part.rows);
    return { ok: true,
      table: { columns, rows, digest: digestOf(columns, rows), document: documentOf(path, parts[0]) } };
  } catch (error) {
    // a file that is no table is the reader's to say, whatever its parser threw; what it fell over in itself tells nobody anything
    const why = error instanceof Error && !(error instanceof TypeError) ? ` (${error.message})` : '';
    return { ok: false, found: `a file that cannot be read as one${why}` };
  }
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const parquetIn = (dir: string): string[] =>
    existsSync(dir)
      ? readdirSync(dir).filter((name) => name.endsWith('.parquet')).sort().map((name) => join(dir, name))
      : [];
  const single = ['sweep.parquet', 'sweep.csv'].map((name) => join(path, name)).find((file) => existsSync(file));
  if (single !== undefined) return [single];
  const parts = parquetIn(join(path, 'rows'));
  return parts.length > 0 ? parts : parquetIn(path);
}

interface Part {
  readonly columns: readonly string[];
  readonly rows: readonly SweepRow[];
  /** The document of a sweep as the file holds it. */
  readonly described?: string;
}

async function parquets(files: readonly string[]): Promise<Part[]> {
  const parts: Part[] = [];
  for (const name of files) {
    const file = await asyncBufferFromFile(name);
    const metadata = await parquetMetadataAsync(file);
    const columns = metadata.schema.slice(1).map((column) => column.name);
    const records = await parquetReadObjects({ file, metadata });
    parts.push({
      columns,
      rows: records.map((record) => columns.map((column) => cellOf(record[column]))),
      described: metadata.key_value_metadata?.find(({ key }) => key === 'catholith')?.value,
    });
  }
  return parts;
}

const cellOf = (value: unknown): SweepCell =>
  value === null || value === undefined ? null : typeof value === 'number' ? value : String(value);

/** RFC 4180, names in its first line; a field that reads as a number is one, an empty one is null. */
function readTableText(text: string): Part {
  const [columns = [], ...rows] = recordsOf(text.replace(/^\uFEFF/, ''));
  return { columns, rows: rows.map((row) => columns.map((_, i) => fieldOf(row[i] ?? ''))) };
}

const fieldOf = (field: string): SweepCell =>
  field === '' ? null : Number.isFinite(Number(field)) && field.trim() !== '' ? Number(field) : field;

function recordsOf(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/y;
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (!match) throw new Error(`line ${records.length + 1}: a quote that does not end`);
    const [, raw, end] = match;
    record.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}

function digestOf(columns: readonly string[], rows: readonly SweepRow[]): string {
  const hash = createHash('sha256').update(JSON.stringify(columns));
  for (const row of rows) hash.update(JSON.stringify(row));
  return hash.digest('hex');
}

/** Of the file itself, of sweep.json beside it, or none. */
function documentOf(path: string, { described }: Part): ReadSweep['document'] {
  const isFolder = statSync(path).isDirectory();
  const beside = join(isFolder ? path : dirname(path), 'sweep.json');
  const isItsOwn = (isFolder || basename(path) === 'sweep.csv') && existsSync(beside);
  const text = described ?? (isItsOwn ? readFileSync(beside, 'utf8') : undefined);
  return text === undefined ? undefined : JSON.parse(text) as SweepDocument;
}
