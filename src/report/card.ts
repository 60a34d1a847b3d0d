import { hanging, painter, type Style, wrap } from './text-layout.js';
import { cardTable, type TextTable } from './text-table.js';

/** Colours and width of a card in a terminal. */
export interface CardOptions {
  readonly colour: boolean;
  /** Characters per line; 100 shows every column of a result, narrower cards leave some out. */
  readonly width: number;
}

const narrowest = 60;

/** Pieces of cards at their width and in their colours; texts hang behind heads of `indent` characters. */
export function cardKit({ colour, width: wanted }: CardOptions, indent = 11) {
  const paint = painter(colour);
  const width = Math.max(narrowest, wanted);
  const hung = (style: Style) => (head: string, text: string): string =>
    hanging(head, text, indent, width, (plain) => paint(style, plain));
  const entry = hung('cyan');
  const bold = (text: string): string[] => wrap(text, width).map((line) => paint('bold', line));
  return {
    paint,
    width,
    bold,
    entry,
    entries: (lines: readonly (readonly [string, string])[]): string[] =>
      lines.map(([head, text]) => entry(head, text)),
    mark: hung('yellow'),
    failure: hung('red'),
    warnings: (texts: readonly string[]): string[] => texts.map((text) => hung('yellow')('warning', text)),
    table: (table: TextTable): string => cardTable(table, paint),
    titled: (table: TextTable): string[] => [...bold(table.title), cardTable(table, paint)],
  };
}

/** Blocks of lines with an empty line between two; blocks without a line are left out. */
export const joinBlocks = (blocks: readonly (readonly string[])[]): string =>
  `${blocks.filter(({ length }) => length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`;
