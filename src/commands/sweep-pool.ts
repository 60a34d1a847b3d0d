import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import type { SealedDesign } from '../report/sweep/sealed-line.js';
import type { SweepTask } from './sweep-worker.js';

/**
 * Worker threads that run designs of the files as they were read. A thread that dies is replaced; the designs that it had are tried one by
 * one, and the one that brings it down again is answered by `crashed`.
 */
export function sweepPool(task: SweepTask, workers: number, crashed: (design: number, error: unknown) => SealedDesign) {
  const worker = fileURLToPath(new URL('./sweep-worker.js', import.meta.url));
  if (!existsSync(worker)) throw new Error(`the program is not complete: ${worker} is missing`);
  const pool = new Tinypool({
    filename: worker,
    workerData: task,
    minThreads: workers,
    maxThreads: workers,
    concurrentTasksPerWorker: 1,
  });
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
