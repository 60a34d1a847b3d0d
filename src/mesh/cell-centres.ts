import type { CellMesh } from './cell-mesh.js';

/** Middle of every cell, x, y, z: the mean of its corners, or its depth in one dimension [m]. */
function cellCentres({ cells, centre, shape }: CellMesh): Float64Array {
  const out = new Float64Array(3 * cells);
  for (let c = 0; c < cells; c++) {
    if (!shape) {
      out[3 * c] = centre[c];
      continue;
    }
    const { points, corners, offsets } = shape;
    const count = offsets[c + 1] - offsets[c];
    for (let i = offsets[c]; i < offsets[c + 1]; i++) {
      for (let k = 0; k < 3; k++) out[3 * c + k] += points[3 * corners[i] + k] / count;
    }
  }
  return out;
}

/** From the middle of the owner of each face to that of its neighbour, x, y, z [m]; where the cell repeats, the short way. */
export function centreDistances(mesh: CellMesh): Float64Array {
  const { faces: { count, owner, neighbour }, shape } = mesh;
  const centres = cellCentres(mesh);
  const out = new Float64Array(3 * count);
  for (let f = 0; f < count; f++) {
    for (let k = 0; k < 3; k++) out[3 * f + k] = centres[3 * neighbour[f] + k] - centres[3 * owner[f] + k];
    if (shape?.period) out[3 * f + 1] -= shape.period * Math.round(out[3 * f + 1] / shape.period);
  }
  return out;
}
