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

/** The storage that every block size shares. */
export abstract class BlockTridiagonal implements BlockMatrix {
  readonly diagonal: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Inverse of each pivot block, and that times `upper`. */
  protected readonly inverse: Float64Array;
  protected readonly reduced: Float64Array;

  constructor(readonly size: number, readonly blocks: number) {
    const entries = size * size * blocks;
    this.diagonal = new Float64Array(entries);
    this.lower = new Float64Array(entries);
    this.upper = new Float64Array(entries);
    this.inverse = new Float64Array(entries);
    this.reduced = new Float64Array(entries);
  }

  clear(): void {
    this.diagonal.fill(0);
    this.lower.fill(0);
    this.upper.fill(0);
  }

  abstract factor(): boolean;
  abstract solve(x: Float64Array): void;
}
