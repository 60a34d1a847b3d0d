/**
 * A block-tridiagonal matrix with small dense blocks, row-major: `diagonal[i]` of block i, `lower[i]` and `upper[i]` between
 * blocks i and i + 1 (the rows of i + 1 and of i). The kernels are unrolled for each block size.
 */
export interface BlockMatrix {
  /** Rows of a block. */
  readonly size: number;
  readonly blocks: number;
  readonly diagonal: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  clear(): void;
  /** Factors; returns false where a pivot block is singular or not finite. */
  factor(): boolean;
  /** Solves in place: x holds the right-hand side on entry, the solution on return; `size` numbers per block. */
  solve(x: Float64Array): void;
}
