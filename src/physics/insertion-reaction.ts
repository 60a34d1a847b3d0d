import type { ActiveMaterial } from '../materials/material.js';
import { FARADAY, GAS_CONSTANT } from '../units/constants.js';
import { exchangeCurrentDensity } from './exchange-current.js';
import { type Kinetics, overpotential, setKinetics } from './interface-kinetics.js';
import { addSiteLimit, siteLimits } from './site-limit.js';

/** How far outside 0..1 a fit is still asked; only trial states of Newton get there. */
const beyond = 0.02;

/**
 * Charge transfer at the surface of a particle,
 *
 *   phiS - phiE = U(s) + eta(j, i0(s) sqrt(x)) + j Rf,
 *
 *   s    stoichiometry at the surface; Rf film resistance [ohm m^2]
 *   x    salt concentration over its reference; 1 for a single-ion conductor
 *
 * as the voltage that the reaction needs at a given j. Writes out[0] = U + eta + j Rf, out[1] = its slope by s,
 * out[2] = its slope by j, out[3] = U, out[4] = its slope by x. With a temperature of its own the potential follows it by the entropic
 * coefficient of the material, U(s, T) = U(s) + (T - T0) dU/dT(s), T0 that of the case.
 */
export class InsertionReaction {
  private readonly kinetics: Kinetics = { anodic: NaN, cathodic: NaN };
  /** i0 at half filling, at the present temperature [A m^-2]. */
  private reference: number;
  /** Ends of the lattice, or of what is known of it. */
  private readonly empty: number;
  private readonly full: number;
  /** Of the potentials of the material, and how far the present one is above it [K]. */
  private readonly ownTemperature: number;
  private warmer = 0;
  private readonly potential = new Float64Array(2);
  private readonly entropy = new Float64Array(2);
  private readonly exchange = new Float64Array(2);
  private readonly eta = new Float64Array(3);

  constructor(private readonly material: ActiveMaterial, private readonly filmResistance: number,
    thermalVoltage: number)
  {
    setKinetics(material, thermalVoltage, this.kinetics);
    this.reference = material.referenceExchangeCurrentDensity;
    [this.empty, this.full] = siteLimits(material.potentialRange ?? [0, 1]);
    this.ownTemperature = (thermalVoltage * FARADAY) / GAS_CONSTANT;
  }

  /** RT/F [V], i0, and U where its entropic coefficient is known. */
  setTemperature(temperature: number, thermalVoltage: number): void {
    const { material } = this;
    setKinetics(material, thermalVoltage, this.kinetics);
    const factor = material.temperatureFactors?.exchangeCurrentDensity?.(temperature) ?? 1;
    this.reference = factor * material.referenceExchangeCurrentDensity;
    this.warmer = temperature - this.ownTemperature;
  }

  /** U(s), the end of the lattice included [V]. */
  equilibriumPotential(s: number): number {
    this.evaluatePotential(s);
    return this.potential[0];
  }

  /** dU/ds [V]. */
  equilibriumSlope(s: number): number {
    this.evaluatePotential(s);
    return this.potential[1];
  }

  /**
   * The enthalpy of lithium as a voltage, U - T dU/dT; of a U that is linear in T the same at every T. Writes out[0] = its value,
   * out[1] = its slope by s [V].
   */
  enthalpyPotential(s: number, out: Float64Array): void {
    this.evaluatePotential(s);
    out[0] = this.potential[0];
    out[1] = this.potential[1];
    if (!this.material.entropicCoefficient) return;
    const temperature = this.ownTemperature + this.warmer;
    out[0] -= temperature * this.entropy[0];
    out[1] -= temperature * this.entropy[1];
  }

  evaluate(s: number, j: number, x: number, out: Float64Array): void {
    const salt = x === 1 ? 1 : Math.sqrt(x);
    this.evaluatePotential(s);
    exchangeCurrentDensity(s, this.reference, this.exchange);
    overpotential(j, this.exchange[0] * salt, this.kinetics, this.eta);
    out[0] = this.potential[0] + this.eta[0] + j * this.filmResistance;
    out[1] = this.potential[1] + this.eta[2] * salt * this.exchange[1];
    out[2] = this.eta[1] + this.filmResistance;
    out[3] = this.potential[0];
    out[4] = (0.5 * this.eta[2] * this.exchange[0]) / salt;
  }

  /** A fit is followed by its tangent where no lattice is left: exponentials of it would overflow there. */
  private evaluatePotential(s: number): void {
    const inside = Math.min(Math.max(s, -beyond), 1 + beyond);
    this.material.openCircuitPotential.evaluate(inside, this.potential);
    this.potential[0] += this.potential[1] * (s - inside);
    const { entropicCoefficient } = this.material;
    if (entropicCoefficient) {
      entropicCoefficient.evaluate(inside, this.entropy);
      this.entropy[0] += this.entropy[1] * (s - inside);
      for (let i = 0; i < 2; i++) this.potential[i] += this.warmer * this.entropy[i];
    }
    addSiteLimit(s, this.potential, this.empty, this.full);
  }
}
