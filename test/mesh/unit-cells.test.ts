import { describe, expect, it } from 'vitest';
import type { AlignedChannels, UnitCell } from '../../src/config/case.js';
import { buildMesh } from '../../src/mesh/build-mesh.js';
import type { CellMesh } from '../../src/mesh/cell-mesh.js';
import { waves } from '../../src/mesh/unit-cells/rough-membrane.js';

const specification = { name: 'test', membraneCells: 4, cathodeCells: 10, grading: 2, shells: 4, shellGrading: 1 };
const channels: AlignedChannels = { kind: 'alignedChannels', fraction: 0.2, spacing: 50e-6, shape: 'lamellae',
  misalignment: 0, wallTortuosityFactor: 4 };
const sheet = { width: 52e-3, height: 102e-3, tabWidth: 10e-3, foil: 7.5e-6 };
const meshOf = (unitCell: UnitCell, own = channels): CellMesh =>
  buildMesh({ ...specification, unitCell }, [30e-6], [{ name: 'cathode', thickness: 80e-6, channels: own }], undefined,
    sheet);

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
const rough: UnitCell = { kind: 'roughMembrane', amplitude: 6e-6, wavelength: 40e-6, profile: 'corrugated', seed: 1,
  cells: 40 };
const roughs: UnitCell = { ...rough, profile: 'rough', cells: 96 };

describe.each<[string, UnitCell, AlignedChannels?]>([
  ['lamellae', { kind: 'channels', cells: 16 }],
  ['cylinders', { kind: 'channels', cells: 16 }, { ...channels, shape: 'cylinders' }],
  ['leaning lamellae', { kind: 'channels', cells: 20 }, { ...channels, misalignment: Math.PI / 6 }],
  ['a corrugated membrane', rough],
  ['a rough membrane', roughs],
  ['a sheet with tabs', { kind: 'tabs', cells: 10, cellsAcross: 1 }],
  ['a sheet with a narrow tab', { kind: 'tabs', cells: 6, cellsAcross: 5 }],
  ['a box', { kind: 'rectangle', width: 1e-3, cells: 4, depth: 1e-3, depthCells: 4 }],
])('the mesh of %s', (_, unitCell, own) => {
  const mesh = meshOf(unitCell, own);
  const volumeOf = (kind: string): number =>
    sum(
      mesh.regions.filter((region) => region.kind === kind && region.part !== 'foil').map(({ thickness }) => thickness),
    );

  it('keeps the volume of every layer, and a unit of area at both ends', () => {
    expect(volumeOf('membrane')).toBeCloseTo(30e-6, 16);
    expect(volumeOf('cathode')).toBeCloseTo(80e-6, 16);
    expect(sum(mesh.boundaries.anode.area)).toBeCloseTo(1, 12);
    const outside = mesh.regions.some(({ part }) => part === 'channels') ? 0.8 : 1;
    expect(sum(mesh.boundaries.collector.area)).toBeCloseTo(outside, 12);
  });

  // faces that lean have an even current in leaning-lamellae.test.ts
  it.skipIf((own?.misalignment ?? 0) > 0)('closes every cell: its faces around it are the area of its outline', () => {
    const { cells, faces, boundaries, region, regions } = mesh;
    // through the thickness as much comes in as goes out
    const flow = new Float64Array(cells);
    for (let f = 0; f < faces.count; f++) {
      const [o, n] = [faces.owner[f], faces.neighbour[f]];
      const step = Math.sign(Math.round((mesh.centre[n] - mesh.centre[o]) * 1e12));
      flow[o] += step * faces.area[f];
      flow[n] -= step * faces.area[f];
    }
    boundaries.anode.cell.forEach((cell, f) => (flow[cell] -= boundaries.anode.area[f]));
    const last = new Set(boundaries.collector.cell);
    for (let c = 0; c < cells; c++) {
      if (last.has(c) || regions[region[c]].part === 'foil') continue;
      // a channel ends at the collector without a face
      if (regions[region[c]].part === 'channels' && Math.abs(flow[c]) > 1e-12) continue;
      expect(Math.abs(flow[c])).toBeLessThan(1e-12);
    }
  });

  it('has its cells region by region, and their corners around their middles', () => {
    const { shape, regions, region, cells, centre } = mesh;
    expect([...region]).toEqual([...region].sort((a, b) => a - b));
    expect(sum(regions.map(({ first, last }) => last - first + 1))).toBe(cells);
    if (!shape) throw new Error('a shape');
    for (let c = 0; c < cells; c++) {
      const own = shape.corners.subarray(shape.offsets[c], shape.offsets[c + 1]);
      expect(sum(Array.from(own, (point) => shape.points[3 * point])) / own.length).toBeCloseTo(centre[c], 12);
    }
  });
});

describe('steps that stand for an inclined face', () => {
  const areaOf = (cells: number, amplitude: number): number => {
    const { faces, slant, region } = meshOf({ ...rough, cells, amplitude });
    let area = 0;
    for (let f = 0; f < faces.count; f++) {
      if (region[faces.owner[f]] !== region[faces.neighbour[f]]) area += faces.area[f] * (slant?.[f] ?? NaN);
    }
    return area;
  };
  /** Length of h = a cos(2 pi y/l) over half a wave, over l/2, by a fine sum. */
  const lengthOf = (amplitude: number): number => {
    const { slope, width } = waves({ ...rough, amplitude });
    return sum(Array.from({ length: 2000 }, (_, i) => Math.hypot(1, slope(((i + 0.5) / 2000) * width)))) / 2000;
  };

  it('have its area together', () => {
    for (const amplitude of [2e-6, 6e-6, 15e-6]) {
      expect(areaOf(60, amplitude) / lengthOf(amplitude)).toBeGreaterThan(0.97);
      expect(areaOf(60, amplitude) / lengthOf(amplitude)).toBeLessThan(1.03);
    }
  });

  it('are as high as asked for, corrugated and rough: one mean square', () => {
    for (const unitCell of [rough, roughs]) {
      const { height, width } = waves(unitCell);
      const heights = Array.from({ length: 4000 }, (_, i) => height(((i + 0.5) / 4000) * width));
      expect(sum(heights) / 4000).toBeCloseTo(0, 10);
      expect(sum(heights.map((h) => h * h)) / 4000 / (6e-6 ** 2 / 2)).toBeCloseTo(1, 3);
    }
  });
});

describe('the edge of a sheet', () => {
  it('has membrane beyond the cathode, per area of the cathode', () => {
    const { regions, boundaries } = meshOf({ kind: 'overhang', length: 1e-3, cells: 20 });
    const wider = 27 / 26;
    expect(sum(boundaries.anode.area)).toBeCloseTo(wider, 12);
    expect(sum(boundaries.collector.area)).toBeCloseTo(1, 12);
    expect(regions.map(({ thickness }) => thickness)).toEqual([expect.closeTo(wider * 30e-6, 15),
      expect.closeTo(80e-6, 15)]);
  });
});
