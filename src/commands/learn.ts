import type { Command } from 'commander';
import { basename, join } from 'node:path';
import { loadSweep } from '../config/read-case.js';
import type { EmulatorDocument } from '../results/emulator-schema.js';
import { type CaseOptions, present, processorSeconds, readAs, refuse, refuseCommand, setOption, wholeNumber,
  withProgress } from './command.js';

interface LearnCommand extends CaseOptions {
  readonly case?: string;
  readonly seed: number;
  readonly steps: number;
}

export function addLearn(root: Command): void {
  root.command('learn')
    .description(
      'train a network on a sweep with TensorFlow.js, for questions by the hundred thousand; its card says what it is wrong by',
    )
    .argument('<sweep>', 'folder of a sweep, or its table: Parquet, CSV, a folder of Parquet files')
    .option('--case <file>', 'case file of the sweep: with it the solver checks what the model proposes')
    .option(...setOption)
    .option('--seed <n>', 'of weights, batches and the choice of held-out designs', wholeNumber(7), 1)
    .option('--steps <n>', 'of the search for the weights', wholeNumber(7), 4000)
    .option('--out <dir>', 'folder of model and card (default: out/<name of the sweep>-model; with --json: none)')
    .option('--json', 'print the model and nothing else')
    .action(run);
}

async function run(path: string, options: LearnCommand): Promise<void> {
  const [{ readSweepTable }, { datasetOf }, { loadBackend }] = await Promise.all([
    import('../report/sweep/read-table.js'),
    import('../study/learn/dataset.js'),
    import('../study/learn/tensorflow.js'),
  ]);
  const reading = await readSweepTable(path);
  if (!reading.ok) {
    return refuseCommand(
      `learn ${path}: expected a folder or a table that catholith sweep wrote, found ${reading.found}; run catholith sweep first`,
    );
  }
  const { table } = reading;
  const data = datasetOf(table, table.document?.basis === undefined);
  if (!data.ok) {
    const { expected, received, remedy } = data.problem;
    return refuseCommand(`learn ${path}: expected ${expected}, found ${received}; ${remedy}`);
  }
  const known = await caseOf(options, table.document?.sweepHash);
  if (!known) return;
  const backend = await loadBackend();
  if (!backend) {
    return refuseCommand('learn: expected TensorFlow.js, found none that runs here; '
      + 'npm install @tensorflow/tfjs-core @tensorflow/tfjs-backend-wasm');
  }
  const { learn } = await import('../study/learn/learn.js');
  const { seed, steps } = options;
  const title = table.document?.title ?? basename(path);
  const document = await withProgress('steps', steps,
    (onStep) =>
      learn(data.dataset, backend, { title, basis: table.document?.basis, digest: table.digest,
        sweepHash: table.document?.sweepHash ?? null, ...known }, { seed, steps, onStep }, processorSeconds));
  await present(document, options, async () => (await import('../report/learn/model-report.js')).modelReport,
    join('out', `${basename(path).replace(/\.(csv|parquet)$/, '')}-model`));
}

type Known = Pick<EmulatorDocument, 'case'> & { readonly secondsPerDesign: number | null };

/** The case of the sweep and what a design of it takes; undefined where it is another one, which has been told then. */
async function caseOf({ case: path, set }: LearnCommand, sweepHash: string | undefined): Promise<Known | undefined> {
  if (path === undefined) return { case: null, secondsPerDesign: null };
  const loaded = loadSweep(path, readAs(set));
  if (!loaded.ok) return refuse(loaded.issues);
  const [{ sweepDocument }, { pilot }] = await Promise.all([
    import('../study/sweep/sweep-document.js'),
    import('../study/sweep/pilot.js'),
  ]);
  const of = await sweepDocument(loaded.sweep);
  if (sweepHash !== undefined && of.sweepHash !== sweepHash) {
    return refuseCommand(
      `--case ${path}: expected the case of this sweep, found another one, or one that was changed since; `
        + 'sweep it again, or give the case with the --set that it was swept with',
    );
  }
  const { secondsPerDesign } = pilot(loaded.sweep, processorSeconds);
  const { file, input, texts } = loaded.sweep.files;
  if (typeof input !== 'string') throw new TypeError('a sweep that was read from a file has a text');
  const named = [...texts].flatMap(([name, text]): [string, string][] => (text === undefined ? [] : [[name, text]]));
  return { case: { file, input, set: [...set], texts: named }, secondsPerDesign };
}
