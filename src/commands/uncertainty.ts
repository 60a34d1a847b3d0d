import type { Command } from 'commander';
import { availableParallelism } from 'node:os';
import type { Tinypool } from 'tinypool';
import type { LoadedUncertainty } from '../config/parse-uncertainty.js';
import { loadUncertainty } from '../config/read-case.js';
import type { UncertaintyAnswer, UncertaintyPlan } from '../study/uncertainty/uncertainty-runner.js';
import type { Uncertainty, Workplace } from '../study/uncertainty/uncertainty.js';
import { type CaseOptions, exitOf, present, progressBar, refuse, setOption, usualFolder,
  wholeNumber } from './command.js';
import type { UncertaintyWork } from './uncertainty-worker.js';
import { workerPool } from './worker-pool.js';

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
  process.exitCode = exitOf(document);
  await present(document, options,
    async () => (await import('../report/uncertainty/uncertainty-report.js')).uncertaintyReport,
    usualFolder(path, '-uncertainty'));
}

/** Worker threads that solve the cells of the sample. */
function workplaceOf({ files }: LoadedUncertainty, workers: number, onPart: Workplace['onPart']) {
  let pool: Tinypool | undefined;
  const workplace: Workplace = {
    atOnce: workers,
    onPart,
    open: (plan: UncertaintyPlan) => {
      const opened = workerPool('./uncertainty-worker.js', { files, plan } satisfies UncertaintyWork, workers);
      pool = opened;
      return (task) => opened.run(task) as Promise<UncertaintyAnswer>;
    },
  };
  return { workplace, close: async (): Promise<void> => pool?.destroy() };
}
