import { centreDistances } from '../mesh/cell-centres.js';
import type { CellProblem } from '../physics/cell-problem.js';
import type { CellRecord } from '../physics/records.js';

/** Current densities in every cell, x towards the collector, y and z along the layers; three numbers per cell [A m^-2]. */
export interface CellCurrents {
  readonly ionic: Float64Array;
  readonly electronic: Float64Array;
}

/**
 * Current densities from what crosses the faces of a cell:
 *
 *   i(cell) = (1/V) sum_f I_f (x_f - x_cell),   I_f out of the cell; in one dimension the mean over its two faces
 */
export function currentsInCells({ model: { mesh } }: CellProblem, record: CellRecord): CellCurrents {
  const { cells, volume, faces, boundaries } = mesh;
  const ionic = new Float64Array(3 * cells);
  const electronic = new Float64Array(3 * cells);
  const way = centreDistances(mesh);
  const entering = new Float64Array(faces.count);
  for (const { face, outside, current } of record.entries) {
    entering[face] = faces.owner[face] === outside ? current : -current;
  }
  for (let f = 0; f < faces.count; f++) {
    const [o, n] = [faces.owner[f], faces.neighbour[f]];
    const share = faces.ownerDistance[f] / (faces.ownerDistance[f] + faces.neighbourDistance[f]);
    const ions = record.ions[f] + record.network[f] + entering[f];
    for (const [cell, part] of [[o, share], [n, 1 - share]]) {
      for (let k = 0; k < 3; k++) {
        const distance = (part * way[3 * f + k]) / volume[cell];
        ionic[3 * cell + k] += ions * distance;
        electronic[3 * cell + k] += record.electrons[f] * distance;
      }
    }
  }
  record.plane.forEach(({ current }, f) => {
    const cell = boundaries.anode.cell[f];
    ionic[3 * cell] += (current * boundaries.anode.distance[f]) / volume[cell];
  });
  record.ground.forEach((current, f) => {
    const cell = boundaries.anode.cell[f];
    electronic[3 * cell] += (current * boundaries.anode.distance[f]) / volume[cell];
  });
  record.collector.forEach((current, f) => {
    const cell = boundaries.collector.cell[f];
    electronic[3 * cell] += (current * boundaries.collector.distance[f]) / volume[cell];
  });
  return { ionic, electronic };
}
