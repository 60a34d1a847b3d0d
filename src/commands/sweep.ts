import { type Command, InvalidArgumentError, Option } from 'commander';
import { availableParallelism } from 'node:os';
import type { LoadedSweep } from '../config/studies/parse-sweep.js';
import type { Journal } from '../report/sweep/journal.js';
import { type Shard, shardSize } from '../results/shard.js';
import { exit, isOfDisk, print, progressBar, refuseCommand, say, setOption, wholeNumber, written } from './command.js';
import { folderOfSweep, readSweep, type SweepOptions } from './sweep-options.js';

export function addSweep(root: Command): void {
  root.command('sweep')
    .description(
      'run every design that "sweep:" of a case stands for, at every rate; one row per simulation, to Parquet and CSV',
    )
    .argument('[case]', 'case file with a section "sweep:"')
    .option(...setOption)
    .option('--out <dir>',
      'folder of journal, tables and report (default: out/<name of the case>-sweep); found unfinished, it goes on there')
    .option('--workers <n>', 'worker threads (default: one per core; with --slurm: 1)', wholeNumber(4))
    .addOption(new Option('--shard <i/n>', 'only part i of n, for job arrays; then: catholith merge').argParser(shard)
      .default({ index: 1, of: 1 }, '1/1'))
    .option('--restart', 'discard what the folder holds of this part and start again')
    .option('--status <dir>', 'say how far the parts of a sweep in a folder are, and run nothing')
    .option('--slurm', 'submit the sweep to Slurm as an array of parts, with a job that merges them')
    .option('--array <n>', 'with --slurm: number of parts (default: half an hour each, as estimated)', parts)
    .option('--time <d-h:m:s>', 'with --slurm: limit of a task (default: twice what it should take)')
    .option('--partition <name>', 'with --slurm: partition')
    .option('--print', 'with --slurm: print the batch files and submit nothing')
    .action((path: string | undefined, options: SweepOptions) => chosen(path, options));
}

async function chosen(path: string | undefined, options: SweepOptions): Promise<void> {
  if (options.status !== undefined) return (await import('./sweep-status.js')).sweepStatus(options.status);
  if (path === undefined) return refuseCommand('sweep: expected a case file, found none');
  if (options.slurm) return (await import('./slurm.js')).submitSweep(path, options);
  const unused = (['array', 'time', 'partition', 'print'] as const).find((key) => options[key] !== undefined);
  if (unused !== undefined) return refuseCommand(`sweep: --${unused} is of --slurm; add it`);
  return run(path, options);
}

function parts(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('Expected a number of parts, from 1.');
  return Number(text);
}

function shard(text: string): Shard {
  const match = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text);
  if (!match || Number(match[1]) > Number(match[2]))
    throw new InvalidArgumentError('Expected a part and the number of parts, e.g. 2/8.');
  return { index: Number(match[1]), of: Number(match[2]) };
}

async function run(path: string, options: SweepOptions): Promise<void> {
  const read = await readSweep(path, options);
  if (!read) return;
  const journals = await import('../report/sweep/open-journal.js');
  const dir = folderOfSweep(path, options);
  const locked = await written(dir, () => journals.lockPart(dir, options.shard));
  if (!locked) return;
  if (!locked.ok) {
    return refuseCommand(
      `--out ${dir}: expected a folder where nobody runs ${partWords(options.shard)}, found ${locked.holder} doing so; `
        + 'let it finish, or choose another folder',
    );
  }
  const { lock } = locked;
  if (lock.leftBy) print(`${lock.leftBy} left its lock behind and is gone`);
  try {
    const opened = await written(dir, () =>
      journals.openJournal(dir, { sweep: read.document, shard: options.shard }, options.restart));
    if (opened?.ok) await runPart(read.loaded, opened.journal, dir, options);
    else if (opened) {
      refuseCommand(`--out ${dir}: expected nothing or this sweep, found ${opened.found} (${opened.file}); `
        + 'choose another folder, or --restart to forget it');
    }
  } finally {
    lock.release();
  }
}

const partWords = ({ index, of }: Shard): string => (of === 1 ? 'this sweep' : `part ${index} of ${of}`);

async function runPart(sweep: LoadedSweep, journal: Journal, dir: string, options: SweepOptions): Promise<void> {
  const { presentSweep, tellDamage } = await import('./merge.js');
  tellDamage([journal]);
  if (await finish(sweep, journal, dir, options)) {
    if (options.shard.of === 1) await presentSweep([journal], dir);
    else print(
        `${partWords(options.shard)} is complete: ${journal.finished} designs; when all are: catholith merge ${dir}`,
      );
  }
  journal.close();
}

/** A journal says how far it is each time that so much has passed [ms]. */
const tellEvery = 5_000;

/** Runs what the journal lacks; false where a signal or the disk stopped it. */
async function finish(loaded: LoadedSweep, journal: Journal, dir: string,
  { shard: part, workers = availableParallelism() }: SweepOptions): Promise<boolean>
{
  const [{ runSweep }, { DesignRunner }, { sweepPool }, { sealedDesign }] = await Promise.all([
    import('../study/sweep/run-sweep.js'),
    import('../study/sweep/run-design.js'),
    import('./sweep-pool.js'),
    import('../report/sweep/sealed-line.js'),
  ]);
  const { designs, sweepHash } = journal.sweep;
  const total = shardSize(designs, part);
  const before = journal.finished;
  if (before > 0) print(`${before} of ${total} designs were finished before`);
  if (before === total) return true;
  const stop = new StopSignals();
  const bar = await progressBar('designs, {eta_formatted} to go', total, before);
  const runner = new DesignRunner(loaded);
  const pool = sweepPool({ files: loaded.files, sweepHash }, Math.min(workers, total - before),
    (design, error) => sealedDesign(design, runner.crashed(design, error).rows, sweepHash));
  const begin = performance.now();
  let told = begin;
  const tell = (): void => {
    told = performance.now();
    journal.tell({ ran: journal.finished - before, seconds: (told - begin) / 1000 });
  };
  await runSweep({
    designs,
    shard: part,
    atOnce: Math.min(workers, total - before),
    isFinished: (design) => journal.has(design),
    isStopped: () => stop.asked,
    execute: pool.run,
    onDone: (lines) => {
      try {
        journal.add(lines);
        if (performance.now() - told > tellEvery || journal.finished === total) tell();
      } catch (error) {
        if (!isOfDisk(error)) throw error;
        stop.because(`--out ${dir}: expected a disk that takes the journal, found ${error.message}`);
      }
      bar?.update(journal.finished);
    },
  });
  bar?.stop();
  await pool.close();
  stop.end();
  if (!stop.asked) return true;
  if (stop.reason !== undefined) say(stop.reason);
  print(`stopped; ${journal.finished} of ${total} designs are kept, the same command goes on`);
  process.exitCode = exit.noResult;
  return false;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ctrl-C, the end of a job, a closed terminal: what runs is finished and kept; asked twice, the program ends at once. */
class StopSignals {
  asked = false;
  /** Why, where it was no signal. */
  reason: string | undefined;

  constructor() {
    for (const signal of signals) process.on(signal, this.#hear);
  }

  because(reason: string): void {
    this.asked = true;
    this.reason ??= reason;
  }

  end(): void {
    for (const signal of signals) process.removeListener(signal, this.#hear);
  }

  readonly #hear = (): void => {
    if (this.asked) process.exit(exit.noResult);
    this.asked = true;
  };
}
