import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Figure } from './figures/figure.js';

/** Writes texts by their names and figures/*.svg|png below `dir`; returns the paths. */
export async function writeFiles(
  dir: string, figures: readonly Figure[], texts: Readonly<Record<string, string>>,
): Promise<string[]> {
  const { toPng } = await import('./figures/png.js');
  const fonts = fontFiles();
  const files = new Map<string, string | Uint8Array>([
    ...Object.entries(texts),
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
