import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * npm run packed: packs the program as it is published, installs it without development parts into an empty folder, and runs the default
 * case, a report and an import there. Asks the registry for the run-time dependencies.
 */
const root = fileURLToPath(new URL('../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'catholith-packed-'));
const run = (command, args, cwd = folder) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const [{ filename, entryCount, size }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
  );
  process.stdout.write(`${filename}: ${entryCount} files, ${Math.round(size / 1000)} kB\n`);
  run('npm', ['init', '-y']);
  run('npm', ['install', '--omit=dev', '--no-audit', '--no-fund', join(folder, filename)]);
  const card = run('npx', ['--no-install', 'catholith', 'run', '--set', 'mesh=coarse', '--out', 'report']);
  process.stdout.write(`${card.split('\n').slice(0, 3).join('\n')}\n`);
  const imported = run('node', ['--input-type=module', '-e',
    'import { loadCase } from \'catholith\'; console.log(typeof loadCase);']);
  if (imported.trim() !== 'function') throw new Error('the package cannot be imported');
  process.stdout.write(`installed, run and imported with Node ${process.version}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
