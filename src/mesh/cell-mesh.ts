/**
 * Cells and faces. Every quantity lives on cells and every flux on faces: a face has an owner, a neighbour, an area and
 * the distances of the two cell centres from it. 1-D, 2-D and 3-D meshes differ in their list of faces and in nothing
 * else. In one dimension areas and volumes are per unit of cell area, so a volume is a width [m].
 */
export interface CellMesh {
  readonly cells: number;
  /** Centre of each cell from the anode's collector, or from the plane of a planar anode [m]. */
  readonly centre: Float64Array;
  readonly volume: Float64Array;
  /** Index into `regions`. */
  readonly region: Int32Array;
  readonly regions: readonly MeshRegion[];
  readonly faces: FaceList;
  /** The plane (or collector) of the anode and the collector of the cathode: one cell each, and the distance of its centre from the face. */
  readonly anodeFace: { readonly cell: number; readonly distance: number };
  readonly collectorFace: { readonly cell: number; readonly distance: number };
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

/** A layer of the cell as a range of cells. */
export interface MeshRegion {
  readonly name: string;
  readonly kind: 'anode' | 'membrane' | 'cathode';
  /** Cells first..last (inclusive) belong to it. */
  readonly first: number;
  readonly last: number;
  /** [m] */
  readonly start: number;
  readonly thickness: number;
}
