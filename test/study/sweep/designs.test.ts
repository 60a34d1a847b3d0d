import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SweepAxis } from '../../../src/config/studies/sweep.js';
import { designsOf } from '../../../src/study/sweep/designs.js';
import { latinHypercube } from '../../../src/study/sweep/latin-hypercube.js';
import { sobolPoint } from '../../../src/study/sweep/sobol.js';

describe('Sobol points', () => {
  it('are those of SciPy 1.x (qmc.Sobol, unscrambled), the first eight in five dimensions', () => {
    expect(Array.from({ length: 8 }, (_, i) => sobolPoint(i, 5))).toEqual([
      [0, 0, 0, 0, 0],
      [0.5, 0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.25, 0.75],
      [0.25, 0.75, 0.75, 0.75, 0.25],
      [0.375, 0.375, 0.625, 0.875, 0.375],
      [0.875, 0.875, 0.125, 0.375, 0.875],
      [0.625, 0.125, 0.875, 0.625, 0.625],
      [0.125, 0.625, 0.375, 0.125, 0.125],
    ]);
  });

  it('are those of SciPy in all twenty dimensions, point 777', () => {
    expect(sobolPoint(777, 20)).toEqual([
      0.6923828125,
      0.9365234375,
      0.1630859375,
      0.2744140625,
      0.6357421875,
      0.3564453125,
      0.1904296875,
      0.7626953125,
      0.3486328125,
      0.3232421875,
      0.7451171875,
      0.6962890625,
      0.3837890625,
      0.4736328125,
      0.5693359375,
      0.5146484375,
      0.4033203125,
      0.8642578125,
      0.3701171875,
      0.7529296875,
    ]);
  });

  it.each([0, 7, 19])('fill each of 64 parts of dimension %i once', (dimension) => {
    const parts = new Set(Array.from({ length: 64 }, (_, i) => Math.floor(64 * sobolPoint(i, 20)[dimension])));
    expect(parts.size).toBe(64);
  });
});

describe('a Latin hypercube', () => {
  it('fills each part of each dimension once, whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 5 }), fc.nat(),
        (points, dimensions, seed) => {
          for (const coordinates of latinHypercube(points, dimensions, seed)) {
            expect(new Set(Array.from(coordinates, (u) => Math.floor(points * u))).size).toBe(points);
          }
        }),
      { numRuns: 50 },
    );
  });

  it('is the same for one seed and another for the next', () => {
    expect(latinHypercube(20, 2, 3)).toEqual(latinHypercube(20, 2, 3));
    expect(latinHypercube(20, 2, 3)).not.toEqual(latinHypercube(20, 2, 4));
  });
});

describe('designs of a sweep', () => {
  const thickness: SweepAxis = { kind: 'range', key: 'a', from: 0.1, to: 0.3, unit: 'mm', spacing: 'linear',
    points: 3 };
  const mesh: SweepAxis = { kind: 'values', key: 'b', values: ['coarse', 'fine'] };

  it('are every combination on a grid, the last key fastest, numbers as they would be written', () => {
    const { count, values } = designsOf({ method: 'grid', axes: [thickness, mesh] });
    expect(Array.from({ length: count }, (_, i) => values(i))).toEqual([
      { a: '0.1 mm', b: 'coarse' },
      { a: '0.1 mm', b: 'fine' },
      { a: '0.2 mm', b: 'coarse' },
      { a: '0.2 mm', b: 'fine' },
      { a: '0.3 mm', b: 'coarse' },
      { a: '0.3 mm', b: 'fine' },
    ]);
  });

  it('have equal ratios with logarithmic spacing, and no unit where none is written', () => {
    const axis: SweepAxis = { kind: 'range', key: 'tau', from: 1, to: 100, unit: '', spacing: 'log', points: 3 };
    const { values } = designsOf({ method: 'grid', axes: [axis] });
    expect([0, 1, 2].map(values)).toEqual([{ tau: 1 }, { tau: 10 }, { tau: 100 }]);
  });

  it.each(['sobol', 'latin-hypercube'] as const)('take the values of a list by equal shares with %s', (method) => {
    const { count, values } = designsOf({ method, axes: [thickness, mesh], points: 64, seed: 1 });
    const coarse = Array.from({ length: count }, (_, i) => values(i).b).filter((b) => b === 'coarse');
    expect(coarse).toHaveLength(32);
  });
});
