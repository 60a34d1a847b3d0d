import { type Html, linkDois, markup, paragraph, text } from './html/elements.js';
import { spellUnits } from './spelling.js';
import { columnsText, type Paint } from './text-layout.js';

/** Column of a table: what stands above it and what each row has in it. */
export interface Column<Row> {
  readonly title: string;
  readonly unit?: string;
  /** Words stand to the left, numbers to the right. */
  readonly words?: boolean;
  /** Stands on the page and not on the card. */
  readonly isDetail?: boolean;
  readonly value: (row: Row) => string;
}

/** A table as texts; the card and the page draw the same. */
export interface TextTable {
  readonly title: string;
  readonly head: readonly Omit<Column<never>, 'value'>[];
  readonly rows: readonly (readonly string[])[];
  /** Class of each row on the page, for a tint beside a mark in words. */
  readonly kinds?: readonly (string | undefined)[];
  /** Sentences below the table. */
  readonly notes?: readonly string[];
}

export const column = <Row>(title: string, unit: string, value: (row: Row) => string): Column<Row> => (
  { title, ...(unit !== '' && { unit }), value }
);

export const words = <Row>(title: string, value: (row: Row) => string, unit = ''): Column<Row> => (
  { ...column(title, unit, value), words: true }
);

export const tableOf = <Row>(title: string, rows: readonly Row[], columns: readonly Column<Row>[],
  kind?: (row: Row) => string | undefined): TextTable => ({
    title,
    head: columns,
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
    ...(kind && { kinds: rows.map(kind) }),
  });

/** A column that only the page has. */
export const detail = <Row>(one: Column<Row>): Column<Row> => ({ ...one, isDetail: true });

/** Prints a table for the terminal without its title, as several tables below each other where the width asks for it. */
export function cardTable({ head, rows }: TextTable, width: number, ascii: boolean, paint: Paint): string {
  const columns = head.flatMap(({ title, unit = '', words: isWords = false, isDetail }, k) =>
    isDetail ? [] : [{ head: [title, unit], cells: rows.map((cells) => cells[k]), isWords }]
  );
  return columnsText(columns, width, ascii ? '-' : '─', paint);
}

/** Texts up to this many characters stay on one line. */
const oneLine = 24;

/** Makes a text a cell of the page: DOIs become links, and a long key of a case may break behind its dots. */
const shown = (content: string): string =>
  linkDois(content).replaceAll(/[a-z]+(?:\.[a-z]+)+/gi,
    (key) => (key.length > oneLine ? key.replaceAll('.', '.<wbr>') : key));

/** Prints a table for the page, with its DOIs as links; the first column heads its row. */
export function pageTable({ title, head, rows, kinds, notes = [] }: TextTable): Html {
  // without a width of its own a text that may break would be squeezed to one word per line
  const looks = head.map(({ words: isWords }, k) =>
    ` class="${!isWords ? 'number' : rows.some((cells) => spellUnits(cells[k]).length > oneLine) ? 'long' : 'short'}"`
  );
  const heads = head.map(({ title: above, unit }, k) =>
    `<th scope="col"${looks[k]}>${text(above)}${
      unit === undefined ? '' : `<br><span class="unit">${text(unit)}</span>`
    }</th>`
  );
  const cell = (content: string, k: number): string =>
    k === 0 ? `<th scope="row"${looks[k]}>${shown(content)}</th>` : `<td${looks[k]}>${shown(content)}</td>`;
  const body = rows.map((cells, row) =>
    `<tr${kinds?.[row] === undefined ? '' : ` class="${kinds[row]}"`}>${cells.map(cell).join('')}</tr>`
  );
  return markup(
    `<div class="scroll"><table><caption>${text(title)}</caption>\n<thead><tr>${heads.join('')}</tr></thead>\n`
      + `<tbody>\n${body.join('\n')}\n</tbody></table></div>\n${
        notes.map((note) => paragraph(linkDois(note), 'note')).join('')
      }`,
  );
}
