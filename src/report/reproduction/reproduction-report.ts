import type { ReproductionDocument, ReproductionRow } from '../../results/reproduction-schema.js';
import { answer, type Block, type Description, entry, figure, fold, type Report, sentence, table,
  tables } from '../blocks/block.js';
import { originFold } from '../blocks/parameters.js';
import { fixed, percent } from '../format.js';
import { scoreWords } from '../score-table.js';
import { column, tableOf, type TextTable, words } from '../text-table.js';
import { leftOutText, notesOf, reproductionCsv, scoresOf, sentencesOf, signed,
  tablesOf } from './reproduction-tables.js';

/** Every reported result beside the simulated one: the scores, then set by set what is refused, noted and assumed. */
export const reproductionReport: Report<ReproductionDocument> = { page: 'reproduction.html', json: 'reproduction.json',
  describe };

function describe(doc: ReproductionDocument): Description {
  return {
    title: 'Reported results, reproduced',
    blocks: [
      ...scoreBlocks(doc),
      ...energyAnswer(doc),
      figure(async () => (await import('../figures/reproduction.js')).tortuosityFigure(doc)),
      ...doc.sets.map(setFold),
      fold('parity', 'Reported against simulated', [], [
        figure(async () => (await import('../figures/reproduction.js')).parityFigure(doc)),
      ]),
      fold('words', 'How to read the tables', [], [sentence(rowWords), sentence(scoreWords)]),
      originFold(doc, '.'),
    ],
    files: [{ name: 'reproduction.csv', text: () => reproductionCsv(doc) }],
  };
}

const rowWords =
  'Each row is a reported result beside the case that should reproduce it. τ asked for: the tortuosity factor of the ions in the cathode '
  + 'at which the simulation delivers the reported capacity, everything else as assumed; its range is over the assumed inputs, one at a time and all '
  + 'together. Cut off: the share of the active material that would have to be lost instead. > 1000: ions cannot explain what is missing at '
  + 'this rate. < 1: even straight paths deliver less. The 80 % of energies are those that run gives for the case. '
  + '≈: a cell unlike the measured cells for comparison; the number is as computed, within a wide interval.';

function scoreBlocks({ scores }: ReproductionDocument): Block[] {
  const { count, rmsLn, bias, inside } = scores.all;
  if (count === 0) return [];
  const left = leftOutText(scores);
  return [
    answer(`${count === 1 ? 'one reported capacity is' : `${count} reported capacities are`} met with an rms of ln `
      + `${fixed(rmsLn, 2)}, on average ${(bias ?? 0) < 0 ? 'below' : 'above'} what is reported by `
      + `${percent(Math.abs(Math.exp(bias ?? 0) - 1))}; ${percent(inside)} lie inside the 80 % interval of their `
      + 'prediction.'),
    table(scoresOf(scores)),
    ...(left === '' ? [] : [sentence(left)]),
  ];
}

/** How far energies per mass are off that are computed from what the source prints. */
function energyAnswer({ sets }: ReproductionDocument): Block[] {
  const misfits = sets.flatMap(({ rows }) => rows).flatMap((row) => {
    if (row.kind !== 'energy') return [];
    const { reported: { gravimetric_Wh_kg: reported }, recomputed: { gravimetric_Wh_kg: recomputed } } = row;
    return reported === null || recomputed === null ? [] : [recomputed / reported - 1];
  });
  return misfits.length === 0 ? [] : [
    answer(`From the printed parameters ${misfits.length} of the reported energies per mass come out `
      + `${signed(Math.min(...misfits))} to ${signed(Math.max(...misfits))} off.`),
  ];
}

const setFold = (set: ReproductionDocument['sets'][number], k: number): Block =>
  fold(`set-${k + 1}`, set.title, [
    entry('source', set.source),
    ...tables(tablesOf(set)),
    ...sentencesOf(set).map(({ name, text }) => entry(name, text, 'warning')),
  ], [
    table(tableOf('What the source leaves open', notesOf(set), [
      words('cell', ({ name }) => name),
      words('note', (note) => note.text),
    ])),
    table(inputTable(set.rows)),
  ]);

const inputTable = (rows: readonly ReproductionRow[]): TextTable =>
  tableOf('Inputs: how many have a source, which are assumed, and between which values they were varied',
    rows.filter((row) => 'inputs' in row), [
    words('cell', ({ name }) => name),
    words('where', ({ where }) => where),
    column('with a source', '', ({ inputs }) => String(inputs.given.length)),
    words('assumed', ({ inputs }) => inputs.assumed.join(', ')),
    words('varied', ({ inputs }) => inputs.varied.map(({ key, low, high }) => `${key}: ${low} to ${high}`).join('; ')),
  ]);
