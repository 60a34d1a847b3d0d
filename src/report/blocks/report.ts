import type { CardOptions } from '../card.js';
import type { Figure } from '../figures/figure-type.js';
import type { Note, ReportFolder } from '../files/report-folder.js';
import { type Description, figuresOf } from './block.js';
import { printCard } from './card.js';
import type { Drawn } from './page.js';

/** A kind of document: its description is the one place that says what is shown. */
export interface Report<Document> {
  readonly describe: (document: Document) => Description;
  readonly card: (document: Document, options: CardOptions) => string;
  /** Writes page, JSON, tables and figures/*.svg|png below `dir`; returns their paths. */
  readonly write: (document: Document, dir: string, note?: Note) => Promise<string[]>;
}

/** Names of the page and of the document in JSON. */
interface Names {
  readonly page: string;
  readonly json?: string;
}

/** Makes card and files of a kind of document from its description; `more` puts other files beside the page, before anything is described. */
export const reportOf = <Document>(
  { page, json }: Names,
  describe: (document: Document) => Description,
  more: (document: Document, folder: ReportFolder) => Promise<void> = () => Promise.resolve(),
): Report<Document> => ({
  describe,
  card: (document, options) => printCard(describe(document), options),
  write: async (document, dir, note) => {
    // what writes files is fetched only here: the description and the card work in a browser
    const [{ ReportFolder }, { putFiles }] = await Promise.all([import('../files/report-folder.js'),
      import('../write-files.js')]);
    const folder = await ReportFolder.open(dir, page, note);
    try {
      await more(document, folder);
      const description = describe(document);
      const drawn = await drawAll(description);
      const [{ printPage }, { pageScript }] = await Promise.all([import('./page.js'), import('./page-script.js')]);
      await putFiles(folder, figuresOf(description.blocks, false).flatMap((block) => drawn.get(block) ?? []), {
        [page]: printPage(description, drawn, pageScript),
        ...(json !== undefined && { [json]: `${JSON.stringify(document)}\n` }),
        ...Object.fromEntries((description.files ?? []).map(({ name, text }) => [name, text()])),
      });
      return await folder.finish(description.title);
    } finally {
      folder.close();
    }
  },
});

/** Draws every figure once, for page, SVG and PNG. */
export async function drawAll({ blocks }: Description): Promise<Drawn> {
  const drawn = new Map<ReturnType<typeof figuresOf>[number], Figure>();
  for (const block of figuresOf(blocks)) {
    const figure = await block.draw();
    if (figure) drawn.set(block, figure);
  }
  return drawn;
}
