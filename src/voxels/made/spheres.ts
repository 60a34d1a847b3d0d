import { normalNumber, randomNumbers } from '../random-numbers.js';
import { meanShare, type Share, shareAt } from './structure-plan.js';

/** Spheres in a box that repeats itself, lengths in voxels: x, y, z and radius of each in turn. */
export interface Spheres {
  readonly count: number;
  readonly places: Float64Array;
}

/** How many, and how large. */
export interface SphereRequest {
  /** Share of the volume of the box; may change along z. */
  readonly share: Share;
  readonly diameter: number;
  readonly deviation: number;
}

/**
 * Spheres at random places whose volumes add up to the share; diameters lognormal with the mean and the standard deviation asked for, then all
 * scaled alike, so that a box of a few has the volume as well.
 */
export function scatteredSpheres(box: readonly number[], { share, diameter, deviation }: SphereRequest,
  seed: number): Spheres
{
  const random = randomNumbers(seed);
  const sigma = Math.sqrt(Math.log1p(deviation ** 2));
  const median = diameter * Math.exp(-0.5 * sigma * sigma);
  const wanted = meanShare(share) * box[0] * box[1] * box[2];
  // E[d^3] of a lognormal distribution
  const each = (Math.PI / 6) * median ** 3 * Math.exp(4.5 * sigma * sigma);
  const count = Math.max(1, Math.round(wanted / each));
  const highest = typeof share === 'number' ? share : Math.max(...share);
  const places = new Float64Array(4 * count);
  let volume = 0;
  for (let k = 0; k < count; k++) {
    const r = 0.5 * median * Math.exp(sigma * normalNumber(random));
    let z = random();
    while (random() * highest > shareAt(share, z)) z = random();
    places.set([random() * box[0], random() * box[1], z * box[2], r], 4 * k);
    volume += (4 / 3) * Math.PI * r ** 3;
  }
  const scale = Math.cbrt(wanted / volume);
  for (let k = 0; k < count; k++) places[4 * k + 3] *= scale;
  return { count, places };
}
