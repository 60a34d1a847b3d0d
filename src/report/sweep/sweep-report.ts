import type { SweepDocument } from '../../results/sweep-schema.js';
import type { Figure } from '../figures/figure.js';
import { htmlTable, join, paragraph, raw, section, text } from '../html/elements.js';
import { figureSection } from '../html/figure-section.js';
import { htmlPage } from '../html/page.js';
import { parameterSection } from '../html/parameter-section.js';
import { pageTable } from '../text-table.js';
import type { SweepSummary } from './sweep-summary.js';
import { bestTable, marked, outcomeWords, refusalLines, sizeWords } from './sweep-tables.js';

/** The sweep on one page: what was varied, the best designs, the maps, the columns of the tables, the parameters. */
export function sweepReport(sweep: SweepDocument, summary: SweepSummary, figures: readonly Figure[]): string {
  return htmlPage(sweep.title, join([
    raw(`<header>\n<h1>${text(sweep.title)}</h1>\n`),
    paragraph(text(`${sizeWords(sweep, summary)}: ${outcomeWords(summary)}.`)),
    ...refusalLines(summary).map((line) => paragraph(text(line), 'warning')),
    raw('</header>\n'),
    section('best', 'Best designs', [pageTable(bestTable(summary))]),
    figureSection(figures),
    section('columns', 'Columns of sweep.csv and sweep.parquet', [htmlTable(
      'One row per design and rate',
      [{ title: 'column' }, { title: 'type' }, { title: 'meaning' }],
      sweep.columns.map(({ name, type, meaning }) => ({ cells: [text(name), text(type), text(meaning)] })),
    )]),
    paragraph(text('The parameters of the first design; the others differ in what is varied.')),
    parameterSection({
      provenance: { parameters: sweep.parameters, assumed: marked(sweep, 'assumed').map(({ path }) => path) },
    }),
    section('provenance', 'Provenance', [
      paragraph(text(`${sweep.program} ${sweep.version}, sweep ${sweep.sweepHash}`)),
    ]),
  ]));
}
