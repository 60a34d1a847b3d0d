import type { DimensionName } from '../units/dimension.js';
import { formatNumber, toDisplay } from '../units/quantity.js';

/**
 * The properties of a material: label, dimension (it gives the unit shown), admissible range (SI), what they may depend on, and
 * what stands in where library and case are silent. The field table of the case has the same names and ranges; a test holds
 * the two together, because neither room may import the other.
 */

export interface PropertyDefinition {
  readonly label: string;
  readonly dimension: DimensionName;
  /** Admissible values, SI. */
  readonly range: readonly [number, number];
  /** Whether a table over the stoichiometry or a function of the library may stand here. */
  readonly ofStoichiometry?: boolean;
  /** Tables of properties that span decades are interpolated in the logarithm. */
  readonly logarithmic?: boolean;
  /** Stands in where nothing is given; always an assumption. */
  readonly fallback?: { readonly value: number; readonly note: string };
  /** Matters only when the case's temperature is not the reference temperature. */
  readonly thermal?: boolean;
  /** Follows from other properties unless a case gives it. */
  readonly follows?: boolean;
}

const define = (
  label: string,
  dimension: DimensionName,
  range: readonly [number, number],
  rest: Omit<PropertyDefinition, 'label' | 'dimension' | 'range'> = {},
): PropertyDefinition => ({ label, dimension, range, ...rest });

const density = define('density', 'density', [100, 25_000]);
const specificCapacity = (of: string): PropertyDefinition => define(of, 'specificCapacity', [3.6e3, 1.8e7]);
const stoichiometry = (when: string): PropertyDefinition =>
  define(`stoichiometry when ${when}, on the axis of the potential`, 'fraction', [0, 1]);
const exchangeCurrentDensity = (label: string): PropertyDefinition => define(label, 'currentDensity', [1e-8, 1e6]);
const transferCoefficient = (direction: string): PropertyDefinition =>
  define(`${direction} transfer coefficient`, 'dimensionless', [0.05, 0.95], {
    fallback: { value: 0.5, note: 'symmetric charge transfer, the customary choice; no measurement' },
  });
const activationEnergy = (of: string): PropertyDefinition =>
  // up to 2 eV
  define(`activation energy of the ${of}`, 'energyPerMole', [0, 192_970.664247], {
    thermal: true, fallback: { value: 0, note: 'not known: taken as independent of temperature' },
  });
const referenceTemperature = define('temperature of the tabulated values', 'temperature', [200, 600], {
  thermal: true, fallback: { value: 298.15, note: 'room temperature as the sources head their tables' },
});

export const propertyTable = {
  activeMaterial: {
    density,
    specificCapacity: specificCapacity('reversible specific capacity between the two stoichiometries'),
    maximumConcentration: define('lithium concentration at stoichiometry 1 of the potential axis', 'concentration', [1e3, 3e5],
      { follows: true }),
    chargedStoichiometry: stoichiometry('charged'),
    dischargedStoichiometry: stoichiometry('discharged'),
    particleRadius: define('particle radius', 'length', [1e-9, 1e-4]),
    openCircuitPotential: define('open-circuit potential against Li/Li+', 'voltage', [0, 6], { ofStoichiometry: true }),
    diffusivity: define('lithium diffusivity in the particles', 'diffusivity', [1e-22, 1e-8],
      { ofStoichiometry: true, logarithmic: true }),
    electronicConductivity: define('electronic conductivity, bulk', 'conductivity', [1e-12, 1e8],
      { ofStoichiometry: true, logarithmic: true }),
    referenceExchangeCurrentDensity: exchangeCurrentDensity('exchange current density at stoichiometry 1/2'),
    anodicTransferCoefficient: transferCoefficient('anodic'),
    cathodicTransferCoefficient: transferCoefficient('cathodic'),
    referenceTemperature,
    diffusivityActivationEnergy: activationEnergy('diffusivity'),
    electronicConductivityActivationEnergy: activationEnergy('electronic conductivity'),
    exchangeCurrentDensityActivationEnergy: activationEnergy('exchange current density'),
  },
  electrolyte: {
    density,
    ionicConductivity: define('ionic conductivity, bulk', 'conductivity', [1e-8, 100]),
    ionicConductivityActivationEnergy: activationEnergy('ionic conductivity'),
    transferenceNumber: define('lithium transference number', 'fraction', [0, 1],
      { fallback: { value: 1, note: 'inorganic single-ion conductor' } }),
    referenceTemperature,
  },
  planarAnode: {
    density,
    specificCapacity: specificCapacity('charge per mass as built'),
    equilibriumPotential: define('equilibrium potential against Li/Li+', 'voltage', [-0.5, 3]),
    exchangeCurrentDensity: exchangeCurrentDensity('exchange current density'),
    exchangeCurrentDensityActivationEnergy: activationEnergy('exchange current density'),
    anodicTransferCoefficient: transferCoefficient('anodic'),
    cathodicTransferCoefficient: transferCoefficient('cathodic'),
    referenceTemperature,
  },
  passive: {
    density,
    electronicConductivity: define('electronic conductivity', 'conductivity', [0, 1e9]),
  },
} as const satisfies Record<string, Record<string, PropertyDefinition>>;

export type MaterialKind = keyof typeof propertyTable;
/** Distributes over the kinds, so that a misspelt property of a library file does not compile. */
export type PropertyName<K extends MaterialKind = MaterialKind> =
  K extends MaterialKind ? keyof (typeof propertyTable)[K] : never;

export type Definitions = Readonly<Record<string, PropertyDefinition>>;

export const definitionsOf = (kind: MaterialKind): Definitions => propertyTable[kind];

/** What a reader calls each kind. */
export const kindNames: Readonly<Record<MaterialKind, string>> = {
  activeMaterial: 'active material', electrolyte: 'electrolyte', planarAnode: 'planar anode', passive: 'carbon, binder or foil',
};

/** SI -> number in the display unit, five significant digits. */
export const showNumber = (value: number, dimension: DimensionName): string => formatNumber(toDisplay(value, dimension).value, 5);
