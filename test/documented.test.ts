import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './support/program.js';

/** No export without a docstring, in what the library passes on and in the rooms that promise it. */

interface Count {
  readonly exports: number;
  /** `file: name` */
  readonly undocumented: readonly string[];
}

const script = join(root, 'robustness', 'documented.mjs');
const rooms = JSON.parse(execFileSync(process.execPath, [script, '--json'], { encoding: 'utf8' })) as Record<string,
  Count>;

it.each(['public', 'units', 'mesh', 'transport', 'cell', 'pipeline', 'simulation'])('%s', (room) => {
  const { exports, undocumented } = rooms[room];
  expect(exports).toBeGreaterThan(0);
  expect(undocumented, 'npm run docs:count').toEqual([]);
});
