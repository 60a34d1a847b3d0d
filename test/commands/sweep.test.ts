import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { journalsIn, readJournal } from '../../src/report/sweep/open-journal.js';
import { folder } from '../report/sweep/support.js';
import { builtProgram, root } from '../support/program.js';

/** The program as a user has it: a process with worker threads, from these sources. */

let cli: string;

beforeAll(async () => {
  cli = await builtProgram();
});

const base =
  `base: ${root}configs/cells/nmc811-li3incl6.yaml\nmesh: coarse\nprotocol: {charge: ideal, rates: [C/3, 2C]}\n`;

function sweepFile(text: string): string {
  const file = join(folder(), 'a.yaml');
  writeFileSync(file, `${base}${text}`);
  return file;
}

const many =
  'sweep: {vary: {membrane.thickness: {from: 5 um, to: 100 um, points: 3}, cathode.thickness: {from: 20 um, to: 160 um, points: 6}}}\n';

const run = (...args: string[]) => spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
const tables = (dir: string) =>
  ['sweep.csv', 'sweep.parquet', 'sweep.json'].map((name) => readFileSync(join(dir, name)));

describe('catholith sweep', () => {
  it('killed at any moment goes on to the identical tables, with one worker or two, whole or in parts', async () => {
    const file = sweepFile(many);
    const [whole, killed, parts] = [folder(), folder(), folder()];
    const done = run('sweep', file, '--out', whole, '--workers', '1');
    expect(done.stderr).toBe('');
    expect(done.status).toBe(0);
    expect(done.stdout).toContain('18 designs, 36 simulations: 36 completed');

    let left = 0;
    for (let round = 0; round < 3; round++) {
      await killedAfter(['sweep', file, '--out', killed, '--workers', '2'], killed, 3 * (round + 1));
      left = finishedIn(killed);
      expect(left).toBeGreaterThan(0);
    }
    const resumed = run('sweep', file, '--out', killed, '--workers', '2');
    expect(resumed.stdout).toContain(`${left} of 18 designs were finished before`);
    expect(tables(killed)).toEqual(tables(whole));

    for (const index of [3, 1]) expect(run('sweep', file, '--out', parts, '--shard', `${index}/3`).status).toBe(0);
    const early = run('merge', parts);
    expect(early.status).toBe(1);
    expect(early.stdout).toContain('6 of 18 designs are missing (1, 4, 7, 10, 13, ...)');
    run('sweep', file, '--out', parts, '--shard', '2/3');
    expect(run('merge', parts)).toMatchObject({ status: 0, stderr: '' });
    expect(tables(parts)).toEqual(tables(whole));

    const twice = run('merge', parts, parts);
    expect(twice.stderr).toBe('3 of 6 journals are of a part that another one has, too; each design counts once\n');
    expect(tables(parts)).toEqual(tables(whole));
  });

  it('is told before each step of an uncertainty what it will take', () => {
    const file = sweepFile('uncertainty: {most: 2, points: 16, error: 90 %}\n');
    const { status, stderr } = run('uncertainty', file, '--json', '--workers', '1', '--set', 'protocol.rates=[C/3]');
    expect(status).toBe(0);
    expect(stderr.split('\n').slice(0, 3)).toEqual([
      'first the case on its own mesh and on a coarse one',
      expect.stringMatching(
        /^then each parameter with a spread at its two ends: \d+ solves, about \d+ (s|min) of processor time$/,
      ),
      expect.stringMatching(/^2 parameters at once: 64 cells on a coarse mesh, about /),
    ]);
  });

  it('says in one sentence what it cannot do', () => {
    const file = sweepFile('sweep: {vary: {membrane.thicknes: [5 um]}}\n');
    const misspelt = run('sweep', file);
    expect([misspelt.status, misspelt.stderr]).toEqual([2, expect.stringContaining('did you mean "thickness"?')]);
    const dir = folder();
    const good = sweepFile('sweep: {vary: {membrane.thickness: [5 um]}}\n');
    run('sweep', good, '--out', dir);
    const other = run('sweep', good, '--out', dir, '--set', 'temperature=40 degC');
    expect([other.status, other.stderr]).toEqual([2,
      expect.stringContaining('choose another folder, or --restart to forget it')]);
    expect(run('merge', folder()).stderr).toContain('expected journals of a sweep');
    expect(run('sweep', good, '--shard', '3/2').stderr).toContain('Expected a part and the number of parts, e.g. 2/8.');
  });
});

function finishedIn(dir: string): number {
  const [file] = journalsIn(dir);
  const reading = file === undefined ? undefined : readJournal(file);
  if (!reading?.ok) return 0;
  reading.journal.close();
  return reading.journal.finished;
}

/** Kills the program without notice once its journal holds so many designs. */
async function killedAfter(args: readonly string[], dir: string, designs: number): Promise<void> {
  const child = spawn(process.execPath, [cli, ...args], { stdio: 'ignore' });
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  while (finishedIn(dir) < designs && child.exitCode === null) {
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  child.kill('SIGKILL');
  await ended;
}
