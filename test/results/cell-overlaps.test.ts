import { expect, test } from 'vitest';
import { type CornerCells, overlaps } from '../../src/results/cell-overlaps.js';

const cell = (dimensions: 2 | 3, points: readonly (readonly number[])[]): CornerCells => (
  { dimensions, points: points.flat(), corners: points.map((_, k) => k), offsets: [0, points.length] }
);

const shares = (of: CornerCells, edges: readonly number[], period?: number): number[] =>
  edges.slice(1).map((_, k) => overlaps(of, 0, edges, period)[0].find(({ interval }) => interval === k)?.share ?? 0);

test('a triangle, a tetrahedron, a prism and a box lie in slices by their volumes', () => {
  const triangle = cell(2, [[0, 0, 0], [1, 0, 0], [0, 1, 0]]);
  const tetrahedron = cell(3, [[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]]);
  const prism = cell(3, [[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 2], [1, 0, 2], [0, 1, 2]]);
  const box = cell(3, [0, 1].flatMap((z) => [[0, 0, z], [1, 0, z], [1, 1, z], [0, 1, z]]));
  // what is left beyond x of a corner is its like, smaller by (1 - x)
  expect(shares(triangle, [0, 0.25, 1])[1]).toBeCloseTo(0.75 ** 2, 12);
  expect(shares(tetrahedron, [0, 0.25, 1])[1]).toBeCloseTo(0.75 ** 3, 12);
  expect(shares(prism, [0, 0.25, 1])[1]).toBeCloseTo(0.75 ** 2, 12);
  expect(shares(box, [0, 0.25, 1])[1]).toBeCloseTo(0.75, 12);
});

test('all of a cell lies somewhere: what reaches beyond the edges in the first and the last, or on the other side of a period', () => {
  const triangle = cell(2, [[-0.5, 0, 0], [0.5, 0, 0], [-0.5, 1, 0]]);
  expect(shares(triangle, [0, 0.2, 0.4])).toEqual([expect.closeTo(1 - 0.3 ** 2, 12), expect.closeTo(0.3 ** 2, 12)]);
  const around = shares(triangle, [0, 0.5, 1], 1);
  expect(around).toEqual([expect.closeTo(0.25, 12), expect.closeTo(0.75, 12)]);
});
