import { createRequire } from 'node:module';
import { figuresOf } from './blocks/block.js';
import { pageScript } from './blocks/page-script.js';
import { printPage } from './blocks/page.js';
import { drawAll, type Report } from './blocks/report.js';
import type { Figure } from './figures/figure-type.js';
import { type Note, ReportFolder } from './files/report-folder.js';

/** Makes the function that writes page, JSON, tables and figures/*.svg|png of a kind of document below `dir` and returns their paths. */
export const writerOf =
  <Document>({ page, json, describe, more }: Report<Document>) =>
  async (document: Document, dir: string, note?: Note): Promise<string[]> => {
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
