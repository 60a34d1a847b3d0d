import fc from 'fast-check';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mistakes, shippedFiles, withMistakes } from './case-files.js';
import { cells } from './cells.js';
import { Court, hunt, keep } from './hunt.js';
import type { Trial } from './trial-worker.js';

/** `fuzz` draws files with mistakes, `stress` extreme cells; see docs/robustness.md. */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    minutes: { type: 'string', default: '5' },
    trials: { type: 'string', default: '100000' },
    workers: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
});
const [what = 'fuzz', root = '.', worker = ''] = positionals;
const meshFolder = join(root, 'meshes');

/** A sixth of the files is run; reading them is quick. */
function trialsOf(name: string): fc.Arbitrary<Trial> {
  if (name === 'stress') {
    return cells.map((text) => ({ kind: 'cell' as const, text, path: join(root, 'configs', 'drawn.yaml'), meshFolder,
      runs: true })
    );
  }
  const files = shippedFiles(root);
  return fc.tuple(fc.nat(files.length - 1), mistakes, fc.nat(5)).map(([index, list, run]) => ({
    kind: 'file' as const,
    text: withMistakes(files[index].text, list),
    path: files[index].path,
    meshFolder,
    runs: run === 5,
  }));
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const seed = Number(values.seed);
const lanes = Number(values.workers);
const folder = values.out ?? join(root, 'out', what);
const limits = { seconds: what === 'stress' ? 150 : 90, megabytes: 1200 };
print(`${what}: seed ${seed}, ${values.minutes} min, ${lanes} ${lanes === 1 ? 'thread' : 'threads'}`);

const all = await Promise.all(Array.from({ length: lanes }, async (_, lane) => {
  const court = new Court(worker, limits);
  const result = await hunt({
    trials: trialsOf(what),
    seed: seed + 1_000_000 * lane,
    seconds: 60 * Number(values.minutes),
    mostTrials: Math.ceil(Number(values.trials) / lanes),
    judge: court.judge,
    onFinding: (found) => print(`found      ${found.signature}\n           ${keep(folder, found)}`),
  });
  await court.close();
  return result;
}));

function added<K>(maps: readonly ReadonlyMap<K, number>[]): Map<K, number> {
  const sum = new Map<K, number>();
  for (const map of maps) for (const [key, count] of map) sum.set(key, (sum.get(key) ?? 0) + count);
  return sum;
}

const counts = added(all.map(({ found }) => found));
const reached = [...added(all.map(({ reached: one }) => one))].map(([stage, count]) => `${count} ${stage}`).join(', ');
print(`${all.reduce((sum, { tried }) => sum + tried, 0)} trials (${reached}), ${counts.size} kinds of finding`);
for (const [signature, count] of [...counts].sort(([, a], [, b]) => b - a)) {
  print(`${String(count).padStart(6)}  ${signature}`);
}
process.exitCode = counts.size === 0 ? 0 : 1;
