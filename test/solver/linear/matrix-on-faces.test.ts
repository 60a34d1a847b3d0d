import fc from 'fast-check';
import { Matrix, solve as denseSolve } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { BlockGraphLu } from '../../../src/solver/linear/block-graph-lu.js';
import type { BlockMatrix, Faces } from '../../../src/solver/linear/block-matrix.js';
import { BlockTridiagonal3 } from '../../../src/solver/linear/block-tridiagonal-3.js';
import { BlockTridiagonalDense } from '../../../src/solver/linear/block-tridiagonal-dense.js';
import { BlockTridiagonal2 } from '../../../src/solver/linear/block-tridiagonal.js';
import { blockMatrix } from '../../../src/solver/linear/matrix-on-faces.js';
import { randomNumbers } from '../../../src/voxels/random-numbers.js';
import { boxFaces, dense, faces, fillDominant, intervalFaces, randomFaces } from './support.js';

const sizes = fc.integer({ min: 1, max: 5 });
const seeds = fc.integer();

/** Largest difference of the solution for a random right-hand side from that of dense elimination. */
function errorOf(matrix: BlockMatrix, graph: Faces, random: () => number): number {
  const x = Float64Array.from({ length: matrix.size * matrix.blocks }, () => random() - 0.5);
  const expected = denseSolve(dense(matrix, graph), Matrix.columnVector(Array.from(x)));
  expect(matrix.factor()).toBe(true);
  matrix.solve(x);
  return x.reduce((worst, value, i) => Math.max(worst, Math.abs(value - expected.get(i, 0))), 0);
}

/** The same entries in another matrix of the same faces. */
function copyEntries(from: BlockMatrix, to: BlockMatrix, graph: Faces): void {
  const used = from.size ** 2 * graph.count;
  to.diagonal.set(from.diagonal);
  to.lower.set(from.lower.subarray(0, used));
  to.upper.set(from.upper.subarray(0, used));
}

describe('a block matrix on faces', () => {
  it('is block-tridiagonal where face f joins cells f and f + 1, and unrolled for two and three rows a block', () => {
    expect(blockMatrix(2, 4, intervalFaces(4))).toBeInstanceOf(BlockTridiagonal2);
    expect(blockMatrix(3, 4, intervalFaces(4))).toBeInstanceOf(BlockTridiagonal3);
    expect(blockMatrix(4, 4, intervalFaces(4))).toBeInstanceOf(BlockTridiagonalDense);
    expect(blockMatrix(2, 1, intervalFaces(1))).toBeInstanceOf(BlockTridiagonal2);
  });

  it('is an LU on the graph where a face joins others, a cell has no face, or a ring closes', () => {
    for (const pairs of [[[1, 0], [1, 2]], [[0, 1]], [[0, 1], [1, 2], [2, 0]]] as [number, number][][]) {
      expect(blockMatrix(2, 3, faces(pairs))).toBeInstanceOf(BlockGraphLu);
    }
  });

  it('agrees with dense elimination on random graphs, faces twice and cells without faces included', () => {
    fc.assert(fc.property(sizes, fc.integer({ min: 1, max: 30 }), seeds, (size, blocks, seed) => {
      const random = randomNumbers(seed);
      const graph = randomFaces(blocks, random);
      const matrix = blockMatrix(size, blocks, graph);
      fillDominant(matrix, random);
      expect(errorOf(matrix, graph, random)).toBeLessThan(1e-13);
    }), { numRuns: 100 });
  });

  it('agrees with dense elimination on an interval of any size of block', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 11 }), fc.integer({ min: 1, max: 12 }), seeds, (size, blocks, seed) => {
        const random = randomNumbers(seed);
        const graph = intervalFaces(blocks);
        const matrix = blockMatrix(size, blocks, graph);
        fillDominant(matrix, random);
        expect(errorOf(matrix, graph, random)).toBeLessThan(1e-13);
      }),
      { numRuns: 60 },
    );
  });

  it('gives on an interval what the LU on its graph gives, to round-off', () => {
    fc.assert(fc.property(sizes, fc.integer({ min: 2, max: 40 }), seeds, (size, blocks, seed) => {
      const random = randomNumbers(seed);
      const graph = intervalFaces(blocks);
      const tridiagonal = blockMatrix(size, blocks, graph);
      const general = new BlockGraphLu(size, blocks, graph);
      fillDominant(tridiagonal, random);
      copyEntries(tridiagonal, general, graph);
      const x = Float64Array.from({ length: size * blocks }, random);
      const y = x.slice();
      tridiagonal.factor();
      tridiagonal.solve(x);
      general.factor();
      general.solve(y);
      x.forEach((value, i) => expect(Math.abs(value - y[i])).toBeLessThan(1e-14));
    }), { numRuns: 60 });
  });

  it('solves boxes of cells in two and three dimensions', () => {
    for (const [nx, ny, nz] of [[9, 7, 1], [6, 5, 4]]) {
      const graph = boxFaces(nx, ny, nz);
      const matrix = blockMatrix(2, nx * ny * nz, graph);
      fillDominant(matrix, randomNumbers(4));
      expect(errorOf(matrix, graph, randomNumbers(5))).toBeLessThan(1e-13);
    }
  });
});

for (
  const [name, make] of [
    ['an interval, 4 rows a block',
      (): [BlockMatrix, Faces] => [blockMatrix(4, 12, intervalFaces(12)), intervalFaces(12)]],
    ['a box, 2 rows a block', (): [BlockMatrix, Faces] => [blockMatrix(2, 12, boxFaces(4, 3)), boxFaces(4, 3)]],
    ['a box, 3 rows a block', (): [BlockMatrix, Faces] => [blockMatrix(3, 12, boxFaces(4, 3)), boxFaces(4, 3)]],
  ] as const
) {
  describe(`the matrix of ${name}`, () => {
    const filled = (seed: number): [BlockMatrix, Faces] => {
      const [matrix, graph] = make();
      fillDominant(matrix, randomNumbers(seed));
      return [matrix, graph];
    };

    it('exchanges rows inside a block: equations may stand in any order', () => {
      const [matrix, graph] = filled(1);
      const { size } = matrix;
      for (const entries of [matrix.diagonal, matrix.lower, matrix.upper]) reverseRows(entries, size);
      expect(errorOf(matrix, graph, randomNumbers(2))).toBeLessThan(1e-13);
    });

    it('takes equations and unknowns in any unit', () => {
      const [matrix, graph] = filled(3);
      const { size, blocks } = matrix;
      const x = Float64Array.from({ length: size * blocks }, randomNumbers(4));
      const scaled = x.map((value, i) => value * unit(i % size));
      matrix.factor();
      matrix.solve(x);
      for (const entries of [matrix.diagonal, matrix.lower, matrix.upper]) {
        entries.forEach((value, e) => (entries[e] = value * unit(Math.floor(e / size) % size) * unit((e % size) + 1)));
      }
      expect(matrix.factor()).toBe(true);
      matrix.solve(scaled);
      scaled.forEach((value, i) => expect(Math.abs(value * unit((i % size) + 1) - x[i])).toBeLessThan(1e-13));
      expect(graph.count).toBeGreaterThan(0);
    });

    it('keeps its factors for further right-hand sides, and can be filled and factored again', () => {
      const [matrix, graph] = filled(5);
      matrix.factor();
      const once = Float64Array.from({ length: matrix.size * matrix.blocks }, (_, i) => i);
      const again = once.slice();
      matrix.solve(once);
      matrix.solve(again);
      expect(again).toEqual(once);
      fillDominant(matrix, randomNumbers(6));
      expect(errorOf(matrix, graph, randomNumbers(7))).toBeLessThan(1e-13);
    });

    it('starts empty again after clear', () => {
      const [matrix, graph] = filled(8);
      matrix.clear();
      expect(dense(matrix, graph).norm()).toBe(0);
    });

    it('reports a row of zeros and a number that is not finite, wherever they are', () => {
      for (let bad = 0; bad < 12; bad++) {
        const [singular, graph] = filled(9);
        const { size } = singular;
        for (const block of blocksOf(singular, graph, bad)) block.fill(0, 0, size);
        expect(singular.factor()).toBe(false);
        for (const value of [NaN, Infinity]) {
          const [broken] = filled(9);
          broken.diagonal[size * size * bad] = value;
          expect(broken.factor()).toBe(false);
        }
      }
    });

    it('reports two equations of a cell that say the same', () => {
      const [matrix, graph] = filled(10);
      const { size } = matrix;
      for (const block of blocksOf(matrix, graph, 5)) {
        for (let c = 0; c < size; c++) block[size + c] = 2 * block[c];
      }
      expect(matrix.factor()).toBe(false);
    });
  });
}

describe('a pivot that is nothing but round-off', () => {
  // 0.1 x 2.1 - 0.7 x 0.3 is 2.8e-17 in these numbers, and zero in truth
  const alike = [[0.1, 0.7], [0.3, 2.1]];

  for (const size of [2, 3, 4]) {
    for (
      const [name, matrix] of [
        ['an interval', blockMatrix(size, 1, intervalFaces(1))],
        ['a graph', new BlockGraphLu(size, 1, intervalFaces(1))],
      ] as const
    ) {
      it(`is singular: ${size} rows a block, on ${name}`, () => {
        for (let i = 0; i < size; i++) matrix.diagonal[(size + 1) * i] = 1;
        alike.forEach((row, i) => row.forEach((value, j) => (matrix.diagonal[size * i + j] = value)));
        expect(matrix.factor()).toBe(false);
        matrix.diagonal[0] *= 1 + 1e-12;
        expect(matrix.factor()).toBe(true);
      });
    }
  }
});

/** The blocks that hold the equations of a cell. */
function blocksOf({ size, diagonal, lower, upper }: BlockMatrix, { count, owner, neighbour }: Faces, cell: number) {
  const block = (entries: Float64Array, at: number) => entries.subarray(size * size * at, size * size * (at + 1));
  const found = [block(diagonal, cell)];
  for (let f = 0; f < count; f++) {
    if (owner[f] === cell) found.push(block(upper, f));
    if (neighbour[f] === cell) found.push(block(lower, f));
  }
  return found;
}

/** Ten orders of magnitude between neighbours. */
const unit = (i: number): number => 10 ** (10 * (i % 3) - 10);

function reverseRows(entries: Float64Array, size: number): void {
  for (let block = 0; block < entries.length; block += size * size) {
    const rows = Array.from({ length: size }, (_, r) => entries.slice(block + size * r, block + size * (r + 1)));
    rows.forEach((row, r) => entries.set(row, block + size * (size - 1 - r)));
  }
}
