import { basisLabels, basisWords } from '../../cell/energy-density.js';
import { heldConductivity } from '../../results/held-conductivity.js';
import type { SweepDocument } from '../../results/sweep-schema.js';
import { extentOf } from '../../units/statistics.js';
import { answer, type Block, type Description, entry, figure, fold, type Report, sentence,
  table } from '../blocks/block.js';
import { originFold, parameterFold } from '../blocks/parameters.js';
import { dash, fixed, percent } from '../format.js';
import { aboutSign } from '../outside.js';
import { column, tableOf, type TextTable, words } from '../text-table.js';
import { energyMap } from './energy-map.js';
import { columnTitle, columnWords } from './key-words.js';
import { inputText, summarise, type SweepPoint, SweepSummariser, type SweepSummary } from './sweep-summary.js';
import { type RowSource, writeTables } from './tables.js';

/** A sweep: the best design of each rate, the maps, what was refused; its rows stand in files beside the page. */
export function sweepReport(rows: RowSource): Report<SweepDocument> {
  // the rows are read once where their tables are written
  let summary: SweepSummary | undefined;
  return {
    page: 'sweep.html',
    describe: (sweep) => describe(sweep, summary ??= summarise(sweep, rows)),
    more: async (sweep, folder) => {
      const summariser = new SweepSummariser(sweep);
      await writeTables(folder, sweep, rows, (row) => summariser.add(row));
      summary = summariser.summary;
    },
  };
}

function describe(sweep: SweepDocument, summary: SweepSummary): Description {
  const best = bestTable(summary);
  return {
    title: sweep.title,
    blocks: [
      ...answerOf(summary),
      entry('ran', `${sizeWords(sweep, summary)}: ${outcomeWords(summary)}`),
      table(best),
      ...heldLines(sweep),
      ...outsideLines(summary).map((line) => entry('outside', line)),
      ...refusalLines(summary).map((line) => entry('refused', line, 'warning')),
      ...figures(sweep, summary),
      fold('columns', 'Columns of sweep.csv and sweep.parquet', [], [
        table(
          tableOf('One row per design and rate', sweep.columns, [words('column', ({ name }) => name),
            words('type', ({ type }) => type), words('meaning', ({ meaning }) => meaning)]),
        ),
      ]),
      parameterFold(sweep, 'sweep.html; those of the first design, the others differ in what is varied'),
      originFold(sweep, `, sweep ${sweep.sweepHash}`),
    ],
  };
}

/** Whether a design lies where a varied number is least or most: further out there may be more. */
const isAtEdge = ({ inputs, points }: SweepSummary, of: SweepPoint): boolean =>
  inputs.some(({ type }, k) => {
    const [least, most] = extentOf(type === 'number' ? points.map((point) => Number(point.inputs[k])) : []);
    return least < most && (of.inputs[k] === least || of.inputs[k] === most);
  });

/** The best design at the rate closest to 1C, and what the largest promise keeps of itself. */
function answerOf(summary: SweepSummary): Block[] {
  const { inputs, best, bestFull } = summary;
  const [closest] = [...best].sort((a, b) => Math.abs(Math.log(a.cRate)) - Math.abs(Math.log(b.cRate)));
  if (!closest) return [sentence('No design delivered energy.')];
  const { rate, best: point } = closest;
  const where = inputs.map((input, k) => {
    const { words: key, unit } = columnWords(input);
    return `${key} ${inputText(point.inputs[k], unit)}`;
  }).join(', ');
  const promise = bestFull?.full.Wh_kg ?? null;
  return [
    answer(
      `Most energy${rate === '' ? '' : ` at ${rate}`}: ${aboutSign(point)}${fixed(point.simulated.Wh_kg, 0)} Wh/kg${
        summary.basis === 'pouch' ? '' : ` of ${basisWords[summary.basis]}`
      } with ${where} (${percent(point.utilisation)} used)${
        promise === null ? '.' : `; at full utilisation the best design would have ${fixed(promise, 0)} Wh/kg.`
      }${isAtEdge(summary, point) ? ' It lies at the edge of what was varied: a wider range may give more.' : ''}`,
    ),
  ];
}

/** Maps where there are two axes; else every design against what was varied. */
function figures(sweep: SweepDocument, summary: SweepSummary): Block[] {
  const maps = (['Wh_kg', 'Wh_L'] as const).flatMap((unit) => energyMap(sweep, summary, unit) ?? []);
  return maps.length > 0
    ? maps.map((map) => figure(async () => (await import('../figures/energy-map.js')).energyMapFigure(map)))
    : [
      figure(async () => (await import('../figures/sweep-points.js')).sweepNames(summary)),
      figure(async () => (await import('../figures/sweep-points.js')).sweepRanges(summary)),
    ];
}

/** The best design of each rate, what it promised, and what the largest promise keeps. */
function bestTable({ basis, inputs, best, bestFull, promisesDiffer, points }: SweepSummary): TextTable {
  const keeps = (rate: string): number | null =>
    points.find((point) => point.rate === rate && point.design === bestFull?.design)?.simulated.Wh_kg ?? null;
  const rows = [
    ...(bestFull === undefined
      ? []
      : [{ name: 'full utilisation', point: bestFull, made: bestFull.full, used: 1, kept: bestFull.full.Wh_kg }]),
    ...best.map(({ rate, best: point }) => (
      { name: rate === '' ? dash : rate, point, made: point.simulated, used: point.utilisation, kept: keeps(rate) }
    )),
  ];
  const label = basisLabels[basis];
  const full = fixed(bestFull?.full.Wh_kg ?? null, 0);
  const title = `Most energy per mass at each rate, and what is left there of the ${full} Wh/kg of the design that is `
    + 'best at full utilisation';
  return tableOf(title, rows, [
    words('rate', ({ name }) => name),
    column(label, 'Wh/kg',
      ({ point, made }) => `${made === point.simulated ? aboutSign(point) : ''}${fixed(made.Wh_kg, 0)}`),
    column(label, 'Wh/L', ({ made }) => fixed(made.Wh_L, 0)),
    column('full utilisation', 'Wh/kg', ({ point }) => fixed(point.full.Wh_kg, 0)),
    column('utilisation', '', ({ used }) => percent(used)),
    column(`left of ${full}`, 'Wh/kg', ({ kept }) => fixed(kept, 0)),
    ...inputs.map((input, k) =>
      column<typeof rows[number]>(columnTitle(input), '', ({ point, made }) =>
        made === point.full && !promisesDiffer ? 'any' : inputText(point.inputs[k], ''))
    ),
  ]);
}

/** What the mark says, and why; nothing where every cell is like those compared. */
function heldLines({ parameters, columns }: SweepDocument): Block[] {
  const held = heldConductivity(parameters.map(({ path }) => path),
    columns.map(({ name }) => name.replace(/ \[.*$/, '')));
  return held === undefined ? [] : [entry('held', held, 'warning')];
}

function outsideLines({ outside: { rows: count, reasons }, rows }: SweepSummary): string[] {
  if (count === 0) return [];
  const shown = reasons.slice(0, mostReasons).map((one) =>
    `${one.example}${one.count < count ? `, ${one.count} of them` : ''}`
  );
  return [
    `${count} of ${rows} simulations are of cells unlike the measured cells for comparison (≈: as computed, within a wide interval that `
    + `"catholith run" gives): ${shown.join('; ')}${
      reasons.length > mostReasons ? '; and others, see the column outside' : ''
    }`,
  ];
}

const mostReasons = 5;

/** "998 completed, 2 stopped" */
const outcomeWords = ({ outcomes }: SweepSummary): string =>
  [...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(', ');

/** Sentences on designs that are no case, one per reason, the most frequent first. */
const refusalLines = ({ refusals }: SweepSummary): string[] =>
  refusals.slice(0, mostReasons).map(({ count, example }) =>
    count === 1 ? `one design: ${example}` : `${count} designs, the first: ${example}`
  );

const sizeWords = ({ designs }: SweepDocument, { rows }: SweepSummary): string =>
  `${designs} designs, ${rows} simulations`;
