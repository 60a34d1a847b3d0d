import type { CellModel } from './cell-model.js';
import type { ParticleReactions } from './particle-reactions.js';

/**
 * Mean stoichiometry of each cell, weighted by the sites of its particle classes, and how it answers to the unknowns of the
 * cell: d(mean) = perVolt (dphiS - dphiE) + perThird dx + free. Electronic conductivity follows it.
 */
export class MeanStoichiometry {
  private readonly values: Float64Array;
  /** Share of a class in the sites of its cells; classes of one region have one share for all of its cells. */
  private readonly share: readonly number[];
  private readonly members: readonly (readonly number[])[];

  constructor(private readonly model: CellModel, private readonly reactions: readonly ParticleReactions[]) {
    this.values = new Float64Array(model.mesh.cells);
    const sites = reactions.map(({ particle }) => particle.volumeFraction * particle.material.maximumConcentration);
    this.members = model.mesh.regions.map((_, region) =>
      reactions.flatMap(({ particle }, p) => (particle.region === region ? [p] : []))
    );
    this.share = reactions.map(({ particle }, p) =>
      sites[p] / this.members[particle.region].reduce((sum, q) => sum + sites[q], 0)
    );
  }

  update(y: Float64Array): void {
    this.values.fill(0);
    for (let p = 0; p < this.reactions.length; p++) {
      const { at, diffusion } = this.reactions[p];
      for (let k = 0; k < at.count; k++) this.values[at.firstCell + k] += this.share[p] * diffusion.average(y, k);
    }
  }

  value(cell: number): number {
    return this.values[cell];
  }

  perVolt(cell: number): number {
    let sum = 0;
    for (const p of this.members[this.model.mesh.region[cell]]) {
      const { at, meanPerVolt } = this.reactions[p];
      sum += this.share[p] * meanPerVolt[cell - at.firstCell];
    }
    return sum;
  }

  perThird(cell: number): number {
    let sum = 0;
    for (const p of this.members[this.model.mesh.region[cell]]) {
      const { at, meanPerVolt, slopeBySalt, meanPerThird } = this.reactions[p];
      const k = cell - at.firstCell;
      sum += this.share[p] * (meanPerThird[k] - meanPerVolt[k] * slopeBySalt[k]);
    }
    return sum;
  }

  free(cell: number): number {
    let sum = 0;
    for (const p of this.members[this.model.mesh.region[cell]]) {
      const { at, meanFree } = this.reactions[p];
      sum += this.share[p] * meanFree[cell - at.firstCell];
    }
    return sum;
  }
}
