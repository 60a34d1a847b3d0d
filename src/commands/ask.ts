import type { Command } from 'commander';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { basisLabels } from '../cell/energy-density.js';
import { ownFolder, readText } from '../config/files/read-text.js';
import { readMeshes } from '../config/read-case.js';
import { sweepOf } from '../config/studies/parse-sweep.js';
import { readWish } from '../config/studies/read-goals.js';
import type { Description } from '../report/blocks/block.js';
import type { EmulatorDocument } from '../results/emulator-schema.js';
import type { SweepCell } from '../results/sweep-schema.js';
import { type Target, targetOf } from '../study/learn/find.js';
import { type CaseOptions, collect, exit, present, refuse, refuseCommand } from './command.js';

type PresentOptions = Pick<CaseOptions, 'json' | 'out'>;

interface AskOptions extends PresentOptions {
  readonly find: readonly string[];
}

export function addAsk(root: Command): void {
  root.command('ask')
    .description(
      'ask a model of "catholith learn": a design, with the error of the answer; or designs that meet a wish, each solved',
    )
    .argument('<model>', 'folder or model.json that catholith learn wrote')
    .argument('[values...]', 'key=value of the keys that the sweep varied, e.g. "cathode.porosity=10 %"')
    .option('--find <wish>',
      'designs that meet it, e.g. "pouch Wh/kg at 1C = 350" or "utilisation at 1C > 80 %"; keys that are given stay; repeatable',
      collect, [])
    .option('--out <dir>', 'folder of the answer as a page, ask.html, and as ask.json (default: none is written)')
    .option('--json', 'print the document and nothing else')
    .action(ask);
}

async function ask(path: string, texts: string[], { find: wishes, ...options }: AskOptions): Promise<void> {
  const model = await modelOf(path);
  if (!model) return;
  const { designOf } = await import('../study/learn/answer.js');
  const design = designOf(model, texts, wishes.length > 0);
  if (!design.ok) return refuseCommand(design.problems.map((one) => `ask ${one}`).join('\n'));
  return wishes.length > 0
    ? findDesigns(model, wishes, design.values, options)
    : answerDesign(model, design.values.map((value) => value ?? null), options);
}

async function modelOf(path: string): Promise<EmulatorDocument | undefined> {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'model.json') : path;
  const { emulatorSchema } = await import('../results/emulator-schema.js');
  try {
    const read = emulatorSchema.safeParse(JSON.parse(readText(file)));
    const { digestOf } = await import('../study/learn/learn.js');
    if (read.success && await digestOf(read.data) === read.data.digest) return read.data;
    if (read.success)
      return refuseCommand(
        `ask ${path}: expected a model as learn wrote it, found one that was changed; write it again`,
      );
  } catch {
    // not there, or no JSON: the same to who asks
  }
  return refuseCommand(`ask ${path}: expected a model, found none; write one with catholith learn SWEEP`);
}

async function answerDesign(model: EmulatorDocument, values: readonly SweepCell[],
  options: PresentOptions): Promise<void>
{
  const { answersOf, strangeness } = await import('../study/learn/answer.js');
  const { x, answers } = answersOf(model, values);
  const strange = strangeness(model, x);
  if (strange !== undefined) return refuseCommand(`ask ${strange}`);
  const { answerDescription } = await import('../report/learn/answer-report.js');
  await present({ model: model.digest, values, answers }, options,
    () => reportOf(answerDescription(model, values, answers)));
}

async function findDesigns(model: EmulatorDocument, wishes: readonly string[],
  fixed: readonly (SweepCell | undefined)[], options: PresentOptions): Promise<void>
{
  const targets = targetsOf(model, wishes);
  if (!targets) return;
  if (model.case === null) {
    return refuseCommand(
      '--find: expected a model that knows its case, so that the solver can check what it proposes, found one that does '
        + 'not; catholith learn SWEEP --case CASE',
    );
  }
  const { file, input, set, texts } = model.case;
  const loaded = sweepOf({ file, input, set, texts: new Map(texts), meshes: readMeshes(ownFolder('meshes')) });
  if (!loaded.ok) return refuse(loaded.issues);
  const [{ find }, { solverOf }] = await Promise.all([import('../study/learn/find.js'),
    import('../study/learn/solve.js')]);
  const found = find(model, targets, fixed, solverOf(loaded.sweep, model));
  process.exitCode = found.proposals.length > 0 ? exit.result : exit.noResult;
  const { foundDescription } = await import('../report/learn/answer-report.js');
  await present({ model: model.digest, ...found }, options, () => reportOf(foundDescription(model, found)));
}

const reportOf = (description: Description) =>
  Promise.resolve({ page: 'ask.html', json: 'ask.json', describe: () => description });

/** Wishes as targets; undefined where one cannot be read or is of nothing that the model knows, which has been told then. */
function targetsOf(model: EmulatorDocument, wishes: readonly string[]): Target[] | undefined {
  const problems: string[] = [];
  const targets = wishes.flatMap((text): Target[] => {
    const wish = readWish(text, basisLabels[model.basis ?? 'pouch']);
    if (!wish.ok) {
      const [{ expected, received, remedy }] = wish.problems;
      problems.push(`--find "${text}": expected ${expected}, found ${received}; ${remedy}`);
      return [];
    }
    const target = targetOf(model, wish.value);
    if (typeof target !== 'string') return [target];
    problems.push(target);
    return [];
  });
  return problems.length > 0 ? refuseCommand(problems.join('\n')) : targets;
}
