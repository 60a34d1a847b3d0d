import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readMeshes } from '../../src/config/read-case.js';
import { around } from './around.js';
import { mistakes, shippedFiles, withMistakes } from './case-files.js';
import { cells } from './cells.js';
import { Court } from './court.js';
import { hunt, keep } from './hunt.js';
import type { Trial } from './trial.js';

/**
 * `fuzz` draws files with mistakes, `stress` extreme cells; see docs/robustness.md. Built into `dist/robustness`, which needs Node and nothing
 * else; `fuzz` reads the cases beside `dist`.
 */

function refuse(words: string): never {
  const usage = 'fuzz|stress [--around FILE] [--seed N] [--cells N] [--minutes N] [--jobs N] [--out DIR]';
  process.stderr.write(`${words}\nusage: node dist/robustness/main.js ${usage}\n`);
  process.exit(2);
}

function asked() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        seed: { type: 'string', default: String(Date.now() % 1_000_000) },
        cells: { type: 'string', default: '100000' },
        minutes: { type: 'string', default: '1e6' },
        jobs: { type: 'string', default: '1' },
        out: { type: 'string' },
        around: { type: 'string' },
      },
    });
  } catch (error) {
    return refuse((error as Error).message);
  }
}

const { values, positionals: [what = 'fuzz'] } = asked();
if (what !== 'fuzz' && what !== 'stress') refuse(`expected fuzz or stress, found "${what}"`);
for (const key of ['seed', 'cells', 'minutes', 'jobs'] as const) {
  const value = Number(values[key]);
  if (!(value >= 0) || (key === 'jobs' && value < 1)) refuse(`--${key}: expected a number, found "${values[key]}"`);
}
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const root = here('../../');
const meshes = readMeshes(join(root, 'meshes'));

/** The cells around one case. */
function cellsNear(path: string): fc.Arbitrary<string> {
  if (what !== 'stress') refuse('--around is of stress alone');
  try {
    return around(readFileSync(path, 'utf8'));
  } catch (error) {
    return refuse(`--around: ${(error as Error).message}`);
  }
}

/** A sixth of the files is run; reading them is quick. */
function trialsOf(name: string, { around: path } = values): fc.Arbitrary<Trial> {
  const cell = { kind: 'cell', path: path ?? 'drawn.yaml', meshes, runs: true } as const;
  if (path !== undefined) return cellsNear(path).map((text) => ({ ...cell, text }));
  if (name === 'stress') return cells.map((text) => ({ ...cell, text }));
  const files = shippedFiles(root);
  return fc.tuple(fc.nat(files.length - 1), mistakes, fc.nat(5)).map(([index, list, run]) => ({
    kind: 'file' as const,
    text: withMistakes(files[index].text, list),
    path: files[index].path,
    meshes,
    runs: run === 5,
  }));
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const [seed, jobs, count] = [values.seed, values.jobs, values.cells].map(Number);
const folder = values.out ?? join(root, 'out', what);
const limits = { seconds: what === 'stress' ? 150 : 90, megabytes: 1200 };
print(`${what}: seed ${seed}, ${count} trials, ${jobs} ${jobs === 1 ? 'process' : 'processes'}`);

// the first signal ends the hunt with its sums; another one ends the program
let isOver = false;
const courts = Array.from({ length: jobs }, () => new Court(here('trial-worker.js'), limits));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    isOver = true;
    for (const court of courts) court.close();
  });
}
const { tried, reached, found } = await hunt({
  trials: trialsOf(what),
  seed,
  count,
  seconds: 60 * Number(values.minutes),
  judges: courts.map(({ judge }) => judge),
  onFinding: (one) => print(`found      ${one.signature}\n           ${keep(folder, one)}`),
  onAgain: (signature, batch, place) => print(`again      ${signature}, seed ${batch}, trial ${place}`),
  isOver: () => isOver,
  onBatch: (judged) => judged % 1000 < 100 && print(`${judged} trials`),
});
for (const court of courts) court.close();
print(
  `${tried} trials (${[...reached].map(([stage, n]) => `${n} ${stage}`).join(', ')}), ${found.size} kinds of finding`,
);
for (const [signature, n] of [...found].sort(([, a], [, b]) => b - a)) print(`${String(n).padStart(6)}  ${signature}`);
process.exitCode = found.size === 0 ? 0 : 1;
