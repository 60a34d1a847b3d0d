import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { drawMutants } from './mutant-sample.mjs';
import { rooms } from './stryker.config.mjs';

/**
 * npm run mutate                    the five rooms against every test that concerns them: hours
 * npm run mutate -- src/cell        a folder or a file of them against the tests of its room: minutes
 * npm run mutate -- src/physics test/physics test/verification     against these tests: folders or files
 * npm run mutate -- --sample 300 --seed 7 [--skip 100]             300 mutants drawn of all (after the
 *                                   first 100 of that order), against the tests of the rooms and test/verification: hours
 *
 * Lists every change of the sources that no test noticed; out/mutants/mutants.html shows them in their place.
 */
const { positionals: paths, values } = parseArgs({ allowPositionals: true,
  options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' },
    skip: { type: 'string', default: '0' } } });
const sources = paths.filter((path) => path.startsWith('src/'));
const tests = paths.filter((path) => path.startsWith('test/'));
const room = (path) => `test/${path.split('/')[1].replace(/\.ts$/, '')}`;
const pattern = (path) => (statSync(path).isDirectory() ? `${path.replace(/\/$/, '')}/**/*.ts` : path);
const env = { ...process.env };

let chosen = sources.map(pattern);
let wanted = tests.length > 0 ? tests : [...new Set(sources.map(room))];
if (values.sample !== undefined) {
  const from = sources.length > 0 ? sources : rooms.map((name) => `src/${name}`);
  const { total, drawn } = await drawMutants(from, Number(values.sample), values.seed, Number(values.skip));
  if (drawn.length === 0)
    throw new Error(`--sample ${values.sample} --skip ${values.skip}: draws none of ${total} mutants`);
  process.stdout.write(`${drawn.length} of ${total} mutants\n`);
  chosen = drawn.map(({ place }) => place);
  if (tests.length === 0) wanted = [...new Set([...from.map(room), 'test/verification'])];
  env.CATHOLITH_MUTANTS = JSON.stringify(drawn.map(({ name }) => name));
}
if (wanted.length > 0) env.CATHOLITH_MUTATION_TESTS = wanted.join(',');
const mutate = chosen.length > 0 ? ['--mutate', chosen.join(',')] : [];
const { status } = spawnSync('npx', ['stryker', 'run', 'robustness/stryker.config.mjs', ...mutate], { stdio: 'inherit',
  env });
process.exitCode = status ?? 1;
