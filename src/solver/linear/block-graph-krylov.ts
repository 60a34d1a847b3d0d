import { type BlockLevel, blockLevel, multiplyLevel } from './block-level.js';
import type { BlockMatrix, Faces } from './block-matrix.js';
import { BlockMultigrid } from './block-multigrid.js';
import { flexibleGmres, type LinearOperator } from './flexible-gmres.js';

/** Of a residual: what is linear in the equations holds to this share of what it missed before. */
const reduction = 1e-10;
/** Directions kept at a time, and how often they are begun anew. */
const directions = 25;
const restarts = 3;

/**
 * A block matrix on any graph, by flexible GMRES with a multigrid of aggregated cells, for graphs whose factors would fill up: the cost grows with
 * the cells. `factor` renews the multigrid, `solve` iterates on the entries of then; each row is scaled as in `block-graph-lu`, by the diagonal alone.
 */
export class BlockGraphKrylov implements BlockMatrix {
  readonly entries: Float64Array;
  readonly diagonal: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly work = Infinity;
  /** Iterations of the last solution. */
  iterations = 0;
  private readonly scaled: BlockLevel;
  private readonly multigrid: BlockMultigrid;
  /** 1 / sqrt(diagonal), of rows and columns alike. */
  private readonly scale: Float64Array;
  private readonly system: LinearOperator;
  private readonly right: Float64Array;
  private readonly change: Float64Array;
  private readonly product: Float64Array;

  constructor(readonly size: number, readonly blocks: number, faces: Faces) {
    const entries = size * size;
    this.scaled = blockLevel(size, blocks, faces);
    this.entries = new Float64Array(this.scaled.entries.length);
    this.diagonal = this.entries.subarray(0, entries * blocks);
    this.lower = this.entries.subarray(entries * blocks, entries * (blocks + faces.count));
    this.upper = this.entries.subarray(entries * (blocks + faces.count));
    this.multigrid = new BlockMultigrid(this.scaled);
    this.scale = new Float64Array(size * blocks);
    this.right = new Float64Array(size * blocks);
    this.change = new Float64Array(size * blocks);
    this.product = new Float64Array(size * blocks);
    this.system = { size: size * blocks, apply: (x, out) => multiplyLevel(this.scaled, x, out),
      precondition: (r, out) => this.multigrid.cycle(r, out) };
  }

  clear(): void {
    this.entries.fill(0);
  }

  factor(): boolean {
    const { size: m, blocks, entries, scale, scaled, scaled: { faces: { count, owner, neighbour } } } = this;
    for (let c = 0; c < blocks; c++) {
      for (let i = 0; i < m; i++) {
        const own = Math.abs(entries[m * m * c + i * (m + 1)]);
        scale[m * c + i] = own > 0 ? 1 / Math.sqrt(own) : 1;
      }
    }
    const take = (block: number, row: number, column: number): void => {
      for (let i = 0, at = m * m * block; i < m; i++) {
        const own = scale[m * row + i];
        for (let j = 0; j < m; j++, at++) scaled.entries[at] = own * entries[at] * scale[m * column + j];
      }
    };
    for (let c = 0; c < blocks; c++) take(c, c, c);
    for (let f = 0; f < count; f++) {
      take(blocks + f, neighbour[f], owner[f]);
      take(blocks + count + f, owner[f], neighbour[f]);
    }
    return this.multigrid.renew();
  }

  solve(x: Float64Array): void {
    const { scale, right, change, system } = this;
    for (let i = 0; i < x.length; i++) {
      right[i] = scale[i] * x[i];
      x[i] = 0;
    }
    let left = reduction;
    this.iterations = 0;
    for (let again = 0; again <= restarts && left < 1; again++) {
      const { iterations, reduction: reached } = flexibleGmres(system, right, change, left, directions);
      this.iterations += iterations;
      for (let i = 0; i < x.length; i++) x[i] += scale[i] * change[i];
      if (reached <= left) return;
      left /= reached;
      system.apply(change, this.product);
      for (let i = 0; i < x.length; i++) right[i] -= this.product[i];
    }
  }
}
