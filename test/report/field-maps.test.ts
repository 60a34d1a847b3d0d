import { expect, test } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import { runCase } from '../../src/pipeline/run-case.js';
import { cellRaster, planeOfDepth, streamlines } from '../../src/report/figures/cell-raster.js';
import { fieldMaps } from '../../src/report/figures/field-maps.js';
import type { ResultDocument } from '../../src/results/result-schema.js';
import { shippedPath } from '../support/shipped-path.js';
import { overlaps, textBoxes } from './text-boxes.js';

async function resultOf(name: string, set: readonly string[]): Promise<ResultDocument> {
  const read = loadCase(shippedPath(name), { set: [...set, 'protocol.rates=[1C]', 'protocol.charge=ideal'] });
  if (!read.ok) throw new Error('not read');
  const run = await runCase(read.case, read.ledger);
  if (!run.ok) throw new Error('not run');
  return run.document;
}

test('maps of a sheet of centimetres have axes in mm, no word on another, no style that a page would refuse, and show its edge', async () => {
  const document = await resultOf('nmc811-li6ps5cl', [
    'mesh={name: coarse, unitCell: {overhang: {length: 1 mm, cells: 4}}}',
  ]);
  const svg = fieldMaps(document)?.svg ?? '';
  expect(svg).toContain('Along the layers (mm)');
  expect(svg).not.toMatch(/ style="/);
  expect(overlaps(textBoxes(svg))).toEqual([]);
});

test('a field that is even is drawn as even: its colours span a hundredth of it', async () => {
  const document = await resultOf('nmc811-li6ps5cl', [
    'mesh={name: coarse, unitCell: {rectangle: {width: 1 mm, cells: 4, depth: 1 mm, depthCells: 4}}}',
  ]);
  const svg = fieldMaps(document)?.svg ?? '';
  // current through the membrane over its mean
  expect(svg).toContain('>0.9950<');
  expect(svg).toContain('>1.0050<');
});

test('lamellae that lean fill their rectangle, streamlines go on at the joined side, and the membrane passes the same current in every plane', async () => {
  const { case: { mesh: { shape } }, rates: [{ fields, profiles }] } = await resultOf('nmc811-li6ps5cl', [
    'mesh={name: coarse, unitCell: {channels: {cells: 6}}}',
    'cathode.ionicTransport={alignedChannels: {fraction: 15 %, spacing: 50 um, misalignment: 40 deg, wallTortuosityFactor: 5}}',
  ]);
  if (!shape || !fields) throw new Error('no fields');
  const section = planeOfDepth(shape);
  const raster = cellRaster(section, 100, 60);
  expect(section.y[1]).toBeCloseTo(50 / Math.cos((40 * Math.PI) / 180), 3);
  expect(raster.cell.every((cell) => cell >= 0)).toBe(true);
  // a current along the lamellae leaves every plane of the layers where another line of it comes in
  const along = shape.region.flatMap(() => [1, 1, 0]);
  const lines = streamlines(raster, section, along, 8);
  expect(lines.length).toBeGreaterThan(8);
  for (const line of lines) {
    expect(
      Math.min(line[0][0], 100 - line[line.length - 1][0], line[0][1], 60 - line[line.length - 1][1],
        line[line.length - 1][1]),
    ).toBeLessThan(2);
  }
  for (const { ionicCurrentDensity_mA_cm2: ionic } of profiles.snapshots) {
    const own = ionic.filter((_, d) => profiles.region[d] === 'membrane');
    for (const current of own) expect(current / own[0]).toBeCloseTo(1, 10);
  }
});

test('tetrahedra and boxes are cut by the planes of a picture without a gap', () => {
  // five tetrahedra of a cube
  const points_um = [0, 1].flatMap((z) => [[0, 0, z], [1, 0, z], [1, 1, z], [0, 1, z]]).flat();
  const corners = [[0, 1, 3, 4], [1, 2, 3, 6], [1, 4, 5, 6], [3, 4, 6, 7], [1, 3, 4, 6]];
  const shape = { dimensions: 3 as const, points_um, corners: corners.flat(), offsets: [0, 4, 8, 12, 16, 20],
    region: [0, 0, 0, 0, 0], regions: ['cathode'], volumeShare: [1 / 6, 1 / 6, 1 / 6, 1 / 6, 1 / 3] };
  const { cell } = cellRaster(planeOfDepth(shape), 40, 40);
  // in the middle the four corners leave a square of half of the area
  expect(cell.every((one) => one >= 0)).toBe(true);
  expect(cell.filter((one) => one === 4).length / 1600).toBeCloseTo(0.5, 1);
});
