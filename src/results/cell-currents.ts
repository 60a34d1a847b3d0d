import type { CellProblem } from '../physics/cell-problem.js';
import type { CellRecord } from '../physics/records.js';
import type { CurrentAlongDepth } from './depth-mean.js';
import { faceWays } from './face-ways.js';

/** Current densities in every cell, x towards the collector, y and z along the layers; three numbers per cell [A m^-2]. */
export interface CellCurrents {
  readonly ionic: Float64Array;
  readonly electronic: Float64Array;
}

/** Lithium ions through every face from owner to neighbour, those of a network and those that enter it among them [A per m^2 of cell]. */
function ionsThrough({ model: { mesh: { faces } } }: CellProblem,
  { ions, network, entries }: CellRecord): Float64Array
{
  const all = ions.map((current, f) => current + network[f]);
  for (const { face, outside, current } of entries) all[face] += faces.owner[face] === outside ? current : -current;
  return all;
}

/**
 * Current densities from what crosses the faces of a cell:
 *
 *   i(cell) = (1/V) sum_f I_f (x_f - x_cell),   I_f out of the cell; an even current comes out as it is in cells of any shape
 */
export function currentsInCells(problem: CellProblem, record: CellRecord): CellCurrents {
  const { cells, volume, faces, boundaries } = problem.model.mesh;
  const ways = faceWays(problem.model.mesh);
  const ionic = new Float64Array(3 * cells);
  const electronic = new Float64Array(3 * cells);
  const add = (to: Float64Array, cell: number, current: number, way: Float64Array, face: number): void => {
    for (let k = 0; k < 3; k++) to[3 * cell + k] += (current * way[3 * face + k]) / volume[cell];
  };
  const ions = ionsThrough(problem, record);
  for (let f = 0; f < faces.count; f++) {
    for (const [to, current] of [[ionic, ions[f]], [electronic, record.electrons[f]]] as const) {
      add(to, faces.owner[f], current, ways.fromOwner, f);
      add(to, faces.neighbour[f], -current, ways.fromNeighbour, f);
    }
  }
  // what the anode sends comes in
  record.plane.forEach(({ current }, f) => add(ionic, boundaries.anode.cell[f], -current, ways.atAnode, f));
  record.ground.forEach((current, f) => add(electronic, boundaries.anode.cell[f], -current, ways.atAnode, f));
  record.collector.forEach((current, f) => add(electronic, boundaries.collector.cell[f], current, ways.atCollector, f));
  return { ionic, electronic };
}

/** The same currents from the depth of one cell to that of the next, and from one end and to the other. */
export function currentsAlongDepth(problem: CellProblem, record: CellRecord,
  end: number): Readonly<Record<keyof CellCurrents, readonly CurrentAlongDepth[]>>
{
  const { centre, faces, boundaries: { anode, collector } } = problem.model.mesh;
  const between = (current: number, f: number): CurrentAlongDepth => (
    { from: centre[faces.owner[f]], to: centre[faces.neighbour[f]], current }
  );
  const fromAnode = (current: number, f: number): CurrentAlongDepth => ({ from: 0, to: centre[anode.cell[f]],
    current });
  return {
    ionic: [
      ...Array.from(ionsThrough(problem, record), between),
      ...record.plane.map(({ current }, f) => fromAnode(current, f)),
    ],
    electronic: [
      ...Array.from(record.electrons, between),
      ...Array.from(record.ground, fromAnode),
      ...Array.from(record.collector, (current, f) => ({ from: centre[collector.cell[f]], to: end, current })),
    ],
  };
}
