import type { AnodeModel } from '../transport/on-cells/cell-properties.js';
import { type Kinetics, setKinetics } from './interface-kinetics.js';

/** Exchange current and kinetics of a planar anode at the present temperature. */
export class PlaneState {
  readonly kinetics: Kinetics = { anodic: NaN, cathodic: NaN };
  /** i0 at the present temperature [A m^-2]; one number. */
  readonly exchangeCurrent: Float64Array;

  constructor(readonly anode: Extract<AnodeModel, { readonly kind: 'planar' }>, thermalVoltage: number) {
    setKinetics(anode.material, thermalVoltage, this.kinetics);
    this.exchangeCurrent = Float64Array.of(anode.material.exchangeCurrentDensity);
  }

  setTemperature(temperature: number, thermalVoltage: number): void {
    const { material } = this.anode;
    setKinetics(material, thermalVoltage, this.kinetics);
    this.exchangeCurrent[0] = (material.temperatureFactor?.(temperature) ?? 1) * material.exchangeCurrentDensity;
  }
}
