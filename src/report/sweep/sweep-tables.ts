import type { SweepDocument } from '../../results/sweep-schema.js';
import { dash, fixed, percent } from '../format.js';
import { about } from '../outside.js';
import { column, tableOf, type TextTable, words } from '../text-table.js';
import { columnTitle } from './key-words.js';
import { inputText, type SweepSummary } from './sweep-summary.js';

/** The tables of a sweep as texts. */

/** The best design of each rate, what it promised, and what the largest promise keeps. */
export function bestTable({ inputs, best, bestFull, points }: SweepSummary): TextTable {
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
  return tableOf('The design with most energy per mass at each rate', rows, [
    words('rate', ({ name }) => name),
    column('pouch', 'Wh/kg',
      ({ point, made }) => `${made === point.simulated ? about(point) : ''}${fixed(made.Wh_kg, 0)}`),
    column('pouch', 'Wh/L', ({ made }) => fixed(made.Wh_L, 0)),
    column('if all worked', 'Wh/kg', ({ point }) => fixed(point.full.Wh_kg, 0)),
    column('used', '', ({ used }) => percent(used)),
    column(`kept of ${fixed(bestFull?.full.Wh_kg ?? null, 0)}`, 'Wh/kg', ({ kept }) => fixed(kept, 0)),
    ...inputs.map((input, k) =>
      column<typeof rows[number]>(columnTitle(input), '', ({ point }) => inputText(point.inputs[k], ''))
    ),
  ]);
}

/** What the mark says, and why; nothing where every cell is like those compared. */
export function outsideLines({ outside, rows }: SweepSummary): string[] {
  const count = outside.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return [];
  const reasons = outside.slice(0, 3).map(({ reason }) => reason).join(' | ');
  return [
    `${count} of ${rows} simulations are of cells unlike those that the program was compared with (≈: the middle of a wide band, which `
    + `"catholith run" says; column outside): ${reasons}${outside.length > 3 ? ' | and others' : ''}`,
  ];
}

/** "998 completed, 2 stopped" */
export const outcomeWords = ({ outcomes }: SweepSummary): string =>
  [...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(', ');

/** Sentences on designs that are no case, one per reason, the most frequent first. */
export const refusalLines = ({ refusals }: SweepSummary): string[] =>
  refusals.slice(0, 5).map((
    { count, example },
  ) => (count === 1 ? `one design: ${example}` : `${count} designs, the first: ${example}`));

export const sizeWords = ({ designs }: SweepDocument, { rows }: SweepSummary): string =>
  `${designs} designs, ${rows} simulations`;
