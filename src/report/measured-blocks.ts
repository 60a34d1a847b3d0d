import type { FittedCurve } from '../results/fit-schema.js';
import { type Block, figure, table } from './blocks/block.js';
import { fixed, percent } from './format.js';
import { column, tableOf, type TextTable, words } from './text-table.js';

/** A measured discharge beside that of a design; of one design there is no name. */
type MeasuredCurve = FittedCurve & { readonly design?: string };

/** How far what was computed is from what was measured: a table, the curves over each other, and below them what is left. */
export function measuredBlocks(curves: readonly MeasuredCurve[]): Block[] {
  if (curves.length === 0) return [];
  const named = curves.map((curve) => ({ ...curve,
    rate: curve.design === undefined ? curve.rate : `${curve.design}, ${curve.rate}` })
  );
  return [
    table(curveTable('Beside what was measured: both capacities down to the last measured voltage', curves)),
    figure(async () => (await import('./figures/fit-curves.js')).fitCurves({ curves: named }, 'computed')),
  ];
}

/** How far each discharge is from its measurement. */
export const curveTable = (title: string, curves: readonly MeasuredCurve[]): TextTable =>
  tableOf(title, curves, [
    ...(curves.some(({ design }) => design !== undefined)
      ? [words<MeasuredCurve>('design', ({ design = '' }) => design)]
      : []),
    words('file', ({ file }) => file),
    words('rate', ({ rate }) => rate),
    column('measured', 'mAh/cm²', ({ measured: { arealCapacity_mAh_cm2: q } }) => fixed(q[q.length - 1], 3)),
    column('computed', 'mAh/cm²', ({ fitted: { arealCapacity_mAh_cm2: q } }) => fixed(q[q.length - 1], 3)),
    column('capacity off', '', ({ capacityError }) => percent(capacityError, 1)),
    column('rms', 'mV', ({ rms_mV }) => fixed(rms_mV, 1)),
  ]);
