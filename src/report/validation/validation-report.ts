import type { ValidatedSource, ValidationDocument } from '../../results/validation-schema.js';
import type { Figure } from '../figures/figure.js';
import { type Html, join, linked, paragraph, section, sentence, text } from '../html/elements.js';
import { figureSection } from '../html/figure-section.js';
import { reportPage } from '../html/page.js';
import { scoreWords } from '../score-table.js';
import { pageTable, tableOf, words } from '../text-table.js';
import { outsideTable, placed, sourceTable, summaryTables } from './validation-tables.js';

const title = 'Measured cells, predicted';

/** The scores, the figures, what lies outside, then one section per source with what was known of each cell. */
export const validationReport = (doc: ValidationDocument, figures: readonly Figure[]): string =>
  reportPage(title, [
    sentence(
      'Every cell runs from a case that states only what its source states; what had to be assumed is marked and varied. Nothing is set '
        + 'for a single cell: diffusivity, kinetics, contact and potentials come from the library and from laws that are the same for all.',
    ),
  ], [
    section('scores', 'Scores', [sentence(scoreWords), ...summaryTables(doc).map(pageTable)]),
    figureSection(figures),
    section('outside', 'Sure and wrong', [pageTable(outsideTable(doc, Infinity))]),
    ...doc.sources.map(sourceSection),
    section('provenance', 'Provenance', [sentence(`${doc.program} ${doc.version}`)]),
  ]);

function sourceSection(source: ValidatedSource): Html {
  return section(source.id, source.title, [
    paragraph(join([text('Source: '), linked(source.source), text(source.via === '' ? '' : `; ${source.via}`)])),
    ...source.informs.map((one) => sentence(`Not independent: ${one}.`, 'warning')),
    pageTable(sourceTable(source)),
    pageTable(tableOf('What is known of the cells, and what was assumed', source.cells, [
      words('cell', ({ name }) => name),
      words('ions', ({ transport }) => transport),
      words('assumed, and varied',
        ({ assumed }) => assumed.map(({ key, low, high }) => `${key}: ${low} to ${high}`).join('; ')),
      words('note', ({ note }) => note ?? ''),
    ])),
    pageTable(tableOf('Where each value stands', placed([source]), [
      words('cell', ({ cell }) => cell.name),
      words('what', ({ row }) => row.label),
      words('where', ({ row }) => row.where),
      words('how', ({ row }) => row.read),
      words('note', ({ row }) => row.note ?? ''),
    ])),
  ]);
}
