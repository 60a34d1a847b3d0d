import type { SealedDesign } from '../report/sweep/sealed-line.js';
import type { SweepTask } from './sweep-worker.js';
import { workerPool } from './worker-pool.js';

/**
 * Worker threads that run designs of the files as they were read. A thread that dies is replaced; the designs that it had are tried one by
 * one, and the one that brings it down again is answered by `crashed`.
 */
export function sweepPool(task: SweepTask, workers: number, crashed: (design: number, error: unknown) => SealedDesign) {
  const pool = workerPool('./sweep-worker.js', task, workers);
  const run = async (designs: readonly number[]): Promise<readonly SealedDesign[]> => {
    try {
      return await (pool.run(designs) as Promise<readonly SealedDesign[]>);
    } catch (error) {
      if (designs.length === 1) return [crashed(designs[0], error)];
      const each: SealedDesign[] = [];
      for (const design of designs) each.push(...await run([design]));
      return each;
    }
  };
  return { run, close: (): Promise<void> => pool.destroy() };
}
