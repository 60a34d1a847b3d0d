import type { Command } from 'commander';
import { relative } from 'node:path';
import { loadOptimisation } from '../config/read-case.js';
import { type CaseOptions, exitOf, present, readAs, refuse, setOption, usualFolder, withProgress } from './command.js';

export function addOptimise(root: Command): void {
  root.command('optimise')
    .description(
      'the best design within bounds, what holds it there and what more room would give; or a front of two goals',
    )
    .argument('<case>', 'case file with a block "optimise:" of goals, bounds and varied keys')
    .option(...setOption)
    .option('--out <dir>',
      'folder of the report and of the best case (default: out/<name of the case>-optimum; with --json: no report)')
    .option('--json', 'print the document and nothing else')
    .action(run);
}

async function run(path: string, options: CaseOptions): Promise<void> {
  const loaded = loadOptimisation(path, readAs(options.set));
  if (!loaded.ok) return refuse(loaded.issues);
  const { optimisation } = loaded;
  const { optimise } = await import('../study/optimise/optimise.js');
  const combinations = optimisation.choices.reduce((product, { values }) => product * values.length, 1);
  const result = await withProgress('searches', combinations + optimisation.goals.length,
    (onPart) => Promise.resolve(optimise(optimisation, onPart)));
  if (!result.ok) return refuse(result.issues);
  const { document } = result;
  process.exitCode = exitOf(document);
  await present(document, options,
    async (dir) => (await import('../report/optimise/optimum-report.js')).optimumReport(relative(dir, path)),
    usualFolder(path, '-optimum'));
}
