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

/** Results of reading and running, each a union of its own until there is one type of outcome. */
const pending =
  /: (LoadedCase|SweepReading|Prepared|CaseRun|Reproduction|Validation|Sliced|CompositionResult|LayersComposition|ElectrodeComposition)$/;

it.each(['public', 'units', 'mesh', 'transport', 'cell', 'simulation'])('%s', (room) => {
  const { exports, undocumented } = rooms[room];
  expect(exports).toBeGreaterThan(0);
  expect(undocumented.filter((one) => !pending.test(one)), 'npm run docs:count').toEqual([]);
});
