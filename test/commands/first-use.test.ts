import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtProgram } from '../support/program.js';

/** What seven users met on their first day, each with the file that they wrote. */
let program: string;
let folder: string;
const run = (...args: string[]) => spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};

beforeAll(async () => {
  program = await builtProgram();
  folder = mkdtempSync(join(tmpdir(), 'first-use-'));
});

const packed = `title: a packing
membrane: {electrolyte: Li6PS5Cl, thickness: 30 um}
cathode:
  activeMaterial: NMC811
  electrolyte: Li6PS5Cl
  thickness: 30 um
  structure: {packing: {voxelSize: 0.5 um, voxels: [24, 24, 24], realisations: 1,
    activeMaterial: {volumeFraction: 50 %, diameter: 4 um}, electrolyte: {volumeFraction: 45 %}, voids: {diameter: 1.5 um}}}
protocol: {rates: [1C]}
mesh: coarse
`;

describe('a packing that is made', () => {
  it.each([
    ['compare', 'designs: [{name: thin}, {name: thick, cathode: {thickness: 60 um}}]\n'],
    ['sweep', 'sweep: {vary: {cathode.thickness: [30 um, 60 um]}}\n'],
  ])('is announced before it is made: check, %s', (command, study) => {
    const path = file(`${command}.yaml`, packed + study);
    const announced = 'making a packing of 24 x 24 x 24 voxels, mean of 1 ...\n';
    expect(run('check', path)).toMatchObject({ stderr: announced, status: 0 });
    expect(run(command, path, '--out', command).stderr).toContain(announced);
  });
});

describe('run --no-range', () => {
  it('says of a rate outside of what was compared why, and before its numbers that they lie within a wide interval', () => {
    const { stdout } = run('run', '--no-range', '--set', 'protocol.rates=[C/3, 2C]', '--set', 'mesh=coarse', '--out',
      'two');
    const [slow, fast] = ['C/3 ', '2C '].map((rate) => stdout.split('\n').find((one) => one.startsWith(rate)) ?? '');
    expect(slow).not.toContain('≈');
    expect(fast.match(/≈ \d/g)).toHaveLength(7);
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(
      /C\/3 and ≈ \d.*outside a cell unlike the measured cells .* rate of 2C \(measured cells for comparison: C\/100 to/,
    );
    expect(stdout).toMatch(/as simulated.*\n?.*2C ≈/);
  });
});
