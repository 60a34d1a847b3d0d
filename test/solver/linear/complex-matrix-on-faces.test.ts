import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Faces } from '../../../src/solver/linear/block-matrix.js';
import { type ComplexArray, complexArray } from '../../../src/solver/linear/complex-array.js';
import type { ComplexBlockMatrix } from '../../../src/solver/linear/complex-block-matrix.js';
import { complexBlockMatrix } from '../../../src/solver/linear/complex-matrix-on-faces.js';
import { blockMatrix } from '../../../src/solver/linear/matrix-on-faces.js';
import { randomNumbers } from '../../../src/voxels/random-numbers.js';
import { boxFaces, intervalFaces, randomFaces } from './support.js';

const parts = ['diagonal', 'lower', 'upper'] as const;

function randomise(array: ComplexArray, random: () => number): void {
  for (const part of [array.re, array.im]) part.forEach((_, i) => (part[i] = random() - 0.5));
}

/** Random numbers, and imaginary numbers on the diagonal that dominate. */
function fill(matrix: ComplexBlockMatrix, faces: Faces, random: () => number): void {
  for (const part of parts) randomise(matrix[part], random);
  const { size, blocks } = matrix;
  const dominant = (2 * size * (faces.count + blocks)) / blocks + 4 * size;
  for (let i = 0; i < size * blocks; i++) {
    matrix.diagonal.im[size * size * Math.floor(i / size) + (size + 1) * (i % size)] += dominant;
  }
}

/** The matrix times x, block by block. */
function product(matrix: ComplexBlockMatrix, { count, owner, neighbour }: Faces, x: ComplexArray): ComplexArray {
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
  for (let i = 0; i < blocks; i++) add(matrix.diagonal, i, i, i);
  for (let f = 0; f < count; f++) {
    add(matrix.upper, f, owner[f], neighbour[f]);
    add(matrix.lower, f, neighbour[f], owner[f]);
  }
  return out;
}

const difference = (a: ComplexArray, b: ComplexArray): number =>
  a.re.reduce((worst, value, i) => Math.max(worst, Math.hypot(value - b.re[i], a.im[i] - b.im[i])), 0);

const copy = ({ re, im }: ComplexArray): ComplexArray => ({ re: re.slice(), im: im.slice() });

describe('a complex block matrix on faces', () => {
  it('solves: A x is the right-hand side, on intervals, boxes and random graphs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.constantFrom(...['interval', 'box', 'random'] as const),
        fc.integer(), fc.integer({ min: 0, max: 12 }), (size, kind, seed, empty) => {
        const random = randomNumbers(seed);
        const faces = kind === 'interval'
          ? intervalFaces(12)
          : kind === 'box'
          ? boxFaces(4, 3)
          : randomFaces(12, random);
        const matrix = complexBlockMatrix(size, 12, faces);
        fill(matrix, faces, random);
        const rhs = complexArray(12 * size);
        randomise(rhs, random);
        // nothing in the first blocks, as where a current enters at the last one
        for (const part of [rhs.re, rhs.im]) part.fill(0, 0, empty * size);
        const x = copy(rhs);
        expect(matrix.factor()).toBe(true);
        matrix.solve(x);
        expect(difference(product(matrix, faces, x), rhs)).toBeLessThan(1e-13);
        const again = copy(rhs);
        matrix.solve(again);
        expect(again).toEqual(x);
      }),
      { numRuns: 60 },
    );
  });

  it('with real numbers gives what the real matrix gives', () => {
    const faces = boxFaces(5, 4);
    const matrix = complexBlockMatrix(2, 20, faces);
    const real = blockMatrix(2, 20, faces);
    fill(matrix, faces, randomNumbers(1));
    for (const part of parts) {
      real[part].set(part === 'diagonal' ? matrix[part].im : matrix[part].re);
      matrix[part].re.set(real[part]);
      matrix[part].im.fill(0);
    }
    const x = complexArray(40);
    randomise(x, randomNumbers(2));
    x.im.fill(0);
    const y = x.re.slice();
    matrix.factor();
    matrix.solve(x);
    real.factor();
    real.solve(y);
    expect(difference(x, { re: y, im: new Float64Array(40) })).toBeLessThan(1e-14);
  });

  it('gives the same whatever the unit of a row, down to the last bit', () => {
    const [faces, answers] = [intervalFaces(6), [] as ComplexArray[]];
    for (const unit of [1, 2 ** 90]) {
      const matrix = complexBlockMatrix(3, 6, faces);
      fill(matrix, faces, randomNumbers(5));
      const x = complexArray(18);
      randomise(x, randomNumbers(6));
      for (const part of parts) {
        for (const numbers of [matrix[part].re, matrix[part].im]) {
          numbers.forEach((_, i) => {
            if (i % 9 < 3) numbers[i] *= unit;
          });
        }
      }
      for (const numbers of [x.re, x.im]) {
        numbers.forEach((_, i) => {
          if (i % 3 === 0) numbers[i] *= unit;
        });
      }
      expect(matrix.factor()).toBe(true);
      matrix.solve(x);
      answers.push(x);
    }
    expect(answers[1]).toEqual(answers[0]);
  });

  it('needs no real part: a capacitor alone', () => {
    const matrix = complexBlockMatrix(2, 1, intervalFaces(1));
    matrix.diagonal.im.set([0, 2, 4, 0]);
    const x: ComplexArray = { re: Float64Array.of(6, 8), im: new Float64Array(2) };
    expect(matrix.factor()).toBe(true);
    matrix.solve(x);
    expect([...x.re, ...x.im].map((value) => value + 0)).toEqual([0, 0, -2, -3]);
  });

  it('gives false where what couples two blocks is infinite, and the pivot behind it so', () => {
    const matrix = complexBlockMatrix(1, 2, intervalFaces(2));
    matrix.diagonal.re.fill(1);
    for (const part of [matrix.upper.re, matrix.upper.im]) part.fill(1);
    matrix.lower.re.fill(-Infinity);
    expect(matrix.factor()).toBe(false);
  });

  it.each([['empty', 0], ['not finite', NaN]])('gives false where it is %s', (_, value) => {
    for (const faces of [intervalFaces(3), boxFaces(3, 1), randomFaces(3, randomNumbers(3))]) {
      const matrix = complexBlockMatrix(2, 3, faces);
      fill(matrix, faces, randomNumbers(4));
      for (const part of parts) for (const numbers of [matrix[part].re, matrix[part].im]) numbers.fill(0);
      matrix.diagonal.re.fill(value);
      expect(matrix.factor()).toBe(false);
    }
  });
});
