import { describe, expect, it } from 'vitest';
import { crossings } from '../../../src/voxels/measures/crossings.js';
import { electrodeStructure } from '../../../src/voxels/measures/electrode-structure.js';
import { cutBox, phaseConduction } from '../../../src/voxels/measures/phase-transport.js';
import { fromBoth, fromFirst, fromLast, reachFromEnds } from '../../../src/voxels/reach.js';
import { type SegmentedImage, segmentedImage } from '../../../src/voxels/segmented-image.js';
import type { GridSize } from '../../../src/voxels/voxel-grid.js';
import { marked } from '../images.js';

const cubic = (size: GridSize, labels: Uint8Array,
  phases: readonly string[] = ['outside', 'inside']): SegmentedImage => ({
    size,
    width: [1e-6, 1e-6, 1e-6],
    labels,
    phases,
    phaseOf: Uint8Array.from({ length: 256 }, (_, i) => i),
    through: 'z',
  });

const sphere = (edge: number, radius: number): SegmentedImage => {
  const middle = (edge - 1) / 2;
  return cubic([edge, edge, edge],
    marked([edge, edge, edge], (x, y, z) => Math.hypot(x - middle, y - middle, z - middle) < radius));
};

describe('the surface between phases', () => {
  it('of a sphere is right within three percent', () => {
    const { surface } = crossings(sphere(60, 22));
    // pairs of neighbours lie within the cube, a little less than its volume
    expect(Math.abs((surface[0][1] * 58.9 ** 3) / (4 * Math.PI * 22 ** 2) / 1e6 - 1)).toBeLessThan(0.03);
    expect(surface[0][1]).toBe(surface[1][0]);
  });

  it('of a plane along the voxels is 7 % too small, as said', () => {
    const size: GridSize = [40, 40, 40];
    const { surface } = crossings(cubic(size, marked(size, (_x, _y, z) => z % 20 < 10)));
    // three interfaces among 39 steps of a voxel
    expect(surface[0][1] / (1e6 * (3 / 39))).toBeCloseTo(0.93, 2);
  });

  it('is a third too small with three directions, where voxels are no cubes', () => {
    const size: GridSize = [10, 10, 40];
    const image = { ...cubic(size, marked(size, (_x, _y, z) => z % 20 < 10)), width: [1e-6, 1e-6, 2e-6] as const };
    expect(crossings(image).surface[0][1] / (0.5e6 * (3 / 39))).toBeCloseTo(2 / 3, 6);
  });
});

it('the mean chord of a stack of layers is their thickness, and none along them', () => {
  const size: GridSize = [4, 4, 400];
  const { meanChord } = crossings(cubic(size, marked(size, (_x, _y, z) => z % 10 < 4)));
  // forty periods: half a chord at an end is one part in eighty
  expect(Math.abs(meanChord[1][2]! / 4e-6 - 1)).toBeLessThan(0.02);
  expect(Math.abs(meanChord[0][2]! / 6e-6 - 1)).toBeLessThan(0.02);
  expect(meanChord[1][0]).toBeUndefined();
});

it('a voxel is reached from where a path of faces begins', () => {
  const size: GridSize = [3, 1, 4];
  const picture = ['#..', '#.#', '..#', '.##'];
  const reached = reachFromEnds(size, marked(size, (x, _, z) => picture[z][x] === '#'));
  expect(Array.from(reached)).toEqual([fromFirst, 0, 0, fromFirst, 0, fromLast, 0, 0, fromLast, 0, fromLast, fromLast]);
  expect(Array.from(reachFromEnds([1, 1, 2], Uint8Array.of(1, 1)))).toEqual([fromBoth, fromBoth]);
});

it('the same image turned conducts along the axis that is turned with it', () => {
  const size: GridSize = [8, 10, 12];
  const [nx, ny] = size;
  const holds = (x: number, y: number, z: number): boolean => (x + 2 * y + 3 * z) % 5 !== 0 || z % 4 === 1;
  const image = cubic(size, marked(size, holds));
  const swapped: GridSize = [12, 10, 8];
  const turned = cubic(swapped, marked(swapped, (x, y, z) => holds(z, y, x)));
  expect(phaseConduction(turned, 1, 'x', 'walls').conductivity).toBeCloseTo(
    phaseConduction(image, 1, 'z', 'walls').conductivity,
    5,
  );
  expect(phaseConduction(turned, 1, 'z', 'periodic').conductivity).toBeCloseTo(
    phaseConduction(image, 1, 'x', 'periodic').conductivity,
    5,
  );
  expect(Array.from(cutBox(image, [1, 2, 3], [2, 1, 1]).labels)).toEqual(
    [1, 2].map((x) => image.labels[x + nx * (2 + ny * 3)]),
  );
});

it('labels without a name are told with their shares, the largest first', () => {
  const found = segmentedImage([4, 1, 1], Uint8Array.of(3, 7, 7, 0), { labels: new Map([[0, 'void']]),
    voxelSize: [1, 1, 1], through: 'z' });
  expect(found).toEqual({ ok: false, unnamed: ['7 (50 %)', '3 (25 %)'] });
});

describe('an electrode', () => {
  /** Columns from the membrane (z = 0) to the collector: electrolyte, active material, void; by x. */
  const columns = (through: 'z' | 'x',
    alter: (x: number, z: number, label: number) => number = (_x, _z, label) => label) =>
  {
    const along = (x: number, z: number): number => alter(x, z, x < 4 ? 2 : x < 10 ? 1 : 0);
    const size: GridSize = through === 'z' ? [12, 8, 16] : [16, 8, 12];
    const labels = new Uint8Array(12 * 8 * 16);
    for (let i = 0; i < labels.length; i++) {
      const [x, z] = [i % size[0], Math.floor(i / (8 * size[0]))];
      labels[i] = through === 'z' ? along(x, z) : along(z, x);
    }
    return { ...cubic(size, labels, ['void', 'activeMaterial', 'electrolyte']), through };
  };

  it.each(['z', 'x'] as const)(
    'of columns along %s has their shares, straight paths, one wetted side and all connected',
    (through) => {
      const found = electrodeStructure(columns(through));
      expect(found.volumeFractions).toMatchObject({ activeMaterial: 0.5, electrolyte: 1 / 3, carbon: 0 });
      expect(found.ions.conductivityRatio).toBeCloseTo(1 / 3, 6);
      expect(found.electrons.conductivityRatio).toBeCloseTo(1 / 2, 6);
      expect(found.connectedFraction).toBe(1);
      expect(found.coverage).toBeCloseTo(0.5, 2);
    },
  );

  it('counts neither contact with electrolyte that ions do not reach nor active material away from the collector', () => {
    // the electrolyte is cut at z = 8: what lies behind is not reached from the membrane
    const cut = electrodeStructure(columns('z', (x, z, label) => (x < 4 && z === 8 ? 0 : label)));
    expect(cut.ions.conductivityRatio).toBe(0);
    expect(cut.coverage).toBeGreaterThan(0.2);
    expect(cut.coverage).toBeLessThan(0.3);
    // the active material is cut at z = 12: a quarter reaches the collector only, and three quarters do not
    const broken = electrodeStructure(columns('z', (x, z, label) => (x >= 4 && x < 10 && z === 12 ? 0 : label)));
    expect(broken.electrons.conductivityRatio).toBe(0);
    expect(broken.connectedFraction).toBeCloseTo(3 / 15, 6);
  });
});
