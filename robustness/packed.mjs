import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * npm run packed: packs the program as it is published, installs it without development parts into an empty folder, and runs the default
 * case, a report and every TypeScript snippet of the pages there, after a strict compiler has read them against the types of the package. Asks
 * the registry for the run-time dependencies. The report has to be written without the optional ones, too.
 */
const root = fileURLToPath(new URL('../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'catholith-packed-'));
const run = (command, args, cwd = folder) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

/** Snippets of the pages that ship with the package, as a user would copy them. */
function runSnippets() {
  const pages = ['README.md', 'docs/api.md'];
  const files = pages.flatMap((page) =>
    [...readFileSync(join(folder, 'node_modules/catholith', page), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(
      ([, code], i) => {
        const file = join(folder, `${page.replace(/\W/g, '-')}-${i}.ts`);
        writeFileSync(file, code);
        return file;
      },
    )
  );
  // a compiler and the types of Node are what a TypeScript project has
  for (const name of ['typescript', '@types/node', 'undici-types']) {
    cpSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true });
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({
    compilerOptions: { strict: true, module: 'NodeNext', target: 'ES2023', skipLibCheck: false, types: ['node'],
      outDir: 'built' },
    include: ['*.ts'],
  }));
  run('npm', ['pkg', 'set', 'type=module']);
  run('node', ['node_modules/typescript/bin/tsc']);
  for (const file of files) run('node', [file.replace(folder, join(folder, 'built')).replace(/\.ts$/, '.js')]);
  process.stdout.write(`${files.length} snippets compiled strictly and run\n`);
}

try {
  const [{ filename, entryCount, size }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
  );
  process.stdout.write(`${filename}: ${entryCount} files, ${Math.round(size / 1000)} kB\n`);
  run('npm', ['init', '-y']);
  run('npm', ['install', '--omit=dev', '--no-audit', '--no-fund', join(folder, filename)]);
  const card = run(join(folder, 'node_modules/.bin/catholith'), ['run', '--set', 'mesh=coarse', '--out', 'report']);
  process.stdout.write(`${card.split('\n').slice(0, 3).join('\n')}\n`);
  runSnippets();
  const bare = mkdtempSync(join(folder, 'without-optional-'));
  run('npm', ['init', '-y'], bare);
  run('npm', ['install', '--omit=dev', '--omit=optional', '--no-audit', '--no-fund', join(folder, filename)], bare);
  run(join(bare, 'node_modules/.bin/catholith'), ['run', '--set', 'mesh=coarse', '--out', 'report'], bare);
  process.stdout.write(`installed, run and imported with Node ${process.version}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
