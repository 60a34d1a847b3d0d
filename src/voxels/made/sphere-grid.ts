import type { Spheres } from './spheres.js';

/** Spheres by the cells of a grid over the box, which repeats itself. */
export class SphereGrid {
  private readonly cells: readonly number[];
  private readonly width: readonly number[];
  private readonly start: Int32Array;
  private readonly inCell: Int32Array;
  readonly largest: number;

  constructor(box: readonly number[], { count, places }: Spheres) {
    let largest = 0;
    for (let k = 0; k < count; k++) largest = Math.max(largest, places[4 * k + 3]);
    this.largest = largest;
    this.cells = box.map((edge) => Math.max(1, Math.min(256, Math.floor(edge / (2 * largest || edge)))));
    this.width = box.map((edge, axis) => edge / this.cells[axis]);
    const cellOf = new Int32Array(count);
    this.start = new Int32Array(this.cells[0] * this.cells[1] * this.cells[2] + 1);
    for (let k = 0; k < count; k++) {
      const at = (axis: number): number =>
        Math.min(this.cells[axis] - 1, Math.floor(places[4 * k + axis] / this.width[axis]));
      cellOf[k] = at(0) + this.cells[0] * (at(1) + this.cells[1] * at(2));
      this.start[cellOf[k] + 1]++;
    }
    for (let cell = 1; cell < this.start.length; cell++) this.start[cell] += this.start[cell - 1];
    const next = this.start.slice();
    this.inCell = new Int32Array(count);
    for (let k = 0; k < count; k++) this.inCell[next[cellOf[k]]++] = k;
  }

  /** Visits every sphere whose centre may lie within `reach` of a place; each once. */
  near(x: number, y: number, z: number, reach: number, visit: (sphere: number) => void): void {
    const { cells, width, start, inCell } = this;
    const [x0, x1] = cellsWithin(x, reach, width[0], cells[0]);
    const [y0, y1] = cellsWithin(y, reach, width[1], cells[1]);
    const [z0, z1] = cellsWithin(z, reach, width[2], cells[2]);
    for (let k = z0; k <= z1; k++) {
      for (let j = y0; j <= y1; j++) {
        const row = cells[0] * (wrapped(j, cells[1]) + cells[1] * wrapped(k, cells[2]));
        for (let i = x0; i <= x1; i++) {
          const cell = row + wrapped(i, cells[0]);
          for (let at = start[cell]; at < start[cell + 1]; at++) visit(inCell[at]);
        }
      }
    }
  }
}

/** Never more than all of them, lest one be visited twice. */
function cellsWithin(at: number, reach: number, width: number, count: number): readonly [number, number] {
  const [low, high] = [Math.floor((at - reach) / width), Math.floor((at + reach) / width)];
  return high - low + 1 >= count ? [0, count - 1] : [low, high];
}

const wrapped = (i: number, count: number): number => ((i % count) + count) % count;
