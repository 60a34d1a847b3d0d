import type { CardOptions } from '../card.js';
import type { Figure } from '../figures/figure-type.js';
import type { ReportFolder } from '../files/report-folder.js';
import { type Description, figuresOf } from './block.js';
import { printCard } from './card.js';
import type { Drawn } from './page.js';

/** A kind of document: its description is the one place that says what is shown, on the card and on the page. */
export interface Report<Document> {
  /** Name of the page. */
  readonly page: string;
  /** Name of the document in JSON, if it is written. */
  readonly json?: string;
  readonly describe: (document: Document) => Description;
  /** Writes other files beside the page, before anything is described. */
  readonly more?: (document: Document, folder: ReportFolder) => Promise<void>;
}

/** Makes the function that prints the card of a kind of document. */
export const cardOf =
  <Document>({ describe }: Report<Document>) => (document: Document, options: CardOptions): string =>
    printCard(describe(document), options);

/** Draws every figure once, for page, SVG and PNG. */
export async function drawAll({ blocks }: Description): Promise<Drawn> {
  const drawn = new Map<ReturnType<typeof figuresOf>[number], Figure>();
  for (const block of figuresOf(blocks)) {
    const figure = await block.draw();
    if (figure) drawn.set(block, figure);
  }
  return drawn;
}
