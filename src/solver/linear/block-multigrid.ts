import { addBlocks, aggregate, type Aggregation } from './aggregate.js';
import { BlockGraphLu } from './block-graph-lu.js';
import { type BlockLevel, multiplyLevel } from './block-level.js';
import { BlockSmoother } from './block-smoother.js';

/** Cells of which no coarser level is made; fewer cost a direct solution less than a level more. */
const fewest = 400;
/** A level with more than this share of the cells of the one above brings nothing. */
const slowest = 0.75;
/** A second direction is taken where the first leaves more than this share of the residual. */
const enough = 0.25;

interface Level {
  readonly grid: BlockLevel;
  /** To the next level, and what smooths this one; undefined on the bottom. */
  readonly down?: Aggregation;
  readonly smoother?: BlockSmoother;
  readonly b: Float64Array;
  readonly x: Float64Array;
  readonly first: Float64Array;
  readonly byFirst: Float64Array;
  readonly bySecond: Float64Array;
}

/**
 * Multigrid of aggregated cells for a block matrix on any graph: block Gauss-Seidel up before and down after, the unknowns of a cell together; on
 * every coarser level two directions of least residual (a K-cycle: Notay and Vassilevski, Numer. Linear Algebra Appl. 15 (2008) 473), LU on the bottom. The
 * aggregates are those of the first matrix, the blocks those of the last `renew`.
 */
export class BlockMultigrid {
  private readonly levels: Level[] = [];
  private bottom: BlockGraphLu | undefined;

  constructor(private readonly finest: BlockLevel) {}

  /** Takes over the blocks of the finest level; false where a diagonal block is singular. */
  renew(): boolean {
    if (this.levels.length === 0) this.build();
    for (const { grid, down, smoother } of this.levels) {
      if (!down || !smoother) break;
      if (!smoother.renew()) return false;
      addBlocks(grid, down);
    }
    const { grid } = this.levels[this.levels.length - 1];
    this.bottom ??= new BlockGraphLu(grid.size, grid.blocks, grid.faces);
    this.bottom.entries.set(grid.entries);
    return this.bottom.factor();
  }

  private build(): void {
    let grid = this.finest;
    for (;;) {
      const down = grid.blocks > fewest ? aggregate(grid) : undefined;
      if (!down || down.coarse.blocks > slowest * grid.blocks) break;
      addBlocks(grid, down);
      this.levels.push(level(grid, down));
      grid = down.coarse;
    }
    this.levels.push(level(grid));
  }

  /** out, about A^-1 b. */
  cycle(b: Float64Array, out: Float64Array): void {
    this.once(0, b, out);
  }

  private once(l: number, b: Float64Array, x: Float64Array): void {
    const { grid: { size: m }, down, smoother } = this.levels[l];
    if (!down || !smoother) {
      x.set(b);
      this.bottom?.solve(x);
      return;
    }
    const { part } = down;
    const { b: below, x: correction } = this.levels[l + 1];
    smoother.up(b, x);
    smoother.restrict(x, part, below);
    this.twice(l + 1);
    for (let c = 0; c < part.length; c++) for (let i = 0; i < m; i++) x[m * c + i] += correction[m * part[c] + i];
    smoother.down(b, x);
  }

  /** x of a level from its b: up to two cycles, as generalised conjugate residuals; b is used up. */
  private twice(l: number): void {
    const { grid, down, b, x, first, byFirst, bySecond } = this.levels[l];
    if (!down) return this.once(l, b, x);
    this.once(l, b, first);
    multiplyLevel(grid, first, byFirst);
    const square = dot(byFirst, byFirst);
    const before = dot(b, b);
    if (!(square > 0)) {
      x.set(first);
      return;
    }
    const firstWeight = dot(byFirst, b) / square;
    for (let i = 0; i < b.length; i++) b[i] -= firstWeight * byFirst[i];
    if (dot(b, b) <= enough * enough * before) {
      for (let i = 0; i < b.length; i++) x[i] = firstWeight * first[i];
      return;
    }
    this.once(l, b, x);
    multiplyLevel(grid, x, bySecond);
    const shared = dot(bySecond, byFirst) / square;
    for (let i = 0; i < b.length; i++) bySecond[i] -= shared * byFirst[i];
    const rest = dot(bySecond, bySecond);
    const secondWeight = rest > 0 ? dot(bySecond, b) / rest : 0;
    for (let i = 0; i < b.length; i++) x[i] = secondWeight * x[i] + (firstWeight - secondWeight * shared) * first[i];
  }
}

function level(grid: BlockLevel, down?: Aggregation): Level {
  const vector = (): Float64Array => new Float64Array(grid.size * grid.blocks);
  return { grid, ...(down && { down, smoother: new BlockSmoother(grid) }), b: vector(), x: vector(), first: vector(),
    byFirst: vector(), bySecond: vector() };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
