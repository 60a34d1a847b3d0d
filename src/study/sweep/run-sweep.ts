import type { Shard } from '../../results/shard.js';

/** What is sent at once takes about so long [ms]: long against a message, short against what a kill may cost. */
const sendTime = 40;
/** However short a design is. */
const mostSent = 64;

/** `Done` is what comes back of some designs. */
export interface SweepWork<Done> {
  readonly designs: number;
  readonly shard: Shard;
  readonly isFinished: (design: number) => boolean;
  /** Runs some designs one after the other somewhere; several of these run at once. */
  readonly execute: (designs: readonly number[]) => Promise<Done>;
  readonly atOnce: number;
  /** What came back, as soon as it is there and before others start in its place. */
  readonly onDone: (done: Done) => void;
  readonly isStopped?: () => boolean;
}

/** Runs what is left of a shard; answers once all of it is done, or what had begun when it was stopped. */
export async function runSweep<Done>(
  { designs, shard, isFinished, execute, atOnce, onDone, isStopped }: SweepWork<Done>,
): Promise<void> {
  let next = shard.index - 1;
  const take = (count: number): number[] => {
    const taken: number[] = [];
    for (; taken.length < count && next < designs; next += shard.of) if (!isFinished(next)) taken.push(next);
    return taken;
  };
  const lane = async (): Promise<void> => {
    for (let size = 1; !isStopped?.();) {
      // towards the end of the shard the lanes share what is left
      const left = (designs - next) / shard.of;
      const taken = take(Math.max(1, Math.min(size, Math.ceil(left / (4 * atOnce)))));
      if (taken.length === 0) return;
      const start = performance.now();
      onDone(await execute(taken));
      const each = (performance.now() - start) / taken.length;
      size = Math.max(1, Math.min(mostSent, 2 * size, Math.round(sendTime / each)));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}
