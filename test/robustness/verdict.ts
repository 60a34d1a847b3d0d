import type { Case, CaseIssue, ParameterLedger } from '../../src/config/case.js';
import { parseCase } from '../../src/config/parse-case.js';
import type { ParseOptions } from '../../src/config/parse-options.js';
import { isPrintable } from '../../src/config/printable.js';
import { parseComparison } from '../../src/config/studies/parse-comparison.js';
import { parseReproduction } from '../../src/config/studies/parse-reproduction.js';
import { parseSweep } from '../../src/config/studies/parse-sweep.js';
import { parseValidation } from '../../src/config/studies/parse-validation.js';
import { formatIssue } from '../../src/config/wording.js';
import { prepareCase, runCase } from '../../src/pipeline/run-case.js';
import { resultCard } from '../../src/report/run-report.js';
import { type RateResult, type ResultDocument, resultSchema } from '../../src/results/result-schema.js';
import { designsOf } from '../../src/study/sweep/designs.js';

/** What may come of a case, and what may not. */
export interface Finding {
  /** Equal for findings that are most likely one fault. */
  readonly signature: string;
  readonly detail: string;
}

/** How far a trial came, and what is wrong with it. */
export interface Verdict {
  readonly reached: 'refused' | 'prepared' | 'run';
  readonly findings: readonly Finding[];
}

interface Report {
  (signature: string, detail?: string): void;
  reached: Verdict['reached'];
}

/** Small enough that thousands of cases are run. */
const tinyMesh = { name: 'tiny', membraneCells: 4, cathodeCells: 10, grading: 2, shells: 8, shellGrading: 1.2 };
const mostSteps = 4000;

/** Reads a text in every way that there is, and runs what is a case. */
export async function judgeFile(text: string, options: ParseOptions, runs: boolean): Promise<Verdict> {
  const { findings, report } = collector();
  const ready: { readonly given: Case; readonly ledger: ParameterLedger }[] = [];
  const take = (loaded: ReturnType<typeof parseCase>): void => {
    if (loaded.ok) ready.push({ given: loaded.case, ledger: loaded.ledger });
    else judgeIssues(loaded.issues, report, text);
  };
  guarded('case', report, () => take(parseCase(text, options)));
  guarded('comparison', report, () => {
    const reading = parseComparison(text, options);
    if (!reading.ok) judgeIssues(reading.issues, report, text);
    else ready.push(...reading.file.designs.slice(0, 2).map(({ case: given, ledger }) => ({ given, ledger })));
  });
  guarded('sweep', report, () => {
    const reading = parseSweep(text, options);
    if (!reading.ok) return judgeIssues(reading.issues, report, text);
    const { count, values } = designsOf(reading.sweep.definition);
    for (const design of new Set([0, count - 1])) take(reading.sweep.design(values(design)));
  });
  guarded('reproduction', report, () => {
    const reading = parseReproduction(text, options);
    if (!reading.ok) judgeIssues(reading.issues, report, text);
    else for (const row of reading.file.rows.slice(0, 2)) take(row.design({}));
  });
  guarded('validation', report, () => {
    const reading = parseValidation(text, options);
    if (!reading.ok) judgeIssues(reading.issues, report, text);
    else for (const cell of reading.file.cells.slice(0, 2)) take(cell.design({}));
  });
  const seen = new Set<string>();
  for (const { given, ledger } of ready) {
    const tiny = { ...given, mesh: { ...given.mesh, ...tinyMesh },
      numerics: { ...given.numerics, maximumSteps: mostSteps } };
    const first = { ...tiny, protocol: { ...tiny.protocol, rates: tiny.protocol.rates.slice(0, 1) } };
    if (seen.size < 2 && seen.size < seen.add(JSON.stringify(first)).size)
      await judgeCase(first, ledger, runs, report, ['too-many-steps']);
  }
  return { reached: report.reached, findings };
}

/** Runs one cell as it is. */
export async function judgeCell(text: string, options: ParseOptions): Promise<Verdict> {
  const { findings, report } = collector();
  const loaded = parseCase(text, options);
  if (!loaded.ok) judgeIssues(loaded.issues, report, text);
  else await judgeCase(loaded.case, loaded.ledger, true, report, []);
  return { reached: report.reached, findings };
}

function collector(): { readonly findings: Finding[]; readonly report: Report } {
  const findings: Finding[] = [];
  const push = (signature: string, detail = ''): void =>
    void findings.push({ signature, detail: detail.slice(0, 2000) });
  return { findings, report: Object.assign(push, { reached: 'refused' as const }) };
}

/** A throw is known by its message without numbers and by where it came from. */
function thrown(stage: string, report: Report, error: unknown): void {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const where = /at (?:async )?(\S+) /.exec(stack)?.[1] ?? '';
  report(`throw in ${stage}: ${message.replace(/\d[\d.e+-]*/g, '#').slice(0, 80)} at ${where}`, stack);
}

function guarded(stage: string, report: Report, act: () => void): void {
  try {
    act();
  } catch (error) {
    thrown(stage, report, error);
  }
}

const noWords = /\bundefined\b|\[object|\bInfinity\b|(?<!["#.])\bNaN\b(?!")/;

/** Every problem has a place and words, on one line that a terminal shows as it is; `given` is what its words may repeat. */
function judgeIssues(issues: readonly CaseIssue[], report: Report, given = ''): void {
  if (issues.length === 0) report('refused without a problem');
  for (const issue of issues) {
    const line = formatIssue(issue);
    const placed = Number.isInteger(issue.line) && issue.line >= 1 && Number.isInteger(issue.column)
      && issue.column >= 1 && issue.file !== '';
    if (!placed) report(`problem without a place: ${issue.code}`, line);
    if ([issue.expected, issue.received, issue.remedy].some((words) => words === ''))
      report(`problem without words: ${issue.code}`, line);
    if (line.length > 5000) report(`problem of ${issue.code} with a line of more than 5000 characters`, line);
    if (line.includes('\n') || !isPrintable(line))
      report(`problem of ${issue.code} with control characters`, JSON.stringify(line));
    const empty = noWords.exec(`${issue.expected} ${issue.remedy}`)?.[0];
    if (empty !== undefined && !given.includes(empty)) report(`problem of ${issue.code} in no words`, line);
  }
}

async function judgeCase(given: Case, ledger: ParameterLedger, runs: boolean, report: Report,
  allowed: readonly string[]): Promise<void>
{
  try {
    const run = runs ? await runCase(given, ledger) : undefined;
    const result = run ?? prepareCase(given);
    if (!result.ok)
      judgeIssues(result.problems.map((problem) => ({ ...problem, file: 'x', line: 1, column: 1 })), report);
    else report.reached = runs ? 'run' : 'prepared';
    if (run?.ok) judgeDocument(run.document, report, allowed);
  } catch (error) {
    thrown('run', report, error);
  }
}

/** Bounds that a balance keeps where anything passes at all. */
const bounds = { lithium: 1e-6, charge: 1e-6, heat: 1e-3, polarisation_mV: 1e-3 } as const;

function judgeDocument(document: ResultDocument, report: Report, allowed: readonly string[]): void {
  const lost = notFinite(document, '');
  if (lost !== undefined) report(`not finite: ${lost.replace(/\.\d+/g, '')}`, lost);
  const { error } = resultSchema.safeParse(JSON.parse(JSON.stringify(document)));
  if (error && lost === undefined)
    report(`against the schema: ${error.issues[0].path.join('.').replace(/\.\d+/g, '')}`, error.message);
  const card = resultCard(document, { colour: false, width: 100 });
  if (noWords.test(card)) report('card in no words', card.split('\n').filter((line) => noWords.test(line)).join('\n'));
  if (!isPrintable(card)) report('card with control characters');
  for (const rate of document.rates) judgeRate(rate, document, report, allowed);
}

function judgeRate({ outcome, balances, series, ...rate }: RateResult, document: ResultDocument, report: Report,
  allowed: readonly string[]): void
{
  if (outcome.sentence.length < 10) report(`outcome without a sentence: ${outcome.reason}`);
  if (outcome.kind !== 'completed' && !allowed.includes(outcome.reason))
    report(`outcome ${outcome.kind} ${outcome.reason}`, JSON.stringify(outcome));
  const passed =
    Math.max(0, ...series.arealCapacity_mAh_cm2.map(Math.abs)) > 1e-6 * document.case.theoreticalArealCapacity_mAh_cm2;
  if (passed && balances.lithium_relative > bounds.lithium)
    report('balance of lithium', String(balances.lithium_relative));
  if (passed && balances.charge_relative > bounds.charge) report('balance of charge', String(balances.charge_relative));
  if (passed && (balances.heat_relative ?? 0) > bounds.heat) report('balance of heat', String(balances.heat_relative));
  const largest = Math.max(1, ...series.voltage_V.map(Math.abs));
  if (balances.polarisation_mV > bounds.polarisation_mV * largest)
    report('parts of the polarisation', String(balances.polarisation_mV));
  const { total, ...parts } = rate.polarisation_mV;
  const sum = Object.values(parts).reduce<number>((left, part) => left + (part ?? NaN), 0);
  if (total !== null && Math.abs(sum - total) > 1e-3 * (1 + Math.abs(total)))
    report('mean parts of the polarisation', `${sum} against ${total}`);
}

/** The path of a number that JSON does not know. */
function notFinite(value: unknown, path: string): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${path}=${value}`;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = notFinite(inner, path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
