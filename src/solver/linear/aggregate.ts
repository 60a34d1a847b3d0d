import { type BlockLevel, blockLevel } from './block-level.js';

/** Passes of pairing: aggregates of up to eight cells. */
const passes = 3;
/** Cells are paired along couplings of more than this share of the strongest of either. */
const strongShare = 0.1;

/** The cells of a level that become one cell of the next, and the way of the blocks there. */
export interface Aggregation {
  /** Cell of the next level. */
  readonly part: Int32Array;
  readonly coarse: BlockLevel;
  /** Where the block of each diagonal, lower and upper is added among the entries of the next level. */
  readonly target: Int32Array;
}

/**
 * Aggregates of cells by pairs along the strongest couplings, several times (Notay, Electron. Trans. Numer. Anal. 37 (2010) 123), where a coupling is as
 * strong as that of its weakest unknown: cells of which one has an unknown that the other has not stay apart.
 */
export function aggregate(level: BlockLevel): Aggregation {
  let part: Int32Array | undefined;
  let finer = level;
  for (let pass = 0; pass < passes; pass++) {
    const pairs = pairsOf(finer);
    part = part ? part.map((cell) => pairs.part[cell]) : pairs.part;
    const next = onParts(finer, pairs.part, pairs.count);
    addBlocks(finer, next);
    finer = next.coarse;
  }
  return onParts(level, part ?? new Int32Array(0), finer.blocks);
}

/** Adds the blocks of a level to those of the next. */
export function addBlocks({ size, entries }: BlockLevel, { coarse, target }: Aggregation): void {
  const length = size * size;
  coarse.entries.fill(0);
  for (let k = 0, from = 0; k < target.length; k++) {
    for (let i = 0, to = target[k]; i < length; i++) coarse.entries[to++] += entries[from++];
  }
}

/** The next level of a level with aggregates, its blocks still empty. */
function onParts({ size, blocks, faces }: BlockLevel, part: Int32Array, count: number): Aggregation {
  const { owner, neighbour } = faces;
  const least = (f: number): number => Math.min(part[owner[f]], part[neighbour[f]]);
  const most = (f: number): number => Math.max(part[owner[f]], part[neighbour[f]]);
  const start = new Int32Array(count + 1);
  for (let f = 0; f < faces.count; f++) start[least(f) + 1]++;
  for (let c = 0; c < count; c++) start[c + 1] += start[c];
  const sorted = new Int32Array(faces.count);
  const next = start.slice(0, count);
  for (let f = 0; f < faces.count; f++) sorted[next[least(f)]++] = f;
  const [coarseOwner, coarseNeighbour] = [new Int32Array(faces.count), new Int32Array(faces.count)];
  const faceOf = new Int32Array(faces.count).fill(-1);
  const seen = new Int32Array(count).fill(-1);
  let coarseFaces = 0;
  for (let c = 0; c < count; c++) {
    const first = coarseFaces;
    for (let k = start[c]; k < start[c + 1]; k++) {
      const other = most(sorted[k]);
      if (other === c) continue;
      if (seen[other] < first) {
        seen[other] = coarseFaces;
        coarseOwner[coarseFaces] = c;
        coarseNeighbour[coarseFaces++] = other;
      }
      faceOf[sorted[k]] = seen[other];
    }
  }
  const coarse = blockLevel(size, count, { count: coarseFaces, owner: coarseOwner.slice(0, coarseFaces),
    neighbour: coarseNeighbour.slice(0, coarseFaces) });
  const target = new Int32Array(blocks + 2 * faces.count);
  for (let c = 0; c < blocks; c++) target[c] = size * size * part[c];
  for (let f = 0; f < faces.count; f++) {
    const own = part[owner[f]];
    const turned = own === most(f);
    const [below, above] = faceOf[f] < 0 ? [own, own] : [count + faceOf[f], count + coarseFaces + faceOf[f]];
    target[blocks + f] = size * size * (turned ? above : below);
    target[blocks + faces.count + f] = size * size * (turned ? below : above);
  }
  return { part, coarse, target };
}

/** Pairs of cells along the strongest couplings, in the order of the cells; those without a strong one stay alone. */
function pairsOf(level: BlockLevel): { readonly part: Int32Array; readonly count: number } {
  const { size: m, blocks, entries, start, other, place } = level;
  const strongest = new Float64Array(m * blocks);
  for (let c = 0; c < blocks; c++) {
    for (let e = start[c]; e < start[c + 1]; e++) {
      for (let i = 0; i < m; i++) {
        strongest[m * c + i] = Math.max(strongest[m * c + i], Math.abs(entries[place[e] + i * (m + 1)]));
      }
    }
  }
  const part = new Int32Array(blocks).fill(-1);
  let count = 0;
  for (let c = 0; c < blocks; c++) {
    if (part[c] >= 0) continue;
    let [best, found] = [strongShare, -1];
    for (let e = start[c]; e < start[c + 1]; e++) {
      const d = other[e];
      if (part[d] >= 0) continue;
      let share = Infinity;
      for (let i = 0; i < m; i++) {
        const most = Math.max(strongest[m * c + i], strongest[m * d + i]);
        if (most > 0) share = Math.min(share, Math.abs(entries[place[e] + i * (m + 1)]) / most);
      }
      if (share > best && share < Infinity) [best, found] = [share, d];
    }
    if (found >= 0) part[found] = count;
    part[c] = count++;
  }
  return { part, count };
}
