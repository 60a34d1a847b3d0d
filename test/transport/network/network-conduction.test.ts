import { describe, expect, it } from 'vitest';
import { conductThrough } from '../../../src/transport/network/network-conduction.js';
import { phases, voxelComposite } from '../../../src/transport/network/voxel-composite.js';

const edge = 12;
const xOf = (i: number): number => i % edge;
const zOf = (i: number): number => Math.floor(i / (edge * edge));

describe('conduction through a cube of voxels', () => {
  it('is the bulk where all of it conducts, and nothing where a plane does not: exact in single precision', () => {
    expect(conductThrough(edge, () => true).ratio).toBeCloseTo(1, 7);
    const cut = conductThrough(edge, (i) => zOf(i) !== 5);
    expect(cut.ratio).toBe(0);
    const isReached = (reached: Uint8Array): boolean[] => Array.from(reached, (one) => one > 0);
    expect(isReached(cut.fromFirst)).toEqual(Array.from(cut.fromFirst, (_, i) => zOf(i) < 5));
    expect(isReached(cut.fromLast)).toEqual(Array.from(cut.fromLast, (_, i) => zOf(i) > 5));
  });

  it('is the share of straight channels: exact in single precision', () => {
    expect(conductThrough(edge, (i) => xOf(i) % 3 === 0).ratio).toBeCloseTo(1 / 3, 7);
  });

  it('counts a neck voxel by voxel: four more of them in the way, four more resistances of a voxel', () => {
    const neck = (length: number) => (i: number): boolean =>
      zOf(i) < 3 || zOf(i) >= 3 + length || i % (edge * edge) === 66;
    const [long, short] = [6, 2].map((length) => 1 / (edge * conductThrough(edge, neck(length)).ratio));
    // the plates are shorter by as much: 4 / 144 of a resistance
    expect(long - short).toBeCloseTo(4 - 4 / 144, 1);
  });

  it('has what spheres at low content take away, 1 - 1.5 f (Maxwell 1873): 10 % of it', () => {
    const centre = 30;
    const size = 61;
    const inside = (i: number): boolean =>
      [i % size, Math.floor(i / size) % size, Math.floor(i / size ** 2)].reduce((sum, x) => sum + (x - centre) ** 2, 0)
        < 12 ** 2;
    let count = 0;
    for (let i = 0; i < size ** 3; i++) if (inside(i)) count++;
    const f = count / size ** 3;
    const lost = 1 - conductThrough(size, (i) => !inside(i)).ratio;
    expect(lost / (1.5 * f)).toBeGreaterThan(0.9);
    expect(lost / (1.5 * f)).toBeLessThan(1.1);
  });

  it.each([0.3, 0.4, 0.45])(
    'is a cubic array of insulating spheres of radius %s (Rayleigh 1892, 10.1080/14786449208620364) within 3 %%',
    (radius) => {
      const size = 60;
      const inside = (i: number): boolean =>
        Math.hypot(
          ...[i % size, Math.floor(i / size) % size, Math.floor(i / size ** 2)].map((x) => (x + 0.5) / size - 0.5),
        ) < radius;
      const f = (4 / 3) * Math.PI * radius ** 3;
      const exact = 1 - (3 * f) / (2 + f - 0.392 * f ** (10 / 3));
      expect(Math.abs(conductThrough(size, (i) => !inside(i)).ratio / exact - 1)).toBeLessThan(0.03);
    },
  );

  it.each([0.4, 0.6, 0.8])(
    'stays below the bound of Hashin and Shtrikman for a random phase beside an insulator, 2 f/(3 - f), at %s',
    (f) => {
      const ratios = [1, 2, 3].map((seed) => {
        const { edge: n, phase } = voxelComposite(30, {
          activeMaterial: f,
          electrolyte: 1 - f,
          activeDiameter: 1,
          electrolyteDiameter: 2,
          voidDiameter: 1,
        }, seed);
        return conductThrough(n, (i) => phase[i] === phases.indexOf('activeMaterial')).ratio;
      });
      for (const ratio of ratios) expect(ratio).toBeLessThan((2 * f) / (3 - f));
      expect(Math.max(...ratios)).toBeGreaterThan(0);
    },
  );

  it('finds the threshold of sites on the cubic lattice, 0.3116: no path at 0.26, one at 0.36', () => {
    const paths = (share: number): number =>
      [1, 2, 3, 4].filter((seed) => {
        const { edge: n, phase } = voxelComposite(40, {
          activeMaterial: share,
          electrolyte: 1 - share,
          activeDiameter: 1,
          electrolyteDiameter: 0.5,
          voidDiameter: 1,
        }, seed);
        return conductThrough(n, (i) => phase[i] === phases.indexOf('activeMaterial')).ratio > 0;
      }).length;
    expect(paths(0.26)).toBe(0);
    expect(paths(0.36)).toBe(4);
  });
});

describe('a voxel composite', () => {
  const constituents = { activeMaterial: 0.45, electrolyte: 0.4, activeDiameter: 3, electrolyteDiameter: 6,
    voidDiameter: 1 };

  it('has the volume fractions asked for, to the voxel, and is the same for the same seed', () => {
    const [first, again, other] = [7, 7, 8].map((seed) => voxelComposite(20, constituents, seed));
    const count = (code: number): number => first.phase.reduce((sum, phase) => sum + Number(phase === code), 0);
    expect(phases.map((_, code) => count(code))).toEqual([1200, 3600, 3200]);
    expect(again.phase).toEqual(first.phase);
    expect(other.phase).not.toEqual(first.phase);
  });

  it.each([1.3, 2, 2.4, 3.7, 5])('keeps the volume of its spheres in the mean: diameter %s', (diameter) => {
    const { phase, cluster } = voxelComposite(40, { activeMaterial: 0.02, electrolyte: 0.98, activeDiameter: diameter,
      electrolyteDiameter: 0.5, voidDiameter: 0.5 }, 5);
    const sizes = new Map<number, number>();
    phase.forEach((code, i) => {
      if (code === phases.indexOf('activeMaterial')) sizes.set(cluster[i], (sizes.get(cluster[i]) ?? 0) + 1);
    });
    const mean = [...sizes.values()].reduce((sum, size) => sum + size, 0) / sizes.size;
    // a few overlap
    expect(mean / Math.max(1, (Math.PI / 6) * diameter ** 3)).toBeGreaterThan(0.93);
    expect(mean / Math.max(1, (Math.PI / 6) * diameter ** 3)).toBeLessThan(1.05);
  });

  it('converges with the voxels of a particle: three and four of them differ by less than a fifth', () => {
    const ratio = (resolution: number): number => {
      const diameter = resolution * Math.cbrt(6 / Math.PI);
      const { edge: n, phase } = voxelComposite(12 * resolution, {
        activeMaterial: 0.5,
        electrolyte: 0.5,
        activeDiameter: diameter,
        electrolyteDiameter: 0.9 * diameter,
        voidDiameter: 1,
      }, 3);
      return conductThrough(n, (i) => phase[i] === phases.indexOf('activeMaterial')).ratio;
    };
    const [coarse, fine, finer] = [1, 3, 4].map(ratio);
    expect(Math.abs(finer / fine - 1)).toBeLessThan(0.2);
    expect(Math.abs(coarse / finer - 1)).toBeGreaterThan(0.2);
  });

  it('is filled up voxel by voxel with the phase of the smallest particles, each voxel one of them', () => {
    const { phase, cluster } = voxelComposite(20, { ...constituents, activeMaterial: 0.6 }, 3);
    const of = (name: (typeof phases)[number]) => [...cluster].filter((_, i) => phase[i] === phases.indexOf(name));
    const [small, large] = [of('activeMaterial'), of('electrolyte')];
    expect(small).toHaveLength(0.6 * 20 ** 3);
    expect(new Set(small).size).toBe(small.length);
    expect(new Set(large).size).toBeLessThan(large.length / 10);
  });

  it('gives every voxel to a cluster of its own phase', () => {
    const { phase, cluster } = voxelComposite(20, constituents, 3);
    const phaseOf = new Map<number, number>();
    phase.forEach((code, i) => {
      expect(cluster[i]).toBeGreaterThanOrEqual(0);
      expect(phaseOf.get(cluster[i]) ?? code).toBe(code);
      phaseOf.set(cluster[i], code);
    });
  });
});
