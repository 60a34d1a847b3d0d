import type { Preconditioner } from './block-graph-krylov.js';
import { BlockGraphLu } from './block-graph-lu.js';
import type { BlockLevel } from './block-level.js';
import { singleMemory } from './front-memory.js';

/** Time of a multiplication of a factorisation, in dense fronts, over that of a solution, which reads a factor for each. */
const inFronts = 0.2;

/**
 * Factors of an earlier matrix, for the iteration of `block-graph-krylov` on later ones: those of neighbouring steps in time differ by what reactions
 * conduct. In single precision as long as that serves, of which nothing but the convergence knows.
 */
export class KeptLu implements Preconditioner {
  readonly dear: number;
  isRough: boolean;
  private lu: BlockGraphLu;

  constructor(private readonly system: BlockLevel) {
    const { size, blocks, faces } = system;
    const memory = singleMemory(this);
    this.isRough = memory !== undefined;
    this.lu = new BlockGraphLu(size, blocks, faces, memory);
    this.dear = (inFronts * this.lu.work) / this.lu.stored;
  }

  renew(finer = false): boolean {
    const { size, blocks, faces, entries } = this.system;
    if (finer) {
      this.lu = new BlockGraphLu(size, blocks, faces);
      this.isRough = false;
    }
    this.lu.entries.set(entries);
    return this.lu.factor() || (this.isRough && this.renew(true));
  }

  cycle(b: Float64Array, out: Float64Array): void {
    out.set(b);
    this.lu.solve(out);
  }
}
