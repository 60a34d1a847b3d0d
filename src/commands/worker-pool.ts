import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';

/** Worker threads of a file beside this one; each is told `task` once and does one piece of work at a time. */
export function workerPool(file: string, task: unknown, workers: number): Tinypool {
  const filename = fileURLToPath(new URL(file, import.meta.url));
  if (!existsSync(filename)) throw new Error(`the program is not complete: ${filename} is missing`);
  return new Tinypool({ filename, workerData: task, minThreads: workers, maxThreads: workers,
    concurrentTasksPerWorker: 1 });
}
