import type { MaterialCurves } from '../materials/material-curves.js';
import { writer } from './write-files.js';

/** Writes one figure for each active material, and what they show, below `dir` and returns the paths. */
export const writeMaterials = writer<readonly MaterialCurves[]>({
  names: { page: 'materials.txt' },
  title: () => 'materials.txt',
  figures: async (curves) => curves.map((await import('./figures/material-curves.js')).materialFigure),
  page: (_, figures) => figures.map(({ name, caption }) => `figures/${name}.png: ${caption}\n`).join(''),
});
