import type { CapacityRow, ReproductionDocument } from '../../results/reproduction-schema.js';
import { layeredOxides } from '../ranges/calibrated-band.js';
import { type ScoredPair, scoreOf } from '../scores.js';

/** Below this share of the theoretical capacity the logarithm of a reported one says more than its digits. */
const leastShare = 0.05;

/** Scores of the capacity rows whose cases were not made from what is reported. */
export function reproductionScores(sets: ReproductionDocument['sets']): ReproductionDocument['scores'] {
  const rows = sets.flatMap((set) => set.rows.filter((row): row is CapacityRow => row.kind === 'capacity'));
  const counts = ({ dependent, reported_mAh_g, theoretical_mAh_g }: CapacityRow): boolean =>
    dependent === null && reported_mAh_g >= leastShare * theoretical_mAh_g;
  const counted = rows.filter(counts);
  const score = (of: readonly CapacityRow[]) => scoreOf(of.map(pairOf));
  return {
    all: score(counted),
    slow: score(counted.filter(({ cRate }) => cRate <= layeredOxides.slowUpTo)),
    fast: score(counted.filter(({ cRate }) => cRate > layeredOxides.slowUpTo)),
    leftOut: rows.filter((row) => !counts(row)).map(({ name }) => name),
  };
}

const pairOf = (
  { reported_mAh_g, simulated_mAh_g, interval_mAh_g: [low, high], theoretical_mAh_g }: CapacityRow,
): ScoredPair => ({ measured: reported_mAh_g, predicted: simulated_mAh_g, low, high, nominal: theoretical_mAh_g });
