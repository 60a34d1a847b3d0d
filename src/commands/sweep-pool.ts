import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import type { SweepFiles } from '../config/parse-sweep.js';
import type { DesignRows } from '../study/sweep/run-design.js';

/**
 * Worker threads that run designs of the files as they were read; a thread that dies is replaced, and its design is answered with the
 * error.
 */
export function sweepPool(files: SweepFiles, workers: number) {
  const worker = fileURLToPath(new URL('./sweep-worker.js', import.meta.url));
  if (!existsSync(worker)) throw new Error(`the program is not complete: ${worker} is missing`);
  const pool = new Tinypool({
    filename: worker,
    workerData: files,
    minThreads: workers,
    maxThreads: workers,
    concurrentTasksPerWorker: 1,
  });
  return {
    run: (design: number): Promise<DesignRows> => pool.run(design) as Promise<DesignRows>,
    close: (): Promise<void> => pool.destroy(),
  };
}
