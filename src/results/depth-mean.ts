import type { CellMesh } from '../mesh/cell-mesh.js';
import { cornersOf, type Overlap, overlaps } from './cell-overlaps.js';

/** Slices of a mesh between planes of equal depth, and with which share of its volume each cell lies in which of them. */
export interface Depths {
  /** From the anode on [m]. */
  readonly edges: Float64Array;
  readonly centre: Float64Array;
  readonly of: readonly Overlap[];
}

/** Depths closer than this are one [m]. */
const roundOff = 1e-12;

/** Slices of the mesh: its own where no cell reaches from one into the next, or else some as thick as a cell is long on average. */
export function depthsOf(mesh: CellMesh): Depths {
  const { cells, volume, centre, shape } = mesh;
  if (!shape) {
    const edges = new Float64Array(cells + 1);
    volume.forEach((width, c) => (edges[c + 1] = edges[c] + width));
    return { edges, centre, of: Array.from(volume, (_, interval) => [{ interval, share: 1 }]) };
  }
  const ends = Array.from(volume, (_, c) => {
    const x = cornersOf(shape, c).map(([depth]) => depth);
    return [Math.min(...x), Math.max(...x)] as const;
  });
  const own = different(ends.flat());
  const sliceOf = new Map(own.map((edge, slice) => [rounded(edge), slice]));
  const first = ends.map(([from]) => sliceOf.get(rounded(from)) ?? 0);
  if (ends.every(([, to], c) => rounded(to) === rounded(own[first[c] + 1]))) {
    return { edges: Float64Array.from(own), centre: middles(own),
      of: first.map((interval) => [{ interval, share: 1 }]) };
  }
  const edges = evenSlices(mesh, shape.dimensions);
  return { edges: Float64Array.from(edges), centre: middles(edges), of: overlaps(shape, 0, edges) };
}

const rounded = (x: number): number => Math.round(x / roundOff);

const different = (all: readonly number[]): number[] =>
  [...new Map(all.map((x) => [rounded(x), x])).values()].sort((a, b) => a - b);

const middles = (edges: readonly number[]): Float64Array =>
  Float64Array.from({ length: edges.length - 1 }, (_, d) => (edges[d] + edges[d + 1]) / 2);

/** Every layer in slices of its own. */
function evenSlices({ cells, regions }: CellMesh, dimensions: 2 | 3): number[] {
  const starts = different(regions.map(({ start }) => start));
  const end = regions.reduce((sum, { thickness }) => sum + thickness, 0);
  const thickness = end / cells ** (1 / dimensions);
  return [...starts.flatMap((start, k) => {
    const width = (starts[k + 1] ?? end) - start;
    const count = Math.max(1, Math.round(width / thickness));
    return Array.from({ length: count }, (_, slice) => start + (slice * width) / count);
  }), end];
}

/** Mean over every slice by the volume of its cells, of those that have the value; null where none has. */
export function meanAtDepths({ centre, of }: Depths, { volume }: CellMesh,
  values: readonly (number | null)[]): (number | null)[]
{
  // one cell at every depth is its own mean, to the last digit
  if (of.every(([{ interval, share }], c) => interval === c && share === 1)) return values.slice(0, centre.length);
  const sum = new Float64Array(centre.length);
  const weight = new Float64Array(centre.length);
  of.forEach((own, c) => {
    const value = values[c];
    if (value === null) return;
    for (const { interval, share } of own) {
      sum[interval] += share * volume[c] * value;
      weight[interval] += share * volume[c];
    }
  });
  return Array.from(sum, (total, d) => (weight[d] === 0 ? null : total / weight[d]));
}

/** A current from one depth to another, through everything in between [m, A m^-2]. */
export interface CurrentAlongDepth {
  readonly from: number;
  readonly to: number;
  readonly current: number;
}

/**
 * Mean over every slice of the current towards the collector, as the sum over all faces that a plane of equal depth parts: where nothing reacts it is the
 * same in every plane, to round-off,
 *
 *   i(slice) = sum_f I_f (length of [x_owner, x_neighbour] within the slice) / thickness
 */
export function currentAtDepths({ edges, centre }: Depths, currents: readonly CurrentAlongDepth[]): Float64Array {
  const mean = new Float64Array(centre.length);
  for (const { from, to, current } of currents) {
    const [low, high] = from < to ? [from, to] : [to, from];
    for (let d = lastBelow(edges, low); d < mean.length && edges[d] < high; d++) {
      const within = Math.max(0, Math.min(high, edges[d + 1]) - Math.max(low, edges[d]));
      mean[d] += ((from < to ? current : -current) * within) / (edges[d + 1] - edges[d]);
    }
  }
  return mean;
}

/** The last edge at or before x, the first one at least. */
function lastBelow(edges: Float64Array, x: number): number {
  let [low, high] = [0, edges.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (edges[middle] <= x) low = middle;
    else high = middle;
  }
  return low;
}
