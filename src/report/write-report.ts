import type { ResultDocument } from '../results/result-schema.js';
import { htmlReport } from './html-report.js';
import { seriesCsv } from './series-csv.js';
import { fieldFiles } from './vtu.js';
import { writer } from './write-files.js';

/** Writes report.html, result.json, series.csv, the figures and the fields of a mesh below `dir`; returns their paths. */
export const writeReport = writer<ResultDocument>({
  names: { page: 'report.html', json: 'result.json', csv: 'series.csv' },
  title: (doc) => doc.case.title,
  figures: async (doc) => (await import('./figures/all-figures.js')).allFigures(doc),
  page: htmlReport,
  csv: seriesCsv,
  files: fieldFiles,
});
