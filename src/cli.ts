#!/usr/bin/env node
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Case, CaseIssue, Locate, Problem } from './config/case.js';
import { loadCase } from './config/read-case.js';
import { ownFolder } from './config/read-own-folder.js';
import { formatIssue } from './config/wording.js';
import { frequencyText } from './report/frequency-text.js';
import { issueList } from './report/issue-list.js';
import type { ResultDocument } from './results/result-schema.js';
import type { ImpedanceDocument } from './results/impedance-schema.js';
import { assumedDoubleLayer, usualSweep } from './study/impedance-defaults.js';
import { version } from './study/version.js';
import type { DimensionName } from './units/dimension.js';
import { parseQuantity } from './units/quantity.js';

/** Exit codes: 0 a result, 1 a numerical outcome that is no result, 2 an invalid case or command. */
const exit = { result: 0, noResult: 1, invalid: 2 } as const;

const defaultCase = join(ownFolder('configs'), 'nmc811-li3incl6.yaml');

interface RunOptions {
  readonly set: string[];
  readonly out?: string;
  readonly json?: boolean;
}

interface EisOptions extends RunOptions {
  readonly soc?: number;
  readonly from: number;
  readonly to: number;
  readonly perDecade: number;
  readonly doubleLayer?: number;
}

const collect = (value: string, all: string[]): string[] => [...all, value];
const terminal = () => ({ colour: process.stdout.isTTY && !process.env.NO_COLOR, width: Math.min(process.stdout.columns ?? 100, 120) });
const print = (text: string): void => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);

function program(): Command {
  const root = new Command('catholith')
    .description('Simulates thick composite cathodes of solid-state batteries: from a case file to how far ions and electrons get, and to Wh/kg.')
    .version(version)
    .addHelpText('after', '\nExit codes: 0 a result, 1 a run that could not go on (what it reached is kept), 2 an invalid case or command.')
    .showHelpAfterError('(catholith --help lists the commands)')
    .exitOverride();
  const set = ['--set <key=value>', 'override a key of the case, e.g. --set cathode.thickness="120 um"; key=null removes it; repeatable'] as const;
  root.command('run')
    .description('simulate a case at every rate of its list; print the result card, write the report')
    .argument('[case]', 'case file, YAML or JSON', defaultCase)
    .option(...set, collect, [])
    .option('--out <dir>', 'folder of the report (default: out/<name of the case>; with --json: no report)')
    .option('--json', 'print the result document and nothing else')
    .action(run);
  root.command('eis')
    .description('impedance of the cell at rest over a list of frequencies; print its card, write its page and figures')
    .argument('<case>', 'case file, YAML or JSON')
    .option('--soc <fraction>', 'state of charge, 1 = charged (default: where the case begins, or 0.5)', quantity('fraction', 0, 1))
    .addOption(frequencyOption('--from <frequency>', 'lowest frequency', usualSweep.from))
    .addOption(frequencyOption('--to <frequency>', 'highest frequency', usualSweep.to))
    .option('--per-decade <number>', 'frequencies per decade', quantity('dimensionless', 1, 1000), usualSweep.perDecade)
    .option('--double-layer <capacitance>', `per wetted area (default: ${assumedDoubleLayer.value} F/m^2, assumed)`, quantity('arealCapacitance', 0, 1e6))
    .option(...set, collect, [])
    .option('--out <dir>', 'folder of the report (default: out/<name of the case>; with --json: no report)')
    .option('--json', 'print the impedance document and nothing else')
    .action(eis);
  root.command('check')
    .description('read a case and say what it describes, or list every problem; nothing is solved')
    .argument('<case>', 'case file')
    .option(...set, collect, [])
    .action(check);
  root.command('schema')
    .description('print the JSON Schema of case files, or of the result document')
    .option('--result', 'the result document instead')
    .option('--impedance', 'the document of eis instead')
    .option('--markdown', 'the table of all keys of a case file as Markdown')
    .action(schema);
  root.command('materials')
    .description('what the library knows of its materials, with sources')
    .argument('[name]', 'one material in full')
    .action(materials);
  return root;
}

async function run(path: string, options: RunOptions): Promise<void> {
  const loaded = loadCase(path, { set: options.set });
  if (!loaded.ok) return refuse(loaded.issues);
  const { runCase } = await import('./run-case.js');
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

async function present(document: ResultDocument, { json, out }: RunOptions): Promise<void> {
  if (json) print(JSON.stringify(document));
  else {
    const { resultCard } = await import('./report/result-card.js');
    print(resultCard(document, terminal()));
  }
  if (json && out === undefined) return;
  const dir = out ?? join('out', document.case.name);
  const { writeReport } = await import('./report/write-report.js');
  const files = await written(dir, () => writeReport(document, dir));
  if (!json && files) print(`\nreport     ${join(dir, 'report.html')}  (${files.length} files)`);
}

/** What was computed has been printed by now; a folder that cannot be written is the command's mistake, not a crash. */
async function written(dir: string, write: () => Promise<string[]>): Promise<string[] | undefined> {
  try {
    return await write();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    process.stderr.write(`--out ${dir}: expected a folder that can be written, found ${message}; choose another\n`);
    process.exitCode = exit.invalid;
    return undefined;
  }
}

async function eis(path: string, options: EisOptions): Promise<void> {
  const { soc, from, to, perDecade, doubleLayer } = options;
  if (from > to) {
    process.stderr.write('eis: --from lies above --to; exchange them\n');
    process.exitCode = exit.invalid;
    return;
  }
  const loaded = loadCase(path, { set: options.set });
  if (!loaded.ok) return refuse(loaded.issues);
  const { prepareCase } = await import('./run-case.js');
  const ready = prepareCase(loaded.case);
  if (!ready.ok) return refuse(placed(ready.problems, loaded.locate));
  const { impedance } = await import('./study/impedance.js');
  const sweep = { stateOfCharge: soc, from, to, perDecade, doubleLayerCapacitance: doubleLayer };
  const document = await impedance(loaded.case, loaded.ledger, ready.prepared, sweep);
  process.exitCode = document.outcome.kind === 'completed' ? exit.result : exit.noResult;
  await presentImpedance(document, options);
}

async function presentImpedance(document: ImpedanceDocument, { json, out }: RunOptions): Promise<void> {
  if (json) print(JSON.stringify(document));
  else print((await import('./report/eis-card.js')).eisCard(document, terminal()));
  if (json && out === undefined) return;
  const dir = out ?? join('out', document.case.name);
  const { writeImpedance } = await import('./report/write-impedance.js');
  const files = await written(dir, () => writeImpedance(document, dir));
  if (!json && files) print(`\nreport     ${join(dir, 'impedance.html')}  (${files.length} files)`);
}

const frequencyOption = (flags: string, description: string, usual: number): Option =>
  new Option(flags, description).argParser(quantity('frequency', 1e-9, 1e12)).default(usual, frequencyText(usual));

/** Reads an option as SI within a range; what it refuses, commander prints. */
function quantity(dimension: DimensionName, low: number, high: number) {
  return (text: string): number => {
    const reading = parseQuantity(text, dimension);
    if (!reading.ok) throw new InvalidArgumentError(`Expected ${reading.expected}; ${reading.remedy}.`);
    if (reading.value < low || reading.value > high) throw new InvalidArgumentError(`Out of its range, ${low} to ${high}.`);
    return reading.value;
  };
}

async function check(path: string, options: { readonly set: string[] }): Promise<void> {
  const loaded = loadCase(path, { set: options.set });
  if (!loaded.ok) return refuse(loaded.issues);
  const { prepareCase } = await import('./run-case.js');
  const ready = prepareCase(loaded.case);
  if (!ready.ok) return refuse(placed(ready.problems, loaded.locate));
  const { summariseCase } = await import('./study/summarise-case.js');
  const { caseCard } = await import('./report/case-card.js');
  print(caseCard(summariseCase(loaded.case, loaded.ledger, ready.prepared), terminal()));
}

interface SchemaOptions {
  readonly result?: boolean;
  readonly impedance?: boolean;
  readonly markdown?: boolean;
}

async function schema(options: SchemaOptions): Promise<void> {
  if (options.markdown) return print((await import('./config/case-reference.js')).caseReference());
  const document = options.impedance
    ? (await import('./results/impedance-schema.js')).impedanceJsonSchema()
    : options.result
    ? (await import('./results/result-json-schema.js')).resultJsonSchema()
    : (await import('./config/json-schema.js')).caseJsonSchema();
  print(JSON.stringify(document, undefined, 2));
}

async function materials(name: string | undefined): Promise<void> {
  const { describeMaterial, listMaterials } = await import('./materials/describe-material.js');
  const { materialCard, materialList } = await import('./report/material-card.js');
  if (name === undefined) return print(materialList(listMaterials(), terminal()));
  const described = describeMaterial(name);
  if (described) return print(materialCard(described, terminal()));
  const { nearest } = await import('./config/nearest.js');
  const close = nearest(name, listMaterials().map((material) => material.name));
  const hint = close === undefined ? '' : `did you mean ${close}? `;
  process.stderr.write(`materials: "${name}" is not in the library; ${hint}catholith materials lists all\n`);
  process.exitCode = exit.invalid;
}

const placed = (problems: readonly Problem[], locate: Locate): CaseIssue[] => problems.map((problem) => ({ ...problem, ...locate(problem.key) }));

function refuse(issues: readonly CaseIssue[]): void {
  process.stderr.write(issueList(issues, formatIssue));
  process.exitCode = exit.invalid;
}

// `catholith run … | head` closes the pipe early: that is the reader's right, not an error
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

/** commander has printed its message by the time it throws; help and version end with its code 0. */
try {
  // no command at all is the main job: the default case
  await program().parseAsync(process.argv.length > 2 ? process.argv : [...process.argv, 'run']);
} catch (error) {
  const code = (error as { readonly exitCode?: number }).exitCode;
  if (code === undefined) throw error;
  process.exitCode = code === 0 ? 0 : exit.invalid;
}
