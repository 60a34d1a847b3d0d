import type { SaltElectrolyte, ScalarFunction } from '../materials/material.js';
import { constantFunction } from '../materials/scalar-functions.js';
import type { CellProperties } from '../transport/on-cells/cell-properties.js';
import { saltAboveZero, saltAboveZeroSlope } from './dry-salt.js';
import type { Unknowns } from './unknowns.js';

/** A property of each cell, of those from `first` on, and its slope by what it follows there. */
export interface CellProperty {
  readonly value: Float64Array;
  readonly slope: Float64Array;
  readonly first?: number;
}

const local = new Float64Array(2);
/**
 * Concentration above which properties stay what they are there [mol m^-3]; assumed, for every salt, and told where it is reached: 1.5 g cm^-3,
 * as pages on LiPF6 give its density, over 151.9 g mol^-1. Fits of conductivity and diffusivity would leave by powers of ten. The
 * crystal has 18,700 (493.2 and 1265.8 pm, hexagonal with Z = 3; pure.mpg.de, item 2032952).
 */
export const mostSalt = 9900;

/** Writes a property at so many places, with its slope. */
export function evaluateAt(places: Float64Array, property: ScalarFunction, { value, slope }: CellProperty): void {
  for (let k = 0; k < places.length; k++) {
    property.evaluate(places[k], local);
    value[k] = local[0];
    slope[k] = local[1];
  }
}

/**
 * Properties of the electrolyte in every cell at the present state. A single-ion conductor (t+ = 1) is a salt that neither moves nor
 * changes: c = 1, and the laws of the salt say Ohm's.
 */
export class ElectrolyteState {
  /** c as properties see it, over its reference. */
  readonly concentration: CellProperty;
  /** kappaEff [S m^-1] and DEff [m^2 s^-1]. */
  readonly conductivity: CellProperty;
  readonly diffusivity: CellProperty;
  readonly transference: ScalarFunction;
  readonly thermodynamicFactor: ScalarFunction;
  /** [mol m^-3] */
  readonly reference: number;
  /** RT/F at the present temperature [V]; one number. */
  readonly thermalVoltage: Float64Array;
  private readonly local = new Float64Array(2);

  constructor(private readonly model: CellProperties, private readonly unknowns: Unknowns, thermalVoltage: number) {
    this.thermalVoltage = Float64Array.of(thermalVoltage);
    const { ions, mesh: { cells } } = model;
    const property = (value: number): CellProperty => ({ value: new Float64Array(cells).fill(value),
      slope: new Float64Array(cells) });
    const salt: SaltElectrolyte | undefined = ions.kind === 'salt' ? ions.electrolyte : undefined;
    this.concentration = property(1);
    this.diffusivity = property(1);
    this.conductivity = ions.kind === 'salt'
      ? property(0)
      : { value: ions.conductivity, slope: new Float64Array(cells) };
    this.transference = salt?.transferenceNumber ?? constantFunction(1);
    this.thermodynamicFactor = salt?.thermodynamicFactor ?? constantFunction(1);
    this.reference = salt?.referenceConcentration ?? 1;
  }

  /** Whether a cell has electrolyte in it. */
  wets(cell: number): boolean {
    const { ions } = this.model;
    return (ions.kind === 'salt' ? ions.transportFactor : ions.conductivity)[cell] > 0;
  }

  /** c from another state. */
  takeConcentration(base: ElectrolyteState): void {
    this.concentration.value.set(base.concentration.value);
  }

  /** Conductivity and diffusivity from another state with the same laws: transport factors differ. */
  takeTransport(base: ElectrolyteState): void {
    const [{ ions }, { ions: others }] = [this.model, base.model];
    if (ions.kind !== 'salt' || others.kind !== 'salt') return;
    for (const [own, from] of [[this.conductivity, base.conductivity], [this.diffusivity, base.diffusivity]]) {
      for (let c = 0; c < own.value.length; c++) {
        const ratio = ions.transportFactor[c] / (others.transportFactor[c] || 1);
        own.value[c] = ratio * from.value[c];
      }
    }
  }

  update(y: Float64Array): void {
    const { model: { ions, mesh: { cells } }, unknowns, concentration, conductivity, diffusivity, local } = this;
    if (ions.kind !== 'salt') return;
    const { electrolyte, transportFactor } = ions;
    for (let c = 0; c < cells; c++) {
      const x = y[unknowns.salt + c];
      const positive = saltAboveZero(x);
      const slope = saltAboveZeroSlope(x);
      concentration.value[c] = positive;
      concentration.slope[c] = slope;
      // far beyond what any fit was made for
      const seen = Math.min(this.reference * positive, mostSalt);
      const perSalt = seen < mostSalt ? transportFactor[c] * this.reference * slope : 0;
      electrolyte.conductivity.evaluate(seen, local);
      conductivity.value[c] = transportFactor[c] * local[0];
      conductivity.slope[c] = perSalt * local[1];
      electrolyte.diffusivity.evaluate(seen, local);
      diffusivity.value[c] = transportFactor[c] * local[0];
      diffusivity.slope[c] = perSalt * local[1];
    }
  }
}
