import type { CellMesh } from '../mesh/cell-mesh.js';
import type { BlockLayout } from './block-layout.js';
import type { CellState } from './fields/field.js';

/**
 * Numbers of a cell that follow from its unknowns once its particles are eliminated, d(dependent) = slopes du + free: the mean
 * stoichiometry, over the classes by their sites, and the surface of a network.
 */
export class Dependents {
  /** Per cell, dependent and row of the block. */
  readonly slopes: Float64Array;
  /** Per cell and dependent. */
  readonly free: Float64Array;
  private readonly count: number;

  constructor(private readonly layout: BlockLayout, private readonly state: CellState, mesh: CellMesh) {
    this.count = layout.columns - layout.size;
    this.slopes = new Float64Array(mesh.cells * this.count * layout.size);
    this.free = new Float64Array(mesh.cells * this.count);
  }

  /** Slopes for a step of gamma, to which the particles have been eliminated. */
  eliminate(gamma: number): void {
    if (this.count === 0) return;
    const { layout: { size, stored, mean, surface }, state: { reactions, electrode }, count, slopes } = this;
    slopes.fill(0);
    reactions.forEach((reaction, p) => {
      const { at, leads, diffusion, answers } = reaction;
      const perReaction = electrode.share[p] * reaction.meanPerReaction(gamma);
      for (let k = 0; k < at.count; k++) {
        const cell = count * (at.firstCell + k) - size;
        if (leads) slopes[(cell + surface) * size + stored] = diffusion.surfacePerReaction(k, gamma);
        if (mean < 0) continue;
        for (let q = 0; q < size; q++) slopes[(cell + mean) * size + q] += perReaction * answers[size * k + q];
      }
    });
  }

  /** What they change by at unchanged unknowns, after the particles were reduced. */
  reduce(residual: Float64Array, gamma: number): void {
    const { layout: { size, mean, surface }, state: { reactions, electrode }, count, free } = this;
    free.fill(0);
    reactions.forEach((reaction, p) => {
      const { at, leads, diffusion } = reaction;
      const perReaction = reaction.meanPerReaction(gamma);
      for (let k = 0; k < at.count; k++) {
        const cell = count * (at.firstCell + k) - size;
        if (leads) free[cell + surface] = diffusion.surfaceResponse(k);
        if (mean < 0) continue;
        free[cell + mean] += electrode.share[p]
          * (reaction.meanFree(residual, k, gamma) + perReaction * reaction.free[k]);
      }
    });
  }

  /** Change of an unknown of a block, or of a dependent, by the column it stands in. */
  changeOf(solution: Float64Array, cell: number, column: number): number {
    const { size } = this.layout;
    return column < size ? solution[size * cell + column] : this.change(solution, cell, column);
  }

  /** Change of a dependent by a change of the blocks. */
  change(solution: Float64Array, cell: number, column: number): number {
    const { layout: { size }, count, slopes, free } = this;
    const dependent = count * cell + column - size;
    let sum = free[dependent];
    for (let q = 0; q < size; q++) sum += slopes[dependent * size + q] * solution[size * cell + q];
    return sum;
  }
}
