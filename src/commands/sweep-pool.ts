import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import type { DesignRows } from '../study/sweep/run-design.js';
import type { WorkerTask } from './sweep-worker.js';

/** Worker threads that run designs; a thread that dies is replaced, and its design is answered with the error. */
export function sweepPool(path: string, set: readonly string[], workers: number) {
  const worker = fileURLToPath(new URL('./sweep-worker.js', import.meta.url));
  if (!existsSync(worker)) throw new Error(`the program is not complete: ${worker} is missing`);
  const pool = new Tinypool({ filename: worker, minThreads: workers, maxThreads: workers, concurrentTasksPerWorker: 1 });
  return {
    run: (design: number): Promise<DesignRows> => pool.run({ path, set, design } satisfies WorkerTask) as Promise<DesignRows>,
    close: (): Promise<void> => pool.destroy(),
  };
}
