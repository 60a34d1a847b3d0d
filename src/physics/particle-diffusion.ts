import type { ScalarFunction } from '../materials/material.js';
import type { ParticleShells } from '../mesh/particle-shells.js';

/**
 * Diffusion in the spherical particles of one class, all of its particles side by side:
 *
 *   ds/dt = (1/R^2) rho^-2 d/drho( rho^2 D(s) ds/drho ),   ds/drho = -coverage j R / (F cMax D) at rho = 1
 *
 *   s      stoichiometry, rho radius over R, D diffusivity [m^2 s^-1], cMax [mol m^-3], j [A m^-2]
 *
 * The implicit step (I - gamma T) ds = r + gamma b dj is one tridiagonal per particle, eliminated from the centre outwards;
 * its last row then is a scalar relation between the surface and dj, so the shells never enter the matrix through the
 * thickness. With a constant D all particles share one set of factors.
 */
export class ParticleDiffusion {
  /** ds_last/dt per unit of j: -coverage surfaceGain / (R F cMax). */
  readonly reactionGain: number;
  /** d(mean s)/dt per unit of j: -3 coverage / (R F cMax). */
  readonly meanGain: number;
  /** Surface stoichiometry and its derivatives by s of the last shell, of the one before, and by j; per particle. */
  readonly surface: Float64Array;
  readonly surfaceByLast: Float64Array;
  readonly surfaceByReaction: Float64Array;
  /** Eliminated right-hand side; after `forward`, rows of the last shell hold its value for dj = 0. */
  private readonly work: Float64Array;
  /** 1/pivot and the upper entries, per shell (shared) or per shell and particle. */
  private readonly inversePivot: Float64Array;
  private readonly upper: Float64Array;
  private readonly lower: Float64Array;
  private readonly shared: boolean;
  private readonly factorCount: number;
  private readonly property = new Float64Array(2);
  /** d(surface value)/dj times D [m^4 A^-1 s^-1]. */
  private readonly surfaceScale: number;
  /** D/R^2 where D is constant [s^-1]. */
  private readonly constantRate: number;
  private factoredGamma = NaN;

  constructor(readonly shells: ParticleShells, private readonly count: number, private readonly offset: number,
    private readonly radius: number, private readonly diffusivity: ScalarFunction, perReaction: number)
  {
    // perReaction = coverage / (F cMax): mol of sites per coulomb of wetted area
    this.reactionGain = (-shells.surfaceGain * perReaction) / radius;
    this.meanGain = (-3 * perReaction) / radius;
    this.surfaceScale = -shells.slopeWeight * perReaction * radius;
    this.surface = new Float64Array(count);
    this.surfaceByLast = new Float64Array(count);
    this.surfaceByReaction = new Float64Array(count);
    this.work = new Float64Array(count * shells.count);
    this.shared = diffusivity.constant !== undefined;
    this.constantRate = (diffusivity.constant ?? NaN) / (radius * radius);
    this.factorCount = this.shared ? 1 : count;
    this.inversePivot = new Float64Array(this.factorCount * shells.count);
    this.upper = new Float64Array(this.factorCount * shells.count);
    this.lower = new Float64Array(this.factorCount * shells.count);
  }

  /** Surface stoichiometries of all particles for the reaction rates at y[reaction + k]. */
  evaluateSurface(y: Float64Array, reaction: number): void {
    const { shells, count, offset, property } = this;
    const last = offset + (shells.count - 1) * count;
    const previous = shells.count > 1 ? last - count : last;
    for (let k = 0; k < count; k++) {
      const s = y[last + k];
      if (!this.shared || k === 0) this.diffusivity.evaluate(s, property);
      const perReaction = this.surfaceScale / property[0];
      const slopePart = perReaction * y[reaction + k];
      this.surface[k] = shells.lastWeight * s + shells.previousWeight * y[previous + k] + slopePart;
      this.surfaceByLast[k] = shells.lastWeight - (slopePart * property[1]) / property[0];
      this.surfaceByReaction[k] = perReaction;
    }
  }

  /** Change of the surface value of particle k by a change of state, with the slopes of `evaluateSurface`. */
  surfaceChange(delta: Float64Array, reaction: number, k: number): number {
    const { shells, count } = this;
    const last = this.offset + (shells.count - 1) * count + k;
    const previous = shells.count > 1 ? last - count : last;
    return this.surfaceByLast[k] * delta[last] + shells.previousWeight * delta[previous]
      + this.surfaceByReaction[k] * delta[reaction + k];
  }

  /** out = ds/dt - (diffusion and reaction), for every shell. */
  residual(y: Float64Array, yp: Float64Array, reaction: number, out: Float64Array): void {
    const { shells, count, offset } = this;
    const end = offset + shells.count * count;
    for (let i = offset; i < end; i++) out[i] = yp[i];
    for (let i = 0; i + 1 < shells.count; i++) this.exchange(y, i, out);
    const last = end - count;
    for (let k = 0; k < count; k++) out[last + k] -= this.reactionGain * y[reaction + k];
  }

  /** What leaves shell i enters shell i + 1, in every particle. */
  private exchange(y: Float64Array, i: number, out: Float64Array): void {
    const { shells, count, shared, constantRate } = this;
    const row = this.offset + i * count;
    const give = shells.outward[i];
    const take = shells.inward[i + 1];
    for (let k = row; k < row + count; k++) {
      const a = y[k];
      const b = y[k + count];
      const flow = (shared ? constantRate : this.rate(0.5 * (a + b))) * (b - a);
      out[k] -= give * flow;
      out[k + count] += take * flow;
    }
  }

  /** Factors I - gamma T at y. */
  factor(y: Float64Array, gamma: number): void {
    if (this.shared && gamma === this.factoredGamma) return;
    this.factoredGamma = gamma;
    for (let k = 0; k < this.factorCount; k++) this.factorOne(y, gamma, k);
  }

  private factorOne(y: Float64Array, gamma: number, k: number): void {
    const { shells, count, offset, factorCount, upper, lower, inversePivot, property } = this;
    const n = shells.count;
    const scale = gamma / (this.radius * this.radius);
    let pivot = 1;
    for (let i = 0; i < n; i++) {
      const at = i * factorCount + k;
      if (i === n - 1) {
        inversePivot[at] = 1 / pivot;
        break;
      }
      const a = y[offset + i * count + k];
      const b = y[offset + (i + 1) * count + k];
      this.diffusivity.evaluate(0.5 * (a + b), property);
      // d flow/d a and d flow/d b of flow = D((a + b)/2) (b - a)
      const tilt = 0.5 * property[1] * (b - a);
      const byInner = scale * (tilt - property[0]);
      const byOuter = scale * (tilt + property[0]);
      pivot -= shells.outward[i] * byInner;
      upper[at] = -shells.outward[i] * byOuter;
      const inverse = 1 / pivot;
      inversePivot[at] = inverse;
      const multiplier = shells.inward[i + 1] * byInner * inverse;
      lower[at] = multiplier;
      pivot = 1 + shells.inward[i + 1] * byOuter - multiplier * upper[at];
    }
  }

  /** Eliminates r = -gamma residual from the centre outwards. */
  forward(residual: Float64Array, gamma: number): void {
    const { shells, count, offset, work, lower, factorCount, shared } = this;
    for (let k = 0; k < count; k++) work[k] = -gamma * residual[offset + k];
    for (let i = 1; i < shells.count; i++) {
      const row = i * count;
      const f = (i - 1) * factorCount;
      const multiplier = lower[f];
      for (let k = 0; k < count; k++) {
        work[row + k] = -gamma * residual[offset + row + k]
          - (shared ? multiplier : lower[f + k]) * work[row - count + k];
      }
    }
  }

  /** Response of the surface value to the shells alone (dj = 0) after `forward`. */
  surfaceResponse(k: number): number {
    const { shells, count, work, inversePivot, upper, factorCount, shared } = this;
    const n = shells.count;
    const f = shared ? 0 : k;
    const last = work[(n - 1) * count + k] * inversePivot[(n - 1) * factorCount + f];
    if (n === 1) return this.surfaceByLast[k] * last;
    const at = (n - 2) * factorCount + f;
    const previous = (work[(n - 2) * count + k] - upper[at] * last) * inversePivot[at];
    return this.surfaceByLast[k] * last + shells.previousWeight * previous;
  }

  /** d(surface value)/dj with the shells following: the Schur complement of the particle. */
  surfacePerReaction(k: number, gamma: number): number {
    const { shells, inversePivot, upper, factorCount, shared } = this;
    const n = shells.count;
    const f = shared ? 0 : k;
    const last = gamma * this.reactionGain * inversePivot[(n - 1) * factorCount + f];
    const at = (n - 2) * factorCount + f;
    const previous = n === 1 ? 0 : -upper[at] * inversePivot[at] * last;
    return this.surfaceByReaction[k] + this.surfaceByLast[k] * last + shells.previousWeight * previous;
  }

  /** Shells from the surface inwards once dj is known; writes them into delta. */
  back(delta: Float64Array, reaction: number, gamma: number): void {
    const { shells, count, offset, work, inversePivot, upper, factorCount, shared } = this;
    const n = shells.count;
    const lastRow = (n - 1) * count;
    for (let k = 0; k < count; k++) {
      const f = (n - 1) * factorCount + (shared ? 0 : k);
      delta[offset + lastRow + k] = (work[lastRow + k] + gamma * this.reactionGain * delta[reaction + k])
        * inversePivot[f];
    }
    for (let i = n - 2; i >= 0; i--) {
      const row = i * count;
      const f = i * factorCount;
      const sharedUpper = upper[f];
      const sharedInverse = inversePivot[f];
      for (let k = 0; k < count; k++) {
        const coupling = shared ? sharedUpper : upper[f + k];
        const inverse = shared ? sharedInverse : inversePivot[f + k];
        delta[offset + row + k] = (work[row + k] - coupling * delta[offset + row + count + k]) * inverse;
      }
    }
  }

  /** Volume average of any field over the shells of particle k, taken from `field` at this class's place in the state. */
  average(field: Float64Array, k: number): number {
    const { shells, count, offset } = this;
    let sum = 0;
    for (let i = 0; i < shells.count; i++) sum += shells.volumeShare[i] * field[offset + i * count + k];
    return sum;
  }

  private rate(s: number): number {
    this.diffusivity.evaluate(s, this.property);
    return this.property[0] / (this.radius * this.radius);
  }
}
