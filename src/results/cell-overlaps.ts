import { areaOf, dot, facesOf, meanOf, minus, type Vector } from '../mesh/grouped/polyhedra.js';

/** Where cells are, by their corners in the order of VTK. */
export interface CornerCells {
  readonly dimensions: 2 | 3;
  /** x, y, z of every point. */
  readonly points: ArrayLike<number>;
  readonly corners: ArrayLike<number>;
  readonly offsets: ArrayLike<number>;
}

/** Which intervals of a coordinate a cell lies in, and with which share of its volume. */
export type Overlap = readonly { readonly interval: number; readonly share: number }[];

/** Shares of a cell below this are round-off. */
const least = 1e-9;

/** x, y, z */
export type Place = Vector;

export const cornersOf = ({ points, corners, offsets }: CornerCells, cell: number): Place[] =>
  Array.from({ length: offsets[cell + 1] - offsets[cell] }, (_, k) => {
    const at = 3 * corners[offsets[cell] + k];
    return [points[at], points[at + 1], points[at + 2]];
  });

/**
 * Of every cell the intervals between `edges` of coordinate `axis` that it overlaps; what reaches beyond the first or the last counts as within.
 * With a period the cell repeats itself along the axis, and the edges are one period.
 */
export function overlaps(cells: CornerCells, axis: 0 | 1, edges: ArrayLike<number>, period?: number): Overlap[] {
  const last = edges.length - 1;
  const shifts = period === undefined ? [0] : [-period, 0, period];
  return Array.from({ length: cells.offsets.length - 1 }, (_, cell) => {
    const parts = simplicesOf(cornersOf(cells, cell), cells.dimensions, axis);
    const lowest = Math.min(...parts.map(({ knots }) => knots[0]));
    const highest = Math.max(...parts.map(({ knots }) => knots[knots.length - 1]));
    const below = (x: number): number =>
      x <= lowest
        ? 0
        : x >= highest
        ? 1
        : parts.reduce((sum, { share, knots }) => sum + share * shareBelow(x, knots), 0);
    const within = (interval: number, shift: number): number => {
      const from = period === undefined && interval === 0 ? lowest : edges[interval] - shift;
      const to = period === undefined && interval === last - 1 ? highest : edges[interval + 1] - shift;
      return to <= lowest || from >= highest ? 0 : below(to) - below(from);
    };
    return Array.from({ length: last }, (__, interval) => (
      { interval, share: shifts.reduce((sum, shift) => sum + within(interval, shift), 0) }
    )).filter(({ share }) => share > least);
  });
}

/** A cell as simplices from its middle to its faces: the share of each, and where its corners lie on the axis, in order. */
function simplicesOf(corners: readonly Vector[], dimensions: 2 | 3,
  axis: 0 | 1): { readonly share: number; readonly knots: readonly number[] }[]
{
  const middle = meanOf(corners);
  const parts = facesOf(corners.length, dimensions).flatMap((face) =>
    Array.from({ length: face.length - dimensions + 1 }, (_, k) => {
      const side = dimensions === 2
        ? face.map((corner) => corners[corner])
        : [face[0], face[k + 1], face[k + 2]].map((corner) => corners[corner]);
      const volume = Math.abs(dot(areaOf(side), minus(side[0], middle)));
      return { volume, knots: [middle, ...side].map((point) => point[axis]).sort((a, b) => a - b) };
    })
  );
  const total = parts.reduce((sum, { volume }) => sum + volume, 0);
  return parts.map(({ volume, knots }) => ({ share: volume / total, knots }));
}

/**
 * Share of a simplex that lies below x, by the places t0 <= ... <= tn of its corners (Curry and Schoenberg, J. Anal. Math. 17 (1966) 71: its section is
 * a B-spline),
 *
 *   F[t0..tn](x) = ((x - t0) F[t0..tn-1](x) + (tn - x) F[t1..tn](x)) / (tn - t0),   F[t](x) = 1 where x >= t
 */
function shareBelow(x: number, knots: readonly number[]): number {
  const [first, last] = [knots[0], knots[knots.length - 1]];
  if (x >= last) return 1;
  if (x <= first) return 0;
  return ((x - first) * shareBelow(x, knots.slice(0, -1)) + (last - x) * shareBelow(x, knots.slice(1)))
    / (last - first);
}
