import { randomNumbers } from '../../voxels/random-numbers.js';

/** What a voxel holds; a binder conducts nothing and counts as void. */
export const phases = ['void', 'activeMaterial', 'electrolyte'] as const;

/** A cube of voxels: x runs fastest, z from the membrane to the collector. */
export interface VoxelComposite {
  /** Voxels along an edge. */
  readonly edge: number;
  /** Index into `phases`, per voxel. */
  readonly phase: Uint8Array;
  /** Number of the cluster of its phase that each voxel belongs to. */
  readonly cluster: Int32Array;
}

/** Composition and sizes of a random composite. */
export interface Constituents {
  /** Shares of the volume; the rest is void. */
  readonly activeMaterial: number;
  readonly electrolyte: number;
  /** Diameters in widths of a voxel; a sphere is never less than a voxel. */
  readonly activeDiameter: number;
  readonly electrolyteDiameter: number;
  readonly voidDiameter: number;
}

/**
 * A random composite with exact volume fractions: the phase of the largest particles first, as spheres at random places that take what
 * is still free, the smallest one fills the rest (the construction of Ketter et al. 2025, doi 10.1038/s41467-025-56514-5, with a cluster of
 * n voxels as a sphere of that volume). Every sphere is the nearest whole numbers of voxels to its volume, in turn by chance, so that its
 * mean is the volume and no size is rounded to another.
 */
export function voxelComposite(edge: number, constituents: Constituents, seed: number): VoxelComposite {
  const total = edge ** 3;
  const random = randomNumbers(seed);
  const phase = new Uint8Array(total).fill(255);
  const cluster = new Int32Array(total).fill(-1);
  const plan = planOf(constituents, total);
  let clusters = 0;
  for (const [index, { code, count, diameter }] of plan.entries()) {
    const isLast = index === plan.length - 1;
    clusters = isLast
      ? fillRest(phase, cluster, code, clusters)
      : place({ edge, phase, cluster }, code, count, diameter, random, clusters);
  }
  return { edge, phase, cluster };
}

interface Plan {
  readonly code: number;
  readonly count: number;
  readonly diameter: number;
}

/** Largest particles first; counts of voxels that add up. */
function planOf(it: Constituents, total: number): Plan[] {
  const active = Math.round(it.activeMaterial * total);
  const electrolyte = Math.min(Math.round(it.electrolyte * total), total - active);
  return [
    { code: phases.indexOf('activeMaterial'), count: active, diameter: it.activeDiameter },
    { code: phases.indexOf('electrolyte'), count: electrolyte, diameter: it.electrolyteDiameter },
    { code: phases.indexOf('void'), count: total - active - electrolyte, diameter: it.voidDiameter },
  ].filter(({ count }) => count > 0).sort((a, b) => b.diameter - a.diameter);
}

/** Spheres at random voxels, across the sides as if the cube repeated itself, until `count` voxels are taken. */
function place(
  { edge, phase, cluster }: VoxelComposite,
  code: number,
  count: number,
  diameter: number,
  random: () => number,
  first: number,
): number {
  const volume = sphereVolume(diameter);
  const offsets = sphereOffsets(Math.ceil(volume));
  let left = count;
  let next = first;
  while (left > 0) {
    const [x, y, z] = [random(), random(), random()].map((share) => Math.floor(share * edge));
    const size = Math.min(left, Math.floor(volume + random()));
    let taken = 0;
    for (let k = 0; k < 3 * size; k += 3) {
      const i = wrap(x + offsets[k], edge)
        + edge * (wrap(y + offsets[k + 1], edge) + edge * wrap(z + offsets[k + 2], edge));
      if (phase[i] !== 255) continue;
      phase[i] = code;
      cluster[i] = next;
      taken++;
    }
    if (taken > 0) next++;
    left -= taken;
  }
  return next;
}

const wrap = (i: number, edge: number): number => ((i % edge) + edge) % edge;

/** pi d^3/6, in voxels, of a diameter in their widths. */
const sphereVolume = (diameter: number): number => Math.max(1, (Math.PI / 6) * diameter ** 3);

/** The `count` voxels nearest to a voxel, nearest first, so that one that is cut short stays round; of equally near ones any comes first. */
function sphereOffsets(count: number): Int32Array {
  const reach = Math.ceil(Math.cbrt((6 / Math.PI) * count) / 2) + 1;
  const random = randomNumbers(count);
  const found: [number, number, number, number][] = [];
  for (let x = -reach; x <= reach; x++) {
    for (let y = -reach; y <= reach; y++) {
      for (let z = -reach; z <= reach; z++) found.push([x * x + y * y + z * z + 0.5 * random(), x, y, z]);
    }
  }
  return Int32Array.from(found.sort((a, b) => a[0] - b[0]).slice(0, count).flatMap(([, x, y, z]) => [x, y, z]));
}

/** Every voxel of what is left is a particle of its own. */
function fillRest(phase: Uint8Array, cluster: Int32Array, code: number, first: number): number {
  let next = first;
  for (let i = 0; i < phase.length; i++) {
    if (phase[i] !== 255) continue;
    phase[i] = code;
    cluster[i] = next++;
  }
  return next;
}
