import { type Command, Option } from 'commander';
import { equalities, type Equality } from '../config/equality.js';
import { placed } from '../config/placed.js';
import { formatRate } from '../config/rate.js';
import { loadComparison } from '../config/read-case.js';
import type { FitCurve } from '../config/studies/fit-data.js';
import type { LoadedComparisonFile, LoadedDesign } from '../config/studies/parse-comparison.js';
import { formatIssue, wording } from '../config/wording.js';
import { issueList } from '../report/issue-list.js';
import type { ComparisonDocument } from '../results/comparison-schema.js';
import { allOf, type CaseOptions, collect, exit, present, readAs, refuse, refuseCommand, setOption, usualFolder,
  withProgress } from './command.js';
import { measuredCurves } from './measured-curves.js';

interface CompareOptions extends CaseOptions {
  readonly at?: Equality;
  readonly rate?: string;
  readonly range?: boolean;
  readonly data: readonly string[];
}

export function addCompare(root: Command): void {
  root.command('compare')
    .description('run several designs, those listed in a case or several cases, and put them side by side')
    .argument('<case...>', 'case files; one with a list "designs:" stands for all of them')
    .addOption(
      new Option('--at <equality>', 'what is the same in all designs (default: compareAt of the case, or as-given)')
        .choices(equalities),
    )
    .option('--rate <label>',
      'rate of polarisation, profiles and limits, as written in the case (default: closest to 1C)')
    .option('--data <file=rate>',
      'a measured discharge and its rate, c5.csv=C/5 (the third of a file: cell.mpt#3=C/5), beside that of every design; repeatable',
      collect, [])
    .option('--range', 'also low to high (80 %) of every design, as run prints it; some seconds a design')
    .option(...setOption)
    .option('--out <dir>', 'folder of the report (default: out/<name of the case>-compared; with --json: no report)')
    .option('--json', 'print the comparison document and nothing else')
    .action(run);
}

async function run(paths: string[], options: CompareOptions): Promise<void> {
  const loaded = allOf(paths.map((path) => loadComparison(path, readAs(options.set))));
  if (!loaded.ok) return refuse(loaded.issues);
  const { files } = loaded;
  const designs = files.flatMap((file) => file.designs);
  const trouble = alone(designs, paths[0]);
  if (trouble !== undefined) return refuseCommand(trouble);
  const labels = [...new Set(designs.flatMap((design) => design.case.protocol.rates.map(formatRate)))];
  if (options.rate !== undefined && !labels.includes(options.rate)) {
    return refuseCommand(`--rate ${options.rate}: expected one of ${labels.join(', ')}, as the cases write them`);
  }
  const measured = measuredCurves(options.data, designs);
  if (!measured.ok) return refuseCommand(measured.troubles.join('\n'));
  const document = await compared(files, designs, options, measured.curves);
  if (document === undefined) return;
  const complete = document.designs.every(({ result }) =>
    result.rates.every(({ outcome }) => outcome.kind === 'completed')
  );
  process.exitCode = complete ? exit.result : exit.noResult;
  await present(document, options, async () => (await import('../report/comparison-report.js')).comparisonReport,
    usualFolder(paths[0], '-compared'));
}

/** Says what is wrong where a single design has nothing beside it, or where two designs have one name. */
function alone(designs: readonly LoadedDesign[], path: string): string | undefined {
  const names = designs.map(({ name }) => name);
  const double = names.find((name, i) => names.indexOf(name) < i);
  const words = designs.length < 2
    ? wording.noDesigns(path)
    : double === undefined
    ? undefined
    : wording.doubleName(double);
  return words && `compare: expected ${words.expected}, found ${words.received}; ${words.remedy}`;
}

async function compared(files: readonly LoadedComparisonFile[], designs: readonly LoadedDesign[],
  { at, rate, range }: CompareOptions, data: readonly FitCurve[]): Promise<ComparisonDocument | undefined>
{
  const { compare } = await import('../study/compare/compare.js');
  const title = files.length === 1 ? files[0].title : files.map((file) => file.title).join(' against ');
  const equality = at ?? files.find(({ compareAt }) => compareAt !== undefined)?.compareAt ?? 'as-given';
  if (range && equality !== 'as-given') {
    return refuseCommand(
      `--range: expected designs as given, found ${equality}; write their thicknesses in the file, and --at as-given`,
    );
  }
  const result = await withProgress('designs', designs.length,
    (onDesign) => compare(designs, { title, at: equality, rate, data, ranges: range, onDesign }));
  if (result.ok) return result.document;
  const { name, locate } = designs[result.design];
  process.stderr.write(`design "${name}"\n${issueList(placed(result.problems, locate), formatIssue)}`);
  process.exitCode = exit.invalid;
  return undefined;
}
