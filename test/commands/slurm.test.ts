import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrayScript, type BatchPlan, clock, ranges } from '../../src/commands/batch-script.js';
import { folder } from '../report/sweep/support.js';
import { builtProgram, root } from '../support/program.js';
import { type SlurmCluster, slurmCluster, withoutSlurm } from '../support/slurm-cluster.js';

describe('a batch file', () => {
  const plan: BatchPlan = { name: 'a', program: ['node', '/opt/it'], from: '/home/a b',
    sweep: ['/a.yaml', '--set', `title=it's`], dir: '/out', parts: 9, run: [1, 2, 3, 7], cpus: 2, time: 90_061 };

  it('names the parts that are to run, and takes every word as it is', () => {
    const text = arrayScript(plan);
    expect(text).toContain('#SBATCH --array=1-3,7\n');
    expect(text).toContain('#SBATCH --time=1-01:01:01\n');
    expect(text).toContain('#SBATCH "--chdir=/home/a b"\n');
    expect(text).toContain(`'title=it'\\''s' --workers 2 --shard "$SLURM_ARRAY_TASK_ID/9" &`);
    expect(spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' }).stderr).toBe('');
  });

  it('writes numbers and times as Slurm reads them', () => {
    expect([ranges([]), ranges([4]), ranges([1, 2, 4, 5, 6])]).toEqual(['', '4', '1-2,4-6']);
    expect([clock(1800), clock(3661.2), clock(86_400)]).toEqual(['00:30:00', '01:01:02', '1-00:00:00']);
  });
});

const reason = withoutSlurm();

describe.skipIf(reason !== undefined)(`a sweep on a Slurm of one node${reason ? ` (skipped: ${reason})` : ''}`, () => {
  let cli: string;
  let cluster: SlurmCluster;
  beforeAll(async () => {
    [cli, cluster] = await Promise.all([builtProgram(), slurmCluster(folder(), 4)]);
  });
  afterAll(() => cluster.stop());

  const designs = 320;
  const program = (...args: string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', env: cluster.env });

  function sweepFile(): string {
    const file = join(folder(), 'a.yaml');
    writeFileSync(file, `base: ${root}configs/cells/nmc811-li3incl6.yaml
mesh: {name: coarse, membraneCells: 2, cathodeCells: 3, shells: 3}
numerics: {tolerance: 1e-2}
protocol: {charge: ideal, rates: [1C]}
sweep:
  method: sobol
  points: ${designs}
  vary:
    cathode.thickness: {from: 60 um, to: 200 um}
    membrane.thickness: {from: 5 um, to: 200 um, spacing: log}
`);
    return file;
  }

  /** Processes of the parts of a sweep, by the folder that they write to. */
  const workersOf = (dir: string): number[] =>
    readdirSync('/proc').filter((pid) => /^\d+$/.test(pid)).flatMap((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
        return words[1] === cli && words.includes('--shard') && words.includes(dir) ? [Number(pid)] : [];
      } catch {
        // gone in between
        return [];
      }
    });

  it('in 8 tasks, of which two are killed and one is sent back, ends with the files of the single run', async () => {
    const file = sweepFile();
    const [single, dir] = [folder(), folder()];
    expect(program('sweep', file, '--out', single, '--workers', '1').status).toBe(0);

    const submitted = program('sweep', file, '--out', dir, '--slurm', '--array', '8');
    expect(submitted.stderr).toBe('');
    const [, job] = /submitted job (\d+) \(8 tasks\), merge as job \d+/.exec(submitted.stdout) ?? [];
    const victims = new Set<number>();
    while (victims.size < 2) {
      for (const pid of workersOf(dir).slice(0, 2 - victims.size)) {
        victims.add(pid);
        process.kill(pid, 'SIGKILL');
      }
      await pause(50);
    }
    while (!cluster.run('squeue', '-h', '-t', 'R', '-o', '%i').includes(`${job}_8`)) await pause(50);
    cluster.run('scontrol', 'requeue', `${job}_8`);
    await cluster.idle();

    const status = program('sweep', '--status', dir).stdout;
    expect(status).toContain(`${designs} of ${designs} done (100.0 %), 0 of them without a result`);
    expect(status).toContain('8: 8 complete, 0 running, 0 stopped, 0 not begun');
    for (const name of ['sweep.csv', 'sweep.parquet', 'sweep.json', 'sweep.html']) {
      expect(readFileSync(join(dir, name)).equals(readFileSync(join(single, name)))).toBe(true);
    }

    // submitted once more there is nothing to run, and another cut is refused
    expect(program('sweep', file, '--out', dir, '--slurm').stdout).toContain('every part is complete');
    await cluster.idle();
    expect(program('sweep', file, '--out', dir, '--slurm', '--array', '9').stderr).toContain('expected 8');
  });

  it('is submitted again for the parts that were cancelled, and for no other', async () => {
    const file = sweepFile();
    const dir = folder();
    expect(program('sweep', file, '--out', dir, '--shard', '2/3').status).toBe(0);
    const printed = program('sweep', file, '--out', dir, '--slurm', '--print').stdout;
    expect(printed).toContain('#SBATCH --array=1,3\n');
    expect(readdirSync(dir)).not.toContain('slurm');
  });
});

it('says what it needs where there is no Slurm', async () => {
  const cli = await builtProgram();
  const file = join(folder(), 'a.yaml');
  writeFileSync(file, `base: ${root}configs/cells/nmc811-li3incl6.yaml\nsweep: {vary: {membrane.thickness: [5 um]}}\n`);
  const { status, stderr } = spawnSync(process.execPath, [cli, 'sweep', file, '--slurm', '--out', folder()], {
    encoding: 'utf8',
    env: { ...process.env, PATH: '/nowhere' },
  });
  expect(status).toBe(2);
  expect(stderr).toContain('found no command sbatch on this machine; --print shows the batch files');
  expect(spawnSync(process.execPath, [cli, 'sweep', file, '--array', '3'], { encoding: 'utf8' }).stderr)
    .toContain('--array is of --slurm');
});
