import type { ReproductionDocument } from '../../results/reproduction-schema.js';
import type { Note } from '../files/report-folder.js';
import { writeFiles } from '../write-files.js';
import { reproductionReport } from './reproduction-report.js';
import { reproductionCsv } from './reproduction-tables.js';

/** Writes reproduction.html, .json, .csv and the figures below `dir`; returns their paths. */
export async function writeReproduction(doc: ReproductionDocument, dir: string, note?: Note): Promise<string[]> {
  const [{ parityFigure }, { tortuosityFigure }] = await Promise.all([
    import('../figures/parity.js'),
    import('../figures/tortuosity-asked-for.js'),
  ]);
  const figures = [parityFigure(doc), tortuosityFigure(doc)].flatMap((figure) => figure ?? []);
  return writeFiles(dir, figures, {
    'reproduction.html': reproductionReport(doc, figures),
    'reproduction.json': `${JSON.stringify(doc)}\n`,
    'reproduction.csv': reproductionCsv(doc),
  }, { note });
}
