import { InvalidArgumentError } from 'commander';
import { basename, extname, join } from 'node:path';
import type { CaseIssue, Loaded } from '../config/case.js';
import { ownFolder } from '../config/files/read-text.js';
import { placed } from '../config/placed.js';
import { printable } from '../config/printable.js';
import { formatIssue } from '../config/wording.js';
import type { Report } from '../report/blocks/block.js';
import { FolderProblem } from '../report/files/folder-problem.js';
import type { Note } from '../report/files/report-folder.js';
import { issueList } from '../report/issue-list.js';
import { firstNotFinite } from '../results/audit.js';
import type { DimensionName } from '../units/dimension.js';
import { parseQuantity } from '../units/quantity.js';

/** Tools that every command shares: exit codes, options, how a problem is told. */

/** Exit codes: 0 a result, 1 a numerical outcome that is no result, 2 an invalid case or command. */
export const exit = { result: 0, noResult: 1, invalid: 2 } as const;

export interface CaseOptions {
  readonly set: string[];
  readonly out?: string;
  readonly json?: boolean;
}

/** What `run`, `energy` and `eis` are about where no case is named. */
export const defaultCase = join(ownFolder('configs'), 'cells', 'nmc811-li6ps5cl.yaml');

/** Gathers the values of a repeatable option. */
export const collect = (value: string, all: readonly string[]): string[] => [...all, value];

/** `.option(...setOption)` */
export const setOption = [
  '--set <key=value>',
  'override a key of the case, e.g. --set cathode.thickness="120 um"; key=null removes it; repeatable',
  collect,
  [] as string[],
] as const;

/** How a command reads a case: with what the options set, and a line for a packing, which takes its time. */
export const readAs = (set: readonly string[]) => ({ set, onMake: (words: string) => say(`making ${words} ...`) });

/** Characters of a line where nobody says; a terminal may say that it has no columns at all. */
const usualWidth = 100;

export const terminal = () => ({
  colour: process.stdout.isTTY && !process.env.NO_COLOR,
  width: process.stdout.columns || usualWidth,
  ascii: isPlainLocale(process.env),
});

/** Whether the locale is that of C, by the first variable that is set. */
export function isPlainLocale({ LC_ALL, LC_CTYPE, LANG }: NodeJS.ProcessEnv): boolean {
  const locale = [LC_ALL, LC_CTYPE, LANG].find((value) => value);
  return locale === 'C' || locale === 'POSIX';
}

/** Says something that is no result, so that a pipe of results stays one. */
export const say = (sentence: string): void => void process.stderr.write(`${printable(sentence)}\n`);

/** What this process has used [s]: on a machine that serves others, the clock on the wall says several times as much. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

export const print = (text: string): void => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);

/** Reads an option as a whole number from 1 with at most so many digits; what it refuses, commander prints. */
export const wholeNumber = (digits: number) => (text: string): number => {
  if (!/^[1-9]\d*$/.test(text) || text.length > digits)
    throw new InvalidArgumentError('Expected a whole number from 1.');
  return Number(text);
};

/** Reads an option as SI within a range; what it refuses, commander prints. */
export function quantity(dimension: DimensionName, low: number, high: number) {
  return (text: string): number => {
    const reading = parseQuantity(text, dimension);
    if (!reading.ok) throw new InvalidArgumentError(`Expected ${reading.expected}; ${reading.remedy}.`);
    if (reading.value < low || reading.value > high)
      throw new InvalidArgumentError(`Out of its range, ${low} to ${high}.`);
    return reading.value;
  };
}

export function refuse(issues: readonly CaseIssue[]): undefined {
  process.stderr.write(issueList(issues, formatIssue));
  process.exitCode = exit.invalid;
}

/** A case read and led up to its equations; undefined where it cannot be, which has been told then. */
export async function preparedFrom(path: string, set: readonly string[]) {
  const { loadCase } = await import('../config/read-one-case.js');
  const loaded = loadCase(path, readAs(set));
  if (!loaded.ok) return refuse(loaded.issues);
  const { prepareCase } = await import('../pipeline/run-case.js');
  const ready = prepareCase(loaded.case);
  return ready.ok ? { ...loaded, prepared: ready.prepared } : refuse(placed(ready.problems, loaded.locate));
}

/** A command used in a way that it cannot carry out: one line, and the exit code of an invalid command. */
export function refuseCommand(message: string): undefined {
  say(message);
  process.exitCode = exit.invalid;
  return undefined;
}

const full = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** A journal is written line by line, and whole up to where the disk was full. */
const remedyFor = (error: NodeJS.ErrnoException): string =>
  full.includes(error.code ?? '')
    ? 'make room and give the same command again: what a sweep or a fit has finished is kept, and is not computed anew'
    : 'choose another';

/** Writes a report; a folder that cannot be written is the command's mistake, not a crash: the result has been printed by now. */
export async function written<T>(dir: string, write: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    if (!isOfDisk(error)) throw error;
    refuseCommand(`--out ${dir}: expected a folder that can be written, found ${error.message}; ${remedyFor(error)}`);
    return undefined;
  }
}

/** Whether the disk, the folder or their rights are why; anything else is a fault of the program. */
export const isOfDisk = (error: unknown): error is Error =>
  error instanceof FolderProblem || (error instanceof Error && (error as NodeJS.ErrnoException).errno !== undefined);

/** Says what a reader should know of a folder. */
export const noteOf = (dir: string): Note => (sentence) => say(`--out ${dir}: ${sentence}`);

/** Progress of `total` things called `unit`, `done` of them before; on a terminal only: a pipe or a log gets none. */
export async function progressBar(unit: string, total: number, done = 0) {
  if (!process.stderr.isTTY) return undefined;
  const { SingleBar, Presets } = await import('cli-progress');
  const format = `{bar} {value}/{total} ${unit}`;
  const { width, ascii } = terminal();
  const barsize = Math.max(1, Math.min(40, width - ` ${total}/${total} ${unit} `.length));
  const bar = new SingleBar({ format, barsize, clearOnComplete: true, hideCursor: true, etaBuffer: 100 },
    ascii ? Presets.legacy : Presets.shades_classic);
  bar.start(total, done);
  return bar;
}

/** Runs something that tells how many of `total` things are done, behind a progress bar. */
export async function withProgress<T>(unit: string, total: number,
  run: (onDone: (done: number) => void) => Promise<T>): Promise<T>
{
  const bar = await progressBar(unit, total);
  try {
    return await run((done) => bar?.update(done));
  } finally {
    bar?.stop();
  }
}

/** Gathers what files say, or every problem of all of them. */
export function allOf<T>(readings: readonly Loaded<{ file: T }>[]): Loaded<{ files: readonly T[] }> {
  const issues = readings.flatMap((reading) => (reading.ok ? [] : reading.issues));
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true, files: readings.flatMap((reading) => (reading.ok ? [reading.file] : [])) };
}

/** Folder of what is made of a file where none is named: out/<name of the file>, with what it is. */
export const usualFolder = (path: string, what = ''): string => join('out', `${basename(path, extname(path))}${what}`);

/** Exit code of a document by its outcome. */
export const exitOf = ({ outcome }: { readonly outcome: { readonly kind: string } }): number =>
  outcome.kind === 'completed' ? exit.result : exit.noResult;

/** Where a report is; where the line is short the path has its own, whole, to be copied. */
export function placeOfReport(path: string, files: number, { width } = terminal()): string {
  const [place, count] = [printable(path), `(${files} files)`];
  const line = `report     ${place}  ${count}`;
  return line.length <= width ? line : `report\n${place}\n${count}`;
}

/** Prints the card, or the document with --json, and writes the report to `out` or its usual folder; with --json only to a folder that was named. */
export async function present<Document>(document: Document, { json, out }: Pick<CaseOptions, 'json' | 'out'>,
  reportFor: (dir: string) => Promise<Report<Document>>, usual?: string): Promise<void>
{
  const place = firstNotFinite(document);
  if (place !== undefined) throw new Error(`${place} is not finite: nothing is written`);
  const dir = out ?? (json ? undefined : usual);
  if (json) print(JSON.stringify(document));
  if (json && dir === undefined) return;
  const report = await reportFor(dir ?? '.');
  if (!json) print((await import('../report/blocks/card.js')).printCard(report.describe(document), terminal()));
  if (dir === undefined) return;
  const { writerOf } = await import('../report/write-report.js');
  const files = await written(dir, () => writerOf(report)(document, dir, noteOf(dir)));
  if (!json && files) print(`\n${placeOfReport(join(dir, report.page), files.length)}`);
}
