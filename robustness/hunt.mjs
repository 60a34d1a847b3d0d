import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/**
 * npm run fuzz   [-- --seed 7 --minutes 10 --trials 12000 --workers 2]   case files with mistakes
 * npm run stress [-- --seed 7 --minutes 60 --trials 100000]              extreme cells
 *
 * Every kind of finding is written to out/fuzz or out/stress in the smallest form that was found.
 */
const [what, ...options] = process.argv.slice(2);
const root = fileURLToPath(new URL('../', import.meta.url));
const program = `${root}out/robustness`;

const bundle = await rolldown({
  cwd: root,
  platform: 'node',
  input: { main: 'test/robustness/main.ts', 'trial-worker': 'test/robustness/trial-worker.ts' },
  external: [/^@observablehq/, 'linkedom', '@resvg/resvg-js', 'dejavu-fonts-ttf', 'fast-check', 'yaml'],
  logLevel: 'silent',
});
await bundle.write({ dir: program, format: 'esm' });
await bundle.close();

const { status } = spawnSync(process.execPath, [`${program}/main.js`, what, root, `${program}/trial-worker.js`,
  ...options], { stdio: 'inherit' });
process.exitCode = status ?? 1;
