import type { CapacityRow, ReproductionDocument } from '../../results/reproduction-schema.js';
import { layeredOxides } from '../ranges/calibrated-band.js';
import { insideOf, type ScoredPair, scoreOf } from '../scores.js';

/** Below this share of the theoretical capacity the logarithm of a reported one says more than its digits. */
const leastShare = 0.05;

/** Scores of the capacity rows whose cases were not made from what is reported; what is too small for a logarithm counts in the share of the intervals. */
export function reproductionScores(sets: ReproductionDocument['sets']): ReproductionDocument['scores'] {
  const rows = sets.flatMap((set) => set.rows.filter((row): row is CapacityRow => row.kind === 'capacity'));
  const judged = rows.filter(({ dependent }) => dependent === null);
  const counts = (row: CapacityRow): boolean =>
    judged.includes(row) && row.reported_mAh_g >= leastShare * row.theoretical_mAh_g;
  const score = (of: readonly CapacityRow[]) => ({ ...scoreOf(of.filter(counts).map(pairOf)),
    inside: insideOf(of.map(pairOf)) });
  return {
    all: score(judged),
    slow: score(judged.filter(({ cRate }) => cRate <= layeredOxides.slowUpTo)),
    fast: score(judged.filter(({ cRate }) => cRate > layeredOxides.slowUpTo)),
    leftOut: rows.filter((row) => !counts(row)).map(({ name }) => name),
  };
}

const pairOf = (
  { reported_mAh_g, simulated_mAh_g, interval_mAh_g: [low, high], theoretical_mAh_g }: CapacityRow,
): ScoredPair => ({ measured: reported_mAh_g, predicted: simulated_mAh_g, low, high, nominal: theoretical_mAh_g });
