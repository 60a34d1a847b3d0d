import type { DesignRows } from './run-design.js';

/** Part `index` of `of` (from 1): every `of`-th design, so that all parts take about as long. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Counts the designs of a shard. */
export const shardSize = (designs: number, { index, of }: Shard): number =>
  Math.max(0, Math.ceil((designs - index + 1) / of));

export interface SweepWork {
  readonly designs: number;
  readonly shard: Shard;
  readonly isFinished: (design: number) => boolean;
  /** Runs one design somewhere; several run at once. */
  readonly execute: (design: number) => Promise<DesignRows>;
  readonly atOnce: number;
  /** Rows of one design, as soon as they are there and before the next design starts in its place. */
  readonly onDesign: (rows: DesignRows) => void;
  readonly isStopped?: () => boolean;
}

/** Runs what is left of a shard; answers once all of it is done, or what had begun when it was stopped. */
export async function runSweep(
  { designs, shard, isFinished, execute, atOnce, onDesign, isStopped }: SweepWork,
): Promise<void> {
  let next = shard.index - 1;
  const lane = async (): Promise<void> => {
    while (next < designs && !isStopped?.()) {
      const design = next;
      next += shard.of;
      if (!isFinished(design)) onDesign(await execute(design));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}
