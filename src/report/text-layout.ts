import { keepQuantities } from './spelling.js';

/** Plain text at a given width: wrapped paragraphs and tables with rules only under the head. */

export type Style = 'bold' | 'dim' | 'yellow' | 'red' | 'green' | 'cyan';
export type Paint = (style: Style, text: string) => string;

/** Select graphic rendition, on and off (ECMA-48, 8.3.117). */
const codes: Readonly<Record<Style, readonly [number, number]>> = { bold: [1, 22], dim: [2, 22], yellow: [33, 39],
  red: [31, 39], green: [32, 39], cyan: [36, 39] };

/** Colour is the caller's decision, so that the stream is not asked again. */
export function painter(colour: boolean): Paint {
  return colour ? (style, text) => `\u001b[${codes[style][0]}m${text}\u001b[${codes[style][1]}m` : (_, text) => text;
}

/** Words on lines of at most `width`, a number with its unit as one; a word that is longer is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const words = keepQuantities(text).split(/[^\S\u00a0]+/).filter((part) => part.length > 0);
  for (const word of words.flatMap((part) => pieces(part.replaceAll('\u00a0', ' '), width))) {
    if (line.length > 0 && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line.length === 0 ? word : `${line} ${word}`;
    }
  }
  return line.length === 0 ? lines : [...lines, line];
}

function pieces(word: string, width: number): string[] {
  return Array.from({ length: Math.ceil(word.length / width) }, (_, k) => word.slice(k * width, (k + 1) * width));
}

/** `head  text text` with the following lines under the text. */
export function hanging(head: string, text: string, indent: number, width: number,
  paint: (head: string) => string = (plain) => plain): string
{
  const lines = wrap(text, width - indent);
  const first = head.length >= indent
    ? [...wrap(head, width).map(paint), ...lines.map((line) => ' '.repeat(indent) + line)]
    : undefined;
  return (
    first
      ?? lines.map((line, k) => (k === 0 ? paint(head) + ' '.repeat(indent - head.length) : ' '.repeat(indent)) + line)
  ).join('\n');
}

export interface TextColumn {
  /** Lines above the rule. */
  readonly head: readonly string[];
  readonly cells: readonly string[];
  /** Words stand to the left and may be wrapped, numbers to the right and may not. */
  readonly isWords: boolean;
  /** Words are not wrapped below this many characters. */
  readonly least?: number;
}

const gap = 2;
const leastWords = 10;

/**
 * Columns beside each other with a rule under their heads. Where they are wider than `width`, words are wrapped; what is still too wide
 * continues in another table below, whose first column says again what its rows are.
 */
export function columnsText(columns: readonly TextColumn[], width: number, rule: string, paint: Paint): string {
  if (columns.length === 0) return '';
  const [first, ...others] = columns;
  // what names the rows keeps up to two fifths of the line
  const lead = { ...first, least: Math.floor(0.4 * width) };
  const parts: TextColumn[][] = [[lead]];
  for (const column of others) {
    const part = parts[parts.length - 1];
    if (part.length > 1 && sum([...part, column].map(least)) > width) parts.push([lead, column]);
    else part.push(column);
  }
  return parts.map((part) => oneTable(part, width, rule, paint)).join('\n\n');
}

const natural = ({ head, cells }: TextColumn): number => Math.max(...[...head, ...cells].map(({ length }) => length));

const least = (column: TextColumn): number =>
  column.isWords
    ? Math.min(natural(column), Math.max(column.least ?? leastWords, ...column.head.map(({ length }) => length)))
    : natural(column);

const sum = (widths: readonly number[]): number => widths.reduce((total, each) => total + each + gap, -gap);

function oneTable(columns: readonly TextColumn[], width: number, rule: string, paint: Paint): string {
  const widths = widthsOf(columns, width);
  const height = Math.max(...columns.map(({ head }) => head.length));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, k) => (columns[k].isWords ? cell.padEnd(widths[k]) : cell.padStart(widths[k]))).join(
      ' '.repeat(gap),
    )
      .trimEnd();
  const heads = columns.map(({ head }, k) => head.flatMap((text) => wrap(text, widths[k])));
  const tall = Math.max(height, ...heads.map(({ length }) => length));
  const above = Array.from({ length: tall }, (_, i) => line(heads.map((lines) => lines[i] ?? '')))
    .filter((text) => text !== '');
  const below = columns[0].cells.flatMap((_, row) => {
    const cells = columns.map(({ cells: own, isWords }, k) =>
      isWords && own[row].length > widths[k] ? wrap(own[row], widths[k]) : [own[row]]
    );
    return Array.from({ length: Math.max(...cells.map(({ length }) => length)) },
      (_, i) => line(cells.map((lines) => lines[i] ?? '')));
  });
  const longest = Math.max(...[...above, ...below].map(({ length }) => length));
  return [...above.map((text) => paint('bold', text)), paint('dim', rule.repeat(longest)), ...below].join('\n');
}

/** Natural widths where they fit; else the widest column of words gives way first. */
function widthsOf(columns: readonly TextColumn[], width: number): number[] {
  const widths = columns.map(natural);
  const floor = columns.map(least);
  while (sum(widths) > width) {
    const room = widths.map((one, k) => (one > floor[k] ? one : 0));
    const widest = room.indexOf(Math.max(...room));
    if (room[widest] === 0) break;
    widths[widest]--;
  }
  return widths;
}
