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

/** Head with a rule below it; a head cell may have two lines. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly ('left' | 'right')[],
  paint: Paint,
): string {
  const heads = head.map((cell) => cell.split('\n'));
  const height = Math.max(...heads.map(({ length }) => length));
  const headLines = Array.from({ length: height }, (_, line) => heads.map((cell) => cell[line] ?? ''));
  const widths = head.map((_, k) => Math.max(...[...headLines, ...rows].map((row) => row[k].length)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, k) => (align[k] === 'left' ? cell.padEnd(widths[k]) : cell.padStart(widths[k]))).join('  ')
      .trimEnd();
  const above = headLines.map(line).filter((text) => text !== '');
  const below = rows.map(line);
  const rule = '─'.repeat(Math.max(...[...above, ...below].map((text) => text.length)));
  return [...above.map((text) => paint('bold', text)), paint('dim', rule), ...below].join('\n');
}
