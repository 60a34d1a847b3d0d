/**
 * Cells and faces. Every quantity lives on cells and every flux on faces: a face has an owner, a neighbour, an area and
 * the distances of the two cell centres from it. 1-D, 2-D and 3-D meshes differ in their list of faces and in nothing
 * else. Areas and volumes are per unit of cell area: in one dimension a volume is a width [m], and the areas of a boundary
 * add up to 1.
 */
export interface CellMesh {
  readonly cells: number;
  /** Depth of the centre of each cell from the anode's collector, or from the plane of a planar anode [m]. */
  readonly centre: Float64Array;
  readonly volume: Float64Array;
  /** Index into `regions`. */
  readonly region: Int32Array;
  readonly regions: readonly MeshRegion[];
  readonly faces: FaceList;
  /** The plane (or collector) of the anode, and the collector of the cathode. */
  readonly boundaries: { readonly anode: BoundaryFaces; readonly collector: BoundaryFaces };
  /** Area of the inclined interface that each face stands for, over the area of the face; absent: no interface is inclined. */
  readonly slant?: Float64Array;
  /** Absent in one dimension. */
  readonly shape?: MeshShape;
}

/** Where the cells are, for pictures and files: every cell by its corners, in the order of VTK. */
export interface MeshShape {
  readonly dimensions: 2 | 3;
  /** Length along y after which the cell repeats, its sides joined [m]; absent: they are walls. */
  readonly period?: number;
  /** x through the thickness, y, z along the layers, of every point [m]. */
  readonly points: Float64Array;
  /** Points of cell c: `corners[offsets[c]]` to before `corners[offsets[c + 1]]`. */
  readonly corners: Int32Array;
  readonly offsets: Int32Array;
}

/**
 * Faces between cells: owner, neighbour, area, and the distance of either centre from the face [m]; one entry per
 * face each.
 */
export interface FaceList {
  readonly count: number;
  readonly owner: Int32Array;
  readonly neighbour: Int32Array;
  readonly area: Float64Array;
  readonly ownerDistance: Float64Array;
  readonly neighbourDistance: Float64Array;
}

/** Faces at the outside: the cell of each, its area and the distance of the cell's centre from it. */
export interface BoundaryFaces {
  readonly count: number;
  readonly cell: Int32Array;
  readonly area: Float64Array;
  readonly distance: Float64Array;
}

/** A layer of the cell, or a part of one, as a range of cells. */
export interface MeshRegion {
  readonly name: string;
  readonly kind: 'anode' | 'membrane' | 'cathode';
  /** Number of its layer among those of its kind, from 0 at the anode side; -1 of a foil. */
  readonly layer: number;
  /** Channels of electrolyte and the walls between them, or the foil behind a cathode; absent: the layer as it is. */
  readonly part?: 'channels' | 'walls' | 'foil';
  /** Cells first..last (inclusive) belong to it. */
  readonly first: number;
  readonly last: number;
  /** [m] */
  readonly start: number;
  /** Volume of the region per unit of cell area [m]. */
  readonly thickness: number;
}
