import { expect, it } from 'vitest';
import { linearAt, pieceAt } from '../../src/units/linear-curve.js';

const [x, y] = [[0, 1, 3, 4], [0, 2, -2, 5]];

it('lines join their points', () => {
  for (const [at, value] of [[0, 0], [0.5, 1], [1, 2], [2, 0], [3, -2], [3.5, 1.5], [4, 5]]) {
    expect(linearAt(x, y, at)).toBe(value);
  }
});

it('a curve is constant beyond its ends, and a point is one everywhere', () => {
  expect([-1, 9].map((at) => linearAt(x, y, at))).toEqual([0, 5]);
  expect([-1, 0, 9].map((at) => linearAt([0], [7], at))).toEqual([7, 7, 7]);
});

it('a piece holds its first point, and the outer ones all that lies beyond', () => {
  expect([-1, 0, 0.5, 1, 2.9, 3, 4, 9].map((at) => pieceAt(x, at))).toEqual([0, 0, 0, 1, 1, 2, 2, 2]);
});
