import { createRequire } from 'node:module';
import type { Figure } from './figures/figure.js';
import { type Note, ReportFolder } from './files/report-folder.js';

/** Parts of the report of a document. */
interface Writing<Document> {
  /** Name of the page, of the document in JSON, and of a table for other programs. */
  readonly names: { readonly page: string; readonly json?: string; readonly csv?: string };
  readonly title: (document: Document) => string;
  /** Imported only here: a run without a report does not pay for the drawing libraries. */
  readonly figures: (document: Document) => Promise<readonly (Figure | undefined)[]>;
  readonly page: (document: Document, figures: readonly Figure[]) => string;
  readonly csv?: (document: Document) => string;
  /** Others, by their names. */
  readonly files?: (document: Document) => Readonly<Record<string, string>>;
}

/** A function that writes page, JSON, table and figures/*.svg|png of a document below `dir` and returns their paths. */
export const writer =
  <Document>({ names, title, figures, page, csv, files }: Writing<Document>) =>
  async (document: Document, dir: string, note?: Note): Promise<string[]> => {
    const drawn = (await figures(document)).filter((figure) => figure !== undefined);
    const folder = await ReportFolder.open(dir, names.page, note);
    try {
      await putFiles(folder, drawn, {
        [names.page]: page(document, drawn),
        ...(names.json && { [names.json]: `${JSON.stringify(document)}\n` }),
        ...(names.csv && csv && { [names.csv]: csv(document) }),
        ...files?.(document),
      });
      return await folder.finish(title(document));
    } finally {
      folder.close();
    }
  };

/** The texts and the figures, in their order. */
export async function putFiles(folder: ReportFolder, figures: readonly Figure[],
  texts: Readonly<Record<string, string>>): Promise<void>
{
  const { toPng } = await import('./figures/png.js');
  const fonts = fontFiles();
  for (const [name, text] of Object.entries(texts)) await folder.put(name, text);
  for (const { name, svg } of figures) await folder.put(`figures/${name}.svg`, svg);
  for (const { name, svg } of figures) await folder.put(`figures/${name}.png`, toPng(svg, fonts));
}

function fontFiles(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) => resolve(`dejavu-fonts-ttf/ttf/${name}`));
}
