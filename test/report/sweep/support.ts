import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Journal } from '../../../src/report/sweep/journal.js';
import { sealedDesign } from '../../../src/report/sweep/sealed-line.js';
import { type SweepCell, type SweepDocument, sweepResultColumns,
  type SweepRow } from '../../../src/results/sweep-schema.js';

/** A sweep over two numbers without a simulation: what a row says is up to the test. */
export const folder = (): string => mkdtempSync(join(tmpdir(), 'catholith-'));

const range = (key: string, points: number) => ({ kind: 'range', key, from: 1, to: points, unit: 'um',
  spacing: 'linear', points });

export const sweepOf = (nx: number, ny: number, hash = 'abc'): SweepDocument => ({
  schema: 'catholith-sweep-1',
  title: 'a sweep',
  sweepHash: hash,
  program: 'catholith',
  version: '0',
  marks: [],
  parameters: [],
  definition: { method: 'grid', axes: [range('a', nx), range('b', ny)] },
  designs: nx * ny,
  columns: [
    { name: 'design', type: 'integer', meaning: '' },
    { name: 'a [um]', type: 'number', meaning: '' },
    { name: 'b [um]', type: 'number', meaning: '' },
    ...sweepResultColumns,
  ],
});

/** A row of a design with some of its columns. */
export function rowOf(sweep: SweepDocument, values: Readonly<Record<string, SweepCell>>): SweepRow {
  return sweep.columns.map(({ name }) => values[name] ?? null);
}

/** Adds one finished design to a journal. */
export const append = (journal: Journal, design: number, rows: readonly SweepRow[]): void =>
  journal.add([sealedDesign(design, rows, journal.sweep.sweepHash)]);
