import type { Command } from 'commander';
import { join } from 'node:path';
import { remedyOf } from '../config/file-purpose.js';
import { loadOneCase } from '../config/read-one-case.js';
import { ownFolder } from '../config/read-own-folder.js';
import { type CaseOptions, exit, placed, present, refuse, refuseCommand, setOption, withProgress } from './command.js';

const defaultCase = join(ownFolder('configs'), 'cells', 'nmc811-li6ps5cl.yaml');

interface RunOptions extends CaseOptions {
  readonly range: boolean;
}

export function addRun(root: Command): void {
  root.command('run')
    .description('simulate a case at every rate of its list; print the result card, write the report')
    .argument('[case]', 'case file, YAML or JSON', defaultCase)
    .option(...setOption)
    .option('--out <dir>', 'folder of the report (default: out/<name of the case>; with --json: no report)')
    .option('--no-range', 'solve each rate once: no ranges, nothing on what takes the capacity')
    .option('--json', 'print the result document and nothing else')
    .action(run);
}

async function run(path: string, options: RunOptions): Promise<void> {
  const loaded = loadOneCase(path, { set: options.set });
  if ('purpose' in loaded) {
    const { purpose } = loaded;
    return refuseCommand(`run ${path}: expected one case, found ${purpose.words} ("${purpose.key}:"); `
      + `write ${remedyOf(purpose, path)}`);
  }
  if (!loaded.ok) return refuse(loaded.issues);
  const { case: given, ledger, vary } = loaded;
  const result = await withProgress('rates', Math.max(1, given.protocol.rates.length), async (onRate) =>
    options.range
      ? (await import('../study/ranges/how-sure.js')).runWithRanges(given, ledger, vary, onRate)
      : (await import('../pipeline/run-case.js')).runCase(given, ledger, onRate));
  if (!result.ok) return refuse(placed(result.problems, loaded.locate));
  const complete = result.document.rates.every(({ outcome }) => outcome.kind === 'completed');
  process.exitCode = complete ? exit.result : exit.noResult;
  await present(result.document, options, async () => (await import('../report/run-report.js')).runReport,
    join('out', result.document.case.name));
}
