import type { SweepDocument } from '../../results/sweep-schema.js';
import type { Figure } from '../figures/figure.js';
import { section, sentence } from '../html/elements.js';
import { figureSection } from '../html/figure-section.js';
import { reportPage } from '../html/page.js';
import { parameterSection } from '../html/parameter-section.js';
import { pageTable, tableOf, words } from '../text-table.js';
import type { SweepSummary } from './sweep-summary.js';
import { bestTable, marked, outcomeWords, refusalLines, sizeWords } from './sweep-tables.js';

/** The sweep on one page: what was varied, the best designs, the maps, the columns of the tables, the parameters. */
export function sweepReport(sweep: SweepDocument, summary: SweepSummary, figures: readonly Figure[]): string {
  return reportPage(sweep.title, [
    sentence(`${sizeWords(sweep, summary)}: ${outcomeWords(summary)}.`),
    ...refusalLines(summary).map((line) => sentence(line, 'warning')),
  ], [
    section('best', 'Best designs', [pageTable(bestTable(summary))]),
    figureSection(figures),
    section('columns', 'Columns of sweep.csv and sweep.parquet', [pageTable(
      tableOf('One row per design and rate', sweep.columns, [words('column', ({ name }) => name),
        words('type', ({ type }) => type), words('meaning', ({ meaning }) => meaning)]),
    )]),
    sentence('The parameters of the first design; the others differ in what is varied.'),
    parameterSection({
      provenance: { parameters: sweep.parameters, assumed: marked(sweep, 'assumed').map(({ path }) => path) },
    }),
    section('provenance', 'Provenance', [
      sentence(`${sweep.program} ${sweep.version}, sweep ${sweep.sweepHash}`),
    ]),
  ]);
}
