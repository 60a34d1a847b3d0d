import type { ScalarFunction } from '../materials/material.js';
import type { ParticleShells } from '../mesh/shell-row.js';

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
  /** What rounding took off the surface: a network may pass 1e8 A m^-2 per unit of s, and its last digit then shows in potentials of electrons. */
  readonly surfaceRest: Float64Array;
  readonly surfaceByLast: Float64Array;
  readonly surfaceByReaction: Float64Array;
  /** What the shell before has given to the present one, per particle [s^-1]. */
  private readonly flow: Float64Array;
  /** Eliminated right-hand side; after `forward`, rows of the last shell hold its value for dj = 0. */
  private readonly work: Float64Array;
  /** Whether D is constant, so that all particles share rates and factors. */
  private readonly shared: boolean;
  /** Rates and factors of each shell, and how far those of one particle lie behind those of the one before: 1 and 0 where they are shared. */
  private readonly factorCount: number;
  private readonly stride: 0 | 1;
  /** What the elimination of the shells below leaves of a diagonal. */
  private readonly rest: Float64Array;
  /** 1/pivot and the entries beside it. */
  private readonly inversePivot: Float64Array;
  private readonly upper: Float64Array;
  private readonly lower: Float64Array;
  /** D/R^2 between a shell and the next, and its slope by their mean s, of the last residual [s^-1]. */
  private readonly rate: Float64Array;
  private readonly rateSlope: Float64Array;
  private readonly property = new Float64Array(2);
  /** d(surface value)/dj times D [m^4 A^-1 s^-1]. */
  private readonly surfaceScale: number;
  private factoredGamma = NaN;

  constructor(readonly shells: ParticleShells, private readonly count: number, private readonly offset: number,
    private readonly radius: number, readonly diffusivity: ScalarFunction, perReaction: number)
  {
    // perReaction = coverage / (F cMax): mol of sites per coulomb of wetted area
    this.reactionGain = (-shells.surfaceGain * perReaction) / radius;
    this.meanGain = (-3 * perReaction) / radius;
    this.surfaceScale = -shells.slopeWeight * perReaction * radius;
    this.surface = new Float64Array(count);
    this.surfaceRest = new Float64Array(count);
    this.surfaceByLast = new Float64Array(count);
    this.surfaceByReaction = new Float64Array(count);
    this.flow = new Float64Array(count);
    this.work = new Float64Array(count * shells.count);
    this.shared = diffusivity.constant !== undefined;
    this.factorCount = this.shared ? 1 : count;
    this.stride = this.shared ? 0 : 1;
    this.rest = new Float64Array(this.factorCount);
    const perFactor = (): Float64Array => new Float64Array(this.factorCount * shells.count);
    this.inversePivot = perFactor();
    this.upper = perFactor();
    this.lower = perFactor();
    this.rate = perFactor().fill((diffusivity.constant ?? 0) / (radius * radius));
    this.rateSlope = perFactor();
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
      const level = shells.lastWeight * s + shells.previousWeight * y[previous + k];
      this.surface[k] = level + slopePart;
      this.surfaceRest[k] = level - this.surface[k] + slopePart;
      this.surfaceByLast[k] = shells.lastWeight - (slopePart * property[1]) / property[0];
      this.surfaceByReaction[k] = perReaction;
    }
  }

  /** How far the surface of particle k lies above that of another size in its cell, to the digits of the difference. */
  surfaceOver({ surface, surfaceRest }: ParticleDiffusion, k: number): number {
    return this.surface[k] - surface[k] + (this.surfaceRest[k] - surfaceRest[k]);
  }

  /** The surface stoichiometry of particle k alone; those of the last evaluation stay. */
  surfaceAt(y: Float64Array, reaction: number, k: number): number {
    const { shells, count, offset, property } = this;
    const last = offset + (shells.count - 1) * count + k;
    const previous = shells.count > 1 ? last - count : last;
    this.diffusivity.evaluate(y[last], property);
    return shells.lastWeight * y[last] + shells.previousWeight * y[previous]
      + this.surfaceScale / property[0] * y[reaction + k];
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
    const { shells, count, offset, flow, reactionGain } = this;
    const last = shells.count - 1;
    flow.fill(0);
    for (let i = 0; i < last; i++) this.exchange(y, yp, i, out);
    const row = offset + last * count;
    const take = shells.inward[last];
    for (let k = 0; k < count; k++) out[row + k] = yp[row + k] + take * flow[k] - reactionGain * y[reaction + k];
  }

  /**
   * F - F_base from the rows of `base`, `residual`, at the same state: D is `ratio` times D there, so that
   *
   *   F = ds/dt - c (ds/dt - F_base) - reaction,   c = ratio (R_base/R)^2,
   *
   * with the reaction in the last shell alone. Surfaces as well.
   */
  difference(base: ParticleDiffusion, ratio: number, y: Float64Array, yp: Float64Array, reaction: number,
    residual: Float64Array, out: Float64Array): void
  {
    const { shells, count, offset, reactionGain, surface, surfaceRest, surfaceByReaction } = this;
    const rest = 1 - ratio * (base.radius / this.radius) ** 2;
    const last = offset + (shells.count - 1) * count;
    // (1 - c) (ds/dt - F_base)
    if (rest !== 0) { for (let at = offset; at < last + count; at++) out[at] = rest * (yp[at] - residual[at]); }
    const gain = (1 - rest) * base.reactionGain - reactionGain;
    const bySurface = this.surfaceScale / (base.surfaceScale * ratio);
    for (let k = 0; k < count; k++) {
      const j = y[reaction + k];
      out[last + k] += gain * j;
      const own = bySurface * base.surfaceByReaction[k];
      const further = (own - base.surfaceByReaction[k]) * j;
      surface[k] = base.surface[k] + further;
      surfaceRest[k] = base.surfaceRest[k] + (base.surface[k] - surface[k] + further);
      surfaceByReaction[k] = own;
    }
  }

  /** The row of shell i in every particle: what the shell before has given comes in, and what it gives itself stands in `flow` then. */
  private exchange(y: Float64Array, yp: Float64Array, i: number, out: Float64Array): void {
    const { shells, count, flow, shared, stride, factorCount, diffusivity, property, rate, rateSlope, radius } = this;
    const row = this.offset + i * count;
    const take = shells.inward[i];
    const give = shells.outward[i];
    const perArea = 1 / (radius * radius);
    for (let k = 0, at = row, f = i * factorCount; k < count; k++, at++, f += stride) {
      if (!shared) {
        diffusivity.evaluate(0.5 * (y[at] + y[at + count]), property);
        rate[f] = perArea * property[0];
        rateSlope[f] = perArea * property[1];
      }
      const leaving = rate[f] * (y[at + count] - y[at]);
      out[at] = yp[at] + take * flow[k] - give * leaving;
      flow[k] = leaving;
    }
  }

  /** The same where the shells are held: their rows say nothing. */
  hold(out: Float64Array): void {
    out.fill(0, this.offset, this.offset + this.count * this.shells.count);
  }

  /** Factors I - gamma T at y, the state of the last residual. */
  factor(y: Float64Array, gamma: number): void {
    if (gamma === this.factoredGamma && (this.shared || gamma === 0)) return;
    this.factoredGamma = gamma;
    this.eliminate(y, gamma);
  }

  /**
   * Entries of I - gamma T between shells i and i + 1, with a and b > 0 the slopes of the flow between them by s of either, times gamma:
   *
   *   row i:  .. , rest_i + outward_i a,  -outward_i b        row i + 1:  -inward_{i+1} a,  1 + inward_{i+1} b + .. , ..
   *   rest_{i+1} = 1 + inward_{i+1} b rest_i / (rest_i + outward_i a)
   *
   * rest is what the elimination of the shells below leaves of the diagonal, written so that nothing is subtracted: in particles that are
   * level long before the step is over, gamma D/R^2 is a million and more, and the difference would leave no digit of their lithium.
   */
  private eliminate(y: Float64Array, gamma: number): void {
    const { shells: { count: n }, factorCount, inversePivot, rest } = this;
    rest.fill(1);
    for (let i = 0; i < n - 1; i++) this.eliminateShell(y, gamma, i);
    for (let k = 0, at = (n - 1) * factorCount; k < factorCount; k++, at++) inversePivot[at] = 1 / rest[k];
  }

  private eliminateShell(y: Float64Array, gamma: number, i: number): void {
    const { shells, count, offset, factorCount, upper, lower, inversePivot, rate, rateSlope, rest } = this;
    const give = shells.outward[i];
    const take = shells.inward[i + 1];
    for (let k = 0, at = i * factorCount, own = offset + i * count; k < factorCount; k++, at++, own++) {
      // of flow = D((inner + outer)/2) (outer - inner)
      const tilt = 0.5 * rateSlope[at] * (y[own + count] - y[own]);
      const byInner = gamma * (rate[at] - tilt);
      const byOuter = gamma * (rate[at] + tilt);
      const inverse = 1 / (rest[k] + give * byInner);
      inversePivot[at] = inverse;
      upper[at] = -give * byOuter;
      lower[at] = -take * byInner * inverse;
      rest[k] = 1 + take * byOuter * rest[k] * inverse;
    }
  }

  /** Eliminates r = -gamma residual from the centre outwards. */
  forward(residual: Float64Array, gamma: number): void {
    const { shells, count, offset, work, lower, factorCount, stride } = this;
    if (gamma === 0) return void work.fill(0);
    for (let k = 0; k < count; k++) work[k] = -gamma * residual[offset + k];
    for (let i = 1; i < shells.count; i++) {
      const end = (i + 1) * count;
      for (let at = i * count, f = (i - 1) * factorCount; at < end; at++, f += stride) {
        work[at] = -gamma * residual[offset + at] - lower[f] * work[at - count];
      }
    }
  }

  /** Response of the surface value to the shells alone (dj = 0) after `forward`. */
  surfaceResponse(k: number): number {
    const { shells, count, work, inversePivot, upper, factorCount, stride } = this;
    const n = shells.count;
    const f = stride * k;
    const last = work[(n - 1) * count + k] * inversePivot[(n - 1) * factorCount + f];
    if (n === 1) return this.surfaceByLast[k] * last;
    const at = (n - 2) * factorCount + f;
    const previous = (work[(n - 2) * count + k] - upper[at] * last) * inversePivot[at];
    return this.surfaceByLast[k] * last + shells.previousWeight * previous;
  }

  /** d(surface value)/dj with the shells following: the Schur complement of the particle. */
  surfacePerReaction(k: number, gamma: number): number {
    const { shells, inversePivot, upper, factorCount, stride } = this;
    const n = shells.count;
    const f = stride * k;
    const last = gamma * this.reactionGain * inversePivot[(n - 1) * factorCount + f];
    const at = (n - 2) * factorCount + f;
    const previous = n === 1 ? 0 : -upper[at] * inversePivot[at] * last;
    return this.surfaceByReaction[k] + this.surfaceByLast[k] * last + shells.previousWeight * previous;
  }

  /** Shells from the surface inwards once dj is known; writes them into delta. */
  back(delta: Float64Array, reaction: number, gamma: number): void {
    const { shells, count, offset, work, inversePivot, upper, factorCount, stride } = this;
    if (gamma === 0) return this.hold(delta);
    const n = shells.count;
    const last = (n - 1) * count;
    for (let k = 0, f = (n - 1) * factorCount; k < count; k++, f += stride) {
      delta[offset + last + k] = (work[last + k] + gamma * this.reactionGain * delta[reaction + k]) * inversePivot[f];
    }
    for (let i = n - 2; i >= 0; i--) {
      const end = (i + 1) * count;
      for (let at = i * count, own = offset + at, f = i * factorCount; at < end; at++, own++, f += stride) {
        delta[own] = (work[at] - upper[f] * delta[own + count]) * inversePivot[f];
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
}
