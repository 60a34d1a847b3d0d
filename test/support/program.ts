import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, rolldown } from 'rolldown';

const { whenCalled } = await import(new URL('../../tools/bundling.mjs', import.meta.url).href) as {
  whenCalled: Plugin;
};

export const root = fileURLToPath(new URL('../../', import.meta.url));

let built: Promise<string> | undefined;

/** The program as a user has it, from these sources: the path of the command line. A worker builds it once, in a folder of its own. */
export const builtProgram = (): Promise<string> => built ??= buildProgram();

async function buildProgram(): Promise<string> {
  const program = join(root, 'out', `test-program-${process.env.VITEST_POOL_ID}`);
  mkdirSync(program, { recursive: true });
  const bundle = await rolldown({
    cwd: root,
    platform: 'node',
    input: { catholith: 'src/cli.ts', 'sweep-worker': 'src/commands/sweep-worker.ts',
      'uncertainty-worker': 'src/commands/uncertainty-worker.ts' },
    external: ['@observablehq/plot', 'linkedom', '@resvg/resvg-js', 'dejavu-fonts-ttf', 'tinypool'],
    plugins: [whenCalled],
    logLevel: 'silent',
  });
  await bundle.write({ dir: join(program, 'bin'), format: 'esm', chunkFileNames: '[name].js' });
  await bundle.close();
  for (const data of ['meshes', 'configs', 'package.json']) {
    cpSync(join(root, data), join(program, data), { recursive: true });
  }
  return join(program, 'bin', 'catholith.js');
}
