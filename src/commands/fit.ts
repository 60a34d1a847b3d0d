import type { Command } from 'commander';
import { dirname, relative } from 'node:path';
import type { CaseIssue } from '../config/case.js';
import { loadFit } from '../config/read-case.js';
import type { LoadedFit } from '../config/studies/parse-fit.js';
import type { FitJournal } from '../report/fit-journal.js';
import type { KeepPart } from '../study/fit/fit.js';
import { type CaseOptions, collect, exit, exitOf, noteOf, present, readAs, refuse, setOption, usualFolder, withProgress,
  written } from './command.js';
import { curveWords } from './measured-curves.js';

export function addFit(root: Command): void {
  root.command('fit')
    .description(
      'fit keys of a case to measured discharges and impedances: values with intervals, what the data cannot tell, what to measure next',
    )
    .argument('<case>', 'case file with a block "fit:" of what was measured and of keys with bounds')
    .option('--data <file=rate>',
      'a measured curve and its rate, c5.csv=C/5 (the third of a file: cell.mpt#3=C/5), in place of those of the case; repeatable',
      collect, [])
    .option(...setOption)
    .option('--out <dir>',
      'folder of the report and of the fitted case (default: out/<name of the case>-fitted; with --json: no report)')
    .option('--json', 'print the fit document and nothing else')
    .action(run);
}

interface FitOptions extends CaseOptions {
  readonly data: readonly string[];
}

/** `c5.csv=C/5` of the command line as a curve of the case; its file is looked for from the folder of the case. */
function curveOf(text: string, path: string): string {
  const { file, number, rate } = curveWords(text);
  return JSON.stringify({ file: relative(dirname(path), file), ...(rate && { rate }),
    ...(number && { discharge: number }) });
}

/** A curve of the command line is told as it was written there, and not as the key that it becomes. */
function toldAsWritten(issue: CaseIssue, data: readonly string[]): CaseIssue {
  const [, curve, what] = /^fit\.curves\.(\d+)\.(.*)$/.exec(issue.key) ?? [];
  return issue.file === '--set' && curve !== undefined
    ? { ...issue, file: `--data ${data[Number(curve)]}`, line: 0, key: what }
    : issue;
}

async function run(path: string, { data, ...options }: FitOptions): Promise<void> {
  const curves = data.length === 0 ? [] : [`fit.curves=[${data.map((one) => curveOf(one, path)).join(', ')}]`];
  const loaded = loadFit(path, readAs([...options.set, ...curves]));
  if (!loaded.ok) return refuse(loaded.issues.map((issue) => toldAsWritten(issue, data)));
  const { fit: given } = loaded;
  const usual = usualFolder(path, '-fitted');
  const dir = options.out ?? (options.json ? undefined : usual);
  if (dir === undefined || given.vary.length === 0) return void await fitted(path, given, options, usual);
  await written(dir, async () => {
    const journal = await journalOf(given, dir);
    if (await fitted(path, given, options, usual, journal.keep)) journal.remove();
  });
}

/** What earlier runs of a fit have finished; it goes on behind that. */
async function journalOf({ base, ...given }: LoadedFit, dir: string): Promise<FitJournal> {
  const [{ FitJournal }, { hashOf }, { version }] = await Promise.all([
    import('../report/fit-journal.js'),
    import('../pipeline/case-hash.js'),
    import('../pipeline/version.js'),
  ]);
  const journal = new FitJournal(dir, await hashOf({ version, ...given, base: base.ok && base.case }));
  const { finished } = journal;
  if (finished > 0)
    noteOf(dir)(`${finished} of ${given.starts + 2 * given.vary.length} parts of the fit were finished before`);
  return journal;
}

/** Fits and tells; false where the report could not be written. */
async function fitted(path: string, given: LoadedFit, options: CaseOptions, usual: string,
  keep?: KeepPart): Promise<boolean>
{
  const { fitCase } = await import('../study/fit/fit.js');
  const result = await withProgress('starts and profiles', given.starts + given.vary.length,
    (onPart) => Promise.resolve(fitCase(given, onPart, keep)));
  if (!result.ok) {
    refuse(result.issues);
    return true;
  }
  const { document } = result;
  process.exitCode = exitOf(document);
  await present(document, options,
    async (dir) => (await import('../report/fit-report.js')).fitReport(relative(dir, path), given), usual);
  return process.exitCode !== exit.invalid;
}
