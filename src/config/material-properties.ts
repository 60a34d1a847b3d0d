import type { DimensionName } from '../units/dimension.js';
import { formatNumber, toDisplay } from '../units/quantity.js';

/**
 * The one table of the properties of a material: label, dimension, admissible range, what a property may depend on, and what
 * stands in where library and case are silent. A case overrides by it, the library is written and resolved by it. Whether the
 * NAME of a material or of a function exists is checked where the library is.
 */

/** What a property may be a function of: stoichiometry of an active material, salt concentration or anneal temperature of an electrolyte. */
export type Argument = 'stoichiometry' | 'concentration' | 'annealTemperature';

export interface MaterialProperty {
  readonly dimension: DimensionName;
  readonly label: string;
  /** Admissible values, as a case writes them. */
  readonly min: string | number;
  readonly max: string | number;
  /** May also be a table over this argument or the name of a function of the library. */
  readonly argument?: Argument;
  /** How tables are interpolated; default: as they are, with the tangent beyond the ends. */
  readonly interpolation?: 'logarithmic' | 'held';
  /** May also be a curve over temperature, in the place of an activation energy. */
  readonly overTemperature?: true;
  /** Stands in where nothing is given; always an assumption. */
  readonly fallback?: { readonly value: number; readonly note: string };
  /** Matters only when the case's temperature is not the reference temperature. */
  readonly thermal?: boolean;
  /** Follows from other properties, or is not needed by every material of the kind. */
  readonly optional?: boolean;
  /** Matters only where a layer has a contact law. */
  readonly mechanical?: boolean;
  /** Property of electrolytes with a transference number below 1 only. */
  readonly saltOnly?: boolean;
  /** Matters only at a contact with an electrode; enters the ledger of a case where that contact exists. */
  readonly atContact?: boolean;
  /** No equation asks for it: it stands in the description of a material and in no ledger of a case. */
  readonly informative?: boolean;
}

type Rest = Omit<MaterialProperty, 'label' | 'dimension' | 'min' | 'max'>;
type End = string | number;

const define = (label: string, dimension: DimensionName, min: End, max: End, rest: Rest = {}): MaterialProperty => (
  { label, dimension, min, max, ...rest }
);

const density = define('density', 'density', '0.1 g/cm^3', '25 g/cm^3');
/** Not needed by any equation: what has none counts for mass, and the cost says that it is missing. */
const price = define('price', 'price', '0 $/kg', '1e6 $/kg', { optional: true });
const specificCapacity = (of: string, rest: Rest = {}): MaterialProperty =>
  define(of, 'specificCapacity', '1 mAh/g', '5000 mAh/g', rest);
const stoichiometry = (when: string): MaterialProperty =>
  define(`stoichiometry when the cell is ${when}, on the axis of the potential`, 'fraction', 0, 1);
const exchangeCurrentDensity = (label: string): MaterialProperty =>
  define(label, 'currentDensity', '1e-9 mA/cm^2', '1e5 mA/cm^2');
const transferCoefficient = (direction: string): MaterialProperty =>
  define(`${direction} transfer coefficient`, 'dimensionless', 0.05, 0.95, {
    fallback: { value: 0.5, note: 'symmetric charge transfer, the customary choice; no measurement' },
  });
const activationEnergy = (of: string, rest: Rest = {}): MaterialProperty =>
  define(`activation energy of the ${of}`, 'energyPerMole', '0 eV', '2 eV', { thermal: true,
    fallback: { value: 0, note: 'not known: taken as independent of temperature' }, ...rest });
const arealResistance = (label: string, rest: Rest = {}): MaterialProperty =>
  define(label, 'areaSpecificResistance', '0 ohm cm^2', '1e6 ohm cm^2', { optional: true, ...rest });
const referenceTemperature = define('temperature of the tabulated values', 'temperature', '200 K', '600 K', {
  thermal: true,
  fallback: { value: 298.15, note: 'room temperature as the sources head their tables' },
});
const saltConcentration = (label: string, rest: Rest): MaterialProperty =>
  define(label, 'concentration', '1 mol/m^3', '20000 mol/m^3', { saltOnly: true, ...rest });

export const materialProperties = {
  activeMaterial: {
    density,
    price,
    specificCapacity: specificCapacity('reversible specific capacity between the two stoichiometries', {
      optional: true,
    }),
    maximumConcentration: define('lithium concentration at stoichiometry 1 of the potential axis', 'concentration',
      '1000 mol/m^3', '300000 mol/m^3', { optional: true }),
    chargedStoichiometry: stoichiometry('charged'),
    dischargedStoichiometry: { ...stoichiometry('discharged'), optional: true },
    asBuiltStoichiometry: { ...stoichiometry('built'), optional: true },
    particleRadius: define('particle radius', 'length', '1 nm', '100 um'),
    openCircuitPotential: define('open-circuit potential against Li/Li+', 'voltage', '0 V', '6 V', {
      argument: 'stoichiometry',
    }),
    entropicCoefficient: define('change of the open-circuit potential with temperature', 'entropicCoefficient',
      '-5 mV/K', '5 mV/K', { argument: 'stoichiometry', interpolation: 'held', optional: true, thermal: true }),
    diffusivity: define('lithium diffusivity in the particles', 'diffusivity', '1e-22 m^2/s', '1e-8 m^2/s', {
      argument: 'stoichiometry',
      interpolation: 'logarithmic',
    }),
    electronicConductivity: define('electronic conductivity, bulk', 'conductivity', '1e-27 mS/cm', '1e9 mS/cm', {
      argument: 'stoichiometry',
      interpolation: 'logarithmic',
    }),
    electronicConductivitySpread: define('standard deviation of ln of the electronic conductivity', 'dimensionless', 0,
      10, {
      fallback: { value: 1, note: 'as samples of one nickel-rich oxide differ, dense and pressed (4.1 to 15 mS/cm)' },
    }),
    referenceExchangeCurrentDensity: exchangeCurrentDensity('exchange current density at stoichiometry 1/2'),
    /** In place of the reference and of the law 2 sqrt(s (1 - s)). */
    exchangeCurrentDensity: {
      ...exchangeCurrentDensity('exchange current density over stoichiometry, as measured'),
      argument: 'stoichiometry',
      interpolation: 'logarithmic',
      optional: true,
    },
    anodicTransferCoefficient: transferCoefficient('anodic'),
    cathodicTransferCoefficient: transferCoefficient('cathodic'),
    convertedShare: define('share of a conversion material that converts at all', 'fraction', 0.01, 1, {
      optional: true,
    }),
    relativeVolume: define('volume of a particle over that at another stoichiometry; only its ratios count',
      'dimensionless', 0.01, 100, { argument: 'stoichiometry', optional: true, mechanical: true }),
    referenceTemperature,
    diffusivityActivationEnergy: activationEnergy('diffusivity'),
    electronicConductivityActivationEnergy: activationEnergy('electronic conductivity'),
    exchangeCurrentDensityActivationEnergy: activationEnergy('exchange current density'),
  },
  electrolyte: {
    density,
    price,
    ionicConductivity: define('ionic conductivity, bulk', 'conductivity', '1e-7 mS/cm', '1000 mS/cm', {
      argument: 'concentration',
      interpolation: 'logarithmic',
      overTemperature: true,
    }),
    ionicConductivityActivationEnergy: activationEnergy('ionic conductivity'),
    /** With it the activation energies are slopes at the reference temperature of a curved law. */
    vogelTemperature: define('Vogel temperature of a polymer, where nothing moves any more', 'temperature', '0 K',
      '350 K', { thermal: true, optional: true }),
    transferenceNumber: define('lithium transference number', 'fraction', 0, 1, { argument: 'concentration',
      interpolation: 'held', fallback: { value: 1, note: 'inorganic single-ion conductor' } }),
    initialConcentration: saltConcentration('salt concentration at rest', { optional: true }),
    referenceConcentration: saltConcentration('salt concentration of the exchange current densities', {
      fallback: { value: 1000, note: '1 mol/L, at which kinetics in liquids are customarily stated' },
    }),
    saltDiffusivity: define('salt diffusivity, bulk', 'diffusivity', '1e-18 m^2/s', '1e-7 m^2/s', {
      argument: 'concentration',
      interpolation: 'logarithmic',
      overTemperature: true,
      optional: true,
      saltOnly: true,
    }),
    saltDiffusivityActivationEnergy: activationEnergy('salt diffusivity', { saltOnly: true }),
    thermodynamicFactor: define('thermodynamic factor, 1 + dln f/dln c', 'dimensionless', 0.01, 100, {
      argument: 'concentration',
      interpolation: 'held',
      saltOnly: true,
      fallback: { value: 1, note: 'ideal solution; no activity coefficient known' },
    }),
    referenceTemperature,
    particleRadius: define('particle radius in a pressed composite', 'length', '1 nm', '1 mm', { optional: true }),
    contactConstriction: define('constriction of the contacts with active particles, per ratio of diameters',
      'dimensionless', 0, 100, { optional: true }),
    contactDilution: define('exponent by which contacts narrow at a low share of electrolyte in the solids',
      'dimensionless', 0, 5, { optional: true }),
    grainSize: define('distance of the grain boundaries', 'length', '1 nm', '1 mm', { optional: true }),
    grainBoundaryResistance: arealResistance('area-specific resistance of a grain boundary'),
    grainBoundaryActivationEnergy: define('activation energy of the conductance of a grain boundary', 'energyPerMole',
      '0 eV', '2 eV', { thermal: true, optional: true }),
    annealTemperature: define('temperature at which it was annealed after a solution process', 'temperature', '273 K',
      '2000 K', { optional: true }),
    recoveredConductivity: define('ionic conductivity after an anneal', 'conductivity', '1e-7 mS/cm', '1000 mS/cm', {
      argument: 'annealTemperature',
      interpolation: 'logarithmic',
      optional: true,
    }),
    lithiumResistance: arealResistance(
      'area-specific resistance of the interlayer or interphase on lithium, beside charge transfer',
      { atContact: true },
    ),
    lithiumInterphase: arealResistance('resistance of the interphase on lithium, a day old', { atContact: true }),
    oxideInterphase: arealResistance(
      'resistance of the interphase on an oxide above the potential of oxidation, a day old, per area of particles',
      { atContact: true },
    ),
    oxideInterphaseWithCarbon: define('factor of carbon in the composite on the interphase on an oxide',
      'dimensionless', 0.01, 1000, { optional: true, atContact: true }),
    criticalCurrentDensity: define('current density on lithium from which voids or filaments are reported',
      'currentDensity', '1e-4 mA/cm^2', '1000 mA/cm^2', { optional: true, atContact: true }),
    oxidationPotential: define('potential against Li/Li+ above which it is oxidised', 'voltage', '0 V', '10 V', {
      optional: true,
      atContact: true,
    }),
    reductionPotential: define('potential against Li/Li+ below which it is said to be reduced', 'voltage', '-1 V',
      '4 V', { optional: true, informative: true }),
    bulkModulus: define('bulk modulus', 'pressure', '0 MPa', '1e6 MPa', { optional: true, informative: true }),
    shearModulus: define('shear modulus', 'pressure', '0 MPa', '1e6 MPa', { optional: true, informative: true }),
  },
  planarAnode: {
    density,
    price,
    specificCapacity: specificCapacity('charge per mass as built'),
    equilibriumPotential: define('equilibrium potential against Li/Li+', 'voltage', '-0.5 V', '3 V'),
    exchangeCurrentDensity: exchangeCurrentDensity('exchange current density'),
    areaSpecificResistance: arealResistance('area-specific resistance beside charge transfer, at direct current', {
      atContact: true,
    }),
    exchangeCurrentDensityActivationEnergy: activationEnergy('exchange current density'),
    anodicTransferCoefficient: transferCoefficient('anodic'),
    cathodicTransferCoefficient: transferCoefficient('cathodic'),
    referenceTemperature,
  },
  passive: {
    density,
    price,
    electronicConductivity: define('electronic conductivity', 'conductivity', '0 mS/cm', '1e10 mS/cm'),
    aspectRatio: define('length over thickness of a fibre', 'dimensionless', 1, 1e5, { optional: true }),
  },
} as const satisfies Record<string, Readonly<Record<string, MaterialProperty>>>;

export type MaterialKind = keyof typeof materialProperties;

/** Distributes over the kinds, so that a misspelt property of a library file does not compile. */
export type PropertyName<K extends MaterialKind = MaterialKind> = K extends MaterialKind
  ? keyof (typeof materialProperties)[K]
  : never;

export type MaterialProperties = Readonly<Record<string, MaterialProperty>>;

/** The properties of a kind, by name. */
export const propertiesOf = (kind: MaterialKind): MaterialProperties => materialProperties[kind];

/** What a property is, for who writes it: one that no equation asks for does not change a result. */
export const describedProperty = ({ label, informative }: MaterialProperty): string =>
  informative ? `${label}; shown with the material, no equation takes it` : label;

/** What a reader calls each kind. */
export const kindNames: Readonly<Record<MaterialKind, string>> = {
  activeMaterial: 'active material',
  electrolyte: 'electrolyte',
  planarAnode: 'planar anode',
  passive: 'carbon, binder, frame or foil',
};

/** SI -> number in the display unit, five significant digits. */
export const showNumber = (value: number, dimension: DimensionName): string =>
  formatNumber(toDisplay(value, dimension).value, 5);

/** An argument in a table: its dimension, and a row as an example. */
export const argumentTable: Readonly<Record<Argument, { readonly dimension: DimensionName; readonly row: string }>> = {
  stoichiometry: { dimension: 'fraction', row: '[0.2, 4.3 V]' },
  concentration: { dimension: 'concentration', row: '[500 mol/m^3, 8 mS/cm]' },
  annealTemperature: { dimension: 'temperature', row: '[130 degC, 1.2 mS/cm]' },
};

/** An argument as a reader sees it: 0.2, 500 mol/m^3, or 130 degC. */
export function showArgument(x: number, argument: Argument): string {
  if (argument === 'stoichiometry') return String(x);
  const { value, unit } = toDisplay(x, argumentTable[argument].dimension);
  return `${formatNumber(value)} ${unit}`;
}
