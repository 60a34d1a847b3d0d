import type { FittedCurve } from '../results/fit-schema.js';
import { type Block, figure, table } from './blocks/block.js';
import { fixed, percent } from './format.js';
import { column, tableOf, words } from './text-table.js';

/** A measured discharge beside that of a design. */
interface MeasuredRow {
  /** Of the design; of one design there is none. */
  readonly name?: string;
  readonly curve: FittedCurve;
}

/** How far what was computed is from what was measured: a table, the curves over each other, and below them what is left. */
export function measuredBlocks(rows: readonly MeasuredRow[]): Block[] {
  if (rows.length === 0) return [];
  const curves = rows.map(({ name, curve }) => ({ ...curve,
    rate: name === undefined ? curve.rate : `${name}, ${curve.rate}` })
  );
  return [
    table(tableOf('Beside what was measured', rows, [
      ...(rows.some(({ name }) => name !== undefined) ? [words<MeasuredRow>('design', ({ name = '' }) => name)] : []),
      words('file', ({ curve }) => curve.file),
      words('rate', ({ curve }) => curve.rate),
      column('measured', 'mAh/cm²',
        ({ curve: { measured: { arealCapacity_mAh_cm2: q } } }) => fixed(q[q.length - 1], 3)),
      column('computed', 'mAh/cm²', ({ curve: { fitted: { arealCapacity_mAh_cm2: q } } }) => fixed(q[q.length - 1], 3)),
      column('capacity off', '', ({ curve }) => percent(curve.capacityError, 1)),
      column('rms', 'mV', ({ curve }) => fixed(curve.rms_mV, 1)),
    ])),
    figure(async () => (await import('./figures/fit-curves.js')).fitCurves({ curves }, 'computed')),
  ];
}
