import type { SegmentedImage } from '../segmented-image.js';

/**
 * Thirteen directions to neighbours and their shares of all directions: Voronoi cells of the 26 neighbours on the sphere (Legland, Kieu,
 * Devaux, Image Anal. Stereol. 26 (2007) 83, doi 10.5566/ias.v26.p83-92). The first three are the axes.
 */
const directions = [
  ...[[1, 0, 0], [0, 1, 0], [0, 0, 1]].map((step) => ({ step, share: 2 * 0.04577789120476 })),
  ...[[1, 1, 0], [1, -1, 0], [1, 0, 1], [1, 0, -1], [0, 1, 1], [0, 1, -1]].map((step) => (
    { step, share: 2 * 0.03698062787608 }
  )),
  ...[[1, 1, 1], [1, 1, -1], [1, -1, 1], [1, -1, -1]].map((step) => ({ step, share: 2 * 0.03519563978232 })),
];

/** How often lines through the image cross from one phase to another. */
export interface Crossings {
  /** Interfaces per volume, by phase and phase [m^-1]. */
  readonly surface: readonly (readonly number[])[];
  /** Mean length within a phase along x, y, z; undefined where it has no ends along that axis [m]. */
  readonly meanChord: readonly (readonly (number | undefined)[])[];
}

/**
 * Surface per volume by Crofton's formula, S/V = 2 (crossings per length), averaged over directions: thirteen where voxels are cubes, the three axes
 * where they are not. Smooth surfaces of any direction come out right on average; a plane along the voxels' faces comes out 7 % too small (a third
 * with three directions), and what is finer than a voxel is not there.
 * Mean chord = length within the phase over half of its crossings, so that chords that the image cuts off count in part.
 */
export function crossings(image: SegmentedImage): Crossings {
  const { phases, width: [hx, hy, hz] } = image;
  const cubes = Math.max(hx, hy, hz) < 1.001 * Math.min(hx, hy, hz);
  const used = cubes ? directions : directions.slice(0, 3).map(({ step }) => ({ step, share: 1 / 3 }));
  const surface = phases.map(() => phases.map(() => 0));
  const meanChord: (number | undefined)[][] = phases.map(() => []);
  for (const [k, { step, share }] of used.entries()) {
    const pairs = countPairs(image, step);
    const length = Math.hypot(step[0] * hx, step[1] * hy, step[2] * hz);
    const total = pairs.reduce((sum, count) => sum + count, 0) * length;
    for (let a = 0; a < phases.length; a++) {
      let ends = 0;
      for (let b = 0; b < phases.length; b++) {
        if (a === b) continue;
        const between = pairs[a * phases.length + b] + pairs[b * phases.length + a];
        ends += between;
        if (total > 0) surface[a][b] += (2 * share * between) / total;
      }
      if (k < 3)
        meanChord[a].push(ends > 0 ? (length * (pairs[a * phases.length + a] + 0.5 * ends)) / (0.5 * ends) : undefined);
    }
  }
  return { surface, meanChord };
}

/** Pairs of neighbouring voxels along a step, by the phases of the first and the second. */
function countPairs({ size: [nx, ny, nz], labels, phases, phaseOf }: SegmentedImage,
  [dx, dy, dz]: number[]): Float64Array
{
  const count = phases.length;
  const pairs = new Float64Array(count * count);
  const offset = dx + nx * (dy + ny * dz);
  for (let z = Math.max(0, -dz); z < Math.min(nz, nz - dz); z++) {
    for (let y = Math.max(0, -dy); y < Math.min(ny, ny - dy); y++) {
      const row = nx * (y + ny * z);
      for (let i = row, end = row + nx - dx; i < end; i++) {
        pairs[count * phaseOf[labels[i]] + phaseOf[labels[i + offset]]]++;
      }
    }
  }
  return pairs;
}
