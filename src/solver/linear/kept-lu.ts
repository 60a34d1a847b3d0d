import type { Preconditioner } from './block-graph-krylov.js';
import { BlockGraphLu } from './block-graph-lu.js';
import type { BlockLevel } from './block-level.js';

/** Time of a multiplication of a factorisation, in dense fronts, over that of a solution, which reads a factor for each. */
const inFronts = 0.3;

/**
 * Factors of an earlier matrix, for the iteration of `block-graph-krylov` on later ones: those of neighbouring steps in time differ by what reactions
 * conduct. Half as long in single precision, of which nothing but the convergence knows.
 */
export class KeptLu implements Preconditioner {
  readonly dear: number;
  private readonly lu: BlockGraphLu;

  constructor(private readonly system: BlockLevel) {
    const { size, blocks, faces } = system;
    this.lu = new BlockGraphLu(size, blocks, faces, Float32Array);
    this.dear = (inFronts * this.lu.work) / this.lu.stored;
  }

  renew(): boolean {
    this.lu.entries.set(this.system.entries);
    return this.lu.factor();
  }

  cycle(b: Float64Array, out: Float64Array): void {
    out.set(b);
    this.lu.solve(out);
  }
}
