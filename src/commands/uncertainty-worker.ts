import Tinypool from 'tinypool';
import { uncertaintyOf } from '../config/studies/parse-uncertainty.js';
import type { StudyFiles } from '../config/studies/study-files.js';
import { type UncertaintyAnswer, type UncertaintyPlan, UncertaintyRunner,
  type UncertaintyTask } from '../study/uncertainty/uncertainty-runner.js';

/** What a worker thread is told once. */
export interface UncertaintyWork {
  readonly files: StudyFiles;
  readonly plan: UncertaintyPlan;
}

let runner: UncertaintyRunner | undefined;

/** Main export of the worker thread: solves one piece of work after the other. */
export default function runTask(task: UncertaintyTask): UncertaintyAnswer {
  runner ??= runnerOf(Tinypool.workerData as UncertaintyWork);
  return runner.run(task);
}

function runnerOf({ files, plan }: UncertaintyWork): UncertaintyRunner {
  const loaded = uncertaintyOf(files);
  if (!loaded.ok) throw new Error(`${files.file} was read before and cannot be read again`);
  return new UncertaintyRunner(loaded.uncertainty.base, plan);
}
