import { figuresOf as blocksOf, type Report } from '../../src/report/blocks/block.js';
import { drawAll, printPage } from '../../src/report/blocks/page.js';
import type { Figure } from '../../src/report/figures/figure.js';

/** The page of a document without its figures and its script; spaces inside quantities are spaces. */
export const pageOf = <Document>({ describe }: Report<Document>, document: Document): string =>
  printPage(describe(document)).replaceAll('\u00a0', ' ');

/** Every figure of a document in the order of its page. */
export async function figuresOf<Document>({ describe }: Report<Document>, document: Document): Promise<Figure[]> {
  const description = describe(document);
  const drawn = await drawAll(description);
  return blocksOf(description.blocks, false).flatMap((block) => drawn.get(block) ?? []);
}
