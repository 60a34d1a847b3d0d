import type { ComparisonDocument } from '../results/comparison-schema.js';
import { comparisonReport } from './comparison-report.js';
import { comparisonCsv } from './comparison-rows.js';
import type { Note } from './files/report-folder.js';
import { writeFiles } from './write-files.js';

/** Writes comparison.html, comparison.json, comparison.csv and the figures below `dir`; returns their paths. */
export async function writeComparison(doc: ComparisonDocument, dir: string, note?: Note): Promise<string[]> {
  const [{ comparisonRates }, { comparisonPolarisation }, { comparisonProfiles }, { comparisonLimits }] = await Promise
    .all([
      import('./figures/comparison-rates.js'),
      import('./figures/comparison-polarisation.js'),
      import('./figures/comparison-profiles.js'),
      import('./figures/comparison-limits.js'),
    ]);
  const figures = [comparisonRates(doc), comparisonPolarisation(doc), comparisonProfiles(doc), comparisonLimits(doc)]
    .filter((figure) => figure !== undefined);
  return writeFiles(dir, figures, {
    'comparison.html': comparisonReport(doc, figures),
    'comparison.json': `${JSON.stringify(doc)}\n`,
    'comparison.csv': comparisonCsv(doc),
  }, { title: doc.title, note });
}
