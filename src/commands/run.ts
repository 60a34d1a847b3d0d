import { join } from 'node:path';
import type { Command } from 'commander';
import type { Case } from '../config/case.js';
import { loadCase } from '../config/read-case.js';
import { ownFolder } from '../config/read-own-folder.js';
import type { ResultDocument } from '../results/result-schema.js';
import { exit, placed, print, refuse, setOption, terminal, written, type CaseOptions } from './command.js';

const defaultCase = join(ownFolder('configs'), 'nmc811-li3incl6.yaml');

export function addRun(root: Command): void {
  root.command('run')
    .description('simulate a case at every rate of its list; print the result card, write the report')
    .argument('[case]', 'case file, YAML or JSON', defaultCase)
    .option(...setOption)
    .option('--out <dir>', 'folder of the report (default: out/<name of the case>; with --json: no report)')
    .option('--json', 'print the result document and nothing else')
    .action(run);
}

async function run(path: string, options: CaseOptions): Promise<void> {
  const loaded = loadCase(path, { set: options.set });
  if (!loaded.ok) return refuse(loaded.issues);
  const { runCase } = await import('../run-case.js');
  const bar = await progressBar(loaded.case);
  const result = await runCase(loaded.case, loaded.ledger, (done) => bar?.update(done));
  bar?.stop();
  if (!result.ok) return refuse(placed(result.problems, loaded.locate));
  const complete = result.document.rates.every(({ outcome }) => outcome.kind === 'completed');
  process.exitCode = complete ? exit.result : exit.noResult;
  await present(result.document, options);
}

/** On a terminal only: a pipe or a log gets none. */
async function progressBar(given: Case) {
  if (!process.stderr.isTTY) return undefined;
  const { SingleBar, Presets } = await import('cli-progress');
  const bar = new SingleBar({ format: '{bar} {value}/{total} rates', clearOnComplete: true, hideCursor: true }, Presets.shades_classic);
  bar.start(Math.max(1, given.protocol.rates.length), 0);
  return bar;
}

async function present(document: ResultDocument, { json, out }: CaseOptions): Promise<void> {
  if (json) print(JSON.stringify(document));
  else {
    const { resultCard } = await import('../report/result-card.js');
    print(resultCard(document, terminal()));
  }
  if (json && out === undefined) return;
  const dir = out ?? join('out', document.case.name);
  const { writeReport } = await import('../report/write-report.js');
  const files = await written(dir, () => writeReport(document, dir));
  if (!json && files) print(`\nreport     ${join(dir, 'report.html')}  (${files.length} files)`);
}
