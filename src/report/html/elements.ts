import { escapeText } from '../escape.js';
import { spelled } from '../spelling.js';

/** Small pieces of HTML; a `Html` string is already escaped. */
export type Html = string & { readonly __html: unique symbol };

export function markup(text: string): Html {
  return text as Html;
}

/** Escaped, its units in their one spelling. */
export function text(content: string): Html {
  return markup(escapeText(spelled(content)));
}

export function join(parts: readonly Html[]): Html {
  return markup(parts.join(''));
}

export function paragraph(content: Html, kind = ''): Html {
  return markup(`<p${kind === '' ? '' : ` class="${kind}"`}>${content}</p>\n`);
}

export interface Column {
  readonly title: string;
  readonly unit?: string;
  readonly numeric?: boolean;
}

export interface Row {
  readonly cells: readonly Html[];
  /** Class of the row, for a tint beside a mark in words. */
  readonly kind?: string;
}

/** Texts up to this many characters stay on one line. */
const oneLine = 24;

/** Whether a column holds a text that may break; without a width of its own it would be squeezed to one word per line. */
const isLong = (rows: readonly Row[], k: number): boolean =>
  rows.some(({ cells }) => String(cells[k]).replaceAll(/<[^>]*>/g, '').length > oneLine);

/** First column heads its row. */
export function htmlTable(caption: string, columns: readonly Column[], rows: readonly Row[]): Html {
  const kinds = columns.map(({ numeric }, k) => numeric ? 'number' : isLong(rows, k) ? 'long' : 'short');
  const kind = (k: number) => ` class="${kinds[k]}"`;
  const unitLine = (unit?: string) => (unit === undefined ? '' : `<br><span class="unit">${text(unit)}</span>`);
  const head = columns
    .map(({ title, unit }, k) => `<th scope="col"${kind(k)}>${text(title)}${unitLine(unit)}</th>`)
    .join('');
  const body = rows
    .map((row) => {
      const cells = row.cells
        .map((cell, k) => (k === 0 ? `<th scope="row"${kind(k)}>${cell}</th>` : `<td${kind(k)}>${cell}</td>`))
        .join('');
      return `<tr${row.kind === undefined ? '' : ` class="${row.kind}"`}>${cells}</tr>`;
    })
    .join('\n');
  return markup(
    `<div class="scroll"><table><caption>${text(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n`
      + `<tbody>\n${body}\n</tbody></table></div>\n`,
  );
}

/** `https://doi.org/` may stand before it; the suffix ends at a space, a comma or a semicolon. */
const doiPattern = /(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/[^\s,;"<>]+)/gi;

/** Text with every DOI as a link. */
export function linked(content: string): Html {
  const parts: string[] = [];
  let end = 0;
  for (const match of content.matchAll(doiPattern)) {
    const doi = trimmedDoi(match[1]);
    const start = match.index;
    const after = start + match[0].length - (match[1].length - doi.length);
    parts.push(
      text(content.slice(end, start)),
      `<a href="https://doi.org/${escapeText(encodeURI(doi))}">${escapeText(doi)}</a>`,
    );
    end = after;
  }
  return markup([...parts, text(content.slice(end))].join(''));
}

/** Without the full stop or the bracket of the sentence around it; brackets of the DOI itself stay. */
function trimmedDoi(doi: string): string {
  const count = (text: string, sign: string) => text.split(sign).length - 1;
  let trimmed = doi;
  while (
    /[.:]$/.test(trimmed)
    || (/[)\]]$/.test(trimmed) && count(trimmed, trimmed.slice(-1)) > count(trimmed, trimmed.endsWith(')') ? '(' : '['))
  ) {
    trimmed = trimmed.slice(0, -1);
  }
  return trimmed;
}

/** A paragraph of words, its DOIs as links. */
export const sentence = (content: string, kind = ''): Html => paragraph(linked(content), kind);
