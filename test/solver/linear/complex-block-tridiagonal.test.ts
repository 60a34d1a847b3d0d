import { describe, expect, it } from 'vitest';
import { BlockTridiagonal2 } from '../../../src/solver/linear/block-tridiagonal.js';
import { type ComplexArray, complexArray,
  ComplexBlockTridiagonal } from '../../../src/solver/linear/complex-block-tridiagonal.js';
import { randomNumbers } from '../../../src/transport/network/random-numbers.js';

function randomise(array: ComplexArray, random: () => number): void {
  for (const part of [array.re, array.im]) for (let i = 0; i < part.length; i++) part[i] = random() - 0.5;
}

function randomMatrix(size: number, blocks: number, seed: number): ComplexBlockTridiagonal {
  const random = randomNumbers(seed);
  const matrix = new ComplexBlockTridiagonal(size, blocks);
  for (const array of [matrix.lower, matrix.diagonal, matrix.upper]) randomise(array, random);
  // the blocks on the diagonal dominate, as those of a conduction problem do
  for (let i = 0; i < blocks; i++) {
    for (let k = 0; k < size; k++) matrix.diagonal.re[size * size * i + (size + 1) * k] += 2 * size;
  }
  return matrix;
}

/** The matrix times x, block by block. */
function product(matrix: ComplexBlockTridiagonal, x: ComplexArray): ComplexArray {
  const { size: m, blocks } = matrix;
  const out = complexArray(m * blocks);
  const add = (array: ComplexArray, block: number, row: number, column: number): void => {
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < m; j++) {
        const at = m * m * block + m * i + j;
        const [a, b] = [m * row + i, m * column + j];
        out.re[a] += array.re[at] * x.re[b] - array.im[at] * x.im[b];
        out.im[a] += array.re[at] * x.im[b] + array.im[at] * x.re[b];
      }
    }
  };
  for (let i = 0; i < blocks; i++) {
    add(matrix.diagonal, i, i, i);
    if (i > 0) add(matrix.lower, i - 1, i, i - 1);
    if (i + 1 < blocks) add(matrix.upper, i, i, i + 1);
  }
  return out;
}

const difference = (a: ComplexArray, b: ComplexArray): number =>
  a.re.reduce((worst, value, i) => Math.max(worst, Math.hypot(value - b.re[i], a.im[i] - b.im[i])), 0);

describe('complex block-tridiagonal systems', () => {
  it.each([[2, 1], [2, 30], [3, 1], [3, 30]])('%d rows a block, %d blocks: A x is the right-hand side to 1e-12',
    (size, blocks) => {
      const matrix = randomMatrix(size, blocks, 5);
      const rhs = complexArray(size * blocks);
      randomise(rhs, randomNumbers(6));
      const x: ComplexArray = { re: rhs.re.slice(), im: rhs.im.slice() };
      expect(matrix.solve(x)).toBe(true);
      expect(difference(product(matrix, x), rhs)).toBeLessThan(1e-12);
    });

  it('leaves the matrix as it was, so that it can be solved again', () => {
    const matrix = randomMatrix(3, 8, 7);
    const first = complexArray(24);
    randomise(first, randomNumbers(8));
    const again: ComplexArray = { re: first.re.slice(), im: first.im.slice() };
    matrix.solve(first);
    matrix.solve(again);
    expect(again).toEqual(first);
  });

  it('exchanges rows inside a block: a zero in the corner is no pivot', () => {
    const matrix = new ComplexBlockTridiagonal(2, 1);
    matrix.diagonal.im.set([0, 2, 4, 0]);
    const x: ComplexArray = { re: Float64Array.of(6, 8), im: new Float64Array(2) };
    expect(matrix.solve(x)).toBe(true);
    expect([...x.re, ...x.im]).toEqual([0, 0, -2, -3]);
  });

  it.each([['a singular block', 0], ['a block that is not finite', NaN]])('%s gives false', (_, value) => {
    const matrix = randomMatrix(2, 3, 9);
    matrix.diagonal.re.fill(value);
    matrix.diagonal.im.fill(0);
    matrix.lower.re.fill(0);
    matrix.lower.im.fill(0);
    expect(matrix.solve(complexArray(6))).toBe(false);
  });

  it('with real numbers gives what the real one gives', () => {
    const matrix = randomMatrix(2, 20, 10);
    const real = new BlockTridiagonal2(20);
    for (const name of ['lower', 'diagonal', 'upper'] as const) {
      matrix[name].im.fill(0);
      real[name].set(matrix[name].re);
    }
    const x = complexArray(40);
    randomise(x, randomNumbers(11));
    x.im.fill(0);
    const y = x.re.slice();
    real.factor();
    real.solve(y);
    matrix.solve(x);
    expect(difference(x, { re: y, im: new Float64Array(40) })).toBeLessThan(1e-13);
  });
});
