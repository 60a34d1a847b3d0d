import type { Command } from 'commander';
import { join } from 'node:path';
import type { Case } from '../config/case.js';
import { remedyOf } from '../config/file-kinds.js';
import { overrideKey } from '../config/overrides.js';
import { placed } from '../config/placed.js';
import { loadOneCase } from '../config/read-one-case.js';
import { heldConductivity } from '../results/held-conductivity.js';
import type { ResultDocument } from '../results/result-schema.js';
import { expectBriefWork } from './brief.js';
import { type CaseOptions, collect, defaultCase, exit, present, readAs, refuse, refuseCommand, setOption,
  withProgress } from './command.js';

interface RunOptions extends CaseOptions {
  readonly range: boolean;
  readonly data: readonly string[];
}

export function addRun(root: Command): void {
  root.command('run')
    .description('simulate a case at every rate of its list; print the result card, write the report')
    .argument('[case]', 'case file, YAML or JSON', defaultCase)
    .option(...setOption)
    .option('--out <dir>', 'folder of the report (default: out/<name of the case>; with --json: no report)')
    .option('--data <file=rate>',
      'a measured discharge and its rate, c5.csv=C/5 (the third of a file: cell.mpt#3=C/5), over the simulated one; of a case with one rate the file alone; repeatable',
      collect, [])
    .option('--no-range', 'solve each rate once: no ranges, nothing on what takes the capacity')
    .option('--json', 'print the result document and nothing else')
    .action(run);
}

async function run(path: string, options: RunOptions): Promise<void> {
  expectBriefWork();
  const loaded = loadOneCase(path, readAs(options.set));
  if ('purpose' in loaded) {
    const { purpose } = loaded;
    return refuseCommand(`run ${path}: expected one case, found ${purpose.words} ("${purpose.key}:"); `
      + `write ${remedyOf(purpose, path)}`);
  }
  if (!loaded.ok) return refuse(loaded.issues);
  const { case: given, ledger, vary } = loaded;
  const held = heldConductivity(ledger.map(({ path: key }) => key), options.set.map(overrideKey));
  const measured = options.data.length > 0 ? await measuredBeside(given, options.data) : undefined;
  if (options.data.length > 0 && !measured) return;
  const result = await withProgress('rates', Math.max(1, given.protocol.rates.length), async (onRate) =>
    options.range
      ? (await import('../study/ranges/how-sure.js')).runWithRanges(given, ledger, vary, onRate)
      : (await import('../pipeline/run-case.js')).runCase(given, ledger, onRate));
  if (!result.ok) return refuse(placed(result.problems, loaded.locate));
  const found = options.range
    ? result.document
    : (await import('../study/ranges/outside.js')).withOutside(result.document, result.prepared);
  const document = { ...found, warnings: [...found.warnings, ...(held === undefined ? [] : [held])] };
  const complete = document.rates.every(({ outcome }) => outcome.kind === 'completed');
  process.exitCode = complete ? exit.result : exit.noResult;
  await present(measured ? measured(document) : document, options,
    async () => (await import('../report/run-report.js')).runReport, join('out', document.case.name));
}

/** Adds measured discharges beside those of the cell to a document; undefined where one cannot be read, which has been told then. */
async function measuredBeside(given: Case, data: readonly string[]) {
  const { measuredCurves } = await import('./measured-curves.js');
  const { rates } = given.protocol;
  const read = measuredCurves(data, [{ case: given }], rates.length === 1 ? rates[0] : undefined);
  if (!read.ok) return refuseCommand(read.troubles.join('\n'));
  const { besideMeasured } = await import('../study/compare/beside-measured.js');
  const { measured, warnings } = besideMeasured(given, read.curves);
  return (document: ResultDocument): ResultDocument => ({ ...document, measured,
    warnings: [...document.warnings, ...warnings] });
}
