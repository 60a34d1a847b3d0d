import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folder } from '../report/sweep/support.js';
import { builtProgram, root } from '../support/program.js';

/** The program as a user has it: a process that is killed, from these sources. */

let cli: string;

beforeAll(async () => {
  cli = await builtProgram();
});

const text = `base: ${root}configs/cells/nmc811-li6ps5cl.yaml
mesh: {name: coarse, membraneCells: 2, cathodeCells: 6, shells: 5}
numerics: {tolerance: 1e-3}
protocol: {charge: ideal}
fit:
  curves: [{file: ${root}configs/studies/fits/synthetic-1c.csv, rate: 1C}]
  vary:
    cathode.ionicTransport.effectiveConductivity: {from: 0.02 mS/cm, to: 0.2 mS/cm, spacing: log}
    cathode.activeMaterial.particleRadius: {from: 1 um, to: 6 um, spacing: log}
  noise: {voltage: 5 mV, capacity: 1 %}
  starts: 3
`;

const run = (...args: string[]) => spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
const journalOf = (dir: string): string => join(dir, 'fit-journal.ndjson');

/** Lines of the journal in a folder. */
const linesIn = (dir: string): number =>
  existsSync(journalOf(dir)) ? readFileSync(journalOf(dir), 'utf8').split('\n').length - 1 : 0;

/** Kills a fit without notice once its journal holds so many parts. */
async function killedAfter(args: readonly string[], dir: string, parts: number): Promise<void> {
  const child = spawn(process.execPath, [cli, ...args], { stdio: 'ignore' });
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  while (linesIn(dir) < parts && child.exitCode === null) {
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
  child.kill('SIGKILL');
  await ended;
}

describe('catholith fit', () => {
  it('killed among its starts and its profiles goes on to the identical document; another fit does not', async () => {
    const [whole, killed] = [folder(), folder()];
    const file = join(whole, 'a.yaml');
    writeFileSync(file, text);
    const done = run('fit', file, '--out', whole);
    expect([done.status, done.stderr]).toEqual([0, '']);
    expect(existsSync(journalOf(whole))).toBe(false);

    for (const parts of [2, 4]) {
      await killedAfter(['fit', file, '--out', killed], killed, parts);
      expect(linesIn(killed)).toBeGreaterThanOrEqual(parts);
    }
    const left = linesIn(killed);
    // half a line, as a kill leaves it
    writeFileSync(journalOf(killed), '{"crc":"0badc0de","part":"sta', { flag: 'a' });
    await killedAfter(['fit', file, '--out', killed, '--set', 'fit.noise.voltage=6 mV'], killed, left + 1);
    const resumed = run('fit', file, '--out', killed);
    expect(resumed.stderr).toContain(`${left} of 7 parts of the fit were finished before`);
    expect(readFileSync(join(killed, 'fit.json'), 'utf8')).toBe(readFileSync(join(whole, 'fit.json'), 'utf8'));
    expect(existsSync(journalOf(killed))).toBe(false);
  });
});
