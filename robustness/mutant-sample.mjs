import { Instrumenter } from '@stryker-mutator/instrumenter';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import config from './stryker.config.mjs';

/** Where a mutant is, as Stryker's `--mutate` takes it, and by which text it is known: its place and what stands there instead. */
const placeOf = ({ fileName, location: { start, end } }) =>
  `${relative('', fileName).replaceAll('\\', '/')}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
const nameOf = (mutant) => `${placeOf(mutant)} ${mutant.replacement}`;
const filesBelow = (path) =>
  path.endsWith('.ts')
    ? [path]
    : readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
      .map((name) => `${path.replace(/\/$/, '')}/${name.replaceAll('\\', '/')}`);

/**
 * Draws `count` of all mutants below the paths, each as likely as any other: those behind the first `skipped` in an order that a hash of seed
 * and mutant makes, so that runs of 100, and of 100 with 100 skipped, are one of 200. `{total, drawn: [{name, place}]}`.
 */
export async function drawMutants(paths, count, seed, skipped) {
  // the laws themselves are read as text: derived.ts is what runs
  const files = paths.flatMap(filesBelow).filter((name) => !/\/laws\/(?!derived)/.test(name));
  const { mutants } = await new Instrumenter({ debug() {}, info() {}, isDebugEnabled: () => false }).instrument(
    files.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') })),
    { plugins: null, ignorers: [], excludedMutations: config.mutator.excludedMutations },
  );
  const order = mutants.filter(({ status }) => !status).map((mutant) => {
    const name = nameOf(mutant);
    return { name, place: placeOf(mutant), rank: createHash('sha256').update(`${seed} ${name}`).digest('hex') };
  }).sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return { total: order.length, drawn: order.slice(skipped, skipped + count) };
}

/** A place has more mutants inside of it: those that were not drawn are passed over, as what does not compile is. */
const onlyDrawn = {
  async init() {
    this.names = new Set(JSON.parse(process.env.CATHOLITH_MUTANTS));
  },
  async check(mutants) {
    const verdict = (mutant) =>
      this.names.has(nameOf(mutant)) ? { status: 'passed' } : { status: 'compileError', reason: 'not drawn' };
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, verdict(mutant)]));
  },
};

/** Room by room, how many mutants were noticed, with Wilson's interval of 95 %; what a time ended is noticed, but said apart. */
const shares = {
  rows: {},
  onMutantTested(mutant) {
    if (mutant.status === 'CompileError' || mutant.status === 'Ignored') return;
    const { status, location: { start: { line, column } }, replacement } = mutant;
    const file = relative('', mutant.fileName).replaceAll('\\', '/');
    if (status !== 'Killed') process.stdout.write(`${status} ${file}:${line}:${column} ${replacement}\n`);
    for (const room of [file.split('/')[1], 'all']) {
      this.rows[room] ??= { Killed: 0, Timeout: 0 };
      this.rows[room][mutant.status] = (this.rows[room][mutant.status] ?? 0) + 1;
    }
  },
  wrapUp() {
    for (const [room, fates] of Object.entries(this.rows)) {
      const count = Object.values(fates).reduce((sum, one) => sum + one);
      const [share, z] = [(fates.Killed + fates.Timeout) / count, 1.96];
      const [middle, half] = [share + z ** 2 / (2 * count),
        z * Math.sqrt(share * (1 - share) / count + (z / (2 * count)) ** 2)];
      const [low, high] = [middle - half, middle + half].map((end) => (100 * end / (1 + z ** 2 / count)).toFixed(1));
      const told = Object.entries(fates).map(([fate, number]) => `${fate} ${number}`).join(', ');
      process.stdout.write(`${room}: ${(100 * share).toFixed(1)} % (${low} to ${high}) of ${count}: ${told}\n`);
    }
  },
};
export const strykerPlugins = [
  { kind: 'Checker', name: 'drawn', value: onlyDrawn },
  { kind: 'Reporter', name: 'shares', value: shares },
];
