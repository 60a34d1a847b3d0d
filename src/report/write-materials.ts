import type { MaterialCurves } from '../materials/material-curves.js';
import { writer } from './write-files.js';

/** Writes one figure for each active material and electrolyte, and what they show, below `dir` and returns the paths. */
export const writeMaterials = writer<readonly MaterialCurves[]>({
  names: { page: 'materials.txt' },
  title: () => 'materials.txt',
  figures: async (all) => {
    const { materialFigure } = await import('./figures/material-curves.js');
    const { conductionFigure } = await import('./figures/conductivity-temperature.js');
    return all.map((curves) => curves.kind === 'electrolyte' ? conductionFigure(curves) : materialFigure(curves));
  },
  page: (_, figures) => figures.map(({ name, caption }) => `figures/${name}.png: ${caption}\n`).join(''),
});
