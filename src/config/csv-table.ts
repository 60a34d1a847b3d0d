import { quotedData } from './plain-data.js';
import { type Wording, wording } from './wording.js';

/** Where a number of the file stands. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface CsvColumn {
  readonly title: string;
  /** As the first line writes it; empty where there is none. */
  readonly unit: string;
  readonly place: Place;
}

interface CsvCell {
  readonly text: string;
  readonly place: Place;
}

export interface CsvTable {
  readonly columns: readonly CsvColumn[];
  readonly rows: readonly (readonly CsvCell[])[];
  /** Where the first line that counts stands. */
  readonly start: Place;
  /** `3,71` is a number: columns are separated by something else. */
  readonly decimalComma: boolean;
}

export type CsvProblem = Wording & Place;

/** Numbers of some columns, row by row; what is no number is missing from `values` and told in `problems`. */
export interface CsvNumbers {
  readonly values: readonly (readonly number[])[];
  readonly places: readonly (readonly Place[])[];
  readonly problems: readonly CsvProblem[];
}

/** `capacity [mAh/g]`, `potential (V)`, `Ewe/V`. */
const bracketed = /^(.*?)\s*[[(]\s*([^\])]*?)\s*[\])]$/;
const slashed = /^([^/]*?)\s*\/\s*(.+)$/;

/**
 * Reads a text of columns separated by commas, semicolons or tabs, whose first line names what each holds and its unit. Empty lines,
 * those of separators alone and those that start with # are passed over. Beside semicolons and tabs numbers may have a decimal comma.
 */
export function readCsv(text: string): CsvTable {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
    .map((content, i) => ({ content, line: i + 1 }))
    .filter(({ content }) => !/^[\s,;]*(#|$)/.test(content));
  const [head = { content: '', line: 1 }, ...rows] = lines;
  const separator = ['\t', ';'].find((sign) => head.content.includes(sign)) ?? ',';
  return {
    columns: cellsOf(head.content, head.line, separator).map(columnOf),
    rows: rows.map(({ content, line }) => cellsOf(content, line, separator)),
    start: { line: head.line, column: 1 },
    decimalComma: separator !== ',',
  };
}

/** The preamble of EC-Lab has up to some hundred lines. */
const mostPreamble = 500;

/**
 * The table behind the preamble of an instrument: it begins with the first line in whose titles `pick` finds something. Lines before it stay as
 * empty ones: problems are told with the line of the file.
 */
export function tableBehind<T>(text: string, pick: (columns: readonly CsvColumn[]) => T | undefined):
  | { readonly table: CsvTable; readonly found: T }
  | undefined
{
  const lines = text.split(/\r?\n/);
  for (const [line, content] of lines.slice(0, mostPreamble).entries()) {
    const found = pick(readCsv(content).columns);
    if (found !== undefined) return { table: readCsv('\n'.repeat(line) + lines.slice(line).join('\n')), found };
  }
  return undefined;
}

/** What a column of an instrument is called; `unit` where its title has none. */
export interface Title {
  readonly is: RegExp;
  readonly unit?: string;
}

function cellsOf(content: string, line: number, separator: string): CsvCell[] {
  let column = 1;
  return content.split(separator).map((cell) => {
    const place = { line, column: column + (cell.length - cell.trimStart().length) };
    column += cell.length + separator.length;
    return { text: cell.trim().replace(/^"(.*)"$/, '$1'), place };
  });
}

function columnOf({ text, place }: CsvCell): CsvColumn {
  const match = bracketed.exec(text) ?? slashed.exec(text);
  // BioLogic writes mA.h for milliampere-hours
  return match === null
    ? { title: text, unit: '', place }
    : { title: match[1], unit: match[2].replace('A.h', 'Ah'), place };
}

/** The numbers of the columns at `picked`; `expected` is what a row should be, in words. */
export function numbersOf({ rows, columns, decimalComma }: CsvTable, picked: readonly number[],
  expected: string): CsvNumbers
{
  const values: number[][] = [];
  const places: Place[][] = [];
  const problems: CsvProblem[] = [];
  for (const cells of rows) {
    const extra = cells.slice(columns.length).some(({ text }) => text !== '');
    if (extra || picked.some((at) => cells[at] === undefined)) {
      const whole = cells.map(({ text }) => text).join(', ');
      problems.push({ ...wording.csvRow(expected, quotedData(whole)), line: cells[0].place.line, column: 1 });
      continue;
    }
    const numbers = picked.map((at) => numberOf(cells[at].text, decimalComma));
    picked.forEach((at, i) => {
      if (Number.isNaN(numbers[i])) problems.push({ ...wording.csvNumber(cells[at].text), ...cells[at].place });
    });
    if (numbers.some(Number.isNaN)) continue;
    values.push(numbers);
    places.push(picked.map((at) => cells[at].place));
  }
  return { values, places, problems };
}

function numberOf(text: string, decimalComma: boolean): number {
  const value = text === '' ? NaN : Number(decimalComma ? text.replace(',', '.') : text);
  return Number.isFinite(value) ? value : NaN;
}
