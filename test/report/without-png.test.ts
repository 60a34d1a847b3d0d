import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { writeReport } from '../../src/report/writers.js';
import { fixture } from './fixture.js';

// what `npm install --omit=optional` leaves
vi.mock('@resvg/resvg-js', () => {
  throw new Error('Cannot find module \'@resvg/resvg-js-linux-x64-gnu\'\nRequire stack: ...');
});

test('without the engine that draws PNG, page and SVG are written and one sentence says so', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'catholith-report-'));
  try {
    const notes: string[] = [];
    const files = await writeReport(fixture(), directory, (sentence) => notes.push(sentence));
    expect(files.filter((file) => file.endsWith('.svg'))).toHaveLength(9);
    expect(files.filter((file) => file.endsWith('.png'))).toEqual([]);
    expect(await readFile(join(directory, 'report.html'), 'utf8')).toContain('<figure id=');
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/SVG without PNG.*npm install --include=optional/);
    expect(notes[0]).not.toContain('\n');
  } finally {
    await rm(directory, { recursive: true });
  }
});
