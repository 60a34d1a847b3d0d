import fc from 'fast-check';
import ndarray from 'ndarray';
import { describe, expect, it } from 'vitest';
import { strided } from '../../src/live/strided.js';

const fill = (n: number): Float64Array => Float64Array.from({ length: n }, (_, i) => Math.sin(i));

describe('views on arrays without code made of text', () => {
  it('are those of ndarray', () => {
    const size = fc.integer({ min: 3, max: 6 });
    const at = fc.integer({ min: -1, max: 2 });
    fc.assert(fc.property(size, size, at, at, fc.integer({ min: 1, max: 2 }), (rows, columns, i, j, step) => {
      const data = fill(rows * columns);
      const [a, b] = [ndarray(data, [rows, columns]), strided(data, [rows, columns])];
      const pairs = [[a, b], [a.pick(i, j), b.pick(i, j)], [a.lo(i, j), b.lo(i, j)], [a.hi(i < 0 ? i : i + 1, j),
        b.hi(i < 0 ? i : i + 1, j)], [a.lo(0, 1).step(1, step), b.lo(0, 1).step(1, step)]] as const;
      for (const [theirs, ours] of pairs) {
        expect(ours.shape).toEqual(theirs.shape);
        expect(ours.offset).toBe(theirs.offset);
        expect(ours.stride).toEqual(theirs.stride);
        if (theirs.shape.length === 2 && theirs.size > 0)
          expect(ours.get(0, theirs.shape[1] - 1)).toBe(theirs.get(0, theirs.shape[1] - 1));
      }
    }));
  });
});
