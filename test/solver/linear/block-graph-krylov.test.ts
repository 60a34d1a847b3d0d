import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { BlockGraphKrylov } from '../../../src/solver/linear/block-graph-krylov.js';
import { BlockGraphLu } from '../../../src/solver/linear/block-graph-lu.js';
import { blockLevel, multiplyLevel } from '../../../src/solver/linear/block-level.js';
import type { BlockMatrix, Faces } from '../../../src/solver/linear/block-matrix.js';
import { BlockMultigrid } from '../../../src/solver/linear/block-multigrid.js';
import { estimatedWork } from '../../../src/solver/linear/fill-estimate.js';
import { KeptLu } from '../../../src/solver/linear/kept-lu.js';
import { blockMatrix } from '../../../src/solver/linear/matrix-on-faces.js';
import { randomNumbers } from '../../../src/voxels/random-numbers.js';
import { boxFaces, dense, fillDominant, randomFaces } from './support.js';

const byMultigrid = (size: number, blocks: number, graph: Faces, reduction = 1e-10) =>
  new BlockGraphKrylov(size, blocks, graph, reduction, (system) => new BlockMultigrid(system));

/**
 * Two potentials on a box: conduction of either, `contrast` apart, exchanged by a reaction; one held at the first cell, the other at the last. In
 * blocks of three a salt beside them, which diffuses alone and is held at the first cell.
 */
function fillConduction(matrix: BlockMatrix, { count, owner, neighbour }: Faces, contrast: number): void {
  const { size, blocks, diagonal, lower, upper } = matrix;
  const square = size * size;
  const conductances = [1, contrast, 1].slice(0, size);
  for (let f = 0; f < count; f++) {
    for (const [field, g] of conductances.entries()) {
      const i = field * (size + 1);
      upper[square * f + i] = lower[square * f + i] = -g;
      diagonal[square * owner[f] + i] += g;
      diagonal[square * neighbour[f] + i] += g;
    }
  }
  for (let c = 0; c < blocks; c++) {
    const g = 0.01 * (1 + 0.9 * Math.sin(c));
    for (const [i, value] of [[0, g], [1, -g], [size, -g], [size + 1, g]]) diagonal[square * c + i] += value;
  }
  diagonal[0] += 2;
  diagonal[square * (blocks - 1) + size + 1] += 2 * contrast;
  if (size > 2) diagonal[2 * (size + 1)] += 2;
}

/** Largest error of a solution that is known, and the iterations it took. */
function solved(size: number, contrast: number, fields = 2): { readonly error: number; readonly iterations: number } {
  const graph = boxFaces(size, size, size);
  const [matrix, direct] = [byMultigrid(fields, size ** 3, graph), new BlockGraphLu(fields, size ** 3, graph)];
  fillConduction(matrix, graph, contrast);
  fillConduction(direct, graph, contrast);
  const x = Float64Array.from({ length: fields * size ** 3 }, (_, i) => Math.sin(i * i));
  const expected = x.slice();
  expect([matrix.factor(), direct.factor()]).toEqual([true, true]);
  matrix.solve(x);
  direct.solve(expected);
  const largest = Math.max(...expected.map(Math.abs));
  return { error: Math.max(...x.map((value, i) => Math.abs(value - expected[i]))) / largest,
    iterations: matrix.iterations };
}

describe('a Krylov method on the graph of a mesh', () => {
  it('iterates with a multigrid where factors would fill up, in three dimensions, and with factors in two', () => {
    const of = ([nx, ny, nz]: readonly [number, number, number]) => {
      const matrix = blockMatrix(2, nx * ny * nz, boxFaces(nx, ny, nz));
      return matrix instanceof BlockGraphKrylov ? matrix.preconditioner : matrix;
    };
    expect(of([20, 20, 20])).toBeInstanceOf(BlockMultigrid);
    expect(of([12, 12, 12])).toBeInstanceOf(KeptLu);
    expect(of([100, 50, 1])).toBeInstanceOf(KeptLu);
    expect(of([20, 20, 1])).toBeInstanceOf(BlockGraphLu);
  });

  it('because the fill is estimated within a factor of two and a half', () => {
    for (const [nx, ny, nz] of [[60, 40, 1], [100, 25, 1], [12, 12, 12], [8, 8, 24]]) {
      const graph = boxFaces(nx, ny, nz);
      const ratio = estimatedWork(2, nx * ny * nz, graph) / new BlockGraphLu(2, nx * ny * nz, graph).work;
      expect(ratio).toBeGreaterThan(0.4);
      expect(ratio).toBeLessThan(2.5);
    }
  });

  it('takes iterations that hardly grow with the mesh, whatever the contrast of the conductivities and beside a salt', () => {
    for (const [contrast, fields, most] of [[1, 2, 26], [1e4, 2, 26], [1, 3, 30]]) {
      const [small, large] = [solved(8, contrast, fields), solved(16, contrast, fields)];
      expect(small.error).toBeLessThan(1e-7);
      expect(large.error).toBeLessThan(1e-7);
      expect(large.iterations).toBeLessThan(1.4 * small.iterations);
      expect(large.iterations).toBeLessThan(most);
    }
  });

  it('leaves no residual on random graphs with unsymmetric blocks of any size', () => {
    const random = randomNumbers(3);
    for (const size of [1, 2, 3, 4]) {
      const graph = randomFaces(450, random);
      const matrix = byMultigrid(size, 450, graph);
      fillDominant(matrix, random);
      const right = Float64Array.from({ length: 450 * size }, () => random() - 0.5);
      const x = right.slice();
      expect(matrix.factor()).toBe(true);
      matrix.solve(x);
      const product = dense(matrix, graph).mmul(Matrix.columnVector(Array.from(x)));
      right.forEach((value, i) => expect(Math.abs(product.get(i, 0) - value)).toBeLessThan(1e-8));
    }
  });

  it('has exact sums of rows, however early it stops', () => {
    const graph = boxFaces(10, 10, 10);
    const matrix = byMultigrid(2, 1000, graph, 1e-3);
    fillConduction(matrix, graph, 10);
    expect(matrix.factor()).toBe(true);
    const right = Float64Array.from({ length: 2000 }, (_, i) => Math.sin(i * i));
    const x = right.slice();
    matrix.solve(x);
    const missing = right.slice();
    const product = new Float64Array(2000);
    multiplyLevel({ ...blockLevel(2, 1000, graph), entries: matrix.entries }, x, product);
    for (let i = 0; i < 2000; i++) missing[i] -= product[i];
    expect(Math.max(...missing.map(Math.abs))).toBeGreaterThan(1e-7);
    for (const field of [0, 1]) {
      expect(Math.abs(missing.reduce((sum, value, i) => (i % 2 === field ? sum + value : sum), 0))).toBeLessThan(1e-9);
    }
  });

  it('says that a matrix without a diagonal has no factors', () => {
    const graph = boxFaces(8, 8, 8);
    expect(byMultigrid(2, 512, graph).factor()).toBe(false);
  });
});
