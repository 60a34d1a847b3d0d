import { type Html, htmlTable, text } from './html/elements.js';
import { type Paint, table } from './text-layout.js';

/** A table as texts, its first column words and the others numbers; the card and the page draw the same. */
export interface TextTable {
  readonly title: string;
  readonly head: readonly { readonly title: string; readonly unit?: string }[];
  readonly rows: readonly (readonly string[])[];
}

/** In the terminal, without its title. */
export function cardTable({ head, rows }: TextTable, paint: Paint): string {
  const titles = head.map(({ title, unit }) => (unit === undefined ? title : `${title}\n${unit}`));
  return table(titles, rows, head.map((_, k) => (k === 0 ? 'left' : 'right')), paint);
}

export const pageTable = ({ title, head, rows }: TextTable): Html =>
  htmlTable(title, head.map((column, k) => ({ ...column, numeric: k > 0 })),
    rows.map((cells) => ({ cells: cells.map(text) })));
