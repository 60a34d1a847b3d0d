import { type CornerCells, cornersOf, type Place } from '../../results/cell-overlaps.js';
import type { MeshShapeDocument } from '../../results/fields-schema.js';
import { extentOf } from '../../units/statistics.js';

type Point = readonly [number, number];

/** Cells where a plane cuts them [um]: abscissa and ordinate of the corners, in order around each. */
export interface CellSection {
  readonly polygons: readonly { readonly cell: number; readonly polygon: readonly Point[] }[];
  /** Extent of the plane. */
  readonly x: Point;
  readonly y: Point;
  /** The plane repeats itself along y. */
  readonly isPeriodic: boolean;
}

/** A section as pixels: the cell under each, -1 where there is none; x to the right, y upwards. */
export interface CellRaster extends Pick<CellSection, 'x' | 'y' | 'isPeriodic'> {
  readonly width: number;
  readonly height: number;
  readonly cell: Int32Array;
}

/** The plane of x and y, in three dimensions through the middle of z. */
export function planeOfDepth(shape: MeshShapeDocument): CellSection {
  const { dimensions, points_um: points, period_um: period } = shape;
  const cells = { ...shape, points };
  if (dimensions === 3) return sectionAcross(cells, 2, middleOf(points.filter((_, i) => i % 3 === 2)));
  const all = Array.from({ length: shape.offsets.length - 1 }, (_, cell) => (
    { cell, polygon: cornersOf(cells, cell).map(([x, y]): Point => [x, y]) }
  ));
  if (period === undefined) return sectionOf(all);
  // what reaches beyond a joined side comes in at the other one
  const repeated = all.flatMap(({ cell, polygon }) =>
    [-period, 0, period].map((shift) => ({ cell, polygon: polygon.map(([x, y]): Point => [x, y + shift]) }))
  );
  return { ...sectionOf(repeated), y: [0, period], isPeriodic: true };
}

/** The plane of y and z of a mesh in three dimensions, at a depth [um]. */
export const planeAt = (shape: MeshShapeDocument, depth: number): CellSection =>
  sectionAcross({ ...shape, points: shape.points_um }, 0, depth);

/** Of a length: the middle, but not on the faces that two cells may have there. */
export const nearlyHalf = 0.4999;

const middleOf = (values: readonly number[]): number => {
  const [low, high] = extentOf(values);
  return low + nearlyHalf * (high - low);
};

const sectionOf = (polygons: CellSection['polygons']): CellSection => ({
  polygons,
  x: extentOf(polygons.flatMap(({ polygon }) => polygon.map(([x]) => x))),
  y: extentOf(polygons.flatMap(({ polygon }) => polygon.map(([, y]) => y))),
  isPeriodic: false,
});

/** Where a plane cuts cells: the points in which it meets the lines between any two corners lie in, or around, a convex polygon. */
function sectionAcross(cells: CornerCells, axis: 0 | 2, at: number): CellSection {
  const [across, up] = axis === 2 ? [0, 1] : [1, 2];
  return sectionOf(Array.from({ length: cells.offsets.length - 1 }, (_, cell) => {
    const corners = cornersOf(cells, cell);
    const cut = corners.flatMap((a, i) => corners.slice(i + 1).flatMap((b) => meeting(a, b, axis, at)));
    return { cell, polygon: around(cut.map((point): Point => [point[across], point[up]])) };
  }).filter(({ polygon }) => polygon.length > 2));
}

function meeting(a: Place, b: Place, axis: number, at: number): Place[] {
  const [from, to] = [a[axis] - at, b[axis] - at];
  if (from < 0 === to < 0) return [];
  const share = from / (from - to);
  return [[a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]), a[2] + share * (b[2] - a[2])]];
}

/** Hull of points, in order around it (Andrew, Inf. Process. Lett. 9 (1979) 216). */
function around(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (those: readonly Point[]): Point[] => {
    const hull: Point[] = [];
    for (const point of those) {
      while (hull.length > 1 && turn(hull[hull.length - 2], hull[hull.length - 1], point) <= 0) hull.pop();
      hull.push(point);
    }
    return hull.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** Twice the area of a triangle, positive where it turns to the left. */
const turn = (a: Point, b: Point, c: Point): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** A cell is called narrow below this share of the widest one, and the part that has them is drawn where it is below that share of the whole. */
const narrow = 0.05;
const small = 0.25;
/** What is drawn besides on either side, over that part. */
const beside = 0.1;

/** A plane that is longer than so many times its depth is a sheet. */
const long = 20;

/** Of a sheet the part, along y, in which cells are narrow for what happens there; all of it where none are, or most. */
export function busyPart({ polygons, x, y: [low, high] }: CellSection): Point {
  const heights = polygons.map(({ polygon }) => extentOf(polygon.map(([, y]) => y)));
  const widest = Math.max(...heights.map(([from, to]) => to - from));
  const [from, to] = extentOf(heights.filter(([a, b]) => b - a < narrow * widest).flat());
  const isSheet = high - low > long * (x[1] - x[0]);
  if (!isSheet || from >= to || to - from > small * (high - low)) return [low, high];
  const margin = beside * (to - from);
  return [Math.max(low, from - margin), Math.min(high, to + margin)];
}

/** A section as pixels, all of it or a part along y. */
export function cellRaster({ polygons, x, y: whole, isPeriodic }: CellSection, width: number, height: number,
  y: Point = whole): CellRaster
{
  const cell = new Int32Array(width * height).fill(-1);
  const raster = { width, height, cell, x, y, isPeriodic };
  for (const { cell: own, polygon } of polygons) {
    const place = polygon.map((point) => pixelOf(raster, point));
    place.forEach((corner, k) =>
      overTriangle(raster, [place[0], corner, place[(k + 1) % place.length]], (at) => (cell[at] = own))
    );
  }
  return raster;
}

const pixelOf = ({ x, y, width, height }: Omit<CellRaster, 'cell'>, [px, py]: Point): Point => [
  ((px - x[0]) / (x[1] - x[0])) * width,
  ((y[1] - py) / (y[1] - y[0])) * height,
];

/** Every pixel of a triangle, with the weights of its three corners there. */
function overTriangle({ width, height }: Pick<CellRaster, 'width' | 'height'>,
  [a, b, c]: readonly [Point, Point, Point],
  each: (pixel: number, weights: readonly [number, number, number]) => void): void
{
  const whole = turn(a, b, c);
  if (whole === 0) return;
  const [left, right] = extentOf([a[0], b[0], c[0]]);
  const [top, bottom] = extentOf([a[1], b[1], c[1]]);
  for (let j = Math.max(0, Math.floor(top)); j <= Math.min(height - 1, bottom); j++) {
    for (let i = Math.max(0, Math.floor(left)); i <= Math.min(width - 1, right); i++) {
      const at: Point = [i + 0.5, j + 0.5];
      const [u, v] = [turn(at, b, c) / whole, turn(a, at, c) / whole];
      if (u >= 0 && v >= 0 && u + v <= 1) each(j * width + i, [u, v, 1 - u - v]);
    }
  }
}

/** A field of vectors between the cells: linear from the middle of each to its corners, which have the mean of the cells around; no part of it leaves through a side. */
function smoothField(raster: CellRaster, { polygons, y: whole, isPeriodic }: CellSection,
  vectors: readonly number[]): Float64Array
{
  const out = new Float64Array(2 * raster.width * raster.height);
  const span = whole[1] - whole[0];
  const keyOf = ([x, y]: Point): string => {
    const within = (y - whole[0]) / span;
    return `${Math.round((1e6 * (x - raster.x[0])) / (raster.x[1] - raster.x[0]))},${
      Math.round(1e6 * (isPeriodic ? within - Math.floor(within + 1e-7) : within))
    }`;
  };
  const corners = new Map<string, [x: number, y: number, cells: number]>();
  for (const { cell, polygon } of polygons) {
    for (const point of polygon) {
      const key = keyOf(point);
      const sum = corners.get(key) ?? [0, 0, 0];
      corners.set(key, [sum[0] + vectors[3 * cell], sum[1] + vectors[3 * cell + 1], sum[2] + 1]);
    }
  }
  const atCorner = (point: Point): Point => {
    const [x, y, cells] = corners.get(keyOf(point)) ?? [0, 0, 1];
    const isSide = !isPeriodic && Math.min(point[1] - whole[0], whole[1] - point[1]) < 1e-6 * span;
    return [x / cells, isSide ? 0 : y / cells];
  };
  for (const { cell, polygon } of polygons) {
    const mean = (k: 0 | 1): number => polygon.reduce((sum, point) => sum + point[k], 0) / polygon.length;
    const middle: Point = [mean(0), mean(1)];
    const own: Point = [vectors[3 * cell], vectors[3 * cell + 1]];
    polygon.forEach((corner, k) => {
      const next = polygon[(k + 1) % polygon.length];
      const values = [own, atCorner(corner), atCorner(next)] as const;
      overTriangle(raster, [pixelOf(raster, middle), pixelOf(raster, corner), pixelOf(raster, next)], (at, weights) => {
        for (const d of [0, 1]) out[2 * at + d] = weights.reduce((sum, weight, n) => sum + weight * values[n][d], 0);
      });
    });
  }
  return out;
}

/** Lines end where the current is below this share of its largest value. */
const faintest = 0.01;
/** Steps of half a pixel, at most so many times the width of the picture. */
const step = 0.5;
const longest = 6;

/**
 * Streamlines of a field of vectors (x, y, z of every cell) in pixels of a raster, followed from the left, by the midpoint rule. Lines are those
 * of the plane even where its axes are stretched; between any two passes the same current at the left. A line that leaves through a joined side goes
 * on at the other one as another.
 */
export function streamlines(raster: CellRaster, section: CellSection, vectors: readonly number[],
  count: number): Point[][]
{
  const { width, height, x, y, isPeriodic } = raster;
  const stretch = [width / (x[1] - x[0]), -height / (y[1] - y[0])];
  const field = smoothField(raster, section, vectors);
  const drawn = section.polygons.map(({ cell }) => Math.hypot(vectors[3 * cell], vectors[3 * cell + 1]));
  const largest = drawn.reduce((most, one) => Math.max(most, one), 0);
  const direction = (i: number, row: number): Point | undefined => {
    const j = isPeriodic ? row - height * Math.floor(row / height) : row;
    if (i < 0 || j < 0 || i >= width || j >= height) return undefined;
    const at = Math.floor(j) * width + Math.floor(i);
    const [vx, vy] = [field[2 * at], field[2 * at + 1]];
    if (!(Math.hypot(vx, vy) > faintest * largest)) return undefined;
    const [px, py] = [vx * stretch[0], vy * stretch[1]];
    const size = Math.hypot(px, py);
    return [px / size, py / size];
  };
  const entering = Float64Array.from({ length: height }, (_, j) => Math.abs(field[2 * j * width]));
  return startsOf(entering, count).flatMap((start) => {
    let [i, j] = [0.5, start];
    const lines: Point[][] = [[]];
    for (let s = 0; s < (longest * width) / step; s++) {
      const first = direction(i, j);
      const middle = first && direction(i + (step / 2) * first[0], j + (step / 2) * first[1]);
      if (!middle) break;
      if (s % 4 === 0) lines[lines.length - 1].push([i, j]);
      i += step * middle[0];
      j += step * middle[1];
      if (isPeriodic && (j < 0 || j >= height)) {
        lines[lines.length - 1].push([i, j < 0 ? 0 : height]);
        j -= height * Math.floor(j / height);
        lines.push([]);
      }
    }
    return lines.filter((line) => line.length > 1);
  });
}

/** Places along which the same share of a sum lies between any two neighbours. */
function startsOf(values: Float64Array, count: number): number[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  const places: number[] = [];
  let sum = 0;
  values.forEach((value, j) => {
    while (places.length < count && sum + value > ((places.length + 0.5) / count) * total) {
      places.push(j + (((places.length + 0.5) / count) * total - sum) / value);
    }
    sum += value;
  });
  return places;
}
