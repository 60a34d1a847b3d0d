import type { ValidatedCell, ValidatedSource, ValidationDocument } from '../../results/validation-schema.js';
import type { Figure } from '../figures/figure.js';
import { type Html, htmlTable, join, linked, paragraph, section, text } from '../html/elements.js';
import { figureSection } from '../html/figure-section.js';
import { reportPage } from '../html/page.js';
import { scoreWords } from '../score-table.js';
import { pageTable } from '../text-table.js';
import { outsideTable, sourceTable, summaryTables } from './validation-tables.js';

const title = 'Measured cells, predicted';

/** The scores, the figures, what lies outside, then one section per source with what was known of each cell. */
export const validationReport = (doc: ValidationDocument, figures: readonly Figure[]): string =>
  reportPage(title, [
    paragraph(
      text(
        'Every cell runs from a case that states only what its source states; what had to be assumed is marked and varied. Nothing is set '
          + 'for a single cell: diffusivity, kinetics, contact and potentials come from the library and from laws that are the same for all.',
      ),
    ),
  ], [
    section('scores', 'Scores', [paragraph(text(scoreWords)), ...summaryTables(doc).map(pageTable)]),
    figureSection(figures),
    section('outside', 'Sure and wrong', [pageTable(outsideTable(doc, Infinity))]),
    ...doc.sources.map(sourceSection),
    section('provenance', 'Provenance', [paragraph(text(`${doc.program} ${doc.version}`))]),
  ]);

function sourceSection(source: ValidatedSource): Html {
  return section(source.id, source.title, [
    paragraph(join([text('Source: '), linked(source.source), text(source.via === '' ? '' : `; ${source.via}`)])),
    ...source.informs.map((one) => paragraph(text(`Not independent: ${one}.`), 'warning')),
    pageTable(sourceTable(source)),
    htmlTable('What is known of the cells, and what was assumed', [{ title: 'cell' }, { title: 'ions' }, {
      title: 'known beyond the case',
    }, { title: 'assumed, and varied' }, { title: 'note' }], source.cells.map((cell) => ({ cells: cellTexts(cell) }))),
    htmlTable('Where each value stands', [{ title: 'cell' }, { title: 'what' }, { title: 'where' }, { title: 'how' }, {
      title: 'note',
    }], source.cells.flatMap(({ name, rows }) =>
      rows.map((row) => ({
        cells: [text(name), text(row.label), linked(row.where), text(row.read), text(row.note ?? '')],
      }))
    )),
  ]);
}

const cellTexts = (cell: ValidatedCell): Html[] => [
  text(cell.name),
  text(cell.transport),
  text(cell.conditions.map(({ name, value, used }) => `${name} ${value}${used ? '' : ' (no law uses it)'}`).join('; ')),
  text(cell.assumed.map(({ key, low, high }) => `${key}: ${low} to ${high}`).join('; ')),
  text(cell.note ?? ''),
];
