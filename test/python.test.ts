import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtProgram, root } from './support/program.js';

/** `docs/python.md` as a notebook would run it; skipped where python3 has no pandas: the program needs neither. */
const pandas = spawnSync('python3', ['-c', 'import pandas'], { stdio: 'ignore' }).status === 0;

it.skipIf(!pandas)('the cells of docs/python.md run on what the program writes (skipped without python3 and pandas)',
  async () => {
    const program = await builtProgram();
    const folder = mkdtempSync(join(tmpdir(), 'catholith-python-'));
    const catholith = (...args: string[]) =>
      execFileSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });
    const cell = join(root, 'configs/cells/nmc811-li6ps5cl.yaml');
    writeFileSync(join(folder, 'sweep.yaml'), `base: ${cell}\nmesh: coarse\nprotocol: {rates: [1C]}\n`
      + 'sweep: {vary: {cathode.thickness: [40 um, 80 um]}}\n');
    catholith('run', cell, '--set', 'mesh=coarse', '--no-range', '--out', 'out/run');
    catholith('sweep', 'sweep.yaml', '--workers', '1', '--out', 'out/sweep');
    const cells = [...readFileSync(join(root, 'docs/python.md'), 'utf8').matchAll(/```python\n([\s\S]*?)```/g)].map((
      [, code],
    ) => code);
    const printed = execFileSync('python3', ['-'], { cwd: folder, encoding: 'utf8', input: cells.join('\n'),
      env: { ...process.env, MPLBACKEND: 'agg' } });
    expect(printed).toMatch(/C\/10 .*completed/);
    expect(printed).toMatch(/\d+ of \d+ parameters are assumed/);
    expect(printed).toContain('delivered / theoretical capacity of the cathode');
  });
