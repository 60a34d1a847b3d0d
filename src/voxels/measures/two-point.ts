import type { SegmentedImage } from '../segmented-image.js';

/**
 * Two-point correlation of a phase: chance that both ends of a line of a given length along an axis lie in it, mean over the three axes.
 * S2(0) = eps; far apart in a random structure S2 = eps^2; its slope at 0 is -s/4, s the surface per volume (Debye, Anderson, Brumberger,
 * J. Appl. Phys. 28 (1957) 679, doi 10.1063/1.1722830).
 */
export function twoPoint({ size: [nx, ny, nz], labels, phaseOf }: SegmentedImage, phase: number,
  distances: readonly number[]): number[]
{
  const inside = Uint8Array.from(labels, (label) => Number(phaseOf[label] === phase));
  return distances.map((distance) =>
    (along(inside, [nx, ny, nz], 0, distance) + along(inside, [nx, ny, nz], 1, distance)
      + along(inside, [nx, ny, nz], 2, distance)) / 3
  );
}

function along(inside: Uint8Array, size: readonly number[], axis: number, distance: number): number {
  const [nx, ny, nz] = size.map((count, k) => (k === axis ? Math.max(0, count - distance) : count));
  const offset = distance * [1, size[0], size[0] * size[1]][axis];
  let both = 0;
  for (let z = 0; z < nz; z++) {
    for (let y = 0; y < ny; y++) {
      const row = size[0] * (y + size[1] * z);
      for (let i = row; i < row + nx; i++) both += inside[i] & inside[i + offset];
    }
  }
  return both / Math.max(1, nx * ny * nz);
}
