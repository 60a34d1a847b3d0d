import type { CaseIssue, Loaded } from '../../config/case.js';
import type { LoadedReproduction, LoadedRow } from '../../config/parse-reproduction.js';
import { version } from '../../pipeline/version.js';
import type { ReproductionDocument, ReproductionRow } from '../../results/reproduction-schema.js';
import { billRow } from './bill-row.js';
import { capacityRow } from './capacity-row.js';
import { energyRow } from './energy-row.js';
import { ratioRow } from './ratio-row.js';
import { placeOf, readyOf } from './reason.js';
import { reproductionScores } from './reproduction-scores.js';

/** The document, or what is wrong with rows whose cases cannot be read. */
export type Reproduction = Loaded<{ document: ReproductionDocument }>;

/** Runs every row of the files; a cell that cannot exist is a row that says so. */
export async function reproduce(
  files: readonly LoadedReproduction[],
  onRow?: (done: number) => void,
): Promise<Reproduction> {
  const issues: CaseIssue[] = [];
  const sets: ReproductionDocument['sets'] = [];
  let done = 0;
  for (const { title, source, rows } of files) {
    const made: ReproductionRow[] = [];
    for (const row of rows) {
      const result = await rowOf(row);
      if (Array.isArray(result)) issues.push(...result);
      else made.push(result);
      onRow?.(++done);
    }
    sets.push({ title, source, rows: made });
  }
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true,
    document: { schema: 'catholith-reproduction-2', scores: reproductionScores(sets), sets, program: 'catholith',
      version } };
}

async function rowOf(row: LoadedRow): Promise<ReproductionRow | CaseIssue[]> {
  const { missing, refused: reason } = row;
  if (missing !== undefined) return { kind: 'missing', ...placeOf(row), reason: missing };
  if (reason !== undefined) return { kind: 'refused', ...placeOf(row), reason };
  if (row.reported?.kind === 'bill') return billRow(row, row.reported);
  const loaded = row.design({});
  if (!loaded.ok) return [...loaded.issues];
  const refused = (why: string): ReproductionRow => ({ kind: 'refused', ...placeOf(row), reason: why });
  if (row.reported?.kind === 'energy') {
    const energy = await energyRow(row, loaded);
    return typeof energy === 'string' ? refused(energy) : energy;
  }
  if (row.reported?.kind === 'ratio') {
    const ratio = await ratioRow(row, row.reported, loaded.ledger);
    return typeof ratio === 'string' ? refused(ratio) : ratio;
  }
  const ready = readyOf(loaded);
  return typeof ready === 'string' ? refused(ready) : capacityRow(row, ready);
}
