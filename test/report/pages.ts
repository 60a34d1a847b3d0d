import { printPage } from '../../src/report/blocks/page.js';
import { drawAll, type Report } from '../../src/report/blocks/report.js';
import type { Figure } from '../../src/report/figures/figure.js';

/** The page of a document without its figures and its script. */
export const pageOf = <Document>({ describe }: Report<Document>, document: Document): string =>
  printPage(describe(document));

/** Every figure of a document in the order of its page. */
export const figuresOf = async <Document>({ describe }: Report<Document>, document: Document): Promise<Figure[]> => [
  ...(await drawAll(describe(document))).values(),
];
