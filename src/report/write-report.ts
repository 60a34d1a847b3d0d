import { createRequire } from 'node:module';
import { aDocument, aFunction, anObject, aPath, expectArguments, optional } from '../units/arguments.js';
import { figuresOf, type Report } from './blocks/block.js';
import { pageScript } from './blocks/page-script.js';
import { drawAll, printPage } from './blocks/page.js';
import type { Figure } from './figures/figure-type.js';
import { type Note, ReportFolder } from './files/report-folder.js';

/** Makes the function that writes page, JSON, tables and figures/*.svg|png of a kind of document below `dir` and returns their paths. */
export const writerOf =
  <Document>({ page, json, schema, describe, more }: Report<Document>) =>
  async (document: Document, dir: string, note?: Note): Promise<string[]> => {
    expectArguments({ document: [document, schema === undefined ? anObject : aDocument(schema)], dir: [dir, aPath],
      note: [note, optional(aFunction)] });
    const folder = await ReportFolder.open(dir, page, note);
    try {
      await more?.(document, folder);
      const description = describe(document);
      const drawn = await drawAll(description);
      await putFiles(folder, figuresOf(description.blocks, false).flatMap((block) => drawn.get(block) ?? []), {
        [page]: printPage(description, drawn, pageScript),
        ...(json !== undefined && { [json]: `${JSON.stringify(document)}\n` }),
        ...Object.fromEntries((description.files ?? []).map(({ name, text }) => [name, text()])),
      });
      return await folder.finish(description.title);
    } finally {
      folder.close();
    }
  };

/** The texts and the figures, in their order; without the engine that draws PNG, whose binary npm may leave out, SVG alone. */
export async function putFiles(folder: ReportFolder, figures: readonly Figure[],
  texts: Readonly<Record<string, string>>): Promise<void>
{
  for (const [name, text] of Object.entries(texts)) await folder.put(name, text);
  for (const { name, svg } of figures) await folder.put(`figures/${name}.svg`, svg);
  const engine = await import('./figures/png.js').catch((error: Error) => error);
  if (engine instanceof Error) {
    const [why] = engine.message.split('\n');
    return folder.note(
      `figures as SVG without PNG, whose engine @resvg/resvg-js does not load (${why}); \`npm install --include=optional\` brings it`,
    );
  }
  const { toPng } = engine;
  const fonts = fontFiles();
  for (const { name, svg } of figures) await folder.put(`figures/${name}.png`, toPng(svg, fonts));
}

function fontFiles(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) => resolve(`dejavu-fonts-ttf/ttf/${name}`));
}
