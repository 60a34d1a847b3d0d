import type { Faces } from './block-matrix.js';

/**
 * A block matrix on a graph, as a level of `block-multigrid`: blocks as in `block-matrix` (diagonal, lower, upper, one behind the other), and
 * the blocks of each row, those of earlier cells first.
 */
export interface BlockLevel {
  /** Rows of a block. */
  readonly size: number;
  readonly blocks: number;
  readonly faces: Faces;
  readonly entries: Float64Array;
  /** start[c]..start[c + 1]: the other cells in the rows of cell c, and where their blocks begin among the entries. */
  readonly start: Int32Array;
  readonly other: Int32Array;
  readonly place: Int32Array;
  /** Where in the rows of cell c those of later cells begin. */
  readonly later: Int32Array;
}

export function blockLevel(size: number, blocks: number, faces: Faces): BlockLevel {
  const { count, owner, neighbour } = faces;
  const start = new Int32Array(blocks + 1);
  for (let f = 0; f < count; f++) {
    start[owner[f] + 1]++;
    start[neighbour[f] + 1]++;
  }
  for (let c = 0; c < blocks; c++) start[c + 1] += start[c];
  const earlier = new Int32Array(blocks);
  for (let f = 0; f < count; f++) earlier[Math.max(owner[f], neighbour[f])]++;
  const later = start.slice(0, blocks);
  for (let c = 0; c < blocks; c++) later[c] += earlier[c];
  const [nextEarlier, nextLater] = [start.slice(0, blocks), later.slice()];
  const [other, place] = [new Int32Array(2 * count), new Int32Array(2 * count)];
  const take = (row: number, column: number, block: number): void => {
    const e = column < row ? nextEarlier[row]++ : nextLater[row]++;
    other[e] = column;
    place[e] = size * size * block;
  };
  for (let f = 0; f < count; f++) {
    take(owner[f], neighbour[f], blocks + count + f);
    take(neighbour[f], owner[f], blocks + f);
  }
  return { size, blocks, faces, entries: new Float64Array(size * size * (blocks + 2 * count)), start, other, place,
    later };
}

/** out = A x. */
export function multiplyLevel(level: BlockLevel, x: Float64Array, out: Float64Array): void {
  const { size: m, blocks, faces: { count, owner, neighbour }, entries } = level;
  if (m === 2) return multiplyBy2(level, x, out);
  out.fill(0);
  for (let c = 0; c < blocks; c++) addProduct(entries, m * m * c, x, m * c, out, m * c, m);
  for (let f = 0, lower = m * m * blocks, upper = lower + m * m * count; f < count; f++) {
    addProduct(entries, lower, x, m * owner[f], out, m * neighbour[f], m);
    addProduct(entries, upper, x, m * neighbour[f], out, m * owner[f], m);
    lower += m * m;
    upper += m * m;
  }
}

function addProduct(a: Float64Array, at: number, x: Float64Array, column: number, out: Float64Array, row: number,
  m: number): void
{
  for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) out[row + i] += a[at++] * x[column + j];
}

/** The same for the blocks of two potentials, unrolled. */
function multiplyBy2({ blocks, faces: { count, owner, neighbour }, entries: a }: BlockLevel, x: Float64Array,
  out: Float64Array): void
{
  for (let c = 0, at = 0; c < 2 * blocks; c += 2, at += 4) {
    out[c] = a[at] * x[c] + a[at + 1] * x[c + 1];
    out[c + 1] = a[at + 2] * x[c] + a[at + 3] * x[c + 1];
  }
  for (let f = 0, lower = 4 * blocks, upper = lower + 4 * count; f < count; f++, lower += 4, upper += 4) {
    const [o, n] = [2 * owner[f], 2 * neighbour[f]];
    out[n] += a[lower] * x[o] + a[lower + 1] * x[o + 1];
    out[n + 1] += a[lower + 2] * x[o] + a[lower + 3] * x[o + 1];
    out[o] += a[upper] * x[n] + a[upper + 1] * x[n + 1];
    out[o + 1] += a[upper + 2] * x[n] + a[upper + 3] * x[n + 1];
  }
}
