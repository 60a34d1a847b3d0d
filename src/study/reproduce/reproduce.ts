import type { CaseIssue, Loaded } from '../../config/case.js';
import type { LoadedReproduction, LoadedRow } from '../../config/studies/parse-reproduction.js';
import { version } from '../../pipeline/version.js';
import type { CapacityRow, ReproductionDocument, ReproductionRow } from '../../results/reproduction-schema.js';
import { aFunction, expectArguments, objectsWith, optional } from '../../units/arguments.js';
import { layeredOxides } from '../ranges/calibrated-band.js';
import { atMiddle, insideOf, type ScoredPair, scoreOf } from '../scores.js';
import { billRow } from './bill-row.js';
import { capacityRow } from './capacity-row.js';
import { energyRow, ratioRow } from './energy-row.js';
import { placeOf, readyOf } from './reason.js';

/** The document, or what is wrong with rows whose cases cannot be read. */
export type Reproduction = Loaded<{ document: ReproductionDocument }>;

/** Runs every row of the files; a cell that cannot exist is a row that says so. */
export async function reproduce(files: readonly LoadedReproduction[],
  onRow?: (done: number) => void): Promise<Reproduction>
{
  expectArguments({ files: [files, objectsWith('title', 'rows')], onRow: [onRow, optional(aFunction)] });
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

/** Below this share of the theoretical capacity the logarithm of a reported one says more than its digits. */
const leastShare = 0.05;

/** Scores of the capacity rows whose cases were not made from what is reported; what is too small for a logarithm counts in the share of the intervals. */
function reproductionScores(sets: ReproductionDocument['sets']): ReproductionDocument['scores'] {
  const rows = sets.flatMap((set) => set.rows.filter((row): row is CapacityRow => row.kind === 'capacity'));
  const judged = rows.filter(({ dependent }) => dependent === null);
  const counts = (row: CapacityRow): boolean =>
    judged.includes(row) && row.reported_mAh_g >= leastShare * row.theoretical_mAh_g;
  const scores = (pair: (row: CapacityRow) => ScoredPair) => {
    const score = (of: readonly CapacityRow[]) => ({ ...scoreOf(of.filter(counts).map(pair)),
      inside: insideOf(of.map(pair)) });
    return {
      all: score(judged),
      slow: score(judged.filter(({ cRate }) => cRate <= layeredOxides.slowUpTo)),
      fast: score(judged.filter(({ cRate }) => cRate > layeredOxides.slowUpTo)),
    };
  };
  return {
    ...scores(pairOf),
    withMiddles: scores((row) => atMiddle(pairOf(row))),
    leftOut: rows.filter((row) => !counts(row)).map(({ name }) => name),
  };
}

const pairOf = (
  { reported_mAh_g, simulated_mAh_g, interval_mAh_g: [low, high], theoretical_mAh_g }: CapacityRow,
): ScoredPair => ({ measured: reported_mAh_g, predicted: simulated_mAh_g, low, high, nominal: theoretical_mAh_g });
