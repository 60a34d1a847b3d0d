/** Geometry of cells with flat faces, given by the corners of the shapes that finite elements use. */

export type Vector = readonly [x: number, y: number, z: number];

/** a - b */
export const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
/** a . b */
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
/** a x b */
const cross = (a: Vector,
  b: Vector): Vector => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
/** a times a number. */
export const scaled = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];
/** Length of a. */
export const norm = (a: Vector): number => Math.hypot(...a);
const plus = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
/** Mean of points. */
export const meanOf = (all: readonly Vector[]): Vector => scaled(all.reduce(plus), 1 / all.length);

/** Corners of each face by the number of corners of the cell: 4 a tetrahedron, 5 a pyramid, 6 a prism, 8 a hexahedron. */
const facesOfSolids: Readonly<Record<number, readonly (readonly number[])[]>> = {
  4: [[0, 1, 2], [0, 1, 3], [1, 2, 3], [2, 0, 3]],
  5: [[0, 1, 2, 3], [0, 1, 4], [1, 2, 4], [2, 3, 4], [3, 0, 4]],
  6: [[0, 1, 2], [3, 4, 5], [0, 1, 4, 3], [1, 2, 5, 4], [2, 0, 3, 5]],
  8: [[0, 1, 2, 3], [4, 5, 6, 7], [0, 1, 5, 4], [1, 2, 6, 5], [2, 3, 7, 6], [3, 0, 4, 7]],
};

/** Places in the list of corners of a cell, for each of its faces; the edges of a polygon in two dimensions. */
export const facesOf = (corners: number, dimensions: 2 | 3): readonly (readonly number[])[] =>
  dimensions === 3 ? facesOfSolids[corners] : Array.from({ length: corners }, (_, k) => [k, (k + 1) % corners]);

/** Area as a vector along the normal, whichever way it points; of an edge its length, in the plane of x and y. */
export function areaOf(corners: readonly Vector[]): Vector {
  const [a, b, c, d = a] = corners;
  if (corners.length === 2) return [b[1] - a[1], a[0] - b[0], 0];
  return scaled(cross(minus(c, a), corners.length === 3 ? minus(b, a) : minus(d, b)), 0.5);
}

/**
 * The point that is equally far from all corners, by least squares: the middle of the circle or sphere around a simplex, the middle of a box.
 * Two cells then have the face between them at a right angle to the line that joins their points,
 *
 *   2 (sum a a') p = sum a |a|^2,   a from the mean of the corners to each; p from there
 */
export function equidistantPoint(corners: readonly Vector[], dimensions: 2 | 3): Vector {
  const mean = meanOf(corners);
  const ways = corners.map((corner) => minus(corner, mean));
  const row = (k: number): Vector => ways.reduce((sum, a) => plus(sum, scaled(a, a[k])), [0, 0, 0]);
  const rows: [Vector, Vector, Vector] = [row(0), row(1), dimensions === 3 ? row(2) : [0, 0, 1]];
  const right = scaled(ways.reduce((sum, a) => plus(sum, scaled(a, dot(a, a))), [0, 0, 0]), 0.5);
  const [u, v, w] = [cross(rows[1], rows[2]), cross(rows[2], rows[0]), cross(rows[0], rows[1])];
  const way = plus(plus(scaled(u, right[0]), scaled(v, right[1])), scaled(w, right[2]));
  return plus(mean, scaled(way, 1 / dot(rows[0], u)));
}
