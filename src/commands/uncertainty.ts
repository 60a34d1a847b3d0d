import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import type { LoadedUncertainty } from '../config/parse-uncertainty.js';
import { loadUncertainty } from '../config/read-case.js';
import type { UncertaintyAnswer, UncertaintyPlan } from '../study/uncertainty/uncertainty-runner.js';
import type { Uncertainty, Workplace } from '../study/uncertainty/uncertainty.js';
import { type CaseOptions, exit, present, progressBar, refuse, setOption, wholeNumber } from './command.js';
import type { UncertaintyWork } from './uncertainty-worker.js';

interface UncertaintyOptions extends CaseOptions {
  readonly workers: number;
}

export function addUncertainty(root: Command): void {
  root.command('uncertainty')
    .description(
      'how sure a case is: all of its spreads at once through the solver; bands of curve and energy, what decides them, what to measure',
    )
    .argument('<case>', 'case file; a block "uncertainty:" adds spreads')
    .option(...setOption)
    .option('--workers <n>', 'worker threads', wholeNumber(4), availableParallelism())
    .option('--out <dir>', 'folder of the report (default: out/<name of the case>-uncertainty; with --json: no report)')
    .option('--json', 'print the document and nothing else')
    .action(run);
}

async function run(path: string, { workers, ...options }: UncertaintyOptions): Promise<void> {
  const loaded = loadUncertainty(path, { set: options.set });
  if (!loaded.ok) return refuse(loaded.issues);
  const { uncertainty } = await import('../study/uncertainty/uncertainty.js');
  const bar = await progressBar('rows of the sample at most', 1);
  const { workplace, close } = workplaceOf(loaded.uncertainty, workers, (done, of) => {
    bar?.setTotal(of);
    bar?.update(done);
  });
  let result: Uncertainty;
  try {
    result = await uncertainty(loaded.uncertainty, workplace);
  } finally {
    bar?.stop();
    await close();
  }
  if (!result.ok) return refuse(result.issues);
  const { document } = result;
  process.exitCode = document.outcome.kind === 'completed' ? exit.result : exit.noResult;
  await present(document, options,
    async () => (await import('../report/uncertainty/uncertainty-report.js')).uncertaintyReport,
    join('out', `${basename(path, extname(path))}-uncertainty`));
}

/** Worker threads that solve the cells of the sample. */
function workplaceOf({ files }: LoadedUncertainty, workers: number, onPart: Workplace['onPart']) {
  let pool: Tinypool | undefined;
  const workplace: Workplace = {
    atOnce: workers,
    onPart,
    open: (plan: UncertaintyPlan) => {
      const filename = fileURLToPath(new URL('./uncertainty-worker.js', import.meta.url));
      if (!existsSync(filename)) throw new Error(`the program is not complete: ${filename} is missing`);
      const workerData: UncertaintyWork = { files, plan };
      const opened = new Tinypool({ filename, workerData, minThreads: workers, maxThreads: workers,
        concurrentTasksPerWorker: 1 });
      pool = opened;
      return (task) => opened.run(task) as Promise<UncertaintyAnswer>;
    },
  };
  return { workplace, close: async (): Promise<void> => pool?.destroy() };
}
