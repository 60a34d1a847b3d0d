import type { CarbonNetwork } from '../../config/case.js';

/**
 * Volume fraction at which randomly placed ellipsoids of revolution first lead through, by aspect ratio: Garboczi, Snyder, Douglas and
 * Thorpe, Phys. Rev. E 52 (1995) 819, Table 1. They overlap freely; pieces of carbon that only touch need a little more.
 */
const fibreThresholds: readonly (readonly [number, number])[] = [
  [1, 0.2854],
  [1.5, 0.2795],
  [2, 0.2618],
  [3, 0.2244],
  [4, 0.1901],
  [5, 0.1627],
  [10, 0.08703],
  [20, 0.0415],
  [30, 0.02646],
  [50, 0.01502],
  [100, 0.006949],
  [200, 0.003195],
  [300, 0.002052],
  [500, 0.001205],
];
const sheetThresholds: readonly (readonly [number, number])[] = [
  [1, 0.2854],
  [4 / 3, 0.2831],
  [2, 0.2629],
  [3, 0.2289],
  [4, 0.2003],
  [5, 0.1757],
  [8, 0.1262],
  [10, 0.1058],
  [100, 0.01248],
  [1000, 0.001275],
];

/** Interpolates between the entries of the table by a power law. */
export function carbonThreshold({ shape, aspectRatio }: Pick<CarbonNetwork, 'shape' | 'aspectRatio'>): number {
  const table = shape === 'sheets' ? sheetThresholds : fibreThresholds;
  const at = shape === 'points' ? 1 : aspectRatio;
  const k = Math.max(1, table.findIndex(([ratio]) => ratio >= at));
  const [[below, first], [above, second]] = [table[k - 1], table[k]];
  return first * (second / first) ** (Math.log(at / below) / Math.log(above / below));
}
