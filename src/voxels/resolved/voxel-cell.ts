import { fromFirst, fromLast, reachFromEnds } from '../reach.js';
import type { SegmentedImage } from '../segmented-image.js';
import { eachFace, type GridSize } from '../voxel-grid.js';

/** Nodes and faces of the voxels that take part; node numbers follow the voxels, the collector is one more plane behind the last. */
export interface VoxelCell {
  readonly cells: GridSize;
  /** First node of every cell of the grid with the plane of the collector, and their number behind the last. */
  readonly first: Int32Array;
  readonly nodes: number;
  readonly isActive: Uint8Array;
  /** Faces within a phase, particle to collector and within the collector: nodes and conductance [S]. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly conductance: Float64Array;
  /** Faces within the active material among them, as both nodes in turn. */
  readonly activeFaces: Int32Array;
  /** Faces between electrolyte and active material. */
  readonly electrolyteSide: Int32Array;
  readonly activeSide: Int32Array;
  /** Nodes at the membrane and on the collector. */
  readonly membrane: Int32Array;
  readonly collector: Int32Array;
  /** Voxels of active material in all, those of particles that electrons do not reach among them. */
  readonly activeVoxels: number;
}

/** Conductivity of the collector over that of the active material: its potential is one. */
const plate = 100;

const [none, isElectrolyte, isActiveMaterial, isCollector] = [0, 1, 2, 3];

/** The part of an image, z from the membrane to the collector, that ions and electrons reach. */
export function voxelCell({ size: [nx, ny, nz], width: [h], labels, phases, phaseOf }: SegmentedImage, kappa: number,
  sigma: number): VoxelCell
{
  const mask = (name: string): Uint8Array =>
    Uint8Array.from(labels, (label) => Number(phases[phaseOf[label]] === name));
  const active = mask('activeMaterial');
  const byIons = reachFromEnds([nx, ny, nz], mask('electrolyte'));
  const byElectrons = reachFromEnds([nx, ny, nz], active);
  const layer = nx * ny;
  const kind = new Uint8Array(layer * (nz + 1));
  for (let i = 0; i < labels.length; i++) {
    kind[i] = byElectrons[i] & fromLast ? isActiveMaterial : byIons[i] & fromFirst ? isElectrolyte : none;
  }
  kind.fill(isCollector, layer * nz);
  const first = new Int32Array(kind.length + 1);
  for (let i = 0; i < kind.length; i++) first[i + 1] = first[i] + Number(kind[i] !== none);
  const ways: [number, number, number][] = [];
  const between: [number, number][] = [];
  const within: number[] = [];
  const join = (i: number, j: number): void => {
    const [one, other] = [kind[i], kind[j]];
    if (one === none || other === none) return;
    if (one + other === isElectrolyte + isActiveMaterial && one !== other)
      between.push(one === isElectrolyte ? [first[i], first[j]] : [first[j], first[i]]);
    else if (one === other || one + other === isActiveMaterial + isCollector) {
      const share = one !== other
        ? 2 * sigma
        : one === isElectrolyte
        ? kappa
        : one === isCollector
        ? plate * sigma
        : sigma;
      ways.push([first[i], first[j], share * h]);
      if (one === isActiveMaterial && other === isActiveMaterial) within.push(first[i], first[j]);
    }
  };
  eachFace([nx, ny, nz + 1], join);
  const nodesOf = (wanted: number, from: number, to: number): Int32Array =>
    Int32Array.from(Array.from({ length: to - from }, (_, k) => from + k).filter((i) => kind[i] === wanted), (i) =>
      first[i]);
  const isActive = new Uint8Array(first[kind.length]);
  for (let i = 0; i < kind.length; i++) if (kind[i] === isActiveMaterial) isActive[first[i]] = 1;
  return {
    cells: [nx, ny, nz + 1],
    first,
    nodes: first[kind.length],
    isActive,
    from: Int32Array.from(ways, ([i]) => i),
    to: Int32Array.from(ways, ([, j]) => j),
    conductance: Float64Array.from(ways, ([, , g]) => g),
    activeFaces: Int32Array.from(within),
    electrolyteSide: Int32Array.from(between, ([e]) => e),
    activeSide: Int32Array.from(between, ([, a]) => a),
    membrane: nodesOf(isElectrolyte, 0, layer),
    collector: nodesOf(isCollector, layer * nz, layer * (nz + 1)),
    activeVoxels: active.reduce((sum, one) => sum + one, 0),
  };
}
