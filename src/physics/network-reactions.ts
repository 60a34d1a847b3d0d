import { ParticleReactions } from './particle-reactions.js';

/**
 * Particles that pass lithium from cell to cell (`mixed-conduction`), j being what they store. The relation of j and the potentials is
 * written and eliminated there; here are the shells, and the mean stoichiometry.
 */
export class NetworkReactions extends ParticleReactions {
  override residual(y: Float64Array, yp: Float64Array, out: Float64Array): void {
    const { at, diffusion } = this;
    diffusion.residual(y, yp, at.reaction, out);
    diffusion.evaluateSurface(y, at.reaction);
    for (let k = 0; k < at.count; k++) this.surfacePotential[k] = this.equilibriumPotential(diffusion.surface[k]);
  }

  override eliminate(y: Float64Array, gamma: number): void {
    this.diffusion.factor(y, gamma);
    this.meanPerThird.fill(gamma * this.diffusion.meanGain);
  }

  override reduce(residual: Float64Array, gamma: number): void {
    const { at, diffusion } = this;
    diffusion.forward(residual, gamma);
    for (let k = 0; k < at.count; k++) this.meanFree[k] = -gamma * diffusion.average(residual, k);
  }

  /** Nothing: its j is a current of lithium, and crosses no interface of its own. */
  override settle(): boolean {
    return false;
  }

  override back(delta: Float64Array, gamma: number): void {
    this.diffusion.back(delta, this.at.reaction, gamma);
  }
}
