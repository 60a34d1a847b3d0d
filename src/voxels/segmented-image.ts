import type { Labels } from './files/voxel-file.js';
import { type Axis, type GridSize, voxelCount } from './voxel-grid.js';

/** An image whose labels have names. */
export interface SegmentedImage {
  readonly size: GridSize;
  /** Edges of a voxel along x, y, z [m]. */
  readonly width: readonly [number, number, number];
  readonly labels: Labels;
  /** Names of the phases, in the order of their labels. */
  readonly phases: readonly string[];
  /** Index into `phases` by label. */
  readonly phaseOf: Uint8Array;
  /** Axis from the membrane to the collector. */
  readonly through: Axis;
}

/** What an image says of its labels. */
export interface LabelNames {
  readonly labels: ReadonlyMap<number, string>;
  readonly voxelSize: readonly [number, number, number];
  readonly through: Axis;
}

/** An image with its names, or the labels that have none, with their shares. */
export function segmentedImage(size: GridSize, labels: Labels, { labels: names, voxelSize, through }: LabelNames):
  | { readonly ok: true; readonly image: SegmentedImage }
  | { readonly ok: false; readonly unnamed: readonly string[] }
{
  const counts = labelCounts(labels);
  const total = voxelCount(size);
  const unnamed = [...counts.entries()].filter(([label, count]) => count > 0 && !names.has(label))
    .sort(([, a], [, b]) => b - a)
    .map(([label, count]) => `${label} (${Number(((100 * count) / total).toPrecision(2))} %)`);
  if (unnamed.length > 0) return { ok: false, unnamed };
  const phases = [...new Set([...names].sort(([a], [b]) => a - b).map(([, name]) => name))];
  const phaseOf = new Uint8Array(counts.length);
  for (const [label, name] of names) if (label < phaseOf.length) phaseOf[label] = phases.indexOf(name);
  return { ok: true, image: { size, width: voxelSize, labels, phases, phaseOf, through } };
}

/** Voxels of every label. */
function labelCounts(labels: Labels): Float64Array {
  const counts = new Float64Array(2 ** (8 * labels.BYTES_PER_ELEMENT));
  for (let i = 0; i < labels.length; i++) counts[labels[i]]++;
  return counts;
}

export function volumeFractions({ labels, phases, phaseOf }: SegmentedImage): number[] {
  const shares = phases.map(() => 0);
  for (const [label, count] of labelCounts(labels).entries()) shares[phaseOf[label]] += count / labels.length;
  return shares;
}
