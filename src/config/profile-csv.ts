import { conversionOf } from '../units/conversion.js';
import type { Result } from '../units/result.js';
import { quoteRaw } from './raw.js';
import { type Wording, wording } from './wording.js';

/** Where a number of the file stands. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface ProfileTable {
  readonly kind: 'current' | 'power';
  /** Units as the header writes them. */
  readonly units: readonly [time: string, value: string];
  readonly columns: readonly [time: readonly number[], value: readonly number[]];
  readonly places: readonly (readonly [time: Place, value: Place])[];
}

export type CsvReading = Result<{ table: ProfileTable }, { problems: readonly (Wording & Place)[] }>;

const title = /^(time|current|power)\s*[[(]\s*([^\])]+?)\s*[\])]$/i;
const quantities = { time: 'time', current: 'currentDensity', power: 'powerDensity' } as const;

/**
 * Reads a load profile: two columns separated by a comma, decimal points, a first line that names quantity and unit of both,
 * `time [s], current [mA/cm^2]` or `time [s], power [mW/cm^2]`. Empty lines and lines that start with # are passed over.
 */
export function readProfileCsv(text: string): CsvReading {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
    .map((content, i) => ({ content, line: i + 1 }))
    .filter(({ content }) => content.trim() !== '' && !content.trimStart().startsWith('#'));
  const [head = { content: '', line: 1 }, ...rows] = lines;
  const start: Place = { line: head.line, column: 1 };
  const units = readHeader(head.content);
  if (units === undefined) return { ok: false, problems: [{ ...wording.csvHeader(head.content.trim()), ...start }] };
  const problems: (Wording & Place)[] = [];
  const columns: [number[], number[]] = [[], []];
  const places: [Place, Place][] = [];
  for (const { content, line } of rows) places.push(readRow(content, line, columns, problems));
  if (rows.length < 2) problems.push({ ...wording.csvShort(rows.length), ...start });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, table: { ...units, columns, places } };
}

function readHeader(content: string): Pick<ProfileTable, 'kind' | 'units'> | undefined {
  const titles = content.split(',').map((cell) => title.exec(cell.trim()));
  if (titles.length !== 2 || titles[0] === null || titles[1] === null) return undefined;
  const [first, second] = titles.map((match) => match?.[1].toLowerCase());
  if (first !== 'time' || (second !== 'current' && second !== 'power')) return undefined;
  const units: [string, string] = [titles[0][2], titles[1][2]];
  const known = conversionOf(units[0], quantities.time) && conversionOf(units[1], quantities[second]);
  return known && { kind: second, units };
}

/** Adds the numbers of a row to the columns; returns where they stand. */
function readRow(content: string, line: number, columns: [number[], number[]],
  problems: (Wording & Place)[]): [Place, Place]
{
  const cells = content.split(',');
  const [time, value = ''] = cells;
  const places: [Place, Place] = [{ line, column: columnOf(time, 1) }, { line,
    column: columnOf(value, time.length + 2) }];
  if (cells.length !== 2) {
    problems.push({ ...wording.csvRow(quoteRaw(content.trim())), line, column: 1 });
    return places;
  }
  cells.forEach((cell, i) => {
    const number = cell.trim() === '' ? NaN : Number(cell);
    if (Number.isFinite(number)) columns[i].push(number);
    else problems.push({ ...wording.csvNumber(cell.trim()), ...places[i] });
  });
  return places;
}

const columnOf = (cell: string, start: number): number => start + (cell.length - cell.trimStart().length);
