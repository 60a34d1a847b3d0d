import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { root } from './support/program.js';

/** `npm run lint` holds on a fresh clone: both tools are packages, and neither asks the network. */
const commands = ['dprint check', 'oxlint --format=unix'];

it.each(commands)('%s finds nothing; `npm run format` repairs what is a matter of style', (command) => {
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', ...command.split(' ')], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status, `${stdout}${stderr}`).toBe(0);
});
