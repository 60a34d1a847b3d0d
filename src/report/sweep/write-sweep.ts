import type { SweepDocument } from '../../results/sweep-schema.js';
import { type Note, ReportFolder } from '../files/report-folder.js';
import { putFiles } from '../write-files.js';
import { energyMap } from './energy-map.js';
import { sweepReport } from './sweep-report.js';
import { SweepSummariser, type SweepSummary } from './sweep-summary.js';
import { type RowSource, writeTables } from './tables.js';

/** Writes sweep.html, its figures, sweep.json and the tables of the rows below `dir`; returns their paths and what the rows say. */
export async function writeSweep(dir: string, sweep: SweepDocument, rows: RowSource,
  note?: Note): Promise<{ files: string[]; summary: SweepSummary }>
{
  const [{ energyMapFigure }, { sweepRanges }, { sweepNames }] = await Promise.all([
    import('../figures/energy-map.js'),
    import('../figures/sweep-ranges.js'),
    import('../figures/sweep-names.js'),
  ]);
  const folder = await ReportFolder.open(dir, 'sweep.html', note);
  try {
    const summariser = new SweepSummariser(sweep);
    await writeTables(folder, sweep, rows, (row) => summariser.add(row));
    const { summary } = summariser;
    const maps = (['Wh_kg', 'Wh_L'] as const).flatMap((unit) => energyMap(sweep, summary, unit) ?? []);
    const others = maps.length === 0 ? [sweepNames(summary), sweepRanges(summary)] : [];
    const figures = [...maps.map(energyMapFigure), ...others.flatMap((figure) => figure ?? [])];
    await putFiles(folder, figures, { 'sweep.html': sweepReport(sweep, summary, figures) });
    return { files: await folder.finish(sweep.title), summary };
  } finally {
    folder.close();
  }
}
