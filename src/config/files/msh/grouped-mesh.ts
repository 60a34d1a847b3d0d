import type { Misfit } from '../../../units/result.js';

/** A mesh as a file has it: cells in two or three dimensions, and sides of them, each in a physical group; lengths in the unit of the file. */
export interface GroupedMesh {
  readonly dimensions: 2 | 3;
  /** x, y, z of every point. */
  readonly points: readonly number[];
  /** Names of the physical groups of the cells, and of those one dimension below. */
  readonly groups: { readonly cells: readonly string[]; readonly sides: readonly string[] };
  readonly cells: readonly GroupedElement[];
  /** Edges in two dimensions, triangles and quadrangles in three. */
  readonly sides: readonly GroupedElement[];
}

export interface GroupedElement {
  /** Index into the names of its groups. */
  readonly group: number;
  /** Indices of points, in the order of Gmsh, which for these elements is that of VTK. */
  readonly corners: readonly number[];
}

/** What reading a mesh for a case gives in the place of its text. */
export type MeshText = { readonly mesh: GroupedMesh } | { readonly problem: Misfit };
