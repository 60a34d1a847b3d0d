import type { ComplexArray } from './complex-array.js';

/** A block matrix in complex numbers, laid out as `BlockMatrix`. */
export interface ComplexBlockMatrix {
  readonly size: number;
  readonly blocks: number;
  readonly diagonal: ComplexArray;
  readonly lower: ComplexArray;
  readonly upper: ComplexArray;
  /** Factors; returns false where the matrix is singular to round-off or not finite. */
  factor(): boolean;
  /** Solves in place with the last factors. */
  solve(x: ComplexArray): void;
}
