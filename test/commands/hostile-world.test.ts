import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folder } from '../report/sweep/support.js';
import { builtProgram, root } from '../support/program.js';

/** The program among full disks, closed pipes, second processes and files that change under it. */

let cli: string;

beforeAll(async () => {
  cli = await builtProgram();
});

const thin = join(root, 'configs', 'cells', 'nmc811-li6ps5cl-thin.yaml');
const coarse = ['--set', 'mesh=coarse', '--set', 'protocol.rates=[1C]'];
const sweepText = (to: number) =>
  `base: ${root}configs/cells/nmc811-li3incl6.yaml\nmesh: coarse\nprotocol: {rates: [C/3, 2C]}\n`
  + `sweep: {vary: {cathode.thickness: {from: 20 um, to: ${to} um, points: 24}}}\n`;

function sweepFile(to = 160): string {
  const file = join(folder(), 'a.yaml');
  writeFileSync(file, sweepText(to));
  return file;
}

const run = (...args: string[]) => spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', timeout: 300_000 });
const shell = (script: string) => spawnSync('bash', ['-c', script], { encoding: 'utf8', timeout: 300_000 });
const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('exit', resolve);
  });
const tables = (dir: string) =>
  ['sweep.csv', 'sweep.parquet', 'sweep.json'].map((name) => readFileSync(join(dir, name), 'utf8'));

/**
 * A sweep whose files may not grow beyond so many bytes: the signal ignored, one that does fails like one on a full disk, partly and then not
 * at all. It says what it has to say to pipes, which have no such limit.
 */
const below = (bytes: number, file: string, dir: string) =>
  shell(`trap '' XFSZ; ulimit -f ${Math.floor(bytes / 1024)}; `
    + `exec "${process.execPath}" "${cli}" sweep "${file}" --out "${dir}" --workers 1`);

/** Starts a sweep and waits until its journal has begun. */
async function begun(file: string, dir: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [cli, 'sweep', file, '--out', dir, '--workers', '1'], { stdio: 'ignore' });
  const journal = join(dir, 'journal-1-of-1.ndjson');
  while (!(existsSync(journal) && statSync(journal).size > 0)) {
    await new Promise((resolve) => {
      setTimeout(resolve, 2);
    });
  }
  return child;
}

describe('a run', () => {
  it('whose option is an empty text is refused before anything is read', () => {
    const { status, stdout, stderr } = run('run', 'nowhere.yaml', '--out', '');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error: option '--out <dir>': expected a value, found an empty text\n/);
  });

  it('that could not go on ends with 1, also where its report is written, and one that could with 0', () => {
    const stuck = ['run', thin, ...coarse, '--set', 'numerics.maximumSteps=5', '--json'];
    expect(run(...stuck).status).toBe(1);
    expect(run(...stuck, '--out', folder()).status).toBe(1);
    expect(run('run', thin, ...coarse, '--json').status).toBe(0);
  });

  it('whose output is full says so and ends with 2; one that nobody reads still writes its report', () => {
    const full = shell(`"${process.execPath}" "${cli}" energy "${thin}" > /dev/full`);
    expect([full.status, full.stderr]).toEqual([2,
      expect.stringContaining('expected an output that can be written, found ENOSPC')]);
    const dir = folder();
    const closed = shell(
      `"${process.execPath}" "${cli}" energy "${thin}" --out "${dir}" | true; echo \${PIPESTATUS[0]}`,
    );
    expect([closed.stdout.trim(), closed.stderr, existsSync(join(dir, 'energy.html'))]).toEqual(['0', '', true]);
  });

  it('of a terminal without columns is printed as wide as a narrow one', () => {
    const script = 'Object.defineProperty(process.stdout, "columns", { value: 0 })';
    const narrow = spawnSync(process.execPath, ['--import', `data:text/javascript,${script}`, cli, 'energy', thin], {
      encoding: 'utf8',
    });
    expect([narrow.status, narrow.stderr]).toEqual([0, '']);
  });
});

describe('--out', () => {
  const energy = (dir: string) => run('energy', thin, '--out', dir);

  it.skipIf(!existsSync('/proc/self'))('below /proc, below a file, at a device: one line and 2', () => {
    for (const dir of ['/proc/nothing/here', join(thin, 'x'), '/dev/null']) {
      const { status, stderr } = energy(dir);
      expect([status, stderr.split('\n')]).toEqual([2, [
        expect.stringMatching(/^--out .*: expected a folder that can be written, found /),
        '',
      ]]);
    }
  });

  it('keeps what others put there, replaces links and not what they lead to', () => {
    const dir = folder();
    const victim = join(folder(), 'victim.txt');
    writeFileSync(victim, 'precious');
    writeFileSync(join(dir, 'energy.html'), 'mine');
    symlinkSync(victim, join(dir, 'energy.json'));
    const { status, stderr } = energy(dir);
    expect([status, stderr]).toEqual([0,
      expect.stringContaining('2 files lay there that no report of this program lists')]);
    expect([readFileSync(victim, 'utf8'), readFileSync(join(dir, 'energy.html.kept'), 'utf8')]).toEqual(['precious',
      'mine']);
    expect(energy(dir).stderr).toBe('');
  });

  it('writes through no link in the place of its figures', () => {
    const [dir, other] = [folder(), folder()];
    symlinkSync(other, join(dir, 'figures'));
    expect(energy(dir).stderr).toContain('found figures in it as a link to elsewhere');
    expect(readdirSync(other)).toEqual([]);
  });

  it('says whose report it replaces', () => {
    const dir = folder();
    energy(dir);
    expect(run('energy', join(root, 'configs', 'cells', 'lfp-peo.yaml'), '--out', dir).stderr).toContain(
      'it replaces the report of "',
    );
  });
});

describe('a sweep', () => {
  const whole = folder();
  beforeAll(() => {
    expect(run('sweep', sweepFile(), '--out', whole, '--workers', '1').status).toBe(0);
  });

  it('whose case changes under it is the sweep that began', async () => {
    const [file, dir] = [sweepFile(), folder()];
    const child = await begun(file, dir);
    writeFileSync(file, sweepText(300));
    expect(await ended(child)).toBe(0);
    expect(tables(dir)).toEqual(tables(whole));
  });

  it('is not run by two processes at once, and one that was killed keeps nobody out', async () => {
    const [file, dir] = [sweepFile(), folder()];
    const child = await begun(file, dir);
    const second = run('sweep', file, '--out', dir);
    expect([second.status, second.stderr]).toEqual([2, expect.stringContaining(`found process ${child.pid} on `)]);
    child.kill('SIGKILL');
    await ended(child);
    const third = run('sweep', file, '--out', dir);
    expect([third.status, third.stdout]).toEqual([0, expect.stringContaining(`process ${child.pid} on `)]);
    expect(readdirSync(dir).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')(
    'on a disk that is full says so, keeps what it has, and goes on when there is room',
    () => {
      const [file, dir] = [sweepFile(), folder()];
      const size = statSync(join(whole, 'journal-1-of-1.ndjson')).size;
      const limited = below(0.7 * size, file, dir);
      expect([limited.status, limited.stderr]).toEqual([1,
        expect.stringContaining('expected a disk that takes the journal, found EFBIG')]);
      expect(limited.stderr).not.toContain('    at ');
      expect(limited.stdout).toContain('designs are kept, the same command goes on');
      const resumed = run('sweep', file, '--out', dir, '--workers', '1');
      expect([resumed.status, resumed.stderr]).toEqual([0, '']);
      expect(resumed.stdout).toMatch(/\d+ of 24 designs were finished before/);
      expect(tables(dir)).toEqual(tables(whole));
      // the same with a journal that is complete: the tables find no room
      const later = folder();
      copyFileSync(join(whole, 'journal-1-of-1.ndjson'), join(later, 'journal-1-of-1.ndjson'));
      const untold = below(0.7 * statSync(join(whole, 'sweep.csv')).size, file, later);
      expect([untold.status, untold.stderr.split('\n').length, untold.stderr]).toEqual([2, 2, expect.stringMatching(
        /expected a folder that can be written, found EFBIG.*give the same command again: .* is kept/,
      )]);
      expect(readdirSync(later).filter((name) => /csv|parquet|part$|lock$/.test(name))).toEqual([]);
      expect(run('sweep', file, '--out', later).status).toBe(0);
      expect(tables(later)).toEqual(tables(whole));
    },
  );

  it.skipIf(process.platform === 'win32')('on a disk without room for its lock leaves none behind', () => {
    const dir = folder();
    const { status, stderr } = below(0, sweepFile(), dir);
    expect([status, stderr, readdirSync(dir)]).toEqual([2,
      expect.stringContaining('expected a folder that can be written, found EFBIG'), []]);
  });

  it('tells a part under the name of another', () => {
    const [file, dir] = [sweepFile(), folder()];
    expect(run('sweep', file, '--out', dir, '--shard', '1/3').status).toBe(0);
    const renamed = join(dir, 'journal-2-of-3.ndjson');
    writeFileSync(renamed, readFileSync(join(dir, 'journal-1-of-3.ndjson')));
    expect(run('sweep', file, '--out', dir, '--shard', '2/3').stderr).toContain(
      'found part 1 of 3 under the name of part 2 of 3',
    );
    expect(run('merge', dir, '--partial').stderr).toContain(
      'journal-2-of-3.ndjson holds part 1 of 3 under another name',
    );
    expect(run('sweep', file, '--shard', '1/99999999999999999999').status).toBe(2);
    const ofNoFolder = run('merge', file);
    expect([ofNoFolder.status, ofNoFolder.stderr.split('\n').length]).toEqual([2, 2]);
  });
});
