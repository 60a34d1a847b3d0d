import { expect, test } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import { runCase } from '../../src/pipeline/run-case.js';
import { fieldMaps } from '../../src/report/figures/field-maps.js';
import { shippedPath } from '../support/shipped-path.js';
import { overlaps, textBoxes } from './text-boxes.js';

test('maps of a sheet of centimetres have axes in mm, no word on another, and no style that a page would refuse', async () => {
  const set = ['mesh={name: coarse, unitCell: {overhang: {length: 1 mm, cells: 4}}}', 'protocol.rates=[1C]',
    'protocol.charge=ideal'];
  const read = loadCase(shippedPath('nmc811-li6ps5cl'), { set });
  if (!read.ok) throw new Error('not read');
  const run = await runCase(read.case, read.ledger);
  if (!run.ok) throw new Error('not run');
  const svg = fieldMaps(run.document)?.svg ?? '';
  expect(svg).toContain('Along the layers (mm)');
  expect(svg).not.toMatch(/ style="/);
  expect(overlaps(textBoxes(svg))).toEqual([]);
});
