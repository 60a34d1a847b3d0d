import type { CellRaster } from './cell-raster.js';

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
