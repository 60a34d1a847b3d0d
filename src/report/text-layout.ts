import Table from 'cli-table3';
import { styleText } from 'node:util';

/** Plain text at a given width: wrapped paragraphs and tables with rules only under the head. */

export type Style = 'bold' | 'dim' | 'yellow' | 'red' | 'green' | 'cyan';
export type Paint = (style: Style, text: string) => string;

/** Colour is the caller's decision, so that the stream is not asked again. */
export function painter(colour: boolean): Paint {
  return colour ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
}

/** Words on lines of at most `width`; a word that is longer is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(/\s+/)
    .filter((part) => part.length > 0)
    .flatMap((part) => pieces(part, width)))
  {
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
export function hanging(
  head: string,
  text: string,
  indent: number,
  width: number,
  paint: (head: string) => string = (plain) => plain,
): string {
  const lines = wrap(text, width - indent);
  const first = head.length >= indent ? [paint(head), ...lines.map((line) => ' '.repeat(indent) + line)] : undefined;
  return (
    first
      ?? lines.map((line, k) => (k === 0 ? paint(head) + ' '.repeat(indent - head.length) : ' '.repeat(indent)) + line)
  ).join('\n');
}

const rulesOnly = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** Head with a rule below it; a head cell may have two lines. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly ('left' | 'right')[],
  paint: Paint,
): string {
  const grid = new Table({
    chars: rulesOnly,
    colAligns: [...align],
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
  });
  grid.push(...[head, ...rows].map((row) => [...row]));
  const lines = grid
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.length > 0);
  const headHeight = Math.max(...head.map((cell) => cell.split('\n').length));
  const rule = '─'.repeat(Math.max(...lines.map((line) => line.length)));
  return [
    ...lines.slice(0, headHeight).map((line) => paint('bold', line)),
    paint('dim', rule),
    ...lines.slice(headHeight),
  ].join('\n');
}
