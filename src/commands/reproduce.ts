import type { Command } from 'commander';
import { join } from 'node:path';
import { ownFolder } from '../config/files/read-text.js';
import { loadReproduction, namesIn } from '../config/read-case.js';
import type { LoadedReproduction } from '../config/studies/parse-reproduction.js';
import { allOf, type CaseOptions, collect, present, readAs, refuse, refuseCommand, setOption,
  withProgress } from './command.js';

interface ReproduceOptions extends CaseOptions {
  readonly row: string[];
}

export function addReproduce(root: Command): void {
  root.command('reproduce')
    .description(
      'run what the reviews report beside what they report, and say what is missing; solve for the tortuosity that would explain it',
    )
    .argument('[file...]', 'files with rows of reported results (default: those of the package)')
    .option('--row <id>', 'only this row; repeatable', collect, [])
    .option(...setOption)
    .option('--out <dir>', 'folder of the report (default: out/reproduction; with --json: no report)')
    .option('--json', 'print the reproduction document and nothing else')
    .action(run);
}

async function run(paths: string[], options: ReproduceOptions): Promise<void> {
  const own = join(ownFolder('configs'), 'studies', 'reproduce');
  const files = paths.length > 0
    ? paths
    : namesIn(own).filter((name) => name.endsWith('.yaml')).map((name) => join(own, name));
  const loaded = allOf(files.map((path) => loadReproduction(path, readAs(options.set))));
  if (!loaded.ok) return refuse(loaded.issues);
  const ids = loaded.files.flatMap(({ rows }) => rows.map(({ id }) => id));
  const unknown = options.row.find((id) => !ids.includes(id));
  if (unknown !== undefined) return refuseCommand(`--row ${unknown}: expected one of ${ids.join(', ')}`);
  const wanted = loaded.files.map((file) => chosen(file, options.row)).filter(({ rows }) => rows.length > 0);
  const { reproduce } = await import('../study/reproduce/reproduce.js');
  const count = wanted.reduce((sum, { rows }) => sum + rows.length, 0);
  const result = await withProgress('rows', count, (onRow) => reproduce(wanted, onRow));
  if (!result.ok) return refuse(result.issues);
  await present(result.document, options,
    async () => (await import('../report/reproduction/reproduction-report.js')).reproductionReport,
    join('out', 'reproduction'));
}

const chosen = (file: LoadedReproduction, ids: readonly string[]): LoadedReproduction => (ids.length === 0
  ? file
  : { ...file, rows: file.rows.filter(({ id }) => ids.includes(id)) });
