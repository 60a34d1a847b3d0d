import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './support/program.js';

/** `npm run lint` holds on a fresh clone, types of tests and pages with it: both tools are packages, and neither asks the network. */
const commands = ['dprint check', 'oxlint --format=unix'];

it.each(commands)('%s finds nothing; `npm run format` repairs what is a matter of style', (command) => {
  const [tool, ...words] = command.split(' ');
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules', '.bin', tool), words, {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status, `${stdout}${stderr}`).toBe(0);
});
