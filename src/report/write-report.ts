import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ResultDocument } from '../results/result-schema.js';
import { htmlReport } from './html-report.js';
import { seriesCsv } from './series-csv.js';

/**
 * Writes report.html, result.json, series.csv and figures/*.svg|png below `dir`; returns their paths. The drawing libraries
 * are loaded here and nowhere else, so that a run without a report does not pay for them.
 */
export async function writeReport(doc: ResultDocument, dir: string): Promise<string[]> {
  const [{ allFigures }, { toPng }] = await Promise.all([import('./figures/all-figures.js'), import('./figures/png.js')]);
  const figures = allFigures(doc);
  const fonts = fontFiles();
  const files = new Map<string, string | Uint8Array>([
    ['report.html', htmlReport(doc, figures)],
    ['result.json', `${JSON.stringify(doc)}\n`],
    ['series.csv', seriesCsv(doc)],
    ...figures.map(({ name, svg }): [string, string] => [`figures/${name}.svg`, svg]),
    ...figures.map(({ name, svg }): [string, Uint8Array] => [`figures/${name}.png`, toPng(svg, fonts)]),
  ]);
  await mkdir(join(dir, 'figures'), { recursive: true });
  await Promise.all([...files].map(([name, content]) => writeFile(join(dir, name), content)));
  return [...files.keys()].map((name) => join(dir, name));
}

function fontFiles(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) => resolve(`dejavu-fonts-ttf/ttf/${name}`));
}
