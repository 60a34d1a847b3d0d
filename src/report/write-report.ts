import type { ResultDocument } from '../results/result-schema.js';
import type { Note } from './files/report-folder.js';
import { htmlReport } from './html-report.js';
import { seriesCsv } from './series-csv.js';
import { writeFiles } from './write-files.js';

/**
 * Writes report.html, result.json, series.csv and figures/*.svg|png below `dir`; returns their paths. The drawing libraries
 * are loaded here and nowhere else, so that a run without a report does not pay for them.
 */
export async function writeReport(doc: ResultDocument, dir: string, note?: Note): Promise<string[]> {
  const { allFigures } = await import('./figures/all-figures.js');
  const figures = allFigures(doc);
  return writeFiles(dir, figures, {
    'report.html': htmlReport(doc, figures),
    'result.json': `${JSON.stringify(doc)}\n`,
    'series.csv': seriesCsv(doc),
  }, { title: doc.case.title, note });
}
