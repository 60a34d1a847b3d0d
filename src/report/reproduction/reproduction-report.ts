import type { ReproductionDocument, ReproductionRow } from '../../results/reproduction-schema.js';
import type { Figure } from '../figures/figure.js';
import { type Html, section, sentence } from '../html/elements.js';
import { figureSection } from '../html/figure-section.js';
import { reportPage, sourceLine } from '../html/page.js';
import { scoreWords } from '../score-table.js';
import { column, pageTable, tableOf, words } from '../text-table.js';
import { leftOutText, notesOf, scoresOf, sentencesOf, tablesOf } from './reproduction-tables.js';

/** All sets on one page: scores, tables, the parity figure, what is refused and not run, notes, inputs of every row. */
export function reproductionReport(doc: ReproductionDocument, figures: readonly Figure[]): string {
  return reportPage('Reported results, reproduced', [
    sentence(
      'Each row is a reported result and the case that is to give it. τ asked for: the tortuosity factor of the ions in the cathode '
        + 'at which the simulation delivers the reported capacity, everything else as assumed; its range: over the assumed inputs, one at a time and all '
        + 'together. Cut off: the share of the active material that would have to be lost instead. > 1000: what is missing is no matter of ions at '
        + 'this rate, it says nothing on them. < 1: even straight paths deliver less.',
    ),
  ], [
    ...(doc.scores.all.count === 0 ? [] : [section('scores', 'Scores', [
      sentence(scoreWords),
      pageTable(scoresOf(doc.scores)),
      sentence(leftOutText(doc.scores)),
    ])]),
    figureSection(figures),
    ...doc.sets.map((set, k) =>
      section(`set-${k + 1}`, set.title, [
        sourceLine(set.source),
        ...tablesOf(set).map(pageTable),
        ...sentencesOf(set).map((one) => sentence(`${one.name}: ${one.text}`, 'warning')),
        pageTable(tableOf('What the source leaves open or contradicts', notesOf(set), [
          words('cell', ({ name }) => name),
          words('note', (note) => note.text),
        ])),
        inputTable(set.rows),
      ])
    ),
    section('provenance', 'Provenance', [sentence(`${doc.program} ${doc.version}`)]),
  ]);
}

const inputTable = (rows: readonly ReproductionRow[]): Html =>
  pageTable(tableOf(
    'Inputs: how many have a source, which are assumed, and between which values they were varied',
    rows.filter((row) => 'inputs' in row),
    [
      words('cell', ({ name }) => name),
      words('where', ({ where }) => where),
      column('with a source', '', ({ inputs }) => String(inputs.given.length)),
      words('assumed', ({ inputs }) => inputs.assumed.join(', ')),
      words('varied',
        ({ inputs }) => inputs.varied.map(({ key, low, high }) => `${key}: ${low} to ${high}`).join('; ')),
    ],
  ));
