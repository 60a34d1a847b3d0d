import type { SweepDocument } from '../../results/sweep-schema.js';
import { dash, fixed, percent } from '../format.js';
import type { TextTable } from '../text-table.js';
import { columnTitle } from './key-words.js';
import { inputText, type SweepPoint, type SweepSummary } from './sweep-summary.js';

/** The tables of a sweep as texts; the card and the page draw them. */

/** The best design of each rate, what it promised, and what the largest promise keeps. */
export function bestTable({ inputs, best, bestFull, points }: SweepSummary): TextTable {
  const values = ({ inputs: cells }: SweepPoint): string[] => cells.map((cell) => inputText(cell, ''));
  const ofFull = (rate: string): SweepPoint | undefined =>
    points.find((point) => point.rate === rate && point.design === bestFull?.design);
  return {
    title: 'The design with most energy per mass at each rate',
    head: [
      { title: 'rate' },
      { title: 'pouch', unit: 'Wh/kg' },
      { title: 'pouch', unit: 'Wh/L' },
      { title: 'if all worked', unit: 'Wh/kg' },
      { title: 'used' },
      { title: 'largest promise keeps', unit: 'Wh/kg' },
      ...inputs.map((column) => ({ title: columnTitle(column) })),
    ],
    rows: [
      ...(bestFull === undefined ? [] : [[
        'full utilisation',
        fixed(bestFull.full.Wh_kg, 0),
        fixed(bestFull.full.Wh_L, 0),
        fixed(bestFull.full.Wh_kg, 0),
        '100 %',
        fixed(bestFull.full.Wh_kg, 0),
        ...values(bestFull),
      ]]),
      ...best.map(({ rate, best: point }) => [
        rate === '' ? dash : rate,
        fixed(point.simulated.Wh_kg, 0),
        fixed(point.simulated.Wh_L, 0),
        fixed(point.full.Wh_kg, 0),
        percent(point.utilisation),
        fixed(ofFull(rate)?.simulated.Wh_kg ?? null, 0),
        ...values(point),
      ]),
    ],
  };
}

/** "998 completed, 2 stopped" */
export const outcomeWords = ({ outcomes }: SweepSummary): string =>
  [...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(', ');

/** One sentence per way in which designs are no case, the most frequent first. */
export const refusalLines = ({ refusals }: SweepSummary): string[] =>
  refusals.slice(0, 5).map((
    { count, example },
  ) => (count === 1 ? `one design: ${example}` : `${count} designs, the first: ${example}`));

export const sizeWords = ({ designs }: SweepDocument, { rows }: SweepSummary): string =>
  `${designs} designs, ${rows} simulations`;

/** Marked parameters of the first design. */
export const marked = ({ parameters }: SweepDocument, status: 'assumed' | 'fitted') =>
  parameters.filter((one) => one.status === status);
