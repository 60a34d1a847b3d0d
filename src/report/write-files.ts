import { createRequire } from 'node:module';
import type { Figure } from './figures/figure.js';
import { type Note, ReportFolder } from './files/report-folder.js';

/** Of what a report is, and where to say what a reader should know of the folder. */
export interface ReportOptions {
  readonly title?: string;
  readonly note?: Note;
}

/** Writes texts by their names, the page first, and figures/*.svg|png below `dir`; returns the paths. */
export async function writeFiles(
  dir: string,
  figures: readonly Figure[],
  texts: Readonly<Record<string, string>>,
  { title, note }: ReportOptions = {},
): Promise<string[]> {
  const [page] = Object.keys(texts);
  const folder = await ReportFolder.open(dir, page, note);
  try {
    await putFiles(folder, figures, texts);
    return await folder.finish(title ?? page);
  } finally {
    folder.close();
  }
}

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
