import { Matrix } from 'ml-matrix';
import type { BlockMatrix, Faces } from '../../../src/solver/linear/block-matrix.js';

export const faces = (pairs: readonly (readonly [number, number])[]): Faces => ({
  count: pairs.length,
  owner: Int32Array.from(pairs, ([owner]) => owner),
  neighbour: Int32Array.from(pairs, ([, neighbour]) => neighbour),
});

export const intervalFaces = (blocks: number): Faces =>
  faces(Array.from({ length: blocks - 1 }, (_, f) => [f, f + 1] as const));

/** A box of cells, each joined with those beside it. */
export function boxFaces(nx: number, ny: number, nz = 1): Faces {
  const pairs: [number, number][] = [];
  for (let cell = 0; cell < nx * ny * nz; cell++) {
    if (cell % nx < nx - 1) pairs.push([cell, cell + 1]);
    if (Math.floor(cell / nx) % ny < ny - 1) pairs.push([cell, cell + nx]);
    if (cell < nx * ny * (nz - 1)) pairs.push([cell, cell + nx * ny]);
  }
  return faces(pairs);
}

/** Pairs of cells in no order, some of them twice, some cells without any. */
export function randomFaces(blocks: number, random: () => number): Faces {
  const pairs: [number, number][] = [];
  for (let f = 0; f < 2 * blocks; f++) {
    const owner = Math.floor(blocks * random());
    const neighbour = Math.floor(blocks * random());
    if (owner !== neighbour) pairs.push([owner, neighbour]);
  }
  return faces(pairs);
}

/** Fills with entries in [-1, 1], and a diagonal that dominates. */
export function fillDominant(matrix: BlockMatrix, random: () => number): void {
  for (const entries of [matrix.diagonal, matrix.lower, matrix.upper]) {
    entries.forEach((_, i) => (entries[i] = 2 * random() - 1));
  }
  const { size, blocks, diagonal, lower } = matrix;
  const dominant = (4 * lower.length) / diagonal.length * size + 4 * size;
  for (let b = 0; b < blocks; b++) {
    for (let i = 0; i < size; i++) diagonal[size * size * b + (size + 1) * i] += dominant;
  }
}

/** The same matrix as a dense one. */
export function dense({ size, blocks, diagonal, lower, upper }: BlockMatrix,
  { count, owner, neighbour }: Faces): Matrix
{
  const full = Matrix.zeros(size * blocks, size * blocks);
  const add = (row: number, column: number, from: Float64Array, block: number) => {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const at: [number, number] = [size * row + i, size * column + j];
        full.set(...at, full.get(...at) + from[size * size * block + size * i + j]);
      }
    }
  };
  for (let b = 0; b < blocks; b++) add(b, b, diagonal, b);
  for (let f = 0; f < count; f++) {
    add(owner[f], neighbour[f], upper, f);
    add(neighbour[f], owner[f], lower, f);
  }
  return full;
}
