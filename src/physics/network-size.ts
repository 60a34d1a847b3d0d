import type { CellModel, ParticleClass } from './cell-model.js';
import { leadsNetwork } from './cell-model.js';
import type { ParticleDiffusion } from './particle-diffusion.js';
import type { ClassUnknowns } from './unknowns.js';

/**
 * One size of the particles of an active network, beside the others of its cells. They touch each other, so that all have one stoichiometry
 * at their surfaces. j of the first size is an unknown of the matrix; that of another one follows in its cell,
 *
 *   0 = s(surface) - s(surface of the first),   dj = conductance (ds(surface of the first) + free)
 *
 * and so is two numbers to its cell once its shells are eliminated.
 */
export class NetworkSize {
  /** Whether it is the first one. */
  readonly leads: boolean;
  private readonly first: NetworkSize;
  /** The others; of the first one alone. */
  private readonly others: NetworkSize[] = [];
  private readonly conductance: Float64Array;
  private readonly free: Float64Array;

  /** `before`: the classes before it. */
  constructor(model: CellModel, p: number, private readonly particle: ParticleClass, private readonly at: ClassUnknowns,
    private readonly diffusion: ParticleDiffusion, before: readonly (NetworkSize | undefined)[])
  {
    this.leads = leadsNetwork(model.particles, p);
    this.first = (this.leads ? undefined : before.find((one) => one?.leads && one.particle.region === particle.region))
      ?? this;
    if (this.first !== this) this.first.others.push(this);
    this.conductance = new Float64Array(at.count);
    this.free = new Float64Array(at.count);
  }

  /** Mean stoichiometry of all sizes in a cell, which touch an electrolyte as one. */
  mean(y: Float64Array, k: number): number {
    const { particle: { volumeFraction }, diffusion, others } = this;
    if (others.length === 0) return diffusion.average(y, k);
    let [sum, volume] = [volumeFraction * diffusion.average(y, k), volumeFraction];
    for (const other of others) {
      sum += other.particle.volumeFraction * other.diffusion.average(y, k);
      volume += other.particle.volumeFraction;
    }
    return sum / volume;
  }

  /** After the surfaces were evaluated. */
  residual(out: Float64Array): void {
    if (this.leads) return;
    const { at, diffusion, first } = this;
    for (let k = 0; k < at.count; k++) out[at.reaction + k] = diffusion.surface[k] - first.diffusion.surface[k];
  }

  /** After the shells were factored. */
  eliminate(gamma: number): void {
    if (this.leads) return;
    const { at, diffusion, conductance } = this;
    for (let k = 0; k < at.count; k++) conductance[k] = 1 / diffusion.surfacePerReaction(k, gamma);
  }

  /** After the shells were reduced. */
  reduce(residual: Float64Array): void {
    if (this.leads) return;
    const { at, diffusion, free } = this;
    for (let k = 0; k < at.count; k++) free[k] = -diffusion.surfaceResponse(k) - residual[at.reaction + k];
  }

  /** dj per dj of the first size. */
  perFirst(k: number, gamma: number): number {
    return this.leads ? 1 : this.conductance[k] * this.first.diffusion.surfacePerReaction(k, gamma);
  }

  /** dj at an unchanged j of the first size. */
  besideFirst(k: number): number {
    return this.leads ? 0 : this.conductance[k] * (this.first.diffusion.surfaceResponse(k) + this.free[k]);
  }

  /** j of this size once the first one is known with its shells. */
  back(delta: Float64Array): void {
    if (this.leads) return;
    const { at, first, conductance, free } = this;
    for (let k = 0; k < at.count; k++) {
      const surface = first.diffusion.surfaceChange(delta, first.at.reaction, k);
      delta[at.reaction + k] = conductance[k] * (surface + free[k]);
    }
  }
}
