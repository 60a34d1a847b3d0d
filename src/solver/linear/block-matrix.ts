/** The faces of a mesh as a graph: face f joins the cells owner[f] and neighbour[f]. */
export interface Faces {
  readonly count: number;
  readonly owner: ArrayLike<number>;
  readonly neighbour: ArrayLike<number>;
}

/** An unknown v beside the blocks: A x - column v = rhs, row . x + pivot v = goal. `response` is about A^-1 column, and gives v. */
export interface Border {
  readonly column: Float64Array;
  readonly row: Float64Array;
  readonly response: Float64Array;
  pivot: number;
  goal: number;
}

export const borderOf = (response: Float64Array): Border => ({ column: response.slice(), row: response.slice(),
  response, pivot: 0, goal: 0 });

/**
 * A matrix of small dense blocks on the graph of a mesh. Blocks are row-major, size x size numbers each: `diagonal`
 * per cell; per face f, `upper` has the rows of its owner and the columns of its neighbour, `lower` the rows of the
 * neighbour and the columns of the owner. `matrix-on-faces` chooses the kernel.
 */
export interface BlockMatrix {
  /** Rows of a block. */
  readonly size: number;
  readonly blocks: number;
  /** All entries: `diagonal`, `lower` and `upper`, one behind the other. */
  readonly entries: Float64Array;
  readonly diagonal: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  clear(): void;
  /**
   * Factors; returns false where the matrix is singular to round-off or not finite. `excess`: of each row, the sum over the first two columns of
   * all its blocks, where it is known better than by adding entries up, see `BlockTridiagonal`.
   */
  factor(excess?: Float64Array): boolean;
  /**
   * Solves in place with the last factors: x holds the right-hand side on entry, the solution on return; `size`
   * numbers per block. The entries must not change between `factor` and `solve`: some kernels read `lower` again.
   * Kernels that iterate leave a residual below `left` in their `norm`.
   */
  solve(x: Float64Array, left?: number): void;
  /** Improves x, which solves about, until a share of `rhs` is left; of kernels that iterate, as is what follows. */
  improve?(x: Float64Array, rhs: Float64Array): void;
  /** As `solve`, with a border; returns v. Of the last equation what `response` does not give is left. */
  solveBeside?(x: Float64Array, left: number, border: Border): number;
  /** Norm of a right-hand side, of kernels that iterate. */
  norm?(x: Float64Array): number;
}

/** Row and column of every entry: of the diagonal, then of `lower`, then of `upper`. */
export function placesOf(size: number, blocks: number,
  { count, owner, neighbour }: Faces): readonly [Int32Array, Int32Array]
{
  const [rows, columns] = [0, 1].map(() => new Int32Array(size * size * (blocks + 2 * count)));
  const take = (block: number, row: number, column: number): void => {
    for (let e = size * size * block, i = 0; i < size; i++) {
      for (let j = 0; j < size; j++, e++) [rows[e], columns[e]] = [size * row + i, size * column + j];
    }
  };
  for (let c = 0; c < blocks; c++) take(c, c, c);
  for (let f = 0; f < count; f++) {
    take(blocks + f, neighbour[f], owner[f]);
    take(blocks + count + f, owner[f], neighbour[f]);
  }
  return [rows, columns];
}

/**
 * A pivot smaller than this share of what it is the difference of has no digit left: the matrix is singular to
 * round-off.
 */
export const roundOff = Number.EPSILON;

/**
 * Block-tridiagonal systems, where face f joins cells f and f + 1,
 *
 *   lower[i-1] x[i-1] + diagonal[i] x[i] + upper[i] x[i+1] = rhs[i]
 *
 * The first two unknowns of a block are potentials: rows are balances of what flows by their differences, so that both may rise in all cells
 * together and next to nothing changes. What does change, the excess of a row, may be 1e-20 of its diagonal, of which the usual elimination
 * would leave the difference of two equal numbers. Here it is eliminated beside the matrix, with 1 for both potentials,
 *
 *   D[i] = diagonal[i] - lower[i-1] R[i-1],   R[i] = D[i]^-1 upper[i]
 *   e[i] = excess[i] - lower[i-1] D[i-1]^-1 e[i-1],   D[i] 1 = e[i] - upper[i] 1
 *
 * and gives the column of D that the second potential would have if both rose with it; their diagonal follows from it. Where conductances are
 * positive every one of these numbers is a sum and none a difference, as in Grassmann, Taksar and Heyman (10.1287/opre.33.5.1107).
 */
export abstract class BlockTridiagonal implements BlockMatrix {
  readonly entries: Float64Array;
  readonly diagonal: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Inverse of each pivot block, and that times `upper`. */
  protected readonly inverse: Float64Array;
  protected readonly reduced: Float64Array;

  constructor(readonly size: number, readonly blocks: number) {
    const entries = size * size * blocks;
    // a face more than there are, so that the last block is eliminated like the others
    this.entries = new Float64Array(3 * entries);
    this.diagonal = this.entries.subarray(0, entries);
    this.lower = this.entries.subarray(entries, 2 * entries);
    this.upper = this.entries.subarray(2 * entries);
    this.inverse = new Float64Array(entries);
    this.reduced = new Float64Array(entries);
  }

  clear(): void {
    this.entries.fill(0);
  }

  abstract factor(excess?: Float64Array): boolean;
  abstract solve(x: Float64Array): void;

  /** The excess of each row by its entries. */
  protected rowSums(): Float64Array {
    const { size, blocks, diagonal, lower, upper } = this;
    const sums = new Float64Array(size * blocks);
    for (let row = 0; row < sums.length; row++) {
      const at = size * row;
      sums[row] = diagonal[at] + diagonal[at + 1] + upper[at] + upper[at + 1];
      const before = at - size * size;
      if (before >= 0) sums[row] += lower[before] + lower[before + 1];
    }
    return sums;
  }
}
