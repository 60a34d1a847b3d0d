import type { RateResult, ResultDocument } from '../results/result-schema.js';
import { fixed, percent } from './format.js';
import { underLoad } from './load-words.js';

/** Parts of the theoretical capacity at a rate [mAh cm^-2]; together they are all of it. */
export interface CapacitySplit {
  readonly rate: RateResult;
  readonly delivered: number;
  /** Active material that ions or electrons do not reach or that never converts, at no rate. */
  readonly cutOff: number;
  /** Connected, but left behind when the cut-off ended the step. */
  readonly leftBehind: number;
}

/** Empty where everything is connected. A charge leaves no capacity behind in this sense, so it is not in the list. */
export function capacitySplits({ case: cell, rates }: ResultDocument): CapacitySplit[] {
  const { theoreticalArealCapacity_mAh_cm2: full, disconnectedArealCapacity_mAh_cm2: cutOff } = cell;
  if (cutOff === 0) return [];
  return rates.filter(({ direction }) => direction === 'discharge').map((rate) => ({ rate,
    delivered: rate.arealCapacity_mAh_cm2, cutOff, leftBehind: full - cutOff - rate.arealCapacity_mAh_cm2 })
  );
}

/** In a sentence: what no rate reaches, and what polarisation leaves of the rest; undefined where everything is connected. */
export function cutOffSentence(doc: ResultDocument): string | undefined {
  const { theoreticalArealCapacity_mAh_cm2: full, disconnectedArealCapacity_mAh_cm2: cutOff } = doc.case;
  if (cutOff === 0) return undefined;
  const left = capacitySplits(doc).map(({ rate, leftBehind }) =>
    `${fixed(Math.max(0, leftBehind), 2)} ${underLoad(rate)}`
  );
  return `${fixed(cutOff, 2)} of ${fixed(full, 2)} mAh/cm² (${
    percent(cutOff / full, 1)
  }) is active material that ions or electrons do not reach or that never converts`
    + `${left.length === 0 ? '' : `; polarisation leaves behind, in mAh/cm²: ${left.join(', ')}`}.`;
}
