import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/**
 * npm run mutate                    the five rooms against every test that concerns them: hours
 * npm run mutate -- src/cell        a folder or a file of them against the tests of its room: minutes
 * npm run mutate -- src/physics test/physics test/verification     against these tests: folders or files
 *
 * Lists every change of the sources that no test noticed; out/mutants/mutants.html shows them in their place.
 */
const paths = process.argv.slice(2);
const sources = paths.filter((path) => path.startsWith('src/'));
const tests = paths.filter((path) => path.startsWith('test/'));
const room = (path) => `test/${path.split('/')[1].replace(/\.ts$/, '')}`;
const pattern = (path) => (statSync(path).isDirectory() ? `${path.replace(/\/$/, '')}/**/*.ts` : path);

const chosen = sources.length === 0 ? [] : ['--mutate', sources.map(pattern).join(',')];
const wanted = tests.length > 0 ? tests : [...new Set(sources.map(room))];
const env = { ...process.env, ...(wanted.length > 0 && { CATHOLITH_MUTATION_TESTS: wanted.join(',') }) };
const { status } = spawnSync('npx', ['stryker', 'run', 'robustness/stryker.config.mjs', ...chosen], { stdio: 'inherit',
  env });
process.exitCode = status ?? 1;
