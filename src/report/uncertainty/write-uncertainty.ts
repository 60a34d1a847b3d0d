import type { UncertaintyDocument } from '../../results/uncertainty-schema.js';
import { writer } from '../write-files.js';
import { uncertaintyCsv, uncertaintyReport } from './uncertainty-report.js';
import { uncertaintyTitle } from './uncertainty-tables.js';

/** Writes uncertainty.html, uncertainty.json, uncertainty.csv and the figures below `dir`; returns their paths. */
export const writeUncertainty = writer<UncertaintyDocument>({
  names: { page: 'uncertainty.html', json: 'uncertainty.json', csv: 'uncertainty.csv' },
  title: uncertaintyTitle,
  figures: async (document) => {
    const [{ uncertaintyIndices }, { uncertaintyCurves }] = await Promise.all([
      import('../figures/uncertainty-indices.js'),
      import('../figures/uncertainty-curves.js'),
    ]);
    return [uncertaintyCurves(document), uncertaintyIndices(document)];
  },
  page: uncertaintyReport,
  csv: uncertaintyCsv,
});
