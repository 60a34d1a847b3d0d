import type { ImpedanceDocument } from '../results/impedance-schema.js';
import { impedanceCsv } from './impedance-csv.js';
import { impedanceReport } from './impedance-report.js';
import { writer } from './write-files.js';

/** Writes impedance.html, impedance.json, impedance.csv and the figures below `dir`; returns their paths. */
export const writeImpedance = writer<ImpedanceDocument>({
  names: { page: 'impedance.html', json: 'impedance.json', csv: 'impedance.csv' },
  title: (doc) => doc.case.title,
  figures: async (
    doc,
  ) => [(await import('./figures/nyquist.js')).nyquist(doc), (await import('./figures/bode.js')).bode(doc)],
  page: impedanceReport,
  csv: impedanceCsv,
});
