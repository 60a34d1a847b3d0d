/** One row of a measured curve. */
export type Point = readonly [x: number, y: number];

/** What a measured potential, which falls as lithium enters, needed to fall from row to row. */
export interface FallingCurve {
  /** The rows themselves where they fall already, else the knots of the smoothed curve; x rises. */
  readonly points: readonly Point[];
  /** Absent where nothing was changed. */
  readonly smoothing?: {
    /** Standard deviation of one row as its neighbours show it. */
    readonly noise: number;
    readonly knots: number;
    readonly largestChange: number;
  };
  /** Rows that lie further than `tolerance` from where a falling curve can pass, in the order given. */
  readonly bad: readonly number[];
}

/** Rows that are averaged differ by less than so many standard deviations of their noise. */
const significance = 3;

/** Neighbouring rows from one x to another, and their mean. */
interface Block {
  readonly count: number;
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/**
 * A curve that falls with rising x (or with falling x where it rises as a whole) from rows with noise. Rows that fall stay as they are. Else
 * neighbours are pooled into their mean until each block lies below the one before it by more than the noise of both,
 *
 *   y1 - y2 > 3 sigma sqrt(1/n1 + 1/n2),   sigma = 1.4826 median |y(k-1) - 2 y(k) + y(k+1)| / sqrt(6)
 *
 * (pooling of adjacent violators, as in isotonic regression; Barlow, Bartholomew, Bremner, Brunk 1972). A row further than `tolerance` from the
 * median of its five neighbours, or from the smoothed curve, is bad.
 */
export function fallingCurve(rows: readonly Point[], tolerance: number): FallingCurve {
  const order = rows.map((_, i) => i).sort((a, b) => rows[a][0] - rows[b][0]);
  const sorted = order.map((i) => rows[i]);
  const direction = rises(sorted) ? -1 : 1;
  const inOrder = (bad: readonly number[]): number[] => bad.map((k) => order[k]).sort((a, b) => a - b);
  const isolated = outliers(sorted, tolerance);
  if (isolated.length > 0) return { points: sorted, bad: inOrder(isolated) };
  const distinct = sorted.every(([x], k) => k === 0 || x > sorted[k - 1][0]);
  const falls = sorted.every(([, y], k) => k === 0 || direction * (sorted[k - 1][1] - y) >= 0);
  if (distinct && falls) return { points: sorted, bad: [] };
  const noise = noiseOf(sorted);
  const knots = knotsOf(pooled(direction === 1 ? sorted : [...sorted].reverse(), direction, noise));
  const changes = sorted.map(([x, y]) => Math.abs(valueAt(knots, x) - y));
  return {
    points: knots,
    smoothing: { noise, knots: knots.length, largestChange: Math.max(...changes) },
    bad: inOrder(changes.flatMap((change, k) => (change > tolerance ? [k] : []))),
  };
}

/** Whether y rises with x as a whole: of the halves, the second lies higher. */
function rises(sorted: readonly Point[]): boolean {
  const mean = (part: readonly Point[]): number => part.reduce((sum, [, y]) => sum + y, 0) / part.length;
  const half = sorted.length >> 1;
  return mean(sorted.slice(-half)) > mean(sorted.slice(0, half));
}

const mostOutliers = 100;

/** Rows far from the median of their neighbours: the furthest first, since it draws the medians around it. Not more than a tenth of all, nor than anybody corrects one by one. */
function outliers(sorted: readonly Point[], tolerance: number): number[] {
  const left = sorted.map((row, k) => ({ row, k }));
  const found: number[] = [];
  while (found.length <= Math.min(mostOutliers, sorted.length / 10)) {
    const rows = left.map(({ row }) => row);
    const distances = rows.map(([, y], k) => Math.abs(y - medianAround(rows, k)));
    const furthest = distances.reduce((best, distance, k) => (distance > distances[best] ? k : best), 0);
    if (distances[furthest] <= tolerance) break;
    found.push(...left.splice(furthest, 1).map(({ k }) => k));
  }
  return found;
}

/** Takes the median of a row and as many neighbours on both sides, at most two; a row of a falling curve is its own median. */
function medianAround(rows: readonly Point[], k: number): number {
  const reach = Math.min(2, k, rows.length - 1 - k);
  return median(rows.slice(k - reach, k + reach + 1).map(([, y]) => y));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

const noiseOf = (rows: readonly Point[]): number =>
  (1.4826 * median(rows.slice(2).map(([, y], k) => Math.abs(y - 2 * rows[k + 1][1] + rows[k][1])))) / Math.sqrt(6);

/** Blocks of neighbours, each below the one before it, from low to high x. */
function pooled(rows: readonly Point[], direction: 1 | -1, noise: number): Block[] {
  const blocks: Block[] = [];
  for (const [x, y] of rows) {
    let last: Block = { count: 1, from: x, to: x, y };
    for (let before = blocks.at(-1); before !== undefined; before = blocks.at(-1)) {
      const needed = significance * noise * Math.sqrt(1 / before.count + 1 / last.count);
      const apart = before.to < last.from || last.to < before.from;
      if (apart && before.y - last.y > needed) break;
      blocks.pop();
      last = merged(before, last);
    }
    blocks.push(last);
  }
  return direction === 1 ? blocks : blocks.reverse();
}

function merged(a: Block, b: Block): Block {
  const count = a.count + b.count;
  return { count, from: Math.min(a.from, b.from), to: Math.max(a.to, b.to),
    y: (a.count * a.y + b.count * b.y) / count };
}

/**
 * A knot in the middle of each block; a block much wider than its neighbours is a plateau, flat up to their width from its ends. The ends of
 * the rows lie on the line through the outer two knots.
 */
function knotsOf(blocks: readonly Block[]): Point[] {
  const width = ({ from, to }: Block): number => to - from;
  const knots = blocks.flatMap((block, k): Point[] => {
    const half = width(block) / 2;
    const [before, after] = [blocks[k - 1] ?? blocks[k + 1] ?? block, blocks[k + 1] ?? blocks[k - 1] ?? block].map(
      width,
    );
    const [left, right] = [block.from + Math.min(half, before), block.to - Math.min(half, after)];
    // both are the middle where neither neighbour is narrower, but for round-off
    return right - left > 1e-9 * half ? [[left, block.y], [right, block.y]] : [[block.from + half, block.y]];
  });
  const [first, last] = [blocks[0].from, blocks[blocks.length - 1].to];
  if (knots.length === 1) return [[first, knots[0][1]], [last, knots[0][1]]];
  const [start, end] = [valueAt(knots, first), valueAt(knots, last)];
  if (knots[0][0] > first) knots.unshift([first, start]);
  if (knots[knots.length - 1][0] < last) knots.push([last, end]);
  return knots;
}

/** Linear between the knots and beyond them. */
function valueAt(knots: readonly Point[], x: number): number {
  let [left, right] = [0, knots.length - 1];
  while (right - left > 1) {
    const middle = (left + right) >> 1;
    if (knots[middle][0] < x) left = middle;
    else right = middle;
  }
  const [[x1, y1], [x2, y2]] = [knots[left], knots[right]];
  return y1 + ((y2 - y1) / (x2 - x1)) * (x - x1);
}
