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
