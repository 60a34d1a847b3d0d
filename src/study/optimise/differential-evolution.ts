import { randomNumbers } from '../../voxels/random-numbers.js';
import { sobolPoint } from '../sweep/sobol.js';

/** A point's value, and by how much it breaks its conditions; undefined where it has none. */
export type RoughProblem = (z: readonly number[]) => { readonly value: number; readonly broken: number } | undefined;

export interface RoughOptimum {
  readonly z: readonly number[];
  readonly value: number;
  readonly broken: number;
}

const difference = 0.7;
const crossing = 0.9;

/**
 * Differential evolution in the unit cube, rand/1/bin (Storn and Price, 10.1023/A:1008202821328), from evenly spread points; of two points the one
 * that breaks less wins, then the lower one (Deb, 10.1016/S0045-7825(99)00389-8). Undefined where no point has a value.
 */
export function differentialEvolution(f: RoughProblem, dimensions: number,
  { population, generations, seed = 1 }: { population: number; generations: number; seed?: number }
): RoughOptimum | undefined {
  const random = randomNumbers(seed);
  const none = { value: Infinity, broken: Infinity };
  const all = Array.from({ length: population }, (_, k): RoughOptimum => {
    const z = sobolPoint(k + 1, dimensions);
    return { z, ...f(z) ?? none };
  });
  for (let generation = 0; generation < generations; generation++) {
    for (let k = 0; k < population; k++) {
      const [a, b, c] = [0, 0, 0].map(() => all[Math.floor(random() * population)].z);
      const kept = Math.floor(random() * dimensions);
      const z = all[k].z.map((value, i) =>
        i === kept || random() < crossing ? reflected(a[i] + difference * (b[i] - c[i])) : value
      );
      const trial = { z, ...f(z) ?? none };
      if (isBetter(trial, all[k])) all[k] = trial;
    }
  }
  const best = all.reduce((least, one) => (isBetter(one, least) ? one : least));
  return best.value === Infinity ? undefined : best;
}

const isBetter = (one: RoughOptimum, other: RoughOptimum): boolean =>
  one.broken < other.broken || (one.broken === other.broken && one.value <= other.value);

/** Back into the cube from either end. */
const reflected = (u: number): number => Math.min(1, Math.max(0, u < 0 ? -u : u > 1 ? 2 - u : u));
