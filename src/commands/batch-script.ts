/** Texts of batch jobs for Slurm. */

/** What all tasks of an array share. */
export interface BatchPlan {
  /** Name of the jobs. */
  readonly name: string;
  /** Program with its first arguments, each a word. */
  readonly program: readonly string[];
  /** Folder in which the names of files are meant. */
  readonly from: string;
  /** Case, `--set` and folder of the sweep: words of the command behind `sweep`. */
  readonly sweep: readonly string[];
  readonly dir: string;
  /** Parts of the sweep, and those of them that are to run. */
  readonly parts: number;
  readonly run: readonly number[];
  readonly cpus: number;
  /** Limit of a task [s]. */
  readonly time: number;
  readonly partition?: string;
}

/** A task that is stopped is told so long before its limit [s]: the designs that run are finished and kept. */
const notice = 60;
/** How often a task that ended by a signal goes on by itself. */
const mostRestarts = 20;

/** Batch file of the array: one task per part, which goes on by itself after a signal, a preemption, a node that failed. */
export function arrayScript(plan: BatchPlan): string {
  const { parts, run, cpus, program, sweep } = plan;
  const command = [...program, 'sweep', ...sweep, '--workers', String(cpus)].map(quoted).join(' ');
  return `${
    head(plan, 'task-%a.log', [`--array=${ranges(run)}`, `--cpus-per-task=${cpus}`, `--time=${clock(plan.time)}`,
      '--requeue', `--signal=B:TERM@${notice}`])
  }
stopped=
trap 'stopped=1; kill -TERM "$child" 2>/dev/null' TERM
${command} --shard "$SLURM_ARRAY_TASK_ID/${parts}" &
child=$!
wait "$child"; code=$?
# a signal ends the wait, not what is waited for
if [ -n "$stopped" ]; then wait "$child"; code=$?; fi
# ended by a signal or stopped: the part goes on from its journal
if { [ "$code" -eq 1 ] || [ "$code" -gt 128 ]; } && [ "\${SLURM_RESTART_COUNT:-0}" -lt ${mostRestarts} ]; then
  scontrol requeue "\${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"
fi
exit "$code"
`;
}

/** Batch file of the job that merges what the array left. */
export const mergeScript = (plan: BatchPlan): string =>
  `${head(plan, 'merge.log', ['--cpus-per-task=1', `--time=${clock(plan.time)}`])}
exec ${[...plan.program, 'merge', plan.dir].map(quoted).join(' ')}
`;

const head = ({ name, dir, from, partition }: BatchPlan, log: string, options: readonly string[]): string =>
  ['#!/bin/bash',
    ...[`--job-name=${name}`, '--nodes=1', '--ntasks=1', ...options, '--open-mode=append',
      `--output=${dir.replaceAll('%', '%%')}/slurm/${log}`, `--chdir=${from}`,
      ...(partition === undefined ? [] : [`--partition=${partition}`])].map((one) => `#SBATCH ${escaped(one)}`)].join(
      '\n',
    );

/** A word of the shell as it is. */
const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll('\'', `'\\''`)}'`);

/** An option of a line of #SBATCH, which is cut at blanks. */
const escaped = (option: string): string => (/[\s"'\\]/.test(option) ? JSON.stringify(option) : option);

/** "1-3,7" of 1, 2, 3, 7. */
export function ranges(numbers: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const number of numbers) {
    const last = parts[parts.length - 1];
    if (last?.[1] === number - 1) last[1] = number;
    else parts.push([number, number]);
  }
  return parts.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',');
}

/** Days-hours:minutes:seconds. */
export function clock(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const whole = Math.ceil(seconds);
  const days = Math.floor(whole / 86_400);
  const text = `${two(Math.floor(whole / 3600) % 24)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return days === 0 ? text : `${days}-${text}`;
}
