import type { ScalarFunction } from '../materials/material.js';
import { oneShell } from '../mesh/particle-shells.js';
import { illinois } from '../solver/root.js';
import type { CellProperties, ParticleClass } from '../transport/on-cells/cell-properties.js';
import { FARADAY } from '../units/constants.js';
import { bindLaw, inCells, type LawInputs } from './bind-law.js';
import { type BlockLayout, phiE, phiS } from './block-layout.js';
import type { BoundLaw } from './bound-law.js';
import { saltAboveZero } from './dry-salt.js';
import { type CellProperty, type ElectrolyteState, evaluateAt } from './electrolyte-state.js';
import { HalfCells } from './half-cells.js';
import { InsertionReaction } from './insertion-reaction.js';
import { insertion as insertionLaw } from './laws/derived.js';
import { insertion } from './laws/insertion.js';
import { ParticleDiffusion } from './particle-diffusion.js';
import { type ClassUnknowns, electrodePotentialOf, electrolytePotentialOf, indices, leadsNetwork,
  type Unknowns } from './unknowns.js';

/** Places of the slopes of `insertion`, behind its value. */
export const slopeBy = { j: 1, s: 2, mean: 3, x: 4 } as const;

/** Share of a current beyond which a step of it is called an overshoot. */
const overshoot = 0.1;
/** Change of a stoichiometry over which a potential is about straight. */
const straight = 1e-3;
/** Newton takes what a reaction needs to rise with j by this share of its slope by j at least (assumed): it falls where overfull particles empty. */
const leastRise = 0.01;
/** Voltage that a reaction may lack by the round-off of its potentials alone [V]. */
const roundOff = 1e-12;

/**
 * The particles of one class, one per cell of their region, with the reaction at their surface (`laws/insertion`). After `eliminate` and
 * `reduce` each of them is a line of numbers to its cell:   dj = sum of answers du + free,   u the unknowns of its block.
 *
 * Where contact changes with the volume of the particle, j is the current over the area in full contact, J/A; what the interface
 * carries is j/theta(mean s). So theta stays out of the balances of charge and lithium, which remain linear in j, and enters only here.
 * Particles of a network pass lithium on: j is what they store, and what crosses to the electrolyte is a current of its own
 * (`interface-laws`). j of its first size is an unknown of the block. Other sizes touch it, so that all have one stoichiometry at their
 * surfaces: 0 = s(surface) - s(surface of the first).
 */
export class ParticleReactions {
  readonly particle: ParticleClass;
  /** Of the particle; undefined where it has none. In fields of its own: loops over cells that differ in what they have keep their code. */
  readonly network: ParticleClass['network'];
  private readonly contact: ScalarFunction | undefined;
  private readonly film: number;
  private readonly path: number;
  readonly at: ClassUnknowns;
  readonly side: 'anode' | 'cathode';
  readonly diffusion: ParticleDiffusion;
  /** Whether it is the first size of a network. */
  readonly leads: boolean;
  /** The class of the first size of a network; otherwise this class itself. */
  readonly first: ParticleReactions;
  /** All sizes of its network, where it is the first of them; otherwise itself alone. */
  private readonly sizes: ParticleReactions[] = [this];
  /** Rows that j leaves: those that take ions, of a network what it stores. */
  readonly leaves: readonly number[];
  readonly reaction: InsertionReaction;
  /** U [V] and i0 [A m^-2] at the surface, with their slopes by its stoichiometry. */
  readonly potential: CellProperty;
  readonly exchangeCurrent: CellProperty;
  /** a V of each particle [m^2 per m^2 of cell]. */
  readonly wettedArea: Float64Array;
  /** The same of all sizes of a network; of the first one what its current to the electrolyte crosses. */
  readonly crossingArea: Float64Array;
  /** Share of a face that is network. */
  readonly networkShare: number;
  /** Of the linear relation above: of each particle by the rows of its block, and the rest [A m^-2]. */
  readonly answers: Float64Array;
  readonly free: Float64Array;
  /** theta of each particle at the last residual, and its slope by the mean stoichiometry; 1 and 0 without a contact law. */
  readonly theta: CellProperty;
  /** What laws of its reaction are given. */
  readonly given: LawInputs;
  readonly halfCells: HalfCells;
  /** The voltage that the reaction needs, with its `slopes`. */
  private readonly law: BoundLaw;
  private readonly local = new Float64Array(2);
  /** Index of x of the first particle's cell; -1 without salt. */
  private readonly salt: number;
  /** Index of the current of the first particle that meets an electrolyte: its j, in a network what crosses; -1: none does. */
  private readonly reacting: number;

  constructor(model: CellProperties, unknowns: Unknowns, private readonly layout: BlockLayout, p: number,
    thermalVoltage: number, electrolyte: ElectrolyteState, before: readonly ParticleReactions[])
  {
    const [particle, at] = [model.particles[p], unknowns.classes[p]];
    [this.particle, this.at] = [particle, at];
    this.side = model.mesh.regions[particle.region].kind === 'anode' ? 'anode' : 'cathode';
    this.salt = unknowns.hasSalt ? unknowns.salt + at.firstCell : -1;
    const { material, coverage, network, contact, filmResistance, pathResistance = 0 } = particle;
    [this.network, this.contact, this.film, this.path] = [network, contact, filmResistance, pathResistance];
    this.reacting = network ? at.crossing : at.reaction;
    const perReaction = coverage / (FARADAY * material.maximumConcentration);
    this.diffusion = new ParticleDiffusion(at.shellCount === 1 && network ? oneShell : model.shells, at.count,
      at.shells, material.particleRadius, particle.fillingDiffusivity ?? material.diffusivity, perReaction);
    this.leads = leadsNetwork(model.particles, p);
    const first = network && !this.leads && before.find((one) => one.leads && one.particle.region === particle.region);
    this.first = first || this;
    if (first) first.sizes.push(this);
    this.leaves = network ? [layout.stored] : layout.ions;
    this.reaction = new InsertionReaction(material, thermalVoltage);
    const perParticle = (): Float64Array => new Float64Array(at.count);
    const property = (): CellProperty => ({ value: perParticle(), slope: perParticle(), first: at.firstCell });
    [this.potential, this.exchangeCurrent, this.theta] = [property(), property(), property()];
    this.theta.value.fill(1);
    const volume = model.mesh.volume.subarray(at.firstCell, at.firstCell + at.count);
    this.wettedArea = volume.map((one) => particle.specificInterfacialArea * one);
    const networkClasses = model.particles.filter((one) => one.network && one.region === particle.region);
    const allArea = networkClasses.reduce((sum, { specificInterfacialArea }) => sum + specificInterfacialArea, 0);
    this.crossingArea = volume.map((one) => allArea * one);
    this.networkShare = network?.share ?? particle.volumeFraction;
    this.answers = new Float64Array(layout.size * at.count);
    if (this.leads) { for (let k = 0; k < at.count; k++) this.answers[layout.size * k + layout.stored] = 1; }
    this.free = perParticle();
    const { potential, exchangeCurrent, theta, reaction: { kinetics } } = this;
    this.halfCells = new HalfCells(model, particle, at, electrolyte, kinetics);
    this.given = { potential, exchangeCurrent, theta, kinetics, film: filmResistance, path: pathResistance,
      halfCells: this.halfCells.all, steepness: this.halfCells.steepness };
    this.law = bindLaw(insertionLaw, inCells(indices(at.count, (k) => at.firstCell + k)), {
      ...this.given,
      j: indices(at.count, (k) => at.reaction + k),
      c: electrolyte.concentration,
    });
  }

  /** Shells, unless they are `held`: ds/dt = diffusion + reaction.  Surface: phiS - phiE = what the reaction needs at j. */
  residual(y: Float64Array, yp: Float64Array, out: Float64Array, held: boolean): void {
    if (held) this.diffusion.hold(out);
    else this.diffusion.residual(y, yp, this.at.reaction, out);
    this.follow(y);
    this.close(y, out);
  }

  /** The rows of j, once surface and properties are there. */
  close(y: Float64Array, out: Float64Array): void {
    const { at: { reaction, firstCell, count }, diffusion, first, law, network } = this;
    if (!network) law.run(0, count, y);
    for (let k = 0; !this.leads && k < count; k++) {
      const drive = y[electrodePotentialOf(firstCell + k)] - y[electrolytePotentialOf(firstCell + k)];
      out[reaction + k] = network ? diffusion.surfaceOver(first.diffusion, k) : drive - law.out[law.stride * k];
    }
  }

  /** Surface stoichiometry, the properties there and contact at a state. */
  follow(y: Float64Array): void {
    this.diffusion.evaluateSurface(y, this.at.reaction);
    evaluateAt(this.diffusion.surface, this.reaction.potential, this.potential);
    evaluateAt(this.diffusion.surface, this.reaction.exchangeCurrent, this.exchangeCurrent);
    if (this.contact) this.updateContact(this.contact, y);
  }

  /** By the mean stoichiometry of all sizes in a cell, which touch an electrolyte as one. */
  private updateContact(law: ScalarFunction, y: Float64Array): void {
    const { at, sizes, theta, local } = this;
    const volume = sizes.reduce((sum, { particle }) => sum + particle.volumeFraction, 0);
    for (let k = 0; k < at.count; k++) {
      let mean = 0;
      for (const { particle, diffusion } of sizes) mean += (particle.volumeFraction / volume) * diffusion.average(y, k);
      law.evaluate(mean, local);
      theta.value[k] = local[0];
      theta.slope[k] = local[1];
    }
  }

  /**
   * Whether every reaction has the voltage that it needs, to `closing` [V], after the step `delta` that led to y; contact as at the last
   * residual, which all else stays at. Only what the step may have bent is evaluated, contact that follows the mean, and what crosses from a
   * network: by the slopes before the step the others have it.
   */
  holds(y: Float64Array, delta: Float64Array, closing: number): boolean {
    const { at: { reaction, firstCell, count }, diffusion, contact, network, reacting } = this;
    for (let k = 0; k < count && reacting >= 0; k++) {
      const change = diffusion.surfaceChange(delta, reaction, k);
      const volts = Math.abs(this.slope(k, slopeBy.j) * delta[reaction + k])
        + Math.abs(this.slope(k, slopeBy.s) * change);
      if (!contact && !network && this.reaction.mostBend(volts, change) <= closing) continue;
      const drive = y[electrodePotentialOf(firstCell + k)] - y[electrolytePotentialOf(firstCell + k)];
      const x = this.salt < 0 ? 1 : saltAboveZero(y[this.salt + k]);
      const needed = this.needed(k, y[reacting + k], diffusion.surfaceAt(y, reaction, k), x);
      if (!(Math.abs(drive - needed) <= closing)) return false;
    }
    return true;
  }

  /** Slope of the voltage that the reaction of particle k needs at the last residual, by one of `slopeBy`: j [ohm m^2] or what else it follows [V]. */
  slope(k: number, by: number): number {
    return this.law.out[this.law.stride * k + by];
  }

  /** d(mean s)/dj with the shells following. */
  meanPerReaction(gamma: number): number {
    return gamma * this.diffusion.meanGain;
  }

  /** Change of the mean of particle k on its own: d(mean) = meanPerReaction dj + this. */
  meanFree(residual: Float64Array, k: number, gamma: number): number {
    return -gamma * this.diffusion.average(residual, k);
  }

  /** Returns whether all is as the equations have it, not as Newton takes it where what a reaction needs falls. */
  eliminate(y: Float64Array, gamma: number): boolean {
    const { at, diffusion, first, answers, layout: { size, salt, stored }, law: { out, stride } } = this;
    diffusion.factor(y, gamma);
    if (this.leads) return true;
    let rises = true;
    const byMean = this.meanPerReaction(gamma);
    for (let k = 0; k < at.count; k++) {
      const by = diffusion.surfacePerReaction(k, gamma);
      if (this.network) {
        answers[size * k + stored] = first.diffusion.surfacePerReaction(k, gamma) / by;
        continue;
      }
      const of = stride * k;
      const own = out[of + slopeBy.j];
      const rise = own + out[of + slopeBy.mean] * byMean + out[of + slopeBy.s] * by;
      rises &&= rise >= leastRise * own;
      const conductance = 1 / Math.max(rise, leastRise * own);
      answers[size * k + phiE] = -conductance;
      answers[size * k + phiS] = conductance;
      if (salt >= 0) answers[size * k + salt] = -conductance * out[of + slopeBy.x];
    }
    return rises;
  }

  reduce(residual: Float64Array, gamma: number): void {
    const { at, diffusion, first, free, answers, layout: { size }, network, contact } = this;
    diffusion.forward(residual, gamma);
    if (this.leads) return;
    for (let k = 0; k < at.count; k++) {
      const missing = residual[at.reaction + k];
      const own = diffusion.surfaceResponse(k);
      if (network) {
        free[k] = (first.diffusion.surfaceResponse(k) - own - missing) / diffusion.surfacePerReaction(k, gamma);
        continue;
      }
      // the mean follows its own lithium alone
      const byMean = contact ? this.slope(k, slopeBy.mean) * this.meanFree(residual, k, gamma) : 0;
      free[k] = answers[size * k + phiS] * (missing - this.slope(k, slopeBy.s) * own - byMean);
    }
  }

  /**
   * Takes the currents of a step `delta` from y back to what the interface carries at the potentials of that step, where this is less. Newton
   * in j is exact where currents are given, but where potentials are it overshoots from a large j (eta rises with its logarithm); of the two
   * the smaller current converges in either case. A network passes on what crosses to it. Returns whether any was taken back: charge then
   * does not balance. `quietly`: of steps that are not small alone, as a small one is about what the equation gives; of a network none.
   */
  settle(y: Float64Array, delta: Float64Array, gamma: number, quietly: boolean): boolean {
    const { at, diffusion, reacting, network } = this;
    if (reacting < 0 || (quietly && network)) return false;
    let moved = false;
    for (let k = 0; k < at.count; k++) {
      const linear = y[reacting + k] + delta[reacting + k];
      const change = diffusion.surfaceChange(delta, at.reaction, k);
      const isSmall = Math.abs(change) <= straight && Math.abs(delta[reacting + k]) <= overshoot * Math.abs(linear);
      if (quietly && isSmall) continue;
      const [s, e] = [electrodePotentialOf(at.firstCell + k), electrolytePotentialOf(at.firstCell + k)];
      const drive = y[s] + delta[s] - y[e] - delta[e];
      const surface = diffusion.surface[k] + change;
      const x = this.salt < 0 ? 1 : saltAboveZero(y[this.salt + k] + delta[this.salt + k]);
      const j = this.settled(k, drive, linear, surface, network ? 0 : diffusion.surfacePerReaction(k, gamma), x);
      if (Math.abs(j - linear) <= overshoot * Math.abs(linear)) continue;
      delta[reacting + k] = j - y[reacting + k];
      moved = true;
    }
    if (moved && !network) diffusion.back(delta, at.reaction, gamma);
    return moved;
  }

  /** j between -|linear| and |linear| with drive = what the reaction needs; `linear` where there is none. */
  private settled(k: number, drive: number, linear: number, surface: number, perReaction: number, x: number): number {
    const missing = (j: number): number => this.needed(k, j, surface + perReaction * (j - linear), x) - drive;
    // what is missing rises with j: where it changes sign within an overshoot of the step or beyond it, the step stays
    const sign = Math.sign(linear);
    if (sign * missing(linear) <= roundOff || sign * missing((1 - overshoot) * linear) <= 0) return linear;
    const [low, high] = [-Math.abs(linear), Math.abs(linear)];
    const [atLow, atHigh] = [missing(low), missing(high)];
    return atLow < 0 && atHigh > 0 ? illinois(missing, low, atLow, high, atHigh, 1e-9 * high) : linear;
  }

  /** The voltage phiS - phiE that particle k needs at j, at the surface stoichiometry s and the salt x. */
  needed(k: number, j: number, s: number, x: number): number {
    const { reaction, local, theta, halfCells: { all, steepness }, film, path } = this;
    reaction.exchangeCurrent.evaluate(s, local);
    const i0 = local[0];
    reaction.potential.evaluate(s, local);
    return insertion(j, local[0], i0, theta.value[k], x, all[k], steepness, film, path, reaction.kinetics)[0];
  }

  /** j and the shells once the blocks are solved. */
  back(solution: Float64Array, delta: Float64Array, gamma: number): void {
    const { at, answers, free, layout: { size } } = this;
    for (let k = 0; k < at.count; k++) {
      const block = size * (at.firstCell + k);
      // the difference first: potentials may change far more than what is between them
      let change = answers[size * k + phiS] * (solution[block + phiS] - solution[block + phiE]) + free[k];
      for (let q = phiS + 1; q < size; q++) change += answers[size * k + q] * solution[block + q];
      delta[at.reaction + k] = change;
    }
    this.diffusion.back(delta, at.reaction, gamma);
  }
}
