import type { ScalarFunction } from '../materials/material.js';
import { type ParticleShells, particleShells } from '../mesh/particle-shells.js';
import { illinois } from '../solver/root.js';
import { FARADAY } from '../units/constants.js';
import type { CellModel, ParticleClass } from './cell-model.js';
import { saltAboveZero, saltAboveZeroSlope } from './dry-salt.js';
import { InsertionReaction } from './insertion-reaction.js';
import { ParticleDiffusion } from './particle-diffusion.js';
import { type ClassUnknowns, electrodePotentialOf, electrolytePotentialOf, type Unknowns } from './unknowns.js';

/** Share of a current beyond which a step of it is called an overshoot. */
const overshoot = 0.1;

/** A cell of a network without electrolyte has one stoichiometry, its surface included. */
const oneShell: ParticleShells = { ...particleShells(1, 1), slopeWeight: 0 };

/**
 * The particles of one region with their charge transfer, one per cell. After `eliminate` and `reduce` each of them is two
 * numbers to its cell:   dj = conductance (dphiS - dphiE - slopeBySalt dx + free).
 *
 * Where contact changes with the volume of the particle, j is the current over the area in full contact, J/A; what the interface
 * carries is j/theta(mean s). So theta stays out of the balances of charge and lithium, which remain linear in j, and enters only here.
 */
export class ParticleReactions {
  readonly particle: ParticleClass;
  readonly at: ClassUnknowns;
  readonly side: 'anode' | 'cathode';
  readonly diffusion: ParticleDiffusion;
  /** U at the surface, per particle [V]. */
  readonly surfacePotential: Float64Array;
  /** Of the linear relation above [S m^-2], [V], [V]. */
  readonly conductance: Float64Array;
  readonly free: Float64Array;
  readonly slopeBySalt: Float64Array;
  /** d(mean s)/d(phiS - phiE) and the part of d(mean s) that does not depend on the potentials. */
  readonly meanPerVolt: Float64Array;
  readonly meanFree: Float64Array;
  /** d(mean s) by the third unknown of the cell, where that is the lithium stored; 0 in particles. */
  readonly meanPerThird: Float64Array;
  /** Whether anything depends on the mean stoichiometry (an electronic conductivity does). */
  private readonly meanMatters: boolean;
  private readonly reaction: InsertionReaction;
  /** Slopes of U + eta + j Rf at the last residual, by the surface stoichiometry [V] and by j [ohm m^2]. */
  readonly slopeBySurface: Float64Array;
  readonly slopeByReaction: Float64Array;
  /** theta of each particle at the last residual; 1 without a contact law. */
  readonly contact: Float64Array;
  /** Slope of U + eta + j Rf by the mean stoichiometry; empty without a contact law. */
  private readonly slopeByMean: Float64Array;
  private readonly local = new Float64Array(5);
  /** Index of x of the first particle's cell; -1 without salt. */
  private readonly salt: number;

  constructor(model: CellModel, unknowns: Unknowns, p: number, thermalVoltage: number) {
    const particle = model.particles[p];
    const at = unknowns.classes[p];
    this.particle = particle;
    this.at = at;
    this.side = model.mesh.regions[particle.region].kind === 'anode' ? 'anode' : 'cathode';
    this.salt = unknowns.hasSalt ? unknowns.salt + at.firstCell : -1;
    const { material, coverage, filmResistance, network } = particle;
    const perReaction = coverage / (FARADAY * material.maximumConcentration);
    this.diffusion = new ParticleDiffusion(
      network && !network.wetted ? oneShell : model.shells,
      at.count,
      at.shells,
      material.particleRadius,
      material.diffusivity,
      perReaction,
    );
    this.meanMatters = model.electronicConductivity[particle.region]?.constant === undefined;
    this.reaction = new InsertionReaction(material, filmResistance, thermalVoltage);
    this.surfacePotential = new Float64Array(at.count);
    this.conductance = new Float64Array(at.count);
    this.free = new Float64Array(at.count);
    this.slopeBySalt = new Float64Array(at.count);
    this.meanPerVolt = new Float64Array(at.count);
    this.meanFree = new Float64Array(at.count);
    this.meanPerThird = new Float64Array(at.count);
    this.slopeBySurface = new Float64Array(at.count);
    this.slopeByReaction = new Float64Array(at.count);
    this.contact = new Float64Array(at.count).fill(1);
    this.slopeByMean = new Float64Array(particle.contact ? at.count : 0);
  }

  /** Shells: ds/dt = diffusion + reaction.  Surface: phiS - phiE = U + eta + j Rf. */
  residual(y: Float64Array, yp: Float64Array, out: Float64Array): void {
    const { at, diffusion, local } = this;
    diffusion.residual(y, yp, at.reaction, out);
    diffusion.evaluateSurface(y, at.reaction);
    if (this.particle.contact) {
      this.residualInContact(y, this.particle.contact, out);
      return;
    }
    for (let k = 0; k < at.count; k++) {
      const cell = at.firstCell + k;
      this.reaction.evaluate(diffusion.surface[k], y[at.reaction + k],
        this.salt < 0 ? 1 : saltAboveZero(y[this.salt + k]), local);
      out[at.reaction + k] = y[electrodePotentialOf(cell)] - y[electrolytePotentialOf(cell)] - local[0];
      this.slopeBySurface[k] = local[1];
      this.slopeByReaction[k] = local[2];
      this.surfacePotential[k] = local[3];
      this.slopeBySalt[k] = this.salt < 0 ? 0 : local[4] * saltAboveZeroSlope(y[this.salt + k]);
    }
  }

  /** phiS - phiE = U + eta(j/theta) + (j/theta) (Rf - Rpath) + j Rpath. */
  private residualInContact(y: Float64Array, law: ScalarFunction, out: Float64Array): void {
    const { at, diffusion, local, particle: { pathResistance = 0 } } = this;
    for (let k = 0; k < at.count; k++) {
      const cell = at.firstCell + k;
      law.evaluate(diffusion.average(y, k), local);
      const theta = local[0];
      const byMean = local[1];
      const j = y[at.reaction + k] / theta;
      this.reaction.evaluate(diffusion.surface[k], j, this.salt < 0 ? 1 : saltAboveZero(y[this.salt + k]), local);
      const path = pathResistance * (theta - 1) * j;
      out[at.reaction + k] = y[electrodePotentialOf(cell)] - y[electrolytePotentialOf(cell)] - local[0] - path;
      this.contact[k] = theta;
      this.slopeBySurface[k] = local[1];
      this.slopeByReaction[k] = local[2] / theta + pathResistance * (1 - 1 / theta);
      this.slopeByMean[k] = (-(local[2] - pathResistance) * j * byMean) / theta;
      this.surfacePotential[k] = local[3];
      this.slopeBySalt[k] = this.salt < 0 ? 0 : local[4] * saltAboveZeroSlope(y[this.salt + k]);
    }
  }

  equilibriumPotential(s: number): number {
    return this.reaction.equilibriumPotential(s);
  }

  setTemperature(temperature: number, thermalVoltage: number): void {
    this.reaction.setTemperature(temperature, thermalVoltage);
  }

  /** Writes U - T dU/dT at a stoichiometry and its slope [V]. */
  enthalpyPotential(s: number, out: Float64Array): void {
    this.reaction.enthalpyPotential(s, out);
  }

  eliminate(y: Float64Array, gamma: number): void {
    const { at, diffusion } = this;
    diffusion.factor(y, gamma);
    for (let k = 0; k < at.count; k++) {
      const byMean = this.slopeByMean.length > 0 ? this.slopeByMean[k] * gamma * diffusion.meanGain : 0;
      this.conductance[k] = 1
        / (this.slopeByReaction[k] + byMean + this.slopeBySurface[k] * diffusion.surfacePerReaction(k, gamma));
      this.meanPerVolt[k] = gamma * diffusion.meanGain * this.conductance[k];
    }
  }

  reduce(residual: Float64Array, gamma: number): void {
    const { at, diffusion } = this;
    diffusion.forward(residual, gamma);
    for (let k = 0; k < at.count; k++) {
      this.free[k] = residual[at.reaction + k] - this.slopeBySurface[k] * diffusion.surfaceResponse(k);
    }
    // the mean follows its own lithium alone: d(mean) = gamma meanGain dj - gamma (mean of the residual)
    for (let k = 0; k < this.slopeByMean.length; k++) {
      this.free[k] += this.slopeByMean[k] * gamma * diffusion.average(residual, k);
    }
    if (!this.meanMatters) return;
    for (let k = 0; k < at.count; k++) {
      this.meanFree[k] = -gamma * diffusion.average(residual, k) + this.meanPerVolt[k] * this.free[k];
    }
  }

  /**
   * Takes j of a step `delta` from y back to what the interface carries at the potentials of that step, where this is less. Newton in j is
   * exact where currents are given, but where potentials are it overshoots from a large j (eta rises with its logarithm) and goes to and
   * fro; of the two the smaller current converges in either case. Returns whether any was taken back: charge then does not balance.
   */
  settle(y: Float64Array, delta: Float64Array, gamma: number): boolean {
    const { at, diffusion } = this;
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

  /** j between -|linear| and |linear| with drive = U + eta + j Rf; `linear` where there is none. */
  private settled(k: number, drive: number, linear: number, surface: number, perReaction: number, x: number): number {
    const { local, particle: { pathResistance = 0 } } = this;
    const theta = this.contact[k];
    const needed = (j: number): number => {
      this.reaction.evaluate(surface + perReaction * (j - linear), j / theta, x, local);
      return local[0] + pathResistance * (j - j / theta) - drive;
    };
    const [low, high] = [-Math.abs(linear), Math.abs(linear)];
    const [atLow, atHigh] = [needed(low), needed(high)];
    return atLow < 0 && atHigh > 0 ? illinois(needed, low, atLow, high, atHigh, 1e-9 * high) : linear;
  }

  back(delta: Float64Array, gamma: number): void {
    const { at } = this;
    for (let k = 0; k < at.count; k++) {
      const cell = at.firstCell + k;
      const drop = delta[electrodePotentialOf(cell)] - delta[electrolytePotentialOf(cell)];
      const bySalt = this.salt < 0 ? 0 : this.slopeBySalt[k] * delta[this.salt + k];
      delta[at.reaction + k] = this.conductance[k] * (drop - bySalt + this.free[k]);
    }
    this.diffusion.back(delta, at.reaction, gamma);
  }
}
