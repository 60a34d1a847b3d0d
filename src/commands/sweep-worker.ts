import Tinypool from 'tinypool';
import { sweepOf } from '../config/studies/parse-sweep.js';
import type { StudyFiles } from '../config/studies/study-files.js';
import { type SealedDesign, sealedDesign } from '../report/sweep/sealed-line.js';
import { DesignRunner } from '../study/sweep/run-design.js';
import { expectManyDesigns } from './brief.js';

/** What a worker thread is told once: what the sweep's files hold, and the key of the lines of its journal. */
export interface SweepTask {
  readonly files: StudyFiles;
  readonly sweepHash: string;
}

let runner: DesignRunner | undefined;

/** Main export of the worker thread: runs some designs and answers with their lines, so that the main thread has only to write. */
export default function runDesigns(designs: readonly number[]): readonly SealedDesign[] {
  const { files, sweepHash } = Tinypool.workerData as SweepTask;
  const known = runner ??= runnerOf(files);
  return designs.map((design) => sealedDesign(design, known.run(design).rows, sweepHash));
}

function runnerOf(files: StudyFiles): DesignRunner {
  const loaded = sweepOf(files);
  if (!loaded.ok) throw new Error(`${files.file} was read before and cannot be read again`);
  expectManyDesigns();
  return new DesignRunner(loaded.sweep);
}
