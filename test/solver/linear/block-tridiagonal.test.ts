import fc from 'fast-check';
import { Matrix, solve as denseSolve } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import type { BlockMatrix } from '../../../src/solver/linear/block-matrix.js';
import { BlockTridiagonal3 } from '../../../src/solver/linear/block-tridiagonal-3.js';
import { BlockTridiagonal2 } from '../../../src/solver/linear/block-tridiagonal.js';

/** The same matrix as a dense one. */
function dense({ size, blocks, diagonal, lower, upper }: BlockMatrix): Matrix {
  const full = Matrix.zeros(size * blocks, size * blocks);
  const put = (row: number, column: number, from: Float64Array, block: number) => {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        full.set(size * row + i, size * column + j, from[size * size * block + size * i + j]);
      }
    }
  };
  for (let b = 0; b < blocks; b++) put(b, b, diagonal, b);
  for (let b = 0; b + 1 < blocks; b++) {
    put(b + 1, b, lower, b);
    put(b, b + 1, upper, b);
  }
  return full;
}

/** Fills with entries in [-1, 1] from `random`, and a diagonal that dominates. */
function fill(matrix: BlockMatrix, random: () => number): void {
  for (const entries of [matrix.diagonal, matrix.lower, matrix.upper]) {
    entries.forEach((_, i) => (entries[i] = 2 * random() - 1));
  }
  const { size, blocks, diagonal } = matrix;
  for (let b = 0; b < blocks; b++) {
    for (let i = 0; i < size; i++) diagonal[size * size * b + (size + 1) * i] += 4 * size;
  }
}

/** A small generator with a seed, so that a failure can be repeated (mulberry32, public domain). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

for (const [name, make] of [
  ['2x2', (blocks: number) => new BlockTridiagonal2(blocks)],
  ['3x3', (blocks: number) => new BlockTridiagonal3(blocks)],
] as const) {
  describe(`block-tridiagonal ${name}`, () => {
    it('agrees with dense elimination', () => {
      fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.integer(), (blocks, seed) => {
        const random = generator(seed);
        const matrix = make(blocks);
        fill(matrix, random);
        const rhs = Float64Array.from({ length: matrix.size * blocks }, () => random() - 0.5);
        const expected = denseSolve(dense(matrix), Matrix.columnVector(Array.from(rhs)));
        expect(matrix.factor()).toBe(true);
        matrix.solve(rhs);
        rhs.forEach((value, i) => expect(Math.abs(value - expected.get(i, 0))).toBeLessThan(1e-13));
      }), { numRuns: 60 });
    });

    it('keeps its factors for further right-hand sides', () => {
      const matrix = make(5);
      fill(matrix, generator(1));
      matrix.factor();
      const once = Float64Array.from({ length: 5 * matrix.size }, (_, i) => i);
      const again = once.slice();
      matrix.solve(once);
      matrix.solve(again);
      expect(again).toEqual(once);
    });

    it('starts empty again after clear', () => {
      const matrix = make(3);
      fill(matrix, generator(2));
      matrix.clear();
      expect(dense(matrix).norm()).toBe(0);
    });

    it('reports a pivot block that is singular or not a number, wherever it is', () => {
      for (const bad of [0, 2, 4]) {
        const { size } = make(1);
        const singular = make(5);
        fill(singular, generator(3));
        singular.lower.fill(0);
        singular.diagonal.fill(0, size * size * bad, size * size * bad + size);
        expect(singular.factor()).toBe(false);
        const broken = make(5);
        fill(broken, generator(3));
        broken.diagonal[size * size * bad] = NaN;
        expect(broken.factor()).toBe(false);
      }
    });
  });
}
