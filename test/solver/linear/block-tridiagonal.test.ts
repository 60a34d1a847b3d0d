import fc from 'fast-check';
import { Matrix, solve as denseSolve } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { BlockTridiagonal3 } from '../../../src/solver/linear/block-tridiagonal-3.js';
import { BlockTridiagonalDense } from '../../../src/solver/linear/block-tridiagonal-dense.js';
import { BlockTridiagonal2 } from '../../../src/solver/linear/block-tridiagonal.js';
import { randomNumbers } from '../../../src/voxels/random-numbers.js';
import { dense, fillDominant, intervalFaces } from './support.js';

for (const [name, make] of [
  ['2x2', (blocks: number) => new BlockTridiagonal2(blocks)],
  ['3x3', (blocks: number) => new BlockTridiagonal3(blocks, false)],
  ['3x3 of opposite balances', (blocks: number) => new BlockTridiagonal3(blocks, true)],
  ['4x4', (blocks: number) => new BlockTridiagonalDense(4, blocks)],
] as const) {
  describe(`block-tridiagonal ${name}`, () => {
    it('agrees with dense elimination', () => {
      fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.integer(), (blocks, seed) => {
        const random = randomNumbers(seed);
        const matrix = make(blocks);
        fillDominant(matrix, random);
        const rhs = Float64Array.from({ length: matrix.size * blocks }, () => random() - 0.5);
        const expected = denseSolve(dense(matrix, intervalFaces(matrix.blocks)), Matrix.columnVector(Array.from(rhs)));
        expect(matrix.factor()).toBe(true);
        matrix.solve(rhs);
        rhs.forEach((value, i) => expect(Math.abs(value - expected.get(i, 0))).toBeLessThan(1e-13));
      }), { numRuns: 60 });
    });

    it('keeps its factors for further right-hand sides', () => {
      const matrix = make(5);
      fillDominant(matrix, randomNumbers(1));
      matrix.factor();
      const once = Float64Array.from({ length: 5 * matrix.size }, (_, i) => i);
      const again = once.slice();
      matrix.solve(once);
      matrix.solve(again);
      expect(again).toEqual(once);
    });

    it('starts empty again after clear', () => {
      const matrix = make(3);
      fillDominant(matrix, randomNumbers(2));
      matrix.clear();
      expect(dense(matrix, intervalFaces(matrix.blocks)).norm()).toBe(0);
    });

    it('solves chains that all but float, each unknown with half of its digits', () => {
      // conductances of 1 from block to block, of 1e-9 to the ground at the first: the last pivot of each chain is 1e-9
      const matrix = make(4);
      const { size, blocks, diagonal, lower, upper } = matrix;
      for (let b = 0; b < blocks; b++) {
        for (let i = 0; i < size; i++) {
          const own = (size + 1) * i;
          diagonal[size * size * b + own] = b === 0 ? 1 + 1e-9 : b === blocks - 1 ? 1 : 2;
          if (b > 0) lower[size * size * (b - 1) + own] = upper[size * size * (b - 1) + own] = -1;
        }
      }
      // a current of 1e-9 into the first block of each raises the whole of it to 1
      const potential = Float64Array.from({ length: size * blocks }, (_, i) => (i < size ? 1e-9 : 0));
      expect(matrix.factor()).toBe(true);
      matrix.solve(potential);
      for (const value of potential) expect(Math.abs(value - 1)).toBeLessThan(1e-6);
    });

    it('keeps what two chains lose to the ground and pass between each other, where it is round-off of what passes along them', () => {
      // along one chain 1, along the other 1e6, between them 1e-12 in each block; the first loses 1e-14 to the ground at one end
      const [blocks, across, ground] = [4, 1e-12, 1e-14];
      const matrix = make(blocks);
      const { size, diagonal, lower, upper } = matrix;
      const excess = new Float64Array(size * blocks);
      excess[0] = ground;
      const entry = (block: number, row: number, column: number): number => size * (size * block + row) + column;
      for (let b = 0; b < blocks; b++) {
        const neighbours = (b > 0 ? 1 : 0) + (b < blocks - 1 ? 1 : 0);
        for (let i = 0; i < size; i++) {
          const along = [1, 1e6][i] ?? 0;
          diagonal[entry(b, i, i)] = i < 2 ? neighbours * along + across + excess[size * b + i] : 1;
          if (i < 2) diagonal[entry(b, i, 1 - i)] = -across;
          if (b > 0) lower[entry(b - 1, i, i)] = upper[entry(b - 1, i, i)] = -along;
        }
      }
      // a current at the other end: it crosses in all blocks alike, and all of it goes to the ground
      const potential = new Float64Array(size * blocks);
      potential[size * (blocks - 1) + 1] = ground;
      expect(matrix.factor(excess)).toBe(true);
      matrix.solve(potential);
      for (let b = 0; b < blocks; b++) {
        expect(Math.abs(potential[size * b] - 1)).toBeLessThan(1e-11);
        expect(Math.abs(potential[size * b + 1] - potential[size * b] - ground / (blocks * across))).toBeLessThan(
          1e-11,
        );
      }
    });

    it('reports chains that float', () => {
      const matrix = make(2);
      const { size, diagonal, lower, upper } = matrix;
      for (let i = 0; i < size; i++) {
        const own = (size + 1) * i;
        diagonal[own] = diagonal[size * size + own] = 1;
        lower[own] = upper[own] = -1;
      }
      expect(matrix.factor()).toBe(false);
    });

    it('reports a pivot block that is singular or not a number, wherever it is', () => {
      for (const bad of [0, 2, 4]) {
        const { size } = make(1);
        const singular = make(5);
        fillDominant(singular, randomNumbers(3));
        singular.lower.fill(0);
        singular.diagonal.fill(0, size * size * bad, size * size * bad + size);
        expect(singular.factor()).toBe(false);
        const broken = make(5);
        fillDominant(broken, randomNumbers(3));
        broken.diagonal[size * size * bad] = NaN;
        expect(broken.factor()).toBe(false);
      }
    });

    if (name !== '2x2') {
      it.each([0, 1])('keeps what is coupled to both chains where chain %i conducts a thousand million times as well',
        (good) => {
          // of one block with a solution of ones; what enters the good chain is 1e9 then
          const matrix = make(1);
          const { size, diagonal } = matrix;
          const along = [good === 0 ? 1e9 : 1, good === 1 ? 1e9 : 1];
          const rows = [[along[0] + 1, -1, 1], [-1, along[1] + 1, 1], [1, -1, 3]];
          for (let i = 0; i < size; i++) {
            for (let j = 0; j < size; j++) diagonal[size * i + j] = rows[i]?.[j] ?? (i === j ? 1 : 0);
          }
          const ones = Float64Array.from({ length: size }, (_, i) => rows[i]?.reduce((sum, one) => sum + one, 0) ?? 1);
          const excess = ones.map((_, i) => rows[i] ? rows[i][0] + rows[i][1] : 0);
          expect(matrix.factor(excess)).toBe(true);
          matrix.solve(ones);
          for (const one of ones) expect(Math.abs(one - 1)).toBeLessThan(1e-14);
        });
    }

    if (name === '3x3' || name === '4x4') return;
    it('keeps what one balance of a cell gains where the other loses it', () => {
      // 1e12 between the two of a cell, 1e-9 along one chain, 1e-3 along the other: the last cell is out of balance within itself
      const [blocks, across] = [3, 1e12];
      const matrix = make(blocks);
      const { size, diagonal, lower, upper } = matrix;
      const excess = new Float64Array(size * blocks);
      excess[0] = 1e-9;
      const entry = (block: number, row: number, column: number): number => size * (size * block + row) + column;
      for (let b = 0; b < blocks; b++) {
        const neighbours = (b > 0 ? 1 : 0) + (b < blocks - 1 ? 1 : 0);
        for (let i = 0; i < size; i++) {
          const along = [1e-9, 1e-3][i] ?? 0;
          diagonal[entry(b, i, i)] = i < 2 ? neighbours * along + across + excess[size * b + i] : 1;
          if (i < 2) diagonal[entry(b, i, 1 - i)] = -across;
          if (b > 0) lower[entry(b - 1, i, i)] = upper[entry(b - 1, i, i)] = -along;
        }
      }
      const potential = new Float64Array(size * blocks);
      potential.set([1, -1], size * (blocks - 1));
      expect(matrix.factor(excess)).toBe(true);
      matrix.solve(potential);
      const last = size * (blocks - 1);
      expect(Math.abs(potential[last] - potential[last + 1] - 1 / across)).toBeLessThan(1e-9 / across);
    });
  });
}
