import Tinypool from 'tinypool';
import { type SweepFiles, sweepOf } from '../config/parse-sweep.js';
import { type DesignRows, DesignRunner } from '../study/sweep/run-design.js';

let runner: DesignRunner | undefined;

/** Main export of the worker thread, which is told once what the sweep's files hold and then one design after the other. */
export default function runDesign(design: number): Promise<DesignRows> {
  runner ??= runnerOf(Tinypool.workerData as SweepFiles);
  return runner.run(design);
}

function runnerOf(files: SweepFiles): DesignRunner {
  const loaded = sweepOf(files);
  if (!loaded.ok) throw new Error(`${files.file} was read before and cannot be read again`);
  return new DesignRunner(loaded.sweep);
}
