import { aDocument, anObject, aNumber, expectArguments, objectWith } from '../../units/arguments.js';
import { cardKit, type CardOptions } from '../card.js';
import { type Block, type Description, heading, type Report, type Sentence } from './block.js';

/** The description in the terminal: what is in front, folds closed, without figures. */
export function printCard({ title, blocks }: Description, options: CardOptions): string {
  const kit = cardKit(options);
  const groups: string[][] = [kit.bold(title)];
  let isOpen = true;
  let isHeading = false;
  for (const block of frontOf(blocks)) {
    if (block.kind === 'heading') {
      groups.push(kit.bold(block.text));
      isOpen = true;
    } else if (block.kind === 'sentence') {
      // lines stand together, a table has air around it
      if (!isOpen) groups.push([]);
      groups[groups.length - 1].push(lineOf(block, kit));
      isOpen = true;
    } else if (block.kind === 'table' && block.table.rows.length > 0) {
      // directly below its heading
      if (isHeading) groups[groups.length - 1].push(...kit.titled(block.table));
      else groups.push(kit.titled(block.table));
      isOpen = false;
    } else continue;
    isHeading = block.kind === 'heading';
  }
  return `${groups.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** A closed fold: its front, under its title where that holds a table. */
const frontOf = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => {
    if (block.kind !== 'fold') return [block];
    const isTitled = block.front.some((one) => one.kind === 'table' && one.table.rows.length > 0);
    return [...(isTitled ? [heading(block.title)] : []), ...frontOf(block.front)];
  });

function lineOf({ head, text: words, tone, cardEnd = '' }: Sentence,
  { entry, mark, failure, paint, wrapped }: ReturnType<typeof cardKit>): string
{
  const text = words + cardEnd;
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

/** Makes the function that prints the card of a kind of document. */
export const cardOf =
  <Document>({ schema, describe }: Report<Document>) => (document: Document, options: CardOptions): string => {
    expectArguments({ document: [document, schema === undefined ? anObject : aDocument(schema)],
      options: [options, objectWith('colour', 'width')] });
    expectArguments({ 'options.width': [options.width, aNumber()] });
    return printCard(describe(document), options);
  };
