import { aNumber, expectArguments, objectWith, optional } from '../../units/arguments.js';
import { connectedParts } from '../connected-parts.js';
import { randomNumbers } from '../random-numbers.js';
import type { SegmentedImage } from '../segmented-image.js';
import { type GridSize, voxelCount } from '../voxel-grid.js';
import { relax, type RelaxationEnd, type RelaxedKind } from './relax.js';
import { type SignedDistance, signedDistance } from './signed-distance.js';
import { scatteredSpheres, type Spheres } from './spheres.js';
import { type Cracks, madePhases, meanShare, type ParticlePhase, type Pattern, type Share, shareAt,
  type StructurePlan } from './structure-plan.js';
import { freeLabel, type Range, takeAll, takeGroups, takeLeast } from './take-least.js';

/** A structure as it came out. */
export interface MadeStructure {
  readonly image: SegmentedImage;
  /** Spheres of active material and of electrolyte, in voxels; undefined of a phase that fills. */
  readonly active?: Spheres;
  readonly electrolyte?: Spheres;
  /** Number of the particle of active material that a voxel belongs to; -1 of all others. */
  readonly particle: Int32Array;
  readonly relaxed?: RelaxationEnd;
  /** Share of the volume that the pattern has; 0 without one. */
  readonly patternShare: number;
}

const [empty, active, electrolyte, carbon, binder] = [0, 1, 2, 3, 4];

/** Share of an overlap that a sweep takes away: the electrolyte is soft. */
const stiffness = { active: 1, electrolyte: 0.6 };

/**
 * Makes a structure: the pattern first, then active material where its relaxed spheres are, films of carbon and binder around it, electrolyte where its
 * spheres are, bubbles, and what fills last. Every phase takes the voxels nearest to (deepest in) its spheres until it has its share, so that
 * shares are exact and soft particles fill what they are pressed into.
 */
export function makeStructure(plan: StructurePlan, asked?: number): MadeStructure {
  expectArguments({ plan: [plan, objectWith('voxels', 'voxelSize', 'seed')], seed: [asked, optional(aNumber())] });
  const seed = asked ?? plan.seed;
  const { voxels: size, voxelSize } = plan;
  const labels = new Uint8Array(voxelCount(size)).fill(freeLabel);
  const quota = new Quotas(plan, labels);
  if (plan.pattern) {
    const field = patternField(size, voxelSize, plan.pattern, seed);
    const label = madePhases.indexOf(plan.pattern.phase);
    const groups = (range: Range, count: number): void => takeGroups(labels, range, field, count, label);
    for (const range of quota.ranges) groups(range, quota.countOf(plan.pattern.share, range));
  }
  const patternShare = labels.reduce((sum, label) => sum + Number(label !== freeLabel), 0) / labels.length;
  const packed = packing(plan, seed);
  const activeDistance = packed.active && signedDistance(size, packed.active, reachOf(packed.active));
  if (activeDistance && packed.active && plan.cracks)
    crack(labels, size, packed.active, activeDistance.owner, plan.cracks, voxelSize, seed);
  if (activeDistance) quota.fill(active, plan.activeMaterial.share, activeDistance.nearest, seed + 1);
  const filmOrder = [[carbon, plan.carbon], [binder, plan.binder]] as const;
  for (const [label, film] of filmOrder) {
    if (film && activeDistance) {
      quota.fill(label, film.share, film.at === 'surfaces' ? activeDistance.nearest : betweenTwo(activeDistance),
        seed + 10 * label);
    }
  }
  if (packed.electrolyte) {
    const { nearest } = signedDistance(size, packed.electrolyte, reachOf(packed.electrolyte));
    quota.fill(electrolyte, plan.electrolyte.share, nearest, seed + 2);
  }
  if (plan.voidDiameter !== undefined) bubbles(plan, quota, seed);
  takeAll(labels, { from: 0, to: labels.length }, fillerOf(plan));
  return {
    image: { size, width: [voxelSize, voxelSize, voxelSize], labels, phases: [...madePhases],
      phaseOf: Uint8Array.from({ length: 256 }, (_, label) => (label < madePhases.length ? label : empty)),
      through: 'z' },
    particle: particlesOf(labels, size, activeDistance),
    patternShare,
    ...packed,
  };
}

/** What is left when all others have their share: a phase without particles that is not the pattern, else void. */
const fillerOf = ({ pattern, ...plan }: StructurePlan): number => {
  const fills = (name: 'activeMaterial' | 'electrolyte'): boolean =>
    plan[name].diameter === undefined && pattern?.phase !== name;
  return fills('electrolyte') ? electrolyte : fills('activeMaterial') ? active : empty;
};

/** Counts of voxels by phase: of the whole, or slice by slice where a share changes with depth. */
class Quotas {
  readonly ranges: readonly Range[];
  private readonly perSlice: number;
  private readonly slices: number;

  constructor({ voxels: [nx, ny, nz], activeMaterial, electrolyte: soft, pattern }: StructurePlan,
    private readonly labels: Uint8Array)
  {
    this.perSlice = nx * ny;
    this.slices = nz;
    const graded = [activeMaterial.share, soft.share, pattern?.share].some(Array.isArray);
    this.ranges = graded
      ? Array.from({ length: nz }, (_, z) => ({ from: z * nx * ny, to: (z + 1) * nx * ny }))
      : [{ from: 0, to: labels.length }];
  }

  /** Voxels of a share in a range. */
  countOf(share: Share, { from, to }: Range): number {
    const depth = (0.5 * (from + to)) / this.perSlice / this.slices;
    const value = this.ranges.length === 1 ? meanShare(share) : shareAt(share, depth);
    return Math.round(value * (to - from));
  }

  /** Gives a phase what it lacks of its share, least values first. */
  fill(label: number, share: Share, value: Float32Array, seed: number): void {
    for (const range of this.ranges) {
      let present = 0;
      for (let i = range.from; i < range.to; i++) present += Number(this.labels[i] === label);
      takeLeast(this.labels, range, value, this.countOf(share, range) - present, label, seed + range.from);
    }
  }
}

/** Share of a phase around the pattern: what it has beside its part of the pattern, in the volume that the pattern leaves. */
function shareAround({ share }: ParticlePhase, name: string, { pattern }: StructurePlan): Share {
  if (!pattern) return share;
  const own = pattern.phase === name;
  const steps = Math.max(...[share, pattern.share].map((one) => (typeof one === 'number' ? 1 : one.length)));
  const at = (depth: number): number =>
    Math.max(0, shareAt(share, depth) - (own ? shareAt(pattern.share, depth) : 0))
    / (1 - shareAt(pattern.share, depth));
  return steps === 1 ? at(0) : Array.from({ length: 33 }, (_, k) => at(k / 32));
}

function packing(plan: StructurePlan, seed: number): Pick<MadeStructure, 'active' | 'electrolyte' | 'relaxed'> {
  const of = (name: 'activeMaterial' | 'electrolyte', salt: number): Spheres | undefined => {
    const { diameter, deviation } = plan[name];
    const share = shareAround(plan[name], name, plan);
    if (diameter === undefined || meanShare(share) <= 0) return undefined;
    return scatteredSpheres(plan.voxels, { share, diameter: diameter / plan.voxelSize, deviation }, seed + salt);
  };
  const [hard, soft] = [of('activeMaterial', 101), of('electrolyte', 102)];
  const kinds: RelaxedKind[] = [
    ...(hard ? [{ spheres: hard, stiffness: stiffness.active }] : []),
    ...(soft ? [{ spheres: soft, stiffness: stiffness.electrolyte }] : []),
  ];
  return {
    ...(hard && { active: hard }),
    ...(soft && { electrolyte: soft }),
    ...(kinds.length > 0 && { relaxed: relax(plan.voxels, kinds, plan.overlap) }),
  };
}

/** Distances outside of spheres that may still be wanted: a dense packing grows until it has its share. */
const reachOf = ({ count, places }: Spheres): number => {
  let largest = 0;
  for (let k = 0; k < count; k++) largest = Math.max(largest, places[4 * k + 3]);
  return 0.5 * largest + 2;
};

/** Sum of the distances to the two nearest particles: least where they touch. */
const betweenTwo = ({ nearest, second }: SignedDistance): Float32Array =>
  nearest.map((distance, i) => distance + second[i]);

/** The particle of every voxel of active material: the sphere that it lies deepest in; without spheres, its connected part. */
function particlesOf(labels: Uint8Array, size: GridSize, distance: SignedDistance | undefined): Int32Array {
  if (distance === undefined) return connectedParts(size, labels.map((label) => Number(label === active)));
  return distance.owner.map((owner, i) => (labels[i] === active ? owner : -1));
}

/** Opens a gap of a given width through the middle of some particles, in a direction of its own each. */
function crack(labels: Uint8Array, size: GridSize, { count, places }: Spheres, owner: Int32Array,
  { share, width }: Cracks, voxelSize: number, seed: number): void
{
  const random = randomNumbers(seed + 7);
  const half = width / voxelSize / 2;
  const normals = Array.from({ length: count }, () => {
    const cracked = random() < share;
    const z = 2 * random() - 1;
    const angle = 2 * Math.PI * random();
    const across = Math.sqrt(1 - z * z);
    return cracked ? [across * Math.cos(angle), across * Math.sin(angle), z] : undefined;
  });
  const [nx, ny] = size;
  const image = (distance: number, edge: number): number => distance - edge * Math.round(distance / edge);
  for (let i = 0; i < labels.length; i++) {
    const k = owner[i];
    const normal = k < 0 ? undefined : normals[k];
    if (normal === undefined || labels[i] !== freeLabel) continue;
    const at = [i % nx, Math.floor(i / nx) % ny, Math.floor(i / (nx * ny))];
    const offset = at.map((step, axis) => image(step + 0.5 - places[4 * k + axis], size[axis]));
    const inside = Math.hypot(...offset) <= places[4 * k + 3];
    if (inside && Math.abs(offset[0] * normal[0] + offset[1] * normal[1] + offset[2] * normal[2]) < half)
      labels[i] = empty;
  }
}

/** Voids as round bubbles in what the others left; they may touch. */
function bubbles(plan: StructurePlan, quota: Quotas, seed: number): void {
  const { voxels, voidDiameter = 0, voxelSize, carbon: film, binder: glue } = plan;
  const share = voidShare(plan, (film?.share ?? 0) + (glue?.share ?? 0));
  if (meanShare(share) <= 0) return;
  const around = plan.pattern ? 1 - meanShare(plan.pattern.share) : 1;
  // bubbles are cut by what is there already: as many as would fill the share of the room that is left
  const room = Math.max(0.05,
    around - meanShare(plan.activeMaterial.diameter === undefined ? 0 : plan.activeMaterial.share));
  const spheres = scatteredSpheres(voxels, { share: Math.min(0.9, meanShare(share) / room),
    diameter: voidDiameter / voxelSize, deviation: 0 }, seed + 103);
  quota.fill(empty, share, signedDistance(voxels, spheres, reachOf(spheres)).nearest, seed + 3);
}

/** What the phases leave, at every depth. */
function voidShare({ activeMaterial, electrolyte: soft }: StructurePlan, films: number): Share {
  const at = (depth: number): number =>
    Math.max(0, 1 - films - shareAt(activeMaterial.share, depth) - shareAt(soft.share, depth));
  return typeof activeMaterial.share === 'number' && typeof soft.share === 'number'
    ? at(0)
    : Array.from({ length: 33 }, (_, k) => at(k / 32));
}

/** A function of place whose least values are the phase of the pattern: x, y, z in periods from a corner. */
type Shape = (x: number, y: number, z: number) => number;

/** Distance to the middle between two walls of a row, 0 in the middle of a period. */
const toMiddle = (x: number): number => Math.abs(x - Math.floor(x) - 0.5);

/** sin x cos y + sin y cos z + sin z cos x (Schoen, NASA TN D-5541, 1970); the least values are one of its two labyrinths. */
const gyroid: Shape = (x, y, z) => {
  const [a, b, c] = [2 * Math.PI * x, 2 * Math.PI * y, 2 * Math.PI * z];
  return Math.sin(a) * Math.cos(b) + Math.sin(b) * Math.cos(c) + Math.sin(c) * Math.cos(a);
};

/** Rods along x and along y in turn, layer on layer, half a period from one layer to the next (a printed log pile). */
const lattice: Shape = (x, y, z) =>
  Math.min(Math.hypot(toMiddle(y), toMiddle(z)), Math.hypot(toMiddle(x), toMiddle(z + 0.5)));

/** Plain weave: yarns along x and y that pass over and under each other, a fabric per period of z. */
const textile: Shape = (x, y, z) => {
  const swing = 0.25;
  const over = (along: number, across: number): number =>
    swing * Math.sin(Math.PI * along) * (Math.floor(across) % 2 === 0 ? 1 : -1);
  const height = z - Math.floor(z) - 0.5;
  return Math.min(Math.hypot(toMiddle(y), height - over(x, y)), Math.hypot(toMiddle(x), height + over(y, x)));
};

/** Waves of a freeze-cast wall: a few along y, slow ones along z. */
const waves = 4;

/** Walls along z whose place wavers as the ice did: waves of random phase along y and z. */
function freezeCast(waviness: number, across: number, deep: number, seed: number): Shape {
  const random = randomNumbers(seed);
  const modes = Array.from({ length: waves }, (_, k) => ({
    // whole waves, so that the walls meet across the sides
    alongY: (Math.max(1, Math.round(across / 6)) * (k + 1)) / across,
    alongZ: (0.5 * (random() - 0.5)) / deep,
    phase: 2 * Math.PI * random(),
    height: waviness / (k + 1),
  }));
  return (x, y, z) =>
    toMiddle(
      x + modes.reduce((sum, { alongY, alongZ, phase, height }) =>
        sum + height * Math.sin(2 * Math.PI * (alongY * y + alongZ * z) + phase), 0),
    );
}

function shapeOf({ shape, tilt, waviness }: Pattern, across: number, deep: number, seed: number): Shape {
  const [lean, slope] = [Math.cos(tilt), Math.sin(tilt)];
  switch (shape) {
    case 'lamellae':
      return (x, _, z) => toMiddle(lean * x + slope * z);
    case 'channels':
      return (x, y, z) => Math.hypot(toMiddle(x + (slope / lean) * z) * lean, toMiddle(y));
    case 'freezeCast':
      return freezeCast(waviness, across, deep, seed);
    default:
      return { gyroid, lattice, textile }[shape];
  }
}

/** Values closer than this are those of one group: sums of coordinates round. */
const grain = 1e-5;

function patternField(size: GridSize, voxelSize: number, pattern: Pattern, seed: number): Float32Array {
  const [nx, ny, nz] = size;
  const step = voxelSize / pattern.period;
  const of = shapeOf(pattern, ny * step, nz * step, seed);
  const field = new Float32Array(voxelCount(size));
  for (let z = 0, i = 0; z < nz; z++) {
    for (let y = 0; y < ny; y++) {
      for (let x = 0; x < nx; x++, i++) {
        field[i] = Math.round(of((x + 0.5) * step, (y + 0.5) * step, (z + 0.5) * step) / grain) * grain;
      }
    }
  }
  return field;
}
