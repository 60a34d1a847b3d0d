import type { MeshShapeDocument } from '../../results/fields-schema.js';

/** A mesh as pixels: the cell under each, -1 where there is none; x to the right, y upwards. */
export interface CellRaster {
  readonly width: number;
  readonly height: number;
  readonly cell: Int32Array;
  /** Extent of the plane [um]. */
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

type Point = readonly [number, number];

/** Corners of a hexahedron that lie in the plane of x and y. */
const face = [0, 4, 5, 1];

/** The plane of x and y, in three dimensions through the middle of z; undefined where cells are neither prisms nor flat. */
export function cellRaster(shape: MeshShapeDocument, width: number, height: number): CellRaster | undefined {
  const polygons = cellsInPlane(shape);
  if (!polygons) return undefined;
  const all = polygons.flatMap(({ polygon }) => polygon);
  const x = extent(all.map(([first]) => first));
  const y = extent(all.map(([, second]) => second));
  const cell = new Int32Array(width * height).fill(-1);
  for (const { cell: own, polygon } of polygons) {
    const place = polygon.map((
      [px, py],
    ): Point => [((px - x[0]) / (x[1] - x[0])) * width, ((y[1] - py) / (y[1] - y[0])) * height]);
    const rows = extent(place.map(([, row]) => row));
    const columns = extent(place.map(([column]) => column));
    for (let j = Math.floor(rows[0]); j <= Math.min(height - 1, rows[1]); j++) {
      for (let i = Math.floor(columns[0]); i <= Math.min(width - 1, columns[1]); i++) {
        if (inside([i + 0.5, j + 0.5], place)) cell[j * width + i] = own;
      }
    }
  }
  return { width, height, cell, x, y };
}

function cellsInPlane(
  { dimensions, points_um: points, corners, offsets }: MeshShapeDocument,
): { readonly cell: number; readonly polygon: Point[] }[] | undefined {
  const cells = Array.from({ length: offsets.length - 1 },
    (_, cell) => ({ cell, own: corners.slice(offsets[cell], offsets[cell + 1]) }));
  const at = (own: readonly number[], which: readonly number[]): Point[] =>
    which.map((k) => [points[3 * own[k]], points[3 * own[k] + 1]]);
  if (dimensions === 2) return cells.map(({ cell, own }) => ({ cell, polygon: at(own, own.map((_, k) => k)) }));
  if (cells.some(({ own }) => own.length !== 8)) return undefined;
  const heights = extent(points.filter((_, i) => i % 3 === 2));
  const middle = (heights[0] + heights[1]) / 2;
  return cells.flatMap(({ cell, own }) => {
    const [low, high] = extent(own.map((point) => points[3 * point + 2]));
    return low <= middle && middle < high ? [{ cell, polygon: at(own, face) }] : [];
  });
}

export function extent(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [
    Infinity,
    -Infinity,
  ]);
}

/** Whether a point lies in a convex polygon. */
function inside([x, y]: Point, polygon: readonly Point[]): boolean {
  let sign = 0;
  for (let k = 0; k < polygon.length; k++) {
    const [ax, ay] = polygon[k];
    const [bx, by] = polygon[(k + 1) % polygon.length];
    const side = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    if (side === 0) continue;
    if (sign !== 0 && Math.sign(side) !== sign) return false;
    sign = Math.sign(side);
  }
  return true;
}

/** Lines end where the current is below this share of its largest value. */
const faintest = 0.01;
/** Steps of half a pixel, at most so many times the width of the picture. */
const step = 0.5;
const longest = 6;

/**
 * Streamlines of a field of vectors (x, y, z of every cell) in pixels of a raster, followed from the left, by the midpoint rule. Lines are those
 * of the plane even where its axes are stretched.
 */
export function streamlines(raster: CellRaster, vectors: readonly number[],
  count: number): (readonly [number, number])[][]
{
  const { width, height, cell, x, y } = raster;
  const stretch = [width / (x[1] - x[0]), -height / (y[1] - y[0])];
  const largest = Math.max(
    ...Array.from({ length: vectors.length / 3 }, (_, c) => Math.hypot(vectors[3 * c], vectors[3 * c + 1])),
  );
  const direction = (i: number, j: number): readonly [number, number] | undefined => {
    if (i < 0 || j < 0 || i >= width || j >= height) return undefined;
    const own = cell[Math.floor(j) * width + Math.floor(i)];
    if (own < 0) return undefined;
    const [vx, vy] = [vectors[3 * own], vectors[3 * own + 1]];
    if (!(Math.hypot(vx, vy) > faintest * largest)) return undefined;
    const [px, py] = [vx * stretch[0], vy * stretch[1]];
    const size = Math.hypot(px, py);
    return [px / size, py / size];
  };
  return Array.from({ length: count }, (_, k) => {
    let [i, j] = [0.5, ((k + 0.5) / count) * height];
    const line: [number, number][] = [];
    for (let s = 0; s < (longest * width) / step; s++) {
      const first = direction(i, j);
      const middle = first && direction(i + (step / 2) * first[0], j + (step / 2) * first[1]);
      if (!middle) break;
      if (s % 4 === 0) line.push([i, j]);
      i += step * middle[0];
      j += step * middle[1];
    }
    return line;
  }).filter((line) => line.length > 1);
}
