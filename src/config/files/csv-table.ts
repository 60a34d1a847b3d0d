import { type Wording, wording } from '../wording.js';

/** Where a number of the file stands. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface CsvColumn {
  readonly title: string;
  /** Unit as the first line writes it; empty where there is none. */
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
}

export type CsvProblem = Wording & Place;

/** Columns that are read, with what makes SI of them and what their numbers are counted over. */
export interface PickedColumns<Basis> {
  readonly basis: Basis;
  readonly picked: readonly number[];
  readonly factors: readonly number[];
}

/** Numbers of some columns, row by row; what is no number is missing from `values` and told in `problems`. */
export interface CsvNumbers {
  readonly values: readonly (readonly number[])[];
  readonly places: readonly (readonly Place[])[];
  readonly problems: readonly CsvProblem[];
}

/** `capacity [mAh/g]`, `potential (V)`, `Ewe/V`. */
const bracketed = /^(.*?)\s*[[(]\s*([^\])]*?)\s*[\])]$/;
const slashed = /^([^/]*?)\s*\/\s*(.+)$/;
/** A column that is called by its unit alone. */
const bare = /^((m?V|m?A\.?h(?:\/[a-z²^\d]+)?))$/;

/**
 * Reads a text of columns separated by commas, semicolons or tabs, whose first line names what each holds and its unit. Empty lines,
 * those of separators alone and those that start with # are passed over. Units may stand in a second line, as a worksheet has them. Numbers may
 * have a decimal comma beside semicolons and tabs, or in quotes, and then dots between their thousands.
 */
export function readCsv(text: string): CsvTable {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
    .map((content, i) => ({ content, line: i + 1 }))
    .filter(({ content }) => !/^[\s,;]*(#|$)/.test(content));
  const [head = { content: '', line: 1 }, ...below] = lines;
  const separator = ['\t', ';'].find((sign) => head.content.includes(sign)) ?? ',';
  const rows = below.map(({ content, line }) => cellsOf(content, line, separator));
  const columns = cellsOf(head.content, head.line, separator).map(columnOf);
  const hasUnitsBelow = columns.every(({ unit }) => unit === '')
    && rows[0]?.every(({ text }) => !/^[-+]?[.,\d]|^$/.test(text));
  return {
    columns: hasUnitsBelow ? columns.map((column, i) => ({ ...column, unit: rows[0][i]?.text ?? '' })) : columns,
    rows: hasUnitsBelow ? rows.slice(1) : rows,
    start: { line: head.line, column: 1 },
  };
}

/** Titles and units as a message shows them. */
export const titlesOf = ({ columns }: CsvTable): string =>
  columns.map(({ title, unit }) => (unit === '' ? title : `${title} [${unit}]`)).join(', ');

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
  // quotes at both ends of a cell keep a separator in it; a lone one belongs to Z"
  const cell = new RegExp(`(?:^|${separator})(\\s*"[^"]*"\\s*(?=${separator}|$)|[^${separator}]*)`, 'g');
  let column = 1;
  return Array.from(content.matchAll(cell), ([, cell]) => {
    const place = { line, column: column + (cell.length - cell.trimStart().length) };
    column += cell.length + separator.length;
    return { text: cell.trim().replace(/^"(.*)"$/, '$1'), place };
  });
}

function columnOf({ text, place }: CsvCell): CsvColumn {
  const match = bare.exec(text) ?? bracketed.exec(text) ?? slashed.exec(text);
  // BioLogic writes mA.h for milliampere-hours, a chemist V vs. Li/Li+
  return match === null
    ? { title: text, unit: '', place }
    : { title: match[1], unit: match[2].replace('A.h', 'Ah').replace(/ vs\.? .*$/, ''), place };
}

/** The numbers of the columns at `picked`; `expected` is what a row should be, in words. What is alike in many rows is one problem. */
export function numbersOf({ rows, columns }: CsvTable, picked: readonly number[], expected: string): CsvNumbers {
  const values: number[][] = [];
  const places: Place[][] = [];
  const broken: (readonly CsvCell[])[] = [];
  const strange = picked.map((): CsvCell[] => []);
  const commas = rows.some((cells) => picked.some((at) => /^[-+]?\d*,\d+$/.test(cells[at]?.text ?? '')));
  for (const cells of rows) {
    const extra = cells.slice(columns.length).some(({ text }) => text !== '');
    if (extra || picked.some((at) => cells[at] === undefined)) {
      broken.push(cells);
      continue;
    }
    const numbers = picked.map((at) => numberOf(cells[at].text, commas));
    picked.forEach((at, i) => {
      if (Number.isNaN(numbers[i])) strange[i].push(cells[at]);
    });
    if (numbers.some(Number.isNaN)) continue;
    values.push(numbers);
    places.push(picked.map((at) => cells[at].place));
  }
  const ofRows = broken.slice(0, 1).map((cells) => ({
    ...wording.csvRow(expected, cells.map(({ text }) => text).join(', '), broken.length - 1),
    ...cells[0].place,
    column: 1,
  }));
  const ofColumns = strange.flatMap(([first, ...others]: readonly (CsvCell | undefined)[]) =>
    first ? [{ ...wording.csvNumber(first.text, others.length), ...first.place }] : []
  );
  return { values, places, problems: [...ofRows, ...ofColumns].sort((a, b) => a.line - b.line) };
}

/** Nothing measured has a larger number in any unit; sums and products of these stay finite. */
const largest = 1e100;

/** `1.020,5`, and `1.020` where other numbers have a decimal comma; `1,020.5` in quotes. */
function numberOf(text: string, commas: boolean): number {
  const thousands = /^[-+]?\d{1,3}(\.\d{3})+(,\d*)?$/.test(text) && (commas || text.includes(','))
    ? '.'
    : /^[-+]?\d{1,3}(,\d{3})+\.\d*$/.test(text)
    ? ','
    : '';
  const value = text === '' ? NaN : Number((thousands ? text.replaceAll(thousands, '') : text).replace(',', '.'));
  return Math.abs(value) <= largest ? value : NaN;
}
