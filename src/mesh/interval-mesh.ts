import type { BoundaryFaces, CellMesh, FaceList, MeshRegion } from './cell-mesh.js';
import { symmetricWidths } from './grading.js';

/** A layer to be divided: cells, and the width of a middle cell over that of an end cell (`grading`). */
export interface IntervalRegion {
  readonly name: string;
  readonly kind: MeshRegion['kind'];
  /** [m] */
  readonly thickness: number;
  readonly cells: number;
  readonly grading: number;
}

/** A one-dimensional mesh through the thickness: regions from the anode to the collector, faces in the same order. */
export function intervalMesh(parts: readonly IntervalRegion[]): CellMesh {
  const cells = parts.reduce((sum, part) => sum + part.cells, 0);
  const centre = new Float64Array(cells);
  const volume = new Float64Array(cells);
  const region = new Int32Array(cells);
  const regions: MeshRegion[] = [];
  let cell = 0;
  let x = 0;
  parts.forEach((part, index) => {
    const start = x;
    const first = cell;
    for (const width of symmetricWidths(part.thickness, part.cells, part.grading)) {
      centre[cell] = x + width / 2;
      volume[cell] = width;
      region[cell] = index;
      x += width;
      cell++;
    }
    x = start + part.thickness;
    const layer = regions.filter(({ kind }) => kind === part.kind).length;
    regions.push({ name: part.name, kind: part.kind, layer, first, last: cell - 1, start, thickness: part.thickness });
  });
  return {
    cells,
    centre,
    volume,
    region,
    regions,
    faces: neighbourFaces(volume),
    boundaries: { anode: oneFace(0, volume[0] / 2), collector: oneFace(cells - 1, volume[cells - 1] / 2) },
  };
}

function neighbourFaces(width: Float64Array): FaceList {
  const count = width.length - 1;
  return {
    count,
    owner: Int32Array.from({ length: count }, (_, f) => f),
    neighbour: Int32Array.from({ length: count }, (_, f) => f + 1),
    area: new Float64Array(count).fill(1),
    ownerDistance: Float64Array.from({ length: count }, (_, f) => width[f] / 2),
    neighbourDistance: Float64Array.from({ length: count }, (_, f) => width[f + 1] / 2),
  };
}

const oneFace = (cell: number, distance: number): BoundaryFaces => ({
  count: 1,
  cell: Int32Array.of(cell),
  area: Float64Array.of(1),
  distance: Float64Array.of(distance),
});
