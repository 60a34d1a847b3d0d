import { cardKit, type CardOptions } from '../card.js';
import type { Block, Description, Sentence } from './block.js';

/** The description in the terminal: what is in front, folds closed, without figures. */
export function printCard({ title, blocks }: Description, options: CardOptions): string {
  const kit = cardKit(options);
  const groups: string[][] = [kit.bold(title)];
  let isOpen = true;
  for (const block of frontOf(blocks)) {
    if (block.kind === 'sentence') {
      // lines stand together, a table has air around it
      if (!isOpen) groups.push([]);
      groups[groups.length - 1].push(lineOf(block, kit));
      isOpen = true;
    } else if (block.kind === 'table' && block.table.rows.length > 0) {
      groups.push(kit.titled(block.table));
      isOpen = false;
    }
  }
  return `${groups.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const frontOf = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.kind === 'fold' ? frontOf(block.front) : [block]));

function lineOf({ head, text, tone }: Sentence,
  { entry, mark, failure, paint, wrapped }: ReturnType<typeof cardKit>): string
{
  switch (tone) {
    case 'warning':
      return mark(head, text);
    case 'failure':
      return failure(head, text);
    case 'good':
      return paint('green', text);
    default:
      return head === '' ? wrapped(text).join('\n') : entry(head, text);
  }
}
