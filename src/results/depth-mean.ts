import type { CellMesh } from '../mesh/cell-mesh.js';

/** The depths of a mesh at which cells lie, and which of them each cell has. */
export interface Depths {
  /** From the anode on [m]. */
  readonly centre: Float64Array;
  readonly of: Int32Array;
}

/** Cells of structured meshes share depths to round-off; any others are gathered in layers as thick as a cell is on average [m]. */
const roundOff = 1e-12;

export function depthsOf(mesh: CellMesh): Depths {
  const { cells, centre, shape } = mesh;
  if (!shape) return { centre, of: Int32Array.from({ length: cells }, (_, c) => c) };
  const order = Array.from({ length: cells }, (_, c) => c).sort((a, b) => centre[a] - centre[b]);
  const of = new Int32Array(cells);
  const found: number[] = [];
  for (const c of order) {
    if (found.length === 0 || centre[c] - found[found.length - 1] > roundOff) found.push(centre[c]);
    of[c] = found.length - 1;
  }
  return found.length > most * cells ? gathered(mesh, order) : { centre: Float64Array.from(found), of };
}

/** Of the cells: meshes of columns have fewer depths than that. */
const most = 0.5;

/** Layers as thick as a cell is long on average, each at the mean depth of its cells. */
function gathered({ cells, centre, volume, shape }: CellMesh, order: readonly number[]): Depths {
  const [first, last] = [centre[order[0]], centre[order[cells - 1]]];
  const count = Math.max(2, Math.round(cells ** (1 / (shape?.dimensions ?? 2))));
  const layerOf = (c: number): number =>
    Math.min(count - 1, Math.floor(((centre[c] - first) / (last - first)) * count));
  const used = [...new Set(order.map(layerOf))];
  const of = Int32Array.from({ length: cells }, (_, c) => used.indexOf(layerOf(c)));
  const [sum, weight] = [new Float64Array(used.length), new Float64Array(used.length)];
  for (let c = 0; c < cells; c++) {
    sum[of[c]] += volume[c] * centre[c];
    weight[of[c]] += volume[c];
  }
  return { centre: sum.map((total, d) => total / weight[d]), of };
}

/** Mean over the cells at every depth by their volume, of those that have the value; null where none has. */
export function meanAtDepths({ centre, of }: Depths, { volume }: CellMesh,
  values: readonly (number | null)[]): (number | null)[]
{
  // one cell at every depth is its own mean, to the last digit
  if (centre.length === of.length) return Array.from(centre, (_, d) => values[d]);
  const sum = new Float64Array(centre.length);
  const weight = new Float64Array(centre.length);
  for (let c = 0; c < of.length; c++) {
    const value = values[c];
    if (value === null || of[c] >= centre.length) continue;
    sum[of[c]] += volume[c] * value;
    weight[of[c]] += volume[c];
  }
  return Array.from(sum, (total, d) => (weight[d] === 0 ? null : total / weight[d]));
}
