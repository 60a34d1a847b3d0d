import type { ActiveMaterial, ScalarFunction } from '../materials/material.js';
import { FARADAY, GAS_CONSTANT } from '../units/constants.js';
import { exchangeCurrentDensity } from './exchange-current.js';
import { type Kinetics, setKinetics } from './interface-kinetics.js';
import { addSiteLimit, siteLimits } from './site-limit.js';

/** How far outside 0..1 a fit is still asked; only trial states of Newton get there. */
const beyond = 0.02;
/** Half of U'' where a potential is level [V]; assumed, ten times the most of what is shipped (87 V, LCO at half filling). */
const curvature = 1e3;
/** Parts of a voltage may move further than their sum, as near full, where U and eta bend against each other; assumed. */
const apart = 2;

/** i0(s) at the present temperature. */
class ExchangeCurrent implements ScalarFunction {
  /** `reference` is the exchange current density at half filling [A m^-2]. */
  constructor(public reference: number, private readonly shape?: ScalarFunction) {}

  evaluate(s: number, out: Float64Array): void {
    if (!this.shape) return exchangeCurrentDensity(s, this.reference, out);
    this.shape.evaluate(s, out);
    out[0] *= this.reference;
    out[1] *= this.reference;
  }
}

/**
 * U(s) at the present temperature, the end of the lattice included: by the entropic coefficient of the material,
 * U(s, T) = U(s) + (T - T0) dU/dT(s), T0 that of the case.
 */
class Potential implements ScalarFunction {
  /** How far the present temperature is above that of the material's potential [K]. */
  warmer = 0;
  readonly entropy = new Float64Array(2);
  /** Ends of the lattice, or of what is known of it. */
  private readonly empty: number;
  private readonly full: number;

  private readonly openCircuitPotential: ScalarFunction;
  private readonly entropicCoefficient: ScalarFunction | undefined;

  constructor(material: ActiveMaterial) {
    this.openCircuitPotential = material.openCircuitPotential;
    this.entropicCoefficient = material.entropicCoefficient;
    [this.empty, this.full] = siteLimits(material.potentialRange ?? [0, 1]);
  }

  /** A fit is followed by its tangent where no lattice is left: exponentials of it would overflow there. */
  evaluate(s: number, out: Float64Array): void {
    const inside = Math.min(Math.max(s, -beyond), 1 + beyond);
    this.openCircuitPotential.evaluate(inside, out);
    out[0] += out[1] * (s - inside);
    const { entropicCoefficient } = this;
    if (entropicCoefficient) {
      entropicCoefficient.evaluate(inside, this.entropy);
      this.entropy[0] += this.entropy[1] * (s - inside);
      for (let i = 0; i < 2; i++) out[i] += this.warmer * this.entropy[i];
    }
    addSiteLimit(s, out, this.empty, this.full);
  }
}

/** Properties of an active material for its insertion reaction (`laws/insertion`), as they follow the temperature. */
export class InsertionReaction {
  readonly kinetics: Kinetics = { anodic: NaN, cathodic: NaN };
  /** U(s) [V] and i0(s) [A m^-2]. */
  readonly potential: Potential;
  readonly exchangeCurrent: ExchangeCurrent;
  /** Temperature that the potentials of the material are of [K]. */
  private readonly ownTemperature: number;
  private readonly local = new Float64Array(3);

  constructor(private readonly material: ActiveMaterial, thermalVoltage: number) {
    setKinetics(material, thermalVoltage, this.kinetics);
    this.potential = new Potential(material);
    this.exchangeCurrent = new ExchangeCurrent(material.referenceExchangeCurrentDensity, material.exchangeCurrentShape);
    this.ownTemperature = (thermalVoltage * FARADAY) / GAS_CONSTANT;
  }

  /** RT/F [V], i0, and U where its entropic coefficient is known. */
  setTemperature(temperature: number, thermalVoltage: number): void {
    const { material } = this;
    setKinetics(material, thermalVoltage, this.kinetics);
    const factor = material.temperatureFactors?.exchangeCurrentDensity?.(temperature) ?? 1;
    this.exchangeCurrent.reference = factor * material.referenceExchangeCurrentDensity;
    this.potential.warmer = temperature - this.ownTemperature;
  }

  /**
   * What a voltage bends by at most over a step of `volts` by its slopes, and of `change` in s [V]: exponentials, as those of kinetics and of
   * lithium that gets scarce, by dV^2 F/(2 RT), levels of U by their curvature.
   */
  mostBend(volts: number, change: number): number {
    const { anodic, cathodic } = this.kinetics;
    return Math.max(Math.max(anodic, cathodic) * (apart * volts) ** 2, curvature * change ** 2);
  }

  /** U(s), the end of the lattice included [V]. */
  equilibriumPotential(s: number): number {
    this.potential.evaluate(s, this.local);
    return this.local[0];
  }

  /**
   * The enthalpy of lithium as a voltage, U - T dU/dT; of a U that is linear in T the same at every T. Writes out[0] = its value,
   * out[1] = its slope by s [V].
   */
  enthalpyPotential(s: number, out: Float64Array): void {
    const { potential, material } = this;
    potential.evaluate(s, out);
    if (!material.entropicCoefficient) return;
    const temperature = this.ownTemperature + potential.warmer;
    for (let i = 0; i < 2; i++) out[i] -= temperature * potential.entropy[i];
  }
}
