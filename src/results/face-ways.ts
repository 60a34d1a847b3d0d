import type { CellMesh, MeshShape } from '../mesh/cell-mesh.js';
import { meanOf, minus, type Vector } from '../mesh/grouped/polyhedra.js';
import { cornersOf } from './cell-overlaps.js';

/** Ways from the middles of cells to those of their faces, x, y, z of one face after the other [m]. */
export interface FaceWays {
  readonly fromOwner: Float64Array;
  readonly fromNeighbour: Float64Array;
  /** Ways to the faces of both ends. */
  readonly atAnode: Float64Array;
  readonly atCollector: Float64Array;
}

/** Points closer than this are one [m]. */
const roundOff = 1e-12;

export function faceWays(mesh: CellMesh): FaceWays {
  const { faces: { count, owner, neighbour, ownerDistance, neighbourDistance }, boundaries, shape } = mesh;
  const { anode, collector } = boundaries;
  const along = (x: Float64Array | number[], sign: 1 | -1): Float64Array =>
    Float64Array.from({ length: 3 * x.length }, (_, i) => (i % 3 === 0 ? sign * x[i / 3] : 0));
  if (!shape) {
    return { fromOwner: along(ownerDistance, 1), fromNeighbour: along(neighbourDistance, -1),
      atAnode: along(anode.distance, -1), atCollector: along(collector.distance, 1) };
  }
  const all = Array.from({ length: mesh.cells }, (_, c) => cornersOf(shape, c));
  const middle = all.map(meanOf);
  const ways = { fromOwner: new Float64Array(3 * count), fromNeighbour: new Float64Array(3 * count) };
  for (let f = 0; f < count; f++) {
    ways.fromOwner.set(wayToShared(shape, all[owner[f]], all[neighbour[f]], middle[owner[f]]), 3 * f);
    ways.fromNeighbour.set(wayToShared(shape, all[neighbour[f]], all[owner[f]], middle[neighbour[f]]), 3 * f);
  }
  const atEnd = (cell: Int32Array, sign: 1 | -1): Float64Array =>
    Float64Array.from(Array.from(cell, (c) => wayToEnd(all[c], middle[c], sign)).flat());
  return { ...ways, atAnode: atEnd(anode.cell, -1), atCollector: atEnd(collector.cell, 1) };
}

/** Finds the way to the middle of the corners that a cell shares with another one, where the cell repeats with the period. */
function wayToShared({ period }: MeshShape, own: readonly Vector[], other: readonly Vector[], middle: Vector): Vector {
  const isSame = (a: Vector, b: Vector): boolean => {
    const y = a[1] - b[1];
    const apart = period ? y - period * Math.round(y / period) : y;
    return Math.abs(a[0] - b[0]) < roundOff && Math.abs(apart) < roundOff && Math.abs(a[2] - b[2]) < roundOff;
  };
  return minus(meanOf(own.filter((corner) => other.some((one) => isSame(corner, one)))), middle);
}

/** Finds the way to the middle of the corners that lie furthest towards an end of the thickness. */
function wayToEnd(own: readonly Vector[], middle: Vector, sign: 1 | -1): Vector {
  const furthest = Math.max(...own.map(([x]) => sign * x));
  return minus(meanOf(own.filter(([x]) => furthest - sign * x < roundOff)), middle);
}
