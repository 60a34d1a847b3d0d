import type { CellMesh } from '../../src/mesh/cell-mesh.js';

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** Potentials where every cell has a source, with given potentials outside both ends, and the current into the collector; conductivity 1 unless one of every cell is given. */
export function solve(mesh: CellMesh, source: Float64Array, [atAnode, atCollector]: readonly [number, number],
  sigma = new Float64Array(mesh.cells).fill(1))
{
  const { cells, faces, boundaries: { anode, collector } } = mesh;
  const ends = [[anode, atAnode], [collector, atCollector]] as const;
  const apply = (u: Float64Array): Float64Array => {
    const out = new Float64Array(cells);
    for (let f = 0; f < faces.count; f++) {
      const [o, n] = [faces.owner[f], faces.neighbour[f]];
      const flux = (faces.area[f] / (faces.ownerDistance[f] / sigma[o] + faces.neighbourDistance[f] / sigma[n]))
        * (u[o] - u[n]);
      out[o] += flux;
      out[n] -= flux;
    }
    for (const [{ cell, area, distance }] of ends) {
      cell.forEach((c, k) => (out[c] += ((sigma[c] * area[k]) / distance[k]) * u[c]));
    }
    return out;
  };
  const right = Float64Array.from(source);
  for (const [{ cell, area, distance }, value] of ends) {
    cell.forEach((c, k) => (right[c] += ((sigma[c] * area[k]) / distance[k]) * value));
  }
  // conjugate gradients to round-off
  const u = new Float64Array(cells);
  const residual = Float64Array.from(right);
  let way = Float64Array.from(residual);
  const dot = (a: Float64Array, b: Float64Array): number => a.reduce((total, value, i) => total + value * b[i], 0);
  for (let k = 0, now = dot(residual, residual); k < 20 * cells && now > 0; k++) {
    const image = apply(way);
    const step = now / dot(way, image);
    for (let c = 0; c < cells; c++) {
      u[c] += step * way[c];
      residual[c] -= step * image[c];
    }
    const next = dot(residual, residual);
    if (next < 1e-26 * dot(right, right)) break;
    way = residual.map((value, c) => value + (next / now) * way[c]);
    now = next;
  }
  const current = sum(
    Array.from(collector.cell,
      (c, k) => ((sigma[c] * collector.area[k]) / collector.distance[k]) * (u[c] - atCollector)),
  );
  return { u, current };
}
