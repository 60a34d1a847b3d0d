import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Person } from '../authoring/new-case/interview.js';
import type { Answers, Question } from '../authoring/new-case/questions.js';
import { textIfReadable } from '../config/files/read-text.js';
import { print, refuse, refuseCommand } from './command.js';
import { type CaseFileOptions, forceOption, mayWrite, problemsOf, writeCase } from './write-case.js';

const flags = {
  format: 'pouch, pellet, coin, sheet or bipolar; default: pouch',
  size: 'diameter or area of the electrodes of a pellet, coin cell or sheet, e.g. "10 mm"',
  cells: 'unit cells in series of a bipolar stack',
  active: 'active material: a name of the library, or a CSV file of its slow discharge',
  like: 'library material that has what the CSV file does not say',
  against: 'what the CSV file was measured against: Li (default) or In/InLi',
  electrolyte: 'electrolyte of cathode and membrane',
  fractions: 'mass fractions active:electrolyte[:carbon[:binder]], e.g. 80:17:3',
  porosity: 'porosity of the cathode; default: 15 %, marked as assumed',
  amount: 'mass, loading, thickness or areal capacity of the cathode, e.g. "26 mg/cm^2", "12 mg", "10 mg/cm^2 active"',
  membrane: 'thickness of the membrane, or its mass',
  anode: 'lithium-metal, lithium-indium, or an active material as a composite',
  cutoffs: 'lower and upper cut-off voltage, e.g. "2.5 V, 4.3 V"; default: from the curve, or from the library',
  rates: 'rates, e.g. "C/10, 1C"; default: C/10, C/3, 1C',
  title: 'title; default: from the materials',
} as const;

export function addNew(root: Command): void {
  const command = root.command('new')
    .description('write a commented case file; asks for what no option says, where there is a terminal to ask at')
    .option('--out <case>', 'case file to write', 'my-cell.yaml')
    .option(...forceOption);
  for (const [flag, words] of Object.entries(flags)) command.option(`--${flag} <text>`, words);
  command.action(newFile);
}

async function newFile({ out, force, ...given }: Answers & CaseFileOptions): Promise<void> {
  if (!mayWrite({ out, force })) return;
  const [{ questions }, { customaryCutoffs, newCase }] = await Promise.all([
    import('../authoring/new-case/questions.js'),
    import('../authoring/new-case/new-case.js'),
  ]);
  const answers = await answered(questions((known) => customaryCutoffs(known, textIfReadable)).map(withFiles), given);
  if (answers === undefined) return;
  const csv = /\.csv$/i.test(answers.active ?? '') ? fromFolder(out, answers.active ?? '') : undefined;
  if (!writeCase(newCase(answers, csv), { out, force })) return;
  print(`${out}: written`);
  const issues = await problemsOf(out);
  if (issues.length > 0) return refuse(issues);
  print(`It is valid. To go on: catholith run ${out}`);
}

/** A path as the case names it: with forward slashes, from its own folder. */
const fromFolder = (out: string, file: string): string =>
  relative(dirname(resolve(out)), resolve(file)).replaceAll('\\', '/');

/** A terminal that asks; undefined where there is none: a script must not wait for a keyboard that nobody sits at. */
function person(): (Person & { close(): void }) | undefined {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // the end of the input, or Ctrl-C
  const gone = new AbortController();
  terminal.on('close', () => gone.abort());
  return { ask: (prompt) => terminal.question(prompt, { signal: gone.signal }), tell: print,
    close: () => terminal.close() };
}

async function answered(all: readonly Question[], given: Answers): Promise<Answers | undefined> {
  const { interview } = await import('../authoring/new-case/interview.js');
  const somebody = person();
  try {
    const result = await interview(all, given, somebody);
    return result.ok ? result.answers : refuseCommand(result.problems.join('\n'));
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
    return refuseCommand('\nnew: expected an answer, found the end of the input; nothing was written');
  } finally {
    somebody?.close();
  }
}

/** A file that the answer names has to be there. */
const withFiles = (question: Question): Question =>
  question.flag !== 'active' ? question : {
    ...question,
    problem: (text, answers) =>
      /\.csv$/i.test(text) && !existsSync(text)
        ? `expected a CSV file, found no such file "${text}"; give its path`
        : question.problem(text, answers),
  };
