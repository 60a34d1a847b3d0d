import type { EmulatorKey } from '../../results/emulator-schema.js';
import type { SweepCell, SweepRow } from '../../results/sweep-schema.js';
import { type Misfit, misfit, type Result } from '../../units/result.js';
import { keyOf, seenAs } from './keys.js';
import { learnedColumns } from './measures.js';

/** Rows of a sweep, whatever file held them. */
export interface RowsOfSweep {
  /** Names of the columns in the order of a row. */
  readonly columns: readonly string[];
  readonly rows: readonly SweepRow[];
}

/** What can be asked of a design. */
export interface LearnedOutput {
  readonly measure: string;
  readonly rate: string;
  readonly unit: string;
}

/** One design of a sweep: what was varied, as a network sees it, and what came of it; NaN where nothing did. */
export interface LearnedDesign {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly isCell: boolean;
}

export interface Dataset {
  readonly keys: readonly EmulatorKey[];
  readonly outputs: readonly LearnedOutput[];
  readonly designs: readonly LearnedDesign[];
  /** Rows of cells unlike those that the program was compared with. */
  readonly outside: number;
}

/** Of which a fifth is held out. */
const fewestDesigns = 40;

/**
 * Gathers the rows of a sweep by design. What ended before its cut-off, and what is no case, has no result; of cells that have no pouch
 * nothing is learned of one.
 */
export function datasetOf({ columns, rows }: RowsOfSweep,
  hasPouch = true): Result<{ dataset: Dataset }, { problem: Misfit }>
{
  const place = new Map(columns.map((name, i) => [name, i]));
  const rateAt = place.get('rate');
  const outcomeAt = place.get('outcome');
  const measured = learnedColumns.flatMap((one) => {
    const at = place.get(one.column);
    return at === undefined || (!hasPouch && one.column.startsWith('pouch')) ? [] : [{ ...one, at }];
  });
  if (columns[0] !== 'design' || rateAt === undefined || outcomeAt === undefined || measured.length === 0) {
    return misfit('a table of a sweep with the columns design, the varied keys, rate and outcome',
      `the columns ${columns.slice(0, 6).join(', ')}`, 'give the folder that catholith sweep wrote, or a table of it');
  }
  const byDesign = new Map<SweepCell, SweepRow[]>();
  for (const row of rows) byDesign.set(row[0], [...byDesign.get(row[0]) ?? [], row]);
  const isDone = (row: SweepRow): boolean => row[outcomeAt] === 'completed';
  const rates = [...new Set(rows.filter(isDone).map((row) => String(row[rateAt])))];
  const designs = [...byDesign.values()];
  const cells = designs.filter((of) => of.some(isDone)).length;
  if (cells < fewestDesigns) {
    return misfit(`at least ${fewestDesigns} designs with a result`, `${cells} of ${designs.length}`,
      'sweep more designs, e.g. method: sobol with points: 512');
  }
  const varied = Array.from({ length: rateAt - 1 }, (_, k) => {
    const key = keyOf(columns[k + 1], designs.map(([row]) => row[k + 1]));
    return key ? [{ key, at: k + 1 }] : [];
  }).flat();
  const keys = varied.map(({ key }) => key);
  if (keys.length === 0)
    return misfit('keys that the sweep varies', 'none with two values', 'sweep over ranges or lists of values');
  const outputs = rates.flatMap((rate) => measured.map(({ measure, unit }) => ({ measure, unit, rate })));
  const numbersOf = (row: SweepRow | undefined): number[] =>
    measured.map(({ at, per }) => (row && typeof row[at] === 'number' ? row[at] / per : NaN));
  return {
    ok: true,
    dataset: {
      keys,
      outputs,
      designs: designs.map((of) => ({
        x: seenAs(keys, varied.map(({ at }) => of[0][at])),
        y: rates.flatMap((rate) => numbersOf(of.find((row) => isDone(row) && row[rateAt] === rate))),
        isCell: of.some(isDone),
      })),
      outside: rows.filter((row) => (row[place.get('outside') ?? -1] ?? null) !== null).length,
    },
  };
}
