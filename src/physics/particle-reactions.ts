import type { ScalarFunction } from '../materials/material.js';
import { type ParticleShells, particleShells } from '../mesh/particle-shells.js';
import { illinois } from '../solver/root.js';
import { FARADAY } from '../units/constants.js';
import type { BoundLaw } from './bound-law.js';
import type { CellModel, ParticleClass } from './cell-model.js';
import { bound, indices, ofAll, ofArrays, ofState } from './columns.js';
import { saltAboveZero } from './dry-salt.js';
import type { CellProperty, ElectrolyteState } from './electrolyte-state.js';
import { InsertionReaction } from './insertion-reaction.js';
import { type InsertionColumns, insertionSlopes } from './laws/derived.js';
import { NetworkSize } from './network-size.js';
import { ParticleDiffusion } from './particle-diffusion.js';
import { type ClassUnknowns, electrodePotentialOf, electrolytePotentialOf, type Unknowns } from './unknowns.js';

/** Share of a current beyond which a step of it is called an overshoot. */
const overshoot = 0.1;

/** A cell of a network that is one body has one stoichiometry, its surface included. */
const oneShell: ParticleShells = { ...particleShells(1, 1), slopeWeight: 0 };

/**
 * The particles of one class, one per cell of their region, with the reaction at their surface (`laws/insertion`). After `eliminate` and
 * `reduce` each of them is two numbers to its cell:   dj = conductance (dphiS - dphiE - slopeBySalt dx + free).
 *
 * Where contact changes with the volume of the particle, j is the current over the area in full contact, J/A; what the interface
 * carries is j/theta(mean s). So theta stays out of the balances of charge and lithium, which remain linear in j, and enters only here.
 *
 * Particles of a network pass lithium on: j is what they store, an unknown of the matrix, and what crosses to the electrolyte is a current
 * of its own (`interface-laws`). Of them this class has the shells alone, and `network-size` what several sizes of one network are to each other.
 */
export class ParticleReactions {
  readonly particle: ParticleClass;
  readonly at: ClassUnknowns;
  readonly side: 'anode' | 'cathode';
  readonly diffusion: ParticleDiffusion;
  /** Of particles of a network. */
  readonly size: NetworkSize | undefined;
  /** Whether it is the first size of a network. */
  readonly leads: boolean;
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
  /** Of the linear relation above [S m^-2], [V], [V]. */
  readonly conductance: Float64Array;
  readonly free: Float64Array;
  readonly slopeBySalt: Float64Array;
  /** Slopes of the voltage that the reaction needs at the last residual, by the surface stoichiometry [V] and by j [ohm m^2]. */
  readonly slopeBySurface: Float64Array;
  readonly slopeByReaction: Float64Array;
  /** theta of each particle at the last residual, and its slope by the mean stoichiometry; 1 and 0 without a contact law. */
  readonly contact: Float64Array;
  readonly contactSlope: Float64Array;
  private readonly slopeByMean: Float64Array;
  private readonly law: BoundLaw;
  /** The same for one particle, at numbers of its own: j, U, i0, theta, c, and 0 in the place of slopes. */
  private readonly probe: BoundLaw;
  private readonly probed = new Float64Array(6);
  private readonly local = new Float64Array(2);
  /** Index of x of the first particle's cell; -1 without salt. */
  private readonly salt: number;

  constructor(model: CellModel, unknowns: Unknowns, p: number, thermalVoltage: number, electrolyte: ElectrolyteState,
    before: readonly ParticleReactions[])
  {
    const particle = model.particles[p];
    const at = unknowns.classes[p];
    this.particle = particle;
    this.at = at;
    this.side = model.mesh.regions[particle.region].kind === 'anode' ? 'anode' : 'cathode';
    this.salt = unknowns.hasSalt ? unknowns.salt + at.firstCell : -1;
    const { material, coverage, network } = particle;
    const perReaction = coverage / (FARADAY * material.maximumConcentration);
    this.diffusion = new ParticleDiffusion(at.shellCount === 1 && network ? oneShell : model.shells, at.count,
      at.shells, material.particleRadius, particle.fillingDiffusivity ?? material.diffusivity, perReaction);
    this.size = network && new NetworkSize(model, p, particle, at, this.diffusion, before.map(({ size }) => size));
    this.leads = this.size?.leads ?? false;
    this.reaction = new InsertionReaction(material, thermalVoltage);
    const perParticle = (): Float64Array => new Float64Array(at.count);
    this.potential = { value: perParticle(), slope: perParticle() };
    this.exchangeCurrent = { value: perParticle(), slope: perParticle() };
    this.wettedArea = perParticle().map((_, k) =>
      particle.specificInterfacialArea * model.mesh.volume[at.firstCell + k]
    );
    const ofNetwork = model.particles.filter((one) => one.network && one.region === particle.region);
    const allArea = ofNetwork.reduce((sum, { specificInterfacialArea }) => sum + specificInterfacialArea, 0);
    this.crossingArea = perParticle().map((_, k) => allArea * model.mesh.volume[at.firstCell + k]);
    this.networkShare = network?.share ?? particle.volumeFraction;
    this.conductance = perParticle();
    this.free = perParticle();
    this.slopeBySalt = perParticle();
    this.slopeBySurface = perParticle();
    this.slopeByReaction = perParticle();
    this.slopeByMean = perParticle();
    this.contact = perParticle().fill(1);
    this.contactSlope = perParticle();
    const each = indices(at.count, (k) => k);
    this.law = this.reactionLaw(at.count, {
      j: ofState(each.map((k) => at.reaction + k)),
      ...ofArrays(each, { potentialByS: this.potential, exchangeCurrentByS: this.exchangeCurrent,
        thetaByMean: { value: this.contact, slope: this.contactSlope } }),
      ...ofArrays(each.map((k) => at.firstCell + k), { cByX: electrolyte.concentration }),
    });
    const [j, potential, exchangeCurrent, theta, c, none] = Array.from(this.probed,
      (_, i) => ({ data: this.probed.subarray(i), at: new Int32Array(1) }));
    this.probe = this.reactionLaw(1, { j, potential, potentialByS: none, exchangeCurrent, exchangeCurrentByS: none,
      theta, thetaByMean: none, c, cByX: none });
  }

  /** Shells: ds/dt = diffusion + reaction.  Surface: phiS - phiE = what the reaction needs at j. */
  residual(y: Float64Array, yp: Float64Array, out: Float64Array): void {
    this.diffusion.residual(y, yp, this.at.reaction, out);
    this.follow(y);
    this.close(y, out);
  }

  /** The rows of j, once surface and properties are there. */
  close(y: Float64Array, out: Float64Array): void {
    if (!this.particle.network) this.react(y, out);
    this.size?.residual(out);
  }

  /** Surface stoichiometry, the properties there and contact at a state. */
  follow(y: Float64Array): void {
    this.diffusion.evaluateSurface(y, this.at.reaction);
    this.evaluateAtSurface(this.reaction.potential, this.potential);
    this.evaluateAtSurface(this.reaction.exchangeCurrent, this.exchangeCurrent);
    if (this.particle.contact) this.updateContact(this.particle.contact, y);
  }

  /** A property at the surface of every particle, with its slope. */
  evaluateAtSurface(property: ScalarFunction, { value, slope }: CellProperty): void {
    const { diffusion: { surface }, local } = this;
    for (let k = 0; k < value.length; k++) {
      property.evaluate(surface[k], local);
      value[k] = local[0];
      slope[k] = local[1];
    }
  }

  private updateContact(law: ScalarFunction, y: Float64Array): void {
    const { at, diffusion, size, local } = this;
    for (let k = 0; k < at.count; k++) {
      law.evaluate(size ? size.mean(y, k) : diffusion.average(y, k), local);
      this.contact[k] = local[0];
      this.contactSlope[k] = local[1];
    }
  }

  private react(y: Float64Array, out: Float64Array): void {
    const { at, law } = this;
    law.run(0, at.count, y);
    for (let k = 0; k < at.count; k++) {
      const cell = at.firstCell + k;
      const own = law.stride * k;
      out[at.reaction + k] = y[electrodePotentialOf(cell)] - y[electrolytePotentialOf(cell)] - law.out[own];
      this.slopeByReaction[k] = law.out[own + 1];
      this.slopeBySurface[k] = law.out[own + 2];
      this.slopeByMean[k] = law.out[own + 3];
      this.slopeBySalt[k] = law.out[own + 4];
    }
  }

  /** What the reactions of `count` particles need. */
  private reactionLaw(count: number, of: Omit<InsertionColumns, 'film' | 'path'>): BoundLaw {
    const { particle: { filmResistance: film, pathResistance: path = 0 }, reaction: { kinetics } } = this;
    const columns = { ...of, ...ofAll(count, { film, path }) };
    return bound(count, 1, 4, (first, last, y, out) => insertionSlopes(first, last, y, columns, kinetics, out));
  }

  equilibriumPotential(s: number): number {
    return this.reaction.equilibriumPotential(s);
  }

  setTemperature(temperature: number, thermalVoltage: number): void {
    this.reaction.setTemperature(temperature, thermalVoltage);
  }

  /** d(mean s)/dj with the shells following. */
  meanPerReaction(gamma: number): number {
    return gamma * this.diffusion.meanGain;
  }

  /** Change of the mean of particle k on its own: d(mean) = meanPerReaction dj + this. */
  meanFree(residual: Float64Array, k: number, gamma: number): number {
    return -gamma * this.diffusion.average(residual, k);
  }

  eliminate(y: Float64Array, gamma: number): void {
    const { at, diffusion } = this;
    diffusion.factor(y, gamma);
    this.size?.eliminate(gamma);
    if (this.particle.network) return;
    const byMean = this.meanPerReaction(gamma);
    for (let k = 0; k < at.count; k++) {
      this.conductance[k] = 1 / (this.slopeByReaction[k] + this.slopeByMean[k] * byMean
        + this.slopeBySurface[k] * diffusion.surfacePerReaction(k, gamma));
    }
  }

  reduce(residual: Float64Array, gamma: number): void {
    const { at, diffusion } = this;
    diffusion.forward(residual, gamma);
    this.size?.reduce(residual);
    if (this.particle.network) return;
    for (let k = 0; k < at.count; k++) {
      this.free[k] = residual[at.reaction + k] - this.slopeBySurface[k] * diffusion.surfaceResponse(k);
    }
    if (!this.particle.contact) return;
    // the mean follows its own lithium alone
    for (let k = 0; k < at.count; k++) this.free[k] -= this.slopeByMean[k] * this.meanFree(residual, k, gamma);
  }

  /**
   * Takes j of a step `delta` from y back to what the interface carries at the potentials of that step, where this is less. Newton in j is
   * exact where currents are given, but where potentials are it overshoots from a large j (eta rises with its logarithm) and goes to and
   * fro; of the two the smaller current converges in either case. Returns whether any was taken back: charge then does not balance.
   */
  settle(y: Float64Array, delta: Float64Array, gamma: number): boolean {
    const { at, diffusion } = this;
    // the j of a network is a current of lithium, and crosses no interface of its own
    if (this.particle.network) return false;
    let moved = false;
    for (let k = 0; k < at.count; k++) {
      const cell = at.firstCell + k;
      const linear = y[at.reaction + k] + delta[at.reaction + k];
      const [phiS, phiE] = [electrodePotentialOf(cell), electrolytePotentialOf(cell)];
      const drive = y[phiS] + delta[phiS] - y[phiE] - delta[phiE];
      const surface = diffusion.surface[k] + diffusion.surfaceChange(delta, at.reaction, k);
      const x = this.salt < 0 ? 1 : saltAboveZero(y[this.salt + k] + delta[this.salt + k]);
      const j = this.settled(k, drive, linear, surface, diffusion.surfacePerReaction(k, gamma), x);
      if (Math.abs(j - linear) <= overshoot * Math.abs(linear)) continue;
      delta[at.reaction + k] = j - y[at.reaction + k];
      moved = true;
    }
    if (moved) diffusion.back(delta, at.reaction, gamma);
    return moved;
  }

  /** j between -|linear| and |linear| with drive = what the reaction needs; `linear` where there is none. */
  private settled(k: number, drive: number, linear: number, surface: number, perReaction: number, x: number): number {
    const { probe, probed, reaction, local } = this;
    probed[3] = this.contact[k];
    probed[4] = x;
    const needed = (j: number): number => {
      const s = surface + perReaction * (j - linear);
      probed[0] = j;
      reaction.potential.evaluate(s, local);
      probed[1] = local[0];
      reaction.exchangeCurrent.evaluate(s, local);
      probed[2] = local[0];
      probe.run(0, 1, probed);
      return probe.out[0] - drive;
    };
    const [low, high] = [-Math.abs(linear), Math.abs(linear)];
    const [atLow, atHigh] = [needed(low), needed(high)];
    return atLow < 0 && atHigh > 0 ? illinois(needed, low, atLow, high, atHigh, 1e-9 * high) : linear;
  }

  back(delta: Float64Array, gamma: number): void {
    const { at } = this;
    if (!this.particle.network) {
      for (let k = 0; k < at.count; k++) {
        const cell = at.firstCell + k;
        const drop = delta[electrodePotentialOf(cell)] - delta[electrolytePotentialOf(cell)];
        const bySalt = this.salt < 0 ? 0 : this.slopeBySalt[k] * delta[this.salt + k];
        delta[at.reaction + k] = this.conductance[k] * (drop - bySalt + this.free[k]);
      }
    }
    this.size?.back(delta);
    this.diffusion.back(delta, at.reaction, gamma);
  }
}
