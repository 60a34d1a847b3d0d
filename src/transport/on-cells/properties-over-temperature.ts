import type { ScalarFunction, TemperatureFactor } from '../../materials/material.js';
import type { CellProperties, IonicProperties, ParticleClass } from './cell-properties.js';

/** fixed + factor(T) (f - fixed), with f at the temperature of the case. Never `constant`: it changes while it is in use. */
class FollowingFunction implements ScalarFunction {
  private factor = 1;

  constructor(private readonly f: ScalarFunction, private readonly follow: TemperatureFactor,
    private readonly fixed = 0)
  {}

  setTemperature(temperature: number): void {
    this.factor = this.follow(temperature);
  }

  evaluate(x: number, out: Float64Array): void {
    this.f.evaluate(x, out);
    out[0] = this.fixed + this.factor * (out[0] - this.fixed);
    out[1] *= this.factor;
  }
}

/**
 * A copy of a cell whose conductivities and diffusivities follow a temperature that is set from outside. Potentials,
 * transference number, thermodynamic factor, contacts and films stay as they are at the case's temperature: no data.
 */
export class PropertiesOverTemperature {
  readonly model: CellProperties;
  private readonly functions: FollowingFunction[] = [];

  constructor(private readonly given: CellProperties) {
    const { electronicConductivity, particles, ions, thermal } = given;
    this.model = {
      ...given,
      ions: this.ionsOverTemperature(ions),
      electronicConductivity: electronicConductivity.map((sigma, region) => {
        const { electronicFactor, carbonConductivity } = thermal?.regions[region] ?? {};
        return sigma && this.following(sigma, electronicFactor, carbonConductivity);
      }),
      particles: particles.map((particle): ParticleClass => {
        const { material, fillingDiffusivity: filling } = particle;
        const factor = material.temperatureFactors?.diffusivity;
        const diffusivity = this.following(material.diffusivity, factor);
        return { ...particle, material: { ...material, diffusivity },
          ...(filling && { fillingDiffusivity: this.following(filling, factor) }) };
      }),
    };
  }

  setTemperature(temperature: number): void {
    for (const f of this.functions) f.setTemperature(temperature);
    const { given, model } = this;
    if (given.ions.kind !== 'singleIon' || model.ions.kind !== 'singleIon') return;
    const { region, regions } = given.mesh;
    for (let r = 0; r < regions.length; r++) {
      const factor = given.thermal?.regions[r].ionicFactor?.(temperature) ?? 1;
      for (let c = 0; c < region.length; c++) {
        if (region[c] === r) model.ions.conductivity[c] = factor * given.ions.conductivity[c];
      }
    }
  }

  private ionsOverTemperature(ions: IonicProperties): IonicProperties {
    if (ions.kind === 'singleIon') return { ...ions, conductivity: ions.conductivity.slice() };
    const { conductivity, diffusivity, temperatureFactors } = ions.electrolyte;
    return { ...ions, electrolyte: {
      ...ions.electrolyte,
      conductivity: this.following(conductivity, temperatureFactors?.conductivity),
      diffusivity: this.following(diffusivity, temperatureFactors?.diffusivity),
    } };
  }

  private following(f: ScalarFunction, follow: TemperatureFactor | undefined, fixed?: number): ScalarFunction {
    if (!follow) return f;
    const made = new FollowingFunction(f, follow, fixed);
    this.functions.push(made);
    return made;
  }
}
