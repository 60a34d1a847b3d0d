import type { ComparisonDocument } from '../results/comparison-schema.js';
import { comparisonReport } from './comparison-report.js';
import { comparisonCsv } from './comparison-rows.js';
import { writer } from './write-files.js';

/** Writes comparison.html, comparison.json, comparison.csv and the figures below `dir`; returns their paths. */
export const writeComparison = writer<ComparisonDocument>({
  names: { page: 'comparison.html', json: 'comparison.json', csv: 'comparison.csv' },
  title: ({ title }) => title,
  figures: async (doc) => [
    (await import('./figures/comparison-rates.js')).comparisonRates(doc),
    (await import('./figures/comparison-polarisation.js')).comparisonPolarisation(doc),
    (await import('./figures/comparison-profiles.js')).comparisonProfiles(doc),
    (await import('./figures/comparison-limits.js')).comparisonLimits(doc),
  ],
  page: comparisonReport,
  csv: comparisonCsv,
});
