import { loadSweep } from '../config/read-case.js';
import { runCase } from '../run-case.js';
import { DesignRunner, type DesignRows } from '../study/sweep/run-design.js';

/** What a worker is asked: one design of a sweep that it reads once. */
export interface WorkerTask {
  readonly path: string;
  readonly set: readonly string[];
  readonly design: number;
}

let known: { readonly id: string; readonly runner: DesignRunner } | undefined;

/** Main export of the worker thread. */
export default function runDesign({ path, set, design }: WorkerTask): Promise<DesignRows> {
  const id = JSON.stringify([path, set]);
  if (known?.id !== id) {
    const loaded = loadSweep(path, { set });
    if (!loaded.ok) throw new Error(`${path} has changed since the sweep began and can no longer be read`);
    known = { id, runner: new DesignRunner(loaded.sweep, runCase) };
  }
  return known.runner.run(design);
}
