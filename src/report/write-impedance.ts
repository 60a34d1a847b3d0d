import type { ImpedanceDocument } from '../results/impedance-schema.js';
import type { Note } from './files/report-folder.js';
import { impedanceCsv } from './impedance-csv.js';
import { impedanceReport } from './impedance-report.js';
import { writeFiles } from './write-files.js';

/** Writes impedance.html, impedance.json, impedance.csv and the figures below `dir`; returns their paths. */
export async function writeImpedance(doc: ImpedanceDocument, dir: string, note?: Note): Promise<string[]> {
  const [{ nyquist }, { bode }] = await Promise.all([import('./figures/nyquist.js'), import('./figures/bode.js')]);
  const figures = [nyquist(doc), bode(doc)].filter((figure) => figure !== undefined);
  return writeFiles(dir, figures, {
    'impedance.html': impedanceReport(doc, figures),
    'impedance.json': `${JSON.stringify(doc)}\n`,
    'impedance.csv': impedanceCsv(doc),
  }, { title: doc.case.title, note });
}
