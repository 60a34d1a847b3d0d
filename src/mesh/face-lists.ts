import type { BoundaryFaces, FaceList } from './cell-mesh.js';

/** A face between two cells as it goes into a list: its area, and how far the value of each of them lies from it [m]. */
export interface OwnedFace {
  readonly owner: number;
  readonly neighbour: number;
  readonly area: number;
  readonly ownerDistance: number;
  readonly neighbourDistance: number;
}

/** The same between cells in any order. */
export interface FaceBetween {
  readonly cells: readonly [number, number];
  readonly area: number;
  readonly distances: readonly [number, number];
}

/** A face at one end of the thickness. */
export interface EndFace {
  readonly cell: number;
  readonly area: number;
  readonly distance: number;
}

/** Faces as arrays, in their order. */
export function faceList(faces: readonly OwnedFace[]): FaceList {
  const of = (value: (face: OwnedFace) => number): Float64Array => Float64Array.from(faces, value);
  return {
    count: faces.length,
    owner: Int32Array.from(faces, ({ owner }) => owner),
    neighbour: Int32Array.from(faces, ({ neighbour }) => neighbour),
    area: of(({ area }) => area),
    ownerDistance: of(({ ownerDistance }) => ownerDistance),
    neighbourDistance: of(({ neighbourDistance }) => neighbourDistance),
  };
}

/** Names the first of two cells the owner, as on every mesh, and puts faces in the order of their cells. */
export const ownersFirst = (faces: readonly FaceBetween[]): OwnedFace[] =>
  faces.map(({ cells: [a, b], area, distances: [from, to] }) =>
    a < b
      ? { owner: a, neighbour: b, area, ownerDistance: from, neighbourDistance: to }
      : { owner: b, neighbour: a, area, ownerDistance: to, neighbourDistance: from }
  ).sort((a, b) => a.owner - b.owner || a.neighbour - b.neighbour);

/** Faces of one end as arrays. */
export const endFaces = (faces: readonly EndFace[]): BoundaryFaces => ({
  count: faces.length,
  cell: Int32Array.from(faces, ({ cell }) => cell),
  area: Float64Array.from(faces, ({ area }) => area),
  distance: Float64Array.from(faces, ({ distance }) => distance),
});
