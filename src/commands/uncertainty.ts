import type { Command } from 'commander';
import { availableParallelism } from 'node:os';
import type { Tinypool } from 'tinypool';
import { loadUncertainty } from '../config/read-case.js';
import type { LoadedUncertainty } from '../config/studies/parse-uncertainty.js';
import type { UncertaintyAnswer, UncertaintyPlan } from '../study/uncertainty/uncertainty-runner.js';
import type { ExpectedWork, Uncertainty, Workplace } from '../study/uncertainty/uncertainty.js';
import { type CaseOptions, exitOf, present, progressBar, readAs, refuse, say, setOption, usualFolder,
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
  const loaded = loadUncertainty(path, readAs(options.set));
  if (!loaded.ok) return refuse(loaded.issues);
  const { uncertainty } = await import('../study/uncertainty/uncertainty.js');
  const bar = await progressBar('rows of the sample at most', 1);
  say('first the case on its own mesh and on a coarse one');
  let said = 0;
  const { workplace, close } = workplaceOf(loaded.uncertainty, workers, (done, of) => {
    bar?.setTotal(of);
    bar?.update(done);
    const share = Math.floor((10 * done) / of);
    if (!bar && share > said) say(`${10 * share} % of the sample at its largest`);
    said = Math.max(said, share);
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

const duration = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;

const fromTo = (low: string, high: string): string => (low === high ? low : `${low} to ${high}`);

/** What the sample will take, before it starts. */
function workSentence({ parameters, least, most }: ExpectedWork, workers: number): string {
  const cells = fromTo(`${least.cells}`, `${most.cells}`);
  const time = fromTo(duration(least.seconds), duration(most.seconds));
  return `${parameters} parameters at once: ${cells} cells on a coarse mesh, about ${time} of processor time, ${workers} at once; `
    + 'fewer with uncertainty.points, most, or a larger error';
}

/** Worker threads that solve the cells of the sample. */
function workplaceOf({ files }: LoadedUncertainty, workers: number, onPart: Workplace['onPart']) {
  let pool: Tinypool | undefined;
  const workplace: Workplace = {
    atOnce: workers,
    onPart,
    onScreening: (solves, seconds) =>
      say(`then each parameter with a spread at its two ends: ${solves} solves, about ${duration(solves * seconds)} `
        + 'of processor time'),
    open: (plan: UncertaintyPlan, work: ExpectedWork) => {
      say(workSentence(work, workers));
      const opened = workerPool('./uncertainty-worker.js', { files, plan } satisfies UncertaintyWork, workers);
      pool = opened;
      return (task) => opened.run(task) as Promise<UncertaintyAnswer>;
    },
  };
  return { workplace, close: async (): Promise<void> => pool?.destroy() };
}
