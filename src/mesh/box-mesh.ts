import type { BoundaryFaces, CellMesh, FaceList } from './cell-mesh.js';

/** A direction along the layers, in equal cells, with walls at both ends. */
export interface Span {
  readonly cells: number;
  /** [m] */
  readonly width: number;
}

interface Face {
  readonly owner: number;
  readonly neighbour: number;
  readonly area: number;
  readonly ownerDistance: number;
  readonly neighbourDistance: number;
}

/**
 * A box: an interval mesh through the thickness, divided along one direction (2-D) or two (3-D). Cell c of the line becomes the cells
 * from c times the number of columns on, the last span running fastest; its faces come first, in the same order, then those along the
 * layers. Areas and volumes are per unit of cell area.
 */
export function boxMesh(line: CellMesh, spans: readonly Span[]): CellMesh {
  const columns = spans.reduce((product, { cells }) => product * cells, 1);
  const cells = line.cells * columns;
  const share = 1 / columns;
  const ofLine = (cell: number): number => Math.floor(cell / columns);
  const spread = (of: Float64Array, scale: number): Float64Array =>
    Float64Array.from({ length: cells }, (_, c) => scale * of[ofLine(c)]);
  const through = Array.from({ length: line.faces.count * columns }, (_, i): Face => {
    const [f, column] = [ofLine(i), i % columns];
    const { owner, neighbour, ownerDistance, neighbourDistance } = line.faces;
    return {
      owner: owner[f] * columns + column,
      neighbour: neighbour[f] * columns + column,
      area: share,
      ownerDistance: ownerDistance[f],
      neighbourDistance: neighbourDistance[f],
    };
  });
  const boundary = ({ cell, distance }: BoundaryFaces): BoundaryFaces => ({
    count: columns,
    cell: Int32Array.from({ length: columns }, (_, column) => cell[0] * columns + column),
    area: new Float64Array(columns).fill(share),
    distance: new Float64Array(columns).fill(distance[0]),
  });
  return {
    cells,
    centre: spread(line.centre, 1),
    volume: spread(line.volume, share),
    region: Int32Array.from({ length: cells }, (_, c) => line.region[ofLine(c)]),
    regions: line.regions.map((region) => ({ ...region, first: region.first * columns,
      last: (region.last + 1) * columns - 1 })
    ),
    faces: faceList([...through, ...facesAlong(line, spans, columns)]),
    boundaries: { anode: boundary(line.boundaries.anode), collector: boundary(line.boundaries.collector) },
  };
}

/** Faces between neighbours at one depth: an area of (thickness of the cell) over (width of the span), in units of cell area. */
function facesAlong(line: CellMesh, spans: readonly Span[], columns: number): Face[] {
  return spans.flatMap(({ cells, width }, s) => {
    const stride = spans.slice(s + 1).reduce((product, span) => product * span.cells, 1);
    const half = width / cells / 2;
    return Array.from({ length: line.cells * columns }, (_, c) => c)
      .filter((c) => Math.floor(c / stride) % cells < cells - 1)
      .map((c): Face => ({
        owner: c,
        neighbour: c + stride,
        ownerDistance: half,
        neighbourDistance: half,
        area: (line.volume[Math.floor(c / columns)] / width) * (cells / columns),
      }));
  });
}

function faceList(faces: readonly Face[]): FaceList {
  return {
    count: faces.length,
    owner: Int32Array.from(faces, ({ owner }) => owner),
    neighbour: Int32Array.from(faces, ({ neighbour }) => neighbour),
    area: Float64Array.from(faces, ({ area }) => area),
    ownerDistance: Float64Array.from(faces, ({ ownerDistance }) => ownerDistance),
    neighbourDistance: Float64Array.from(faces, ({ neighbourDistance }) => neighbourDistance),
  };
}
