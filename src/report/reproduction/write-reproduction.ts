import type { ReproductionDocument } from '../../results/reproduction-schema.js';
import { writer } from '../write-files.js';
import { reproductionReport } from './reproduction-report.js';
import { reproductionCsv } from './reproduction-tables.js';

/** Writes reproduction.html, .json, .csv and the figures below `dir`; returns their paths. */
export const writeReproduction = writer<ReproductionDocument>({
  names: { page: 'reproduction.html', json: 'reproduction.json', csv: 'reproduction.csv' },
  title: () => 'reproduction.html',
  figures: async (
    doc,
  ) => [(await import('../figures/parity.js')).parityFigure(doc),
    (await import('../figures/tortuosity-asked-for.js')).tortuosityFigure(doc)],
  page: reproductionReport,
  csv: reproductionCsv,
});
