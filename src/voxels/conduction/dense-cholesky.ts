import type { GraphLevel } from './graph-level.js';

/** Lower factor of A = L L^T, row by row. */
export interface DenseFactor {
  readonly size: number;
  readonly lower: Float64Array;
  readonly work: Float64Array;
}

/** Keeps the pivots of a matrix positive whose weights were rounded to single precision. */
const relativeShift = 1e-9;

export function factorDense({ size, start, neighbour, weight, ground }: GraphLevel): DenseFactor {
  const a = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    let diagonal = ground[i];
    for (let e = start[i]; e < start[i + 1]; e++) {
      diagonal += weight[e];
      a[i * size + neighbour[e]] -= weight[e];
    }
    a[i * size + i] = diagonal * (1 + relativeShift);
  }
  for (let j = 0; j < size; j++) {
    const least = relativeShift * a[j * size + j];
    for (let k = 0; k < j; k++) a[j * size + j] -= a[j * size + k] ** 2;
    const pivot = Math.sqrt(Math.max(a[j * size + j], least));
    a[j * size + j] = pivot;
    for (let i = j + 1; i < size; i++) {
      let value = a[i * size + j];
      for (let k = 0; k < j; k++) value -= a[i * size + k] * a[j * size + k];
      a[i * size + j] = value / pivot;
    }
  }
  return { size, lower: a, work: new Float64Array(size) };
}

/** out = A^-1 b. */
export function solveDense({ size, lower, work }: DenseFactor, b: Float32Array, out: Float32Array): void {
  for (let i = 0; i < size; i++) {
    let value = b[i];
    for (let k = 0; k < i; k++) value -= lower[i * size + k] * work[k];
    work[i] = value / lower[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    let value = work[i];
    for (let k = i + 1; k < size; k++) value -= lower[k * size + i] * work[k];
    work[i] = value / lower[i * size + i];
    out[i] = work[i];
  }
}
