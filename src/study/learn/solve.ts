import type { LoadedSweep } from '../../config/studies/parse-sweep.js';
import { formatIssue } from '../../config/wording.js';
import { rowsOfCase } from '../../pipeline/run-case.js';
import type { EmulatorDocument, EmulatorKey } from '../../results/emulator-schema.js';
import { type SweepCell, sweepResultCells, sweepResultColumns } from '../../results/sweep-schema.js';
import { discrepancyAt } from '../ranges/calibrated-band.js';
import type { Solve } from './find.js';
import { learnedColumns } from './measures.js';

/** Solves designs of the sweep that a model was learned from, with the case that the model holds. */
export const solverOf = ({ design }: LoadedSweep, { keys, outputs }: EmulatorDocument): Solve => {
  const places = new Map(sweepResultColumns.map(({ name }, i) => [name, i]));
  const columns = outputs.map(({ measure, rate }) => {
    const { column, per } = learnedColumns.find((one) => one.measure === measure) ?? { column: '', per: 1 };
    return { at: places.get(column) ?? -1, per, rate };
  });
  const [rateAt, outcomeAt] = ['rate', 'outcome'].map((name) => places.get(name) ?? -1);
  return (values) => {
    const loaded = design(writtenValues(keys, values));
    if (!loaded.ok) return { ok: false, sentence: loaded.issues.map((issue) => formatIssue(issue)).join(' | ') };
    const run = rowsOfCase(loaded.case);
    if (!run.ok)
      return { ok: false, sentence: run.problems.map(({ key, received }) => `${key}: ${received}`).join(' | ') };
    const outside = run.rates.map(({ cRate }) => discrepancyAt(run.prepared, cRate).outside);
    const rows = run.rates.map((rate, i) => sweepResultCells(run.head, rate, outside[i]));
    return {
      ok: true,
      found: columns.map(({ at, per, rate }) => {
        const i = rows.findIndex((one) => one[rateAt] === rate);
        const cell = rows[i]?.[outcomeAt] === 'completed' ? rows[i][at] : null;
        return { value: typeof cell === 'number' ? cell / per : null, outside: outside[i] ?? [] };
      }),
    };
  };
};

/** Values as a case has them. */
const writtenValues = (keys: readonly EmulatorKey[], values: readonly SweepCell[]): Record<string, unknown> =>
  Object.fromEntries(keys.flatMap((key, i) => {
    if (key.kind === 'names') return values[i] === null ? [] : [[key.key, values[i]]];
    return [[key.key, key.unit === '' ? values[i] : `${values[i]} ${key.unit}`]];
  }));
