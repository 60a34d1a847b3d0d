/** Part `index` of `of` (from 1): every `of`-th design, so that all parts take about as long. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Counts the designs of a shard. */
export const shardSize = (designs: number, { index, of }: Shard): number =>
  Math.max(0, Math.ceil((designs - index + 1) / of));
