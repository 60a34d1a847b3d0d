import { createRequire } from 'node:module';
import type { Figure } from './figures/figure-type.js';
import type { ReportFolder } from './files/report-folder.js';

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
