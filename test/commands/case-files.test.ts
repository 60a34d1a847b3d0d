import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtProgram, root } from '../support/program.js';

/** The commands that write a case file, as their user runs them. */
let program: string;
let folder: string;
const run = (...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8', input: '' });

beforeAll(async () => {
  program = await builtProgram();
  folder = mkdtempSync(join(tmpdir(), 'case-files-'));
  copyFileSync(join(root, 'configs/reference/lg-m50-chen2020.bpx.json'), join(folder, 'lgm50.bpx.json'));
  copyFileSync(join(root, 'configs/cells/own-cell/ocp.csv'), join(folder, 'powder.csv'));
});

describe('catholith import', () => {
  it('writes a case that runs, and says what is not in it, a line each', () => {
    const { stdout, stderr, status } = run('import', 'lgm50.bpx.json');
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout.split('\n').filter((line) => line.startsWith('not in it: '))).toHaveLength(5);
    expect(readFileSync(join(folder, 'lgm50.yaml'), 'utf8')).toMatch(/^# From lgm50.bpx.json, BPX 1.1.0, DFN;/);
    const result = run('run', 'lgm50.yaml', '--set', 'mesh=coarse', '--set', 'protocol.rates=[1C]', '--no-range',
      '--json');
    expect(JSON.parse(result.stdout)).toMatchObject({ rates: [{ outcome: { kind: 'completed' } }],
      energy: { format: 'pellet' } });
  });

  it('writes over nothing unless told to', () => {
    run('import', 'lgm50.bpx.json', '--out', 'twice.yaml');
    expect(run('import', 'lgm50.bpx.json', '--out', 'twice.yaml')).toMatchObject({ status: 2,
      stderr: 'twice.yaml: expected a new file, found one; --force writes over it, --out names another\n' });
    expect(run('import', 'lgm50.bpx.json', '--out', 'twice.yaml', '--force').status).toBe(0);
  });

  it.each([
    [['none.json'], 'none.json: expected a BPX file, found no such file; give its path\n'],
    [['.'], '.: expected a BPX file, found a folder; give its path\n'],
    [['lgm50.bpx.json', '--out', 'lgm50.bpx.json/a.yaml'],
      /^lgm50.bpx.json\/a.yaml: expected a file that can be written, found E/],
  ])('%j is told', (args, message) => {
    const { stderr, status } = run('import', ...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('catholith new', () => {
  const pouch = ['--active', 'NMC811', '--electrolyte', 'Li6PS5Cl', '--fractions', '80:17:3', '--amount', '26 mg/cm^2',
    '--membrane', '30 um', '--anode', 'lithium-metal'];

  it('writes a case that is valid and runs, from options alone', () => {
    const { stdout, stderr, status } = run('new', ...pouch);
    expect([stdout, stderr, status]).toEqual([
      'my-cell.yaml: written\nIt is valid. To go on: catholith run my-cell.yaml\n',
      '',
      0,
    ]);
    expect(readFileSync(join(folder, 'my-cell.yaml'), 'utf8')).toContain('upperCutoffVoltage: 4.3 V');
    const result = run('run', 'my-cell.yaml', '--set', 'mesh=coarse', '--no-range', '--json');
    expect(JSON.parse(result.stdout)).toMatchObject({ rates: Array(3).fill({ outcome: { kind: 'completed' } }) });
  });

  it('takes a curve of one\'s own in a pellet, beside the case or not', () => {
    const { stdout, stderr, status } = run('new', '--format', 'pellet', '--size', '10 mm', '--active', 'powder.csv',
      '--like', 'NMC622', '--against', 'In/InLi', '--electrolyte', 'Li6PS5Cl', '--fractions', '70:30', '--amount',
      '12 mg', '--membrane', '80 mg', '--anode', 'lithium-indium', '--rates', '0.4 mA', '--out', 'pellet.yaml');
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout).toContain('It is valid.');
    expect(readFileSync(join(folder, 'pellet.yaml'), 'utf8')).toContain('file: powder.csv');
  });

  it('takes a composite anode', () => {
    const args = ['--out', 'full.yaml', ...pouch.slice(0, -1), 'graphite'];
    expect(run('new', ...args)).toMatchObject({ status: 0, stderr: '' });
  });

  it('never waits where nobody sits, and names all that is missing or wrong', () => {
    const { stderr, status } = run('new', '--out', 'none.yaml', '--format', 'pellet', '--active', 'NMC8111',
      '--fractions', '80:30');
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toEqual([
      '--size: expected an answer, found nothing; write e.g. --size "10 mm"',
      expect.stringMatching(
        /^--active: expected a material of the library, found "NMC8111"; did you mean NMC811\?/,
      ) as string,
      '--electrolyte: expected an answer, found nothing; write e.g. --electrolyte "Li6PS5Cl"',
      '--fractions: expected two to four shares that add up to 100, found "80:30"; write e.g. 80:17:3',
      '--amount: expected an answer, found nothing; write e.g. --amount "26 mg/cm^2"',
      '--membrane: expected an answer, found nothing; write e.g. --membrane "30 um"',
      '--anode: expected an answer, found nothing; write e.g. --anode "lithium-metal"',
    ]);
    expect(existsSync(join(folder, 'none.yaml'))).toBe(false);
  });

  it('names a curve that is not there', () => {
    const { stderr } = run('new', '--out', 'none.yaml', '--active', 'missing.csv');
    expect(stderr).toContain('--active: expected a CSV file, found no such file "missing.csv"; give its path');
  });
});
