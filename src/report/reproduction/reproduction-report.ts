import type { ReproductionDocument, ReproductionRow } from '../../results/reproduction-schema.js';
import type { Figure } from '../figures/figure.js';
import { type Html, htmlTable, linked, paragraph, section, text } from '../html/elements.js';
import { figureSection } from '../html/figure-section.js';
import { reportPage, sourceLine } from '../html/page.js';
import { scoreWords } from '../score-table.js';
import { pageTable } from '../text-table.js';
import { leftOutText, notesOf, scoresOf, sentencesOf, tablesOf } from './reproduction-tables.js';

/** All sets on one page: scores, tables, the parity figure, what is refused and not run, notes, inputs of every row. */
export function reproductionReport(doc: ReproductionDocument, figures: readonly Figure[]): string {
  return reportPage('Reported results, reproduced', [
    paragraph(
      text(
        'Each row is a reported result and the case that is to give it. τ asked for: the tortuosity factor of the ions in the cathode '
          + 'at which the simulation delivers the reported capacity, everything else as assumed; its range: over the assumed inputs, one at a time and all '
          + 'together. Cut off: the share of the active material that would have to be lost instead. > 1000: what is missing is no matter of ions at '
          + 'this rate, it says nothing on them. < 1: even straight paths deliver less.',
      ),
    ),
  ], [
    ...(doc.scores.all.count === 0 ? [] : [section('scores', 'Scores', [
      paragraph(text(scoreWords)),
      pageTable(scoresOf(doc.scores)),
      paragraph(text(leftOutText(doc.scores))),
    ])]),
    figureSection(figures),
    ...doc.sets.map((set, k) =>
      section(`set-${k + 1}`, set.title, [
        sourceLine(set.source),
        ...tablesOf(set).map(pageTable),
        ...sentencesOf(set).map((one) => paragraph(linked(`${one.name}: ${one.text}`), 'warning')),
        htmlTable('What the source leaves open or contradicts', [{ title: 'cell' }, { title: 'note' }],
          notesOf(set).map((one) => ({ cells: [text(one.name), linked(one.text)] }))),
        inputTable(set.rows),
      ])
    ),
    section('provenance', 'Provenance', [paragraph(text(`${doc.program} ${doc.version}`))]),
  ]);
}

function inputTable(rows: readonly ReproductionRow[]): Html {
  return htmlTable(
    'Inputs: how many have a source, which are assumed, and between which values they were varied',
    [{ title: 'cell' }, { title: 'where' }, { title: 'with a source', numeric: true }, { title: 'assumed' }, {
      title: 'varied',
    }],
    rows.flatMap((row) => ('inputs' in row
      ? [{
        cells: [
          text(row.name),
          linked(row.where),
          text(String(row.inputs.given.length)),
          text(row.inputs.assumed.join(', ')),
          text(row.inputs.varied.map(({ key, low, high }) => `${key}: ${low} to ${high}`).join('; ')),
        ],
      }]
      : [])
    ),
  );
}
