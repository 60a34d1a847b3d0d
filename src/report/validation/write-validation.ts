import type { ValidationDocument } from '../../results/validation-schema.js';
import { writeFiles } from '../write-files.js';
import { validationReport } from './validation-report.js';
import { validationCsv } from './validation-tables.js';

/** Writes validation.html, .json, .csv and the figures below `dir`; returns their paths. */
export async function writeValidation(doc: ValidationDocument, dir: string): Promise<string[]> {
  const { validationFigures } = await import('../figures/validation.js');
  const figures = validationFigures(doc);
  return writeFiles(dir, figures, {
    'validation.html': validationReport(doc, figures),
    'validation.json': `${JSON.stringify(doc)}\n`,
    'validation.csv': validationCsv(doc),
  });
}
