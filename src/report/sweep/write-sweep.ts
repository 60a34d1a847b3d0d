import type { SweepDocument } from '../../results/sweep-schema.js';
import { type Note, ReportFolder } from '../files/report-folder.js';
import { putFiles } from '../write-files.js';
import { energyMap } from './energy-map.js';
import { sweepReport } from './sweep-report.js';
import type { SweepSummary } from './sweep-summary.js';
import { type RowSource, writeTables } from './tables.js';

/** Writes sweep.html, its figures, sweep.csv, sweep.parquet and sweep.json below `dir`; returns their paths. */
export async function writeSweep(dir: string, sweep: SweepDocument, summary: SweepSummary, rows: RowSource,
  note?: Note): Promise<string[]>
{
  const [{ energyMapFigure }, { sweepRanges }, { sweepNames }] = await Promise.all([
    import('../figures/energy-map.js'),
    import('../figures/sweep-ranges.js'),
    import('../figures/sweep-names.js'),
  ]);
  const maps = (['Wh_kg', 'Wh_L'] as const).flatMap((unit) => energyMap(sweep, summary, unit) ?? []);
  const others = maps.length === 0 ? [sweepNames(summary), sweepRanges(summary)] : [];
  const figures = [...maps.map(energyMapFigure), ...others.flatMap((figure) => figure ?? [])];
  const folder = await ReportFolder.open(dir, 'sweep.html', note);
  try {
    await putFiles(folder, figures, { 'sweep.html': sweepReport(sweep, summary, figures) });
    await writeTables(folder, sweep, rows);
    return await folder.finish(sweep.title);
  } finally {
    folder.close();
  }
}
