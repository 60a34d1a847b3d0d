import type { ActiveMaterial } from '../materials/material.js';
import { exchangeCurrentDensity } from './exchange-current.js';
import { overpotential, type Kinetics } from './interface-kinetics.js';
import { addSiteLimit } from './site-limit.js';

/**
 * Charge transfer at the surface of a particle,
 *
 *   phiS - phiE = U(s) + eta(j, i0(s)) + j Rf,
 *
 *   s    stoichiometry at the surface; Rf film resistance [ohm m^2]
 *
 * as the voltage that the reaction needs at a given j. Writes out[0] = U + eta + j Rf, out[1] = its slope by s,
 * out[2] = its slope by j, out[3] = U.
 */
export class InsertionReaction {
  private readonly kinetics: Kinetics;
  private readonly potential = new Float64Array(2);
  private readonly exchange = new Float64Array(2);
  private readonly eta = new Float64Array(3);

  constructor(private readonly material: ActiveMaterial, private readonly filmResistance: number, thermalVoltage: number) {
    this.kinetics = {
      anodic: material.anodicTransferCoefficient / thermalVoltage, cathodic: material.cathodicTransferCoefficient / thermalVoltage,
    };
  }

  /** U(s), the end of the lattice included [V]. */
  equilibriumPotential(s: number): number {
    this.material.openCircuitPotential.evaluate(s, this.potential);
    addSiteLimit(s, this.potential);
    return this.potential[0];
  }

  evaluate(s: number, j: number, out: Float64Array): void {
    this.material.openCircuitPotential.evaluate(s, this.potential);
    addSiteLimit(s, this.potential);
    exchangeCurrentDensity(s, this.material.referenceExchangeCurrentDensity, this.exchange);
    overpotential(j, this.exchange[0], this.kinetics, this.eta);
    out[0] = this.potential[0] + this.eta[0] + j * this.filmResistance;
    out[1] = this.potential[1] + this.eta[2] * this.exchange[1];
    out[2] = this.eta[1] + this.filmResistance;
    out[3] = this.potential[0];
  }
}
