import type { CellProperties } from '../transport/on-cells/cell-properties.js';
import { conductivityVaries } from './block-layout.js';
import type { CellProperty } from './electrolyte-state.js';
import type { ParticleReactions } from './particle-reactions.js';

/**
 * Mean stoichiometry of each cell, weighted by the sites of its particle classes, and sigmaEff there [S m^-1].
 */
export class ElectrodeState {
  readonly mean: Float64Array;
  /** Stoichiometry at the surface of the network of each cell; 0 where there is none. */
  readonly surface: Float64Array;
  /** What rounding took off it (`particle-diffusion`). */
  readonly surfaceRest: CellProperty;
  readonly conductivity: CellProperty;
  /** Share of a class in the sites of its cells. */
  readonly share: readonly number[];
  /** Whether sigma follows the stoichiometry anywhere. */
  readonly varies: boolean;
  /** 1 where a cell conducts electrons. */
  readonly conducts: Uint8Array;
  private readonly local = new Float64Array(2);
  private readonly mesh: CellProperties['mesh'];
  private readonly electronicConductivity: CellProperties['electronicConductivity'];

  constructor(model: CellProperties, private readonly reactions: readonly ParticleReactions[]) {
    this.mesh = model.mesh;
    this.electronicConductivity = model.electronicConductivity;
    const { cells } = model.mesh;
    this.mean = new Float64Array(cells);
    this.surface = new Float64Array(cells);
    this.surfaceRest = { value: new Float64Array(cells), slope: new Float64Array(cells) };
    this.conducts = Uint8Array.from(model.mesh.region, (region) => (model.electronicConductivity[region] ? 1 : 0));
    this.conductivity = { value: new Float64Array(cells), slope: new Float64Array(cells) };
    const sites = reactions.map(({ particle }) => particle.volumeFraction * particle.material.maximumConcentration);
    this.share = reactions.map(({ particle: { region } }, p) =>
      sites[p] / reactions.reduce((sum, { particle }, q) => (particle.region === region ? sum + sites[q] : sum), 0)
    );
    this.varies = conductivityVaries(model);
    this.conduct();
  }

  update(y: Float64Array): void {
    this.updateSurface();
    if (!this.varies) return;
    this.mean.fill(0);
    for (let p = 0; p < this.reactions.length; p++) {
      const { at, diffusion } = this.reactions[p];
      for (let k = 0; k < at.count; k++) this.mean[at.firstCell + k] += this.share[p] * diffusion.average(y, k);
    }
    this.conduct();
  }

  /** Surfaces of networks, once those of the particles are there. */
  updateSurface(): void {
    for (const { at, leads, diffusion } of this.reactions) {
      if (!leads) continue;
      this.surface.set(diffusion.surface, at.firstCell);
      this.surfaceRest.value.set(diffusion.surfaceRest, at.firstCell);
    }
  }

  /** sigmaEff and its slope by the mean stoichiometry, of one cell at a state. */
  conductivityAt(cell: number, y: Float64Array, out: Float64Array): void {
    const mean = this.varies ? this.meanOf(cell, y) : 0;
    this.electronicConductivity[this.mesh.region[cell]]?.evaluate(mean, out);
  }

  /** Mean of any field over the particles of one cell, taken from their places in the state. */
  meanOf(cell: number, field: Float64Array): number {
    let mean = 0;
    for (let p = 0; p < this.reactions.length; p++) {
      const { at, diffusion } = this.reactions[p];
      const k = cell - at.firstCell;
      if (k >= 0 && k < at.count) mean += this.share[p] * diffusion.average(field, k);
    }
    return mean;
  }

  /** sigmaEff of all cells at their means. */
  conduct(): void {
    const { electronicConductivity, mesh: { cells, region }, conductivity, mean, local } = this;
    for (let c = 0; c < cells; c++) {
      const sigma = electronicConductivity[region[c]];
      if (!sigma) continue;
      sigma.evaluate(mean[c], local);
      conductivity.value[c] = local[0];
      conductivity.slope[c] = local[1];
    }
  }
}
