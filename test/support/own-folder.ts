import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const prefix = 'tests-';

/** Gives a run of the tests a temporary folder of its own, and takes it away with all that tests, programs and browsers left in it. */
export function setup(): (() => void) | undefined {
  // each kind of file asks: the first one is answered
  if (basename(tmpdir()).startsWith(prefix)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), prefix));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
