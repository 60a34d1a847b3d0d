import { describe, expect, it } from 'vitest';
import { fillingRadius } from '../../../src/voxels/measures/filling-radius.js';
import { reachedCodes, wettedSurface } from '../../../src/voxels/measures/reached.js';
import type { SegmentedImage } from '../../../src/voxels/segmented-image.js';
import type { GridSize } from '../../../src/voxels/voxel-grid.js';

const { other, active, electrolyte } = reachedCodes;
const phases = Object.keys(reachedCodes);

const imageOf = (size: GridSize, code: (x: number, y: number, z: number) => number,
  width: SegmentedImage['width'] = [1, 1, 1]): SegmentedImage =>
{
  const labels = Uint8Array.from({ length: size[0] * size[1] * size[2] },
    (_, i) => code(i % size[0], Math.floor(i / size[0]) % size[1], Math.floor(i / size[0] / size[1])));
  return { size, width, labels, phases, phaseOf: Uint8Array.of(0, 1, 2, 3, 4), through: 'z' };
};

describe('the sphere that fills as quickly', () => {
  const ofSphere = (radius: number, wets: (z: number) => boolean = () => true): number => {
    const middle = radius + 0.5;
    const inside = (x: number, y: number, z: number): boolean =>
      (x - middle) ** 2 + (y - middle) ** 2 + (z - middle) ** 2 <= radius ** 2;
    const edge = 2 * radius + 2;
    return fillingRadius(
      imageOf([edge, edge, edge], (x, y, z) =>
        inside(x, y, z) ? active : wets((z - middle) / radius) ? electrolyte : other),
    ).radius / radius;
  };

  it.each([5, 10, 20])('of a sphere of %i voxels wetted all around is itself within a fifth of a voxel', (radius) => {
    expect(Math.abs(ofSphere(radius) - 1)).toBeLessThan(0.2 / radius);
  });

  it('grows as less of the surface is wetted', () => {
    const [half, fifth] = [ofSphere(10, (z) => z < 0), ofSphere(10, (z) => z < -0.6)];
    expect(half).toBeGreaterThan(1.3);
    expect(fifth).toBeGreaterThan(1.4 * half);
  });

  it.each(['x', 'y', 'z'] as const)(
    'of a slab of thickness d wetted on one side along %s is sqrt(5) d; on n voxels d^2/2n^2 is added to 3 <s>',
    (axis) => {
      const n = 8;
      const k = ['x', 'y', 'z'].indexOf(axis);
      const size = [3, 4, 5].map((count, i) => (i === k ? n + 1 : count)) as unknown as GridSize;
      const width = [0.7, 1.1, 2] as const;
      const slab = imageOf(size, (...at) => (at[k] === 0 ? electrolyte : active), width);
      const thickness = n * width[k];
      expect(fillingRadius(slab).radius / thickness).toBeCloseTo(Math.sqrt(5 * (1 + 1 / (2 * n * n))), 4);
    },
  );

  it('leaves out what no face wets, and is none where nothing is wetted', () => {
    const alone = (label: number): number =>
      fillingRadius(imageOf([9, 4, 4], (x) => (x === 0 ? label : x < 5 ? active : x === 5 ? other : active))).radius;
    expect(alone(electrolyte)).toBeCloseTo(4 * Math.sqrt(5 * (1 + 1 / 32)), 4);
    expect(alone(other)).toBe(0);
  });

  it('sees electrolyte that ions reach and active material that electrons reach, turned to where the current runs', () => {
    // layers along x: electrolyte, active material; the last plane of the electrolyte is cut off by a void
    const along = imageOf([12, 3, 3], (x) => (x < 4 ? 2 : x < 6 ? 0 : 1));
    const image: SegmentedImage = { ...along, phases: ['void', 'activeMaterial', 'electrolyte'],
      phaseOf: Uint8Array.of(0, 1, 2), through: 'x' };
    expect(fillingRadius(wettedSurface(image).reached).radius).toBe(0);
    const wet = { ...image, labels: image.labels.map((label) => (label === 0 ? 2 : label)) };
    expect(fillingRadius(wettedSurface(wet).reached).radius).toBeCloseTo(6 * Math.sqrt(5 * (1 + 1 / 72)), 4);
    expect(wettedSurface(wet).reached.size).toEqual([3, 3, 12]);
  });
});
