import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { resultSchema } from '../../src/results/result-schema.js';
import { builtProgram, root } from '../support/program.js';

/** `docs/own-cell.md` as its reader does it: a copy of the example in an empty folder. */
let program: string;
let folder: string;
const run = (...args: string[]) => spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });

beforeAll(async () => {
  program = await builtProgram();
  folder = mkdtempSync(join(tmpdir(), 'own-cell-'));
  cpSync(join(root, 'configs/cells/own-cell'), folder, { recursive: true });
});

describe('a pellet of one\'s own', () => {
  it('is checked, with its powders and their curve', () => {
    const { stdout, stderr, status } = run('check', 'pellet.yaml');
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout).toContain('The case is valid.');
  });

  it('runs, under the names of its powders, without a pouch', () => {
    const text = execFileSync(process.execPath, [program, 'run', 'pellet.yaml', '--set', 'mesh=coarse', '--no-range'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(text).toContain('lab-NMC622');
    expect(text).toContain('pellet of 1.2');
    expect(text).not.toMatch(/pouch|\$\/kWh|km with/);
    const document = resultSchema.parse(JSON.parse(readFileSync(join(folder, 'out/pellet/result.json'), 'utf8')));
    expect(document.energy.format).toBe('pellet');
    // against indium; all of what the curve covers at C/20, less than that at 1C
    expect(document.rates.map(({ label }) => label)).toEqual(['C/20', '0.4 mA', '1C']);
    expect(document.rates[1].currentDensity_mA_cm2).toBeCloseTo(0.4 / (Math.PI * 0.25), 5);
    const [slow, , fast] = document.rates;
    expect(slow.utilisation).toBeGreaterThan(fast.utilisation);
    expect(slow.utilisation).toBeLessThanOrEqual(1);
    expect(slow.meanVoltage_V).toBeLessThan(3.4);
    const { parameters } = document.provenance;
    expect(parameters.find(({ path }) => path === 'lab-NMC622.openCircuitPotential')).toMatchObject({ status: 'given',
      note: expect.stringContaining('smoothed to fall') as string });
    expect(parameters.find(({ path }) => path === 'lab-NMC622.diffusivity')).toMatchObject({ status: 'assumed',
      note: expect.stringContaining('that of NMC622') as string });
    expect(readFileSync(join(folder, 'out/pellet/report.html'), 'utf8')).not.toContain('km/kWh');
  });

  it('has powders that are drawn', () => {
    const { stdout, status } = run('materials', '--add', 'powders.yaml');
    expect(status).toBe(0);
    expect(stdout).toContain('chlorine-rich argyrodite');
    expect(existsSync(join(folder, 'out/materials/figures/lab-NMC622.png'))).toBe(true);
    expect(run('materials', 'Li5', '--add', 'powders.yaml').stderr).toContain(
      'there are lab-NMC622, lab-Li5.5PS4.5Cl1.5',
    );
  });

  it('quotes of a name that is none what a line can show', () => {
    expect(run('materials', 'a'.repeat(100_000)).stderr).toMatch(
      /^materials: "a+\.\.\." is not in the library; .{0,80}\n$/,
    );
  });

  it('takes the titration of the page', () => {
    const [, section] = readFileSync(join(root, 'docs/own-cell.md'), 'utf8').split('## From a titration');
    const [rows, powders] = [...section.matchAll(/```\w*\n([\s\S]*?)```/g)].map(([, block]) => block);
    writeFileSync(join(folder, 'gitt.csv'), rows);
    writeFileSync(join(folder, 'titrated.yaml'), powders);
    const { stdout, stderr, status } = run('materials', '--add', 'titrated.yaml');
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('5 rows of gitt.csv over capacity');
    // one pulse as the page evaluates it
    const [, second] = /D = ([\d.e-]+) cm²/.exec(section) ?? [];
    const [radius, pulse] = [1.8e-4, 600];
    expect(Number(second) / ((4 * radius ** 2) / (9 * Math.PI * pulse) * (12 / 22) ** 2)).toBeCloseTo(1, 1);
    expect(rows).toContain(`40, ${second}`);
    // the measured rows and the material that it is like stand in the picture
    const picture = readFileSync(join(folder, 'out/materials/figures/lab-NMC622.svg'), 'utf8');
    expect(picture).toContain('measured rows');
    expect(picture).toContain('NMC622, which it is like');
  });

  it('is told what a study needs another command for', () => {
    const study = join(root, 'configs/studies/maps/loading-membrane.yaml');
    expect(run('check', study).stdout).toContain('247 designs, 741 simulations');
    expect(run('check', join(root, 'configs/studies/fits/nmc83-thicknesses.yaml')).stdout).toMatch(
      /to \d+ single capacities$/m,
    );
    expect(run('run', study)).toMatchObject({ status: 2,
      stderr: expect.stringContaining(`catholith sweep ${study}`) as string });
  });
});

describe('a powder that nobody has heard of', () => {
  it('has its card from a balance and the noisy curve of a cycler', () => {
    // a slope of 3.62 V to 3.1 V against indium over 173 mAh/g, with a millivolt of noise and decimal commas
    const rows = Array.from({ length: 401 }, (_, i) => {
      const s = i / 400;
      const voltage = 3.62 - 0.5 * s ** 0.8 + 0.0012 * Math.sin(1e4 * s * s);
      return `${(173.2 * s).toFixed(2)};${voltage.toFixed(5)}`.replaceAll('.', ',');
    });
    writeFileSync(join(folder, 'slow.csv'), `# C/50\nSpecific capacity (mAh/g);Ewe (V)\n${rows.join('\n')}\n`);
    const written = run('new', '--format', 'pellet', '--size', '10 mm', '--active', 'slow.csv', '--like', 'NMC622',
      '--against', 'In/InLi', '--electrolyte', 'Li6PS5Cl', '--fractions', '70:27:3', '--amount', '11.3 mg',
      '--membrane', '78 mg', '--anode', 'lithium-indium', '--out', 'lab/unknown/pellet.yaml');
    expect([written.stderr, written.status]).toEqual(['', 0]);
    const { stdout, status } = run('run', 'lab/unknown/pellet.yaml', '--set', 'mesh=coarse', '--no-range');
    expect(status).toBe(0);
    expect(stdout).toContain('own-slow');
    const document = resultSchema.parse(JSON.parse(readFileSync(join(folder, 'out/pellet/result.json'), 'utf8')));
    const [slow] = document.rates;
    // down to the end of the curve itself: what is lost on the way is not delivered
    expect(slow.specificCapacity_mAh_g).toBeGreaterThan(140);
    expect(slow.specificCapacity_mAh_g).toBeLessThanOrEqual(173.3);
  });
});
