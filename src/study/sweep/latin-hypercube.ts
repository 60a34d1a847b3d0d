import { randomNumbers } from '../../voxels/random-numbers.js';

/**
 * Latin hypercube (10.1080/00401706.1979.10489755): each dimension is cut into `points` equal parts, each part holds one point, at a
 * random place within it and in random order. Returns, per dimension, the coordinates in [0, 1) of all points; one seed gives
 * one sample.
 */
export function latinHypercube(points: number, dimensions: number, seed: number): Float64Array[] {
  const random = randomNumbers(seed);
  return Array.from({ length: dimensions }, () => {
    const order = Float64Array.from({ length: points }, (_, i) => i);
    // Fisher and Yates
    for (let i = points - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    return order.map((part) => (part + random()) / points);
  });
}
