import { stringify } from 'yaml';
import type { OptimumDocument } from '../../results/optimum-schema.js';
import { type Note, ReportFolder } from '../files/report-folder.js';
import { putFiles } from '../write-files.js';
import { optimumCsv, optimumReport } from './optimum-report.js';
import { optimumTitle } from './optimum-tables.js';

/** Writes optimum.html, optimum.json, optimum.csv, optimum.yaml and the figure below `dir`; returns their paths. `base`: the case, from `dir`. */
export async function writeOptimum(document: OptimumDocument, dir: string, base: string,
  note?: Note): Promise<string[]>
{
  const { optimumFigure } = await import('../figures/optimum.js');
  const figures = [optimumFigure(document)].filter((one) => one !== undefined);
  const folder = await ReportFolder.open(dir, 'optimum.html', note);
  try {
    await putFiles(folder, figures, {
      'optimum.html': optimumReport(document, figures),
      'optimum.json': `${JSON.stringify(document)}\n`,
      'optimum.csv': optimumCsv(document),
      ...(document.designs.length > 0 && { 'optimum.yaml': optimumCase(document, base) }),
    });
    return await folder.finish(optimumTitle(document));
  } finally {
    folder.close();
  }
}

/** The best design as a case over the one that was searched. */
export function optimumCase(document: OptimumDocument, base: string): string {
  const data: Record<string, unknown> = { title: optimumTitle(document), base };
  for (const [keys, value] of Object.entries(document.designs[0].values)) {
    for (const key of keys.split('+')) place(data, key.trim().split('.'), value);
  }
  return stringify(data, { lineWidth: 0 });
}

function place(data: Record<string, unknown>, [step, ...below]: readonly string[], value: unknown): void {
  if (below.length === 0) data[step] = value;
  else place((data[step] ??= {}) as Record<string, unknown>, below, value);
}
