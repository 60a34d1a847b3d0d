import type { ValidatedSource, ValidationDocument } from '../../results/validation-schema.js';
import { answer, type Block, type Description, entry, figure, type FigureBlock, type Fold, fold, type Report, sentence,
  table, tables } from '../blocks/block.js';
import { originFold } from '../blocks/parameters.js';
import type { Figure } from '../figures/figure.js';
import { fixed, percent } from '../format.js';
import { scoreWords } from '../score-table.js';
import { column, tableOf, type TextTable, words } from '../text-table.js';
import { outsideTable, placed, sourceTable, summaryTables, validationCsv } from './validation-tables.js';

/** More values than this are shown source by source on the page alone. */
const mostRows = 60;
const mostOutside = 10;

/** Measured cells beside their predictions: the scores first, then where the program is sure and wrong, then every source. */
export const validationReport: Report<ValidationDocument> = { page: 'validation.html', json: 'validation.json',
  describe };

function describe(doc: ValidationDocument): Description {
  const values = placed(doc.sources).length;
  const [aims, scores, ...rest] = summaryTables(doc);
  const [first, ...others] = figures(doc);
  return {
    title: 'Measured cells, predicted',
    blocks: [
      ...answerOf(doc),
      entry('measured', `${values} values of ${doc.sources.length} ${doc.sources.length === 1 ? 'source' : 'sources'}`),
      ...tables([aims, scores]),
      first,
      wrongFold(doc),
      fold('scores', 'Scores of the rest, and how wide intervals have to be', tables(rest), [
        sentence(scoreWords),
        ...others,
      ]),
      fold('rules', 'What a case of a cell may hold', [], [sentence(caseWords)]),
      ...doc.sources.map((source) => sourceFold(source, values <= mostRows)),
      originFold(doc, '.'),
    ],
    files: [{ name: 'validation.csv', text: () => validationCsv(doc) }],
  };
}

/** What lies outside its interval; where nothing does, the sentence that says so. */
function wrongFold(doc: ValidationDocument): Fold {
  const [few, all] = [mostOutside, Infinity].map((most) => outsideTable(doc, most));
  const shown = few.rows.length === 0
    ? sentence('Every measured value lies inside the interval of its prediction.')
    : table(few);
  return fold('outside', 'Sure and wrong', [shown], all.rows.length > few.rows.length ? [table(all)] : []);
}

/** More pictures than this no document of a validation has. */
const mostFigures = 16;

/** All pictures are drawn together, when the first of them is asked for. */
function figures(doc: ValidationDocument): FigureBlock[] {
  let all: Promise<readonly Figure[]> | undefined;
  const draw = async (): Promise<readonly Figure[]> =>
    (await import('../figures/validation.js')).validationFigures(doc);
  return Array.from({ length: mostFigures }, (_, k) => figure(async () => (await (all ??= draw())).at(k)));
}

function answerOf({ scores: { capacities: { all } } }: ValidationDocument): Block[] {
  return all.count === 0
    ? []
    : [
      answer(
        `${all.count} ${all.count === 1 ? 'capacity is' : 'capacities are'} predicted with an rms of ln ${
          fixed(all.rmsLn, 2)
        }; ${percent(all.inside)} lie inside the interval of their prediction, which is to hold 80 %.`,
      ),
    ];
}

const caseWords =
  'Every cell runs from a case that states only what its source states; what had to be assumed is marked and varied. Nothing is set '
  + 'for a single cell: diffusivity, kinetics, contact and potentials come from the library and from laws that are the same for all.';

function sourceFold(source: ValidatedSource, isFront: boolean): Fold {
  const compared = tables([sourceTable(source), reasonTable(source)]);
  return fold(source.id, source.title, [
    entry('source', `${source.source}${source.via === '' ? '' : `; ${source.via}`}`),
    ...source.informs.map((one) => entry('not independent', one, 'warning')),
    ...(isFront ? compared : []),
  ], [
    ...(isFront ? [] : compared),
    table(tableOf('What is known of the cells, and what was assumed', source.cells, [
      words('cell', ({ name }) => name),
      words('ions', ({ transport }) => transport),
      words('assumed, and varied',
        ({ assumed }) => assumed.map(({ key, low, high }) => `${key}: ${low} to ${high}`).join('; ')),
      words('note', ({ note }) => note ?? ''),
    ])),
    table(tableOf('Where each value stands', placed([source]), [
      words('cell', ({ cell }) => cell.name),
      words('what', ({ row }) => row.label),
      words('where', ({ row }) => row.where),
      words('how', ({ row }) => row.read),
      words('note', ({ row }) => row.note ?? ''),
    ])),
  ]);
}

/** Why there is no number, once for all rows of a source. */
function reasonTable({ cells }: ValidatedSource): TextTable {
  const reasons = cells.flatMap((cell) => cell.rows.flatMap(({ outside }) => outside));
  return tableOf('Outside of what was compared, so that there is no number', [...new Set(reasons)], [
    column('values', '', (reason) => String(reasons.filter((one) => one === reason).length)),
    words('why', (reason) => reason),
  ]);
}
