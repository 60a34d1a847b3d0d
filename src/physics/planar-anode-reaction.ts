import type { PlanarAnode } from '../materials/material.js';
import { type Kinetics, overpotential, setKinetics } from './interface-kinetics.js';

/**
 * Stripping and plating at a plane of lithium (or of an alloy of fixed potential) against the membrane:
 *
 *   0 - phiE(0) = Ua + eta(iAnode, i0 sqrt(x(0))) + iAnode R
 *
 *   iAnode  positive on discharge (stripping) [A m^-2];  R area-specific resistance [ohm m^2];  Ua against Li/Li+ [V]
 *   x(0)    salt concentration at the plane over its reference (1 for a single-ion conductor)
 *
 * The anode's collector is the zero of potential; phiE(0) is the value at the plane, half a cell from the first centre.
 */
export class PlanarAnodeReaction {
  /** Voltage that the plane needs and its slopes by the current and by x(0), after `evaluate` [V], [ohm m^2], [V]. */
  voltage = 0;
  byCurrent = 0;
  bySalt = 0;
  private readonly kinetics: Kinetics = { anodic: NaN, cathodic: NaN };
  /** i0 at the reference concentration, at the present temperature [A m^-2]. */
  private reference: number;
  private readonly eta = new Float64Array(3);

  constructor(readonly material: PlanarAnode, private readonly resistance: number, thermalVoltage: number) {
    setKinetics(material, thermalVoltage, this.kinetics);
    this.reference = material.exchangeCurrentDensity;
  }

  setTemperature(temperature: number, thermalVoltage: number): void {
    const { material } = this;
    setKinetics(material, thermalVoltage, this.kinetics);
    this.reference = (material.temperatureFactor?.(temperature) ?? 1) * material.exchangeCurrentDensity;
  }

  evaluate(current: number, salt: number): void {
    const i0 = this.reference * Math.sqrt(salt);
    overpotential(current, i0, this.kinetics, this.eta);
    this.voltage = this.material.equilibriumPotential + this.eta[0] + current * this.resistance;
    this.byCurrent = this.eta[1] + this.resistance;
    this.bySalt = (0.5 * this.eta[2] * i0) / salt;
  }
}
