import type { Spheres } from './spheres.js';

export interface RelaxationEnd {
  readonly sweeps: number;
  /** Mean over the pairs that touch of what they still go into each other beyond what is allowed, over the sum of their radii. */
  readonly residualOverlap: number;
}

/** Kinds of particles pushed apart together. */
export interface RelaxedKind {
  readonly spheres: Spheres;
  /** Share of an overlap with another soft or hard particle that one sweep takes away: a soft one gives way. */
  readonly stiffness: number;
}

const mostSweeps = 150;
/** Overlaps below are as good as none. */
const resolved = 2e-3;
/** Sweeps over which a residual must still fall by a twentieth: dense mixtures of soft particles keep some for good. */
const patience = 15;

/**
 * Pushes spheres apart that go into each other by more than `overlap` of the sum of their radii, the lighter of two further: sweeps over all
 * pairs, each pair at once (Moscinski and Bargiel, Comput. Phys. Commun. 64 (1991) 183, in spirit; radii stay as they are).
 */
export function relax(box: readonly number[], kinds: readonly RelaxedKind[], overlap: number): RelaxationEnd {
  let [best, since, residualOverlap] = [Infinity, 0, 0];
  for (let sweep = 1; sweep <= mostSweeps; sweep++) {
    const grids = kinds.map(({ spheres }) => new SphereGrid(box, spheres));
    const total = { overlap: 0, pairs: 0 };
    for (let a = 0; a < kinds.length; a++) {
      for (let b = a; b < kinds.length; b++) {
        // the fewer larger ones look for the many small ones
        const [one, other] = grids[a].largest >= grids[b].largest ? [a, b] : [b, a];
        separate(box, kinds[one].spheres, kinds[other].spheres, grids[other], { allowed: 1 - overlap,
          gain: kinds[one].stiffness * kinds[other].stiffness }, total);
      }
    }
    residualOverlap = total.pairs > 0 ? total.overlap / total.pairs : 0;
    if (residualOverlap < 0.95 * best) [best, since] = [residualOverlap, 0];
    else since++;
    if (residualOverlap < resolved || since >= patience) return { sweeps: sweep, residualOverlap };
  }
  return { sweeps: mostSweeps, residualOverlap };
}

interface Push {
  /** Least distance over the sum of the radii. */
  readonly allowed: number;
  readonly gain: number;
}

function separate(box: readonly number[], one: Spheres, other: Spheres, grid: SphereGrid, { allowed, gain }: Push,
  total: { overlap: number; pairs: number }): void
{
  const same = one === other;
  const [p, q] = [one.places, other.places];
  let i = 0;
  const visit = (k: number): void => {
    const j = 4 * k;
    if (same && j <= i) return;
    const dx = nearestImage(q[j] - p[i], box[0]);
    const dy = nearestImage(q[j + 1] - p[i + 1], box[1]);
    const dz = nearestImage(q[j + 2] - p[i + 2], box[2]);
    const sum = p[i + 3] + q[j + 3];
    const square = dx * dx + dy * dy + dz * dz;
    if (square >= sum * sum) return;
    total.pairs++;
    const distance = Math.sqrt(square);
    const short = allowed * sum - distance;
    if (short <= 0) return;
    total.overlap += short / sum;
    if (distance === 0) return;
    const [massI, massJ] = [p[i + 3] ** 3, q[j + 3] ** 3];
    const push = (gain * short) / distance;
    const [stepI, stepJ] = [(-push * massJ) / (massI + massJ), (push * massI) / (massI + massJ)];
    move(p, i, stepI * dx, stepI * dy, stepI * dz, box);
    move(q, j, stepJ * dx, stepJ * dy, stepJ * dz, box);
  };
  for (; i < p.length; i += 4) grid.near(p[i], p[i + 1], p[i + 2], allowed * (p[i + 3] + grid.largest), visit);
}

function move(places: Float64Array, at: number, dx: number, dy: number, dz: number, box: readonly number[]): void {
  places[at] = inside(places[at] + dx, box[0]);
  places[at + 1] = inside(places[at + 1] + dy, box[1]);
  places[at + 2] = inside(places[at + 2] + dz, box[2]);
}

const inside = (at: number, edge: number): number => (at < 0 ? at + edge : at >= edge ? at - edge : at);

const nearestImage = (distance: number, edge: number): number => distance - edge * Math.round(distance / edge);

/** Spheres by the cells of a grid over the box, which repeats itself. */
class SphereGrid {
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
