import { spawnSync } from 'node:child_process';
import { basename, extname, join, resolve } from 'node:path';
import { makeFolder, writeBytes, writeWhole } from '../report/files/whole-file.js';
import { journalsIn, readHead } from '../report/sweep/open-journal.js';
import { partStatus } from '../report/sweep/part-status.js';
import type { SweepDocument } from '../results/sweep-schema.js';
import { arrayScript, type BatchPlan, clock, mergeScript } from './batch-script.js';
import { print, processorSeconds, refuseCommand, written } from './command.js';
import { folderOfSweep, readSweep, type SweepOptions } from './sweep-options.js';
import { duration } from './sweep-status.js';

/** A task of an array is to take so long where nothing is said: long against its start, short against what a failure costs [s]. */
const usualTask = 1800;
/** Slurm takes arrays up to index 1000 where nobody has configured another MaxArraySize. */
const mostTasks = 1000;
/** Beside twice the time that is expected [s]. */
const spare = 600;

/** Submits a sweep to Slurm: an array of the parts that are not complete, and a job behind it that merges them. */
export async function submitSweep(path: string, options: SweepOptions): Promise<void> {
  const read = await readSweep(path, options);
  if (!read) return;
  const { loaded, document: sweep } = read;
  const dir = resolve(folderOfSweep(path, options));
  const before = cutBefore(dir, sweep);
  if (before !== undefined && options.array !== undefined && options.array !== before.parts) {
    return refuseCommand(
      `--array ${options.array}: expected ${before.parts}, the parts that ${dir} holds, found another number; leave it away`,
    );
  }
  const { pilot } = await import('../study/sweep/pilot.js');
  const { designs: looked, secondsPerDesign } = pilot(loaded, processorSeconds);
  const cpus = options.workers ?? 1;
  const parts = before?.parts ?? options.array ?? partsOf(sweep.designs, secondsPerDesign, cpus);
  const run = Array.from({ length: parts }, (_, i) => i + 1).filter((index) => !before?.complete.has(index));
  const each = (Math.ceil(sweep.designs / parts) * secondsPerDesign) / cpus;
  const plan: BatchPlan = {
    name: basename(path, extname(path)).replace(/[^\w.-]/g, '-'),
    program: [process.execPath, resolve(process.argv[1])],
    from: process.cwd(),
    sweep: [resolve(path), ...options.set.flatMap((one) => ['--set', one]), '--out', dir],
    dir,
    parts,
    run,
    cpus,
    time: limitOf(options.time) ?? tenMinutes(2 * each + spare),
    ...(options.partition !== undefined && { partition: options.partition }),
  };
  if (options.time !== undefined && limitOf(options.time) === undefined)
    return refuseCommand(`--time ${options.time}: expected days-hours:minutes:seconds, e.g. 2:00:00; write it so`);
  print(`${sweep.designs} designs at ${(1000 * secondsPerDesign).toPrecision(2)} ms each (${looked} tried): ${parts} `
    + `parts of ${duration(each)} with ${cpus} ${cpus === 1 ? 'core' : 'cores'}, limit ${clock(plan.time)}`);
  if (options.print) return print(`\n${arrayScript(plan)}\n${mergeScript(plan)}`);
  if (run.length === 0) print('every part is complete: only the merge is submitted');
  await submit(plan);
}

const partsOf = (designs: number, seconds: number, cpus: number): number =>
  Math.max(1, Math.min(designs, mostTasks, Math.ceil((designs * seconds) / cpus / usualTask)));

const tenMinutes = (seconds: number): number => 600 * Math.ceil(seconds / 600);

/** "1-12:00:00", "2:00:00" or "90:00" in seconds, as Slurm reads them. */
function limitOf(text: string | undefined): number | undefined {
  const [, days = '0', hours, minutes, seconds = '0'] = /^(?:(\d+)-)?(?:(\d+):)?(\d+):(\d+)$/.exec(text ?? '') ?? [];
  if (minutes === undefined) return undefined;
  return ((Number(days) * 24 + Number(hours ?? 0)) * 60 + Number(minutes)) * 60 + Number(seconds);
}

/** How the folder cuts this sweep already, and which parts need no task. */
function cutBefore(dir: string, sweep: SweepDocument):
  | { readonly parts: number; readonly complete: ReadonlySet<number> }
  | undefined
{
  const files = journalsIn(dir).filter((file) => readHead(file)?.sweep.sweepHash === sweep.sweepHash);
  const states = files.flatMap((file) => partStatus(file, sweep) ?? []);
  if (states.length === 0) return undefined;
  const parts = Math.max(...states.map(({ shard }) => shard.of));
  const complete = states.filter((part) => part.shard.of === parts && part.finished === part.designs);
  return { parts, complete: new Set(complete.map(({ shard }) => shard.index)) };
}

async function submit(plan: BatchPlan): Promise<void> {
  const folder = join(plan.dir, 'slurm');
  const files = await written(plan.dir, async () => {
    makeFolder(folder);
    const put = async (name: string, text: string): Promise<string> => {
      await writeWhole(join(folder, name), (part) => writeBytes(part, text));
      return join(folder, name);
    };
    return { array: await put('array.sh', arrayScript(plan)), merge: await put('merge.sh', mergeScript(plan)) };
  });
  if (files === undefined) return;
  const array = plan.run.length > 0 ? sbatch([files.array]) : '';
  if (array === undefined) return;
  const merge = sbatch([...(array === '' ? [] : [`--dependency=afterany:${array}`]), files.merge]);
  if (merge === undefined) return;
  print(`${array === '' ? '' : `submitted job ${array} (${plan.run.length} tasks), `}merge as job ${merge}; `
    + `catholith sweep --status ${plan.dir}`);
}

/** The number of the job; undefined where Slurm does not take it, which has been told then. */
function sbatch(words: readonly string[]): string | undefined {
  const { status, stdout, stderr, error } = spawnSync('sbatch', ['--parsable', ...words], { encoding: 'utf8' });
  if (status === 0) return stdout.trim().split(';')[0];
  const found = error ? 'no command sbatch on this machine' : stderr.trim();
  return refuseCommand(`--slurm: expected a Slurm that takes the job, found ${found}; --print shows the batch files`);
}
