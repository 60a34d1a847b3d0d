import type { UnitCell } from '../../config/case.js';

/** The height of a face along y and its slope; level at both ends of the width [m]. */
export interface Waves {
  readonly width: number;
  height(y: number): number;
  slope(y: number): number;
}

/** Of a rough face: its longest wave over its shortest, and waves in half a width. */
const longest = 4;
const inWidth = 2;

/**
 * A corrugated face over half a wave, h = a cos(2 pi y/l); a rough one as waves of random height from l to 4 l over eight l,
 *
 *   h = sum_k ak cos(k pi y/W),   a^2/2 the mean square of both
 */
export function waves(
  { amplitude, wavelength, profile, seed }: Pick<Extract<UnitCell, { readonly kind: 'roughMembrane' }>,
    'amplitude' | 'wavelength' | 'profile' | 'seed'>,
): Waves {
  const width = profile === 'corrugated' ? wavelength / 2 : inWidth * longest * wavelength;
  const numbers = profile === 'corrugated' ? [1] : range(2 * inWidth, 2 * inWidth * longest);
  const random = uniform(seed);
  const heights = numbers.map(() => (profile === 'corrugated' ? 1 : 2 * random() - 1));
  const scale = amplitude / Math.hypot(...heights);
  const sum = (of: (k: number) => number): number =>
    heights.reduce((total, height, i) => total + scale * height * of((numbers[i] * Math.PI) / width), 0);
  return {
    width,
    height: (y) => sum((k) => Math.cos(k * y)),
    slope: (y) => sum((k) => -k * Math.sin(k * y)),
  };
}

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** Numbers between 0 and 1 that a seed decides (Park and Miller, 10.1145/63039.63042). */
function uniform(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
