import type { MaterialCurves } from '../materials/material-curves.js';
import { conductionFigure, materialFigure } from './figures/material-curves.js';
import { type Note, ReportFolder } from './files/report-folder.js';
import { putFiles } from './write-report.js';

const list = 'materials.txt';

/** Writes one figure for each active material and electrolyte, and what they show, below `dir` and returns the paths. */
export async function writeMaterials(all: readonly MaterialCurves[], dir: string, note?: Note): Promise<string[]> {
  const figures = all.map((curves) => curves.kind === 'electrolyte' ? conductionFigure(curves) : materialFigure(curves))
    .filter((figure) => figure !== undefined);
  const folder = await ReportFolder.open(dir, list, note);
  try {
    await putFiles(folder, figures, {
      [list]: figures.map(({ name, caption }) => `figures/${name}.png: ${caption}\n`).join(''),
    });
    return await folder.finish(list);
  } finally {
    folder.close();
  }
}
