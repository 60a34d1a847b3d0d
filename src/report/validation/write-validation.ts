import type { ValidationDocument } from '../../results/validation-schema.js';
import { writer } from '../write-files.js';
import { validationReport } from './validation-report.js';
import { validationCsv } from './validation-tables.js';

/** Writes validation.html, .json, .csv and the figures below `dir`; returns their paths. */
export const writeValidation = writer<ValidationDocument>({
  names: { page: 'validation.html', json: 'validation.json', csv: 'validation.csv' },
  title: () => 'validation.html',
  figures: async (doc) => (await import('../figures/validation.js')).validationFigures(doc),
  page: validationReport,
  csv: validationCsv,
});
