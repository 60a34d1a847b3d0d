import type { SweepRange } from '../../config/studies/sweep.js';

/** Value of a fitted key at z from 0 to 1 between its bounds, along the number or along its logarithm. */
export function valueAt({ from, to, spacing }: Pick<SweepRange, 'from' | 'to' | 'spacing'>, z: number): number {
  return spacing === 'log' ? from * (to / from) ** z : from + z * (to - from);
}
