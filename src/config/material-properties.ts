import type { DimensionName } from '../units/dimension.js';

/**
 * The properties of a material that a case may override, with dimension and range. The names are those of the material
 * contract and of the library; whether a NAME of a material or of a function exists is checked where the library is.
 */

export interface MaterialProperty {
  readonly dimension: DimensionName;
  readonly label: string;
  readonly min?: string | number;
  readonly max?: string | number;
  /** May also be a table over the stoichiometry or the name of a function of the library. */
  readonly ofStoichiometry?: boolean;
}

const density: MaterialProperty = { dimension: 'density', label: 'crystal density', min: '0.1 g/cm^3', max: '25 g/cm^3' };
const referenceTemperature: MaterialProperty = {
  dimension: 'temperature', label: 'temperature of the values', min: '200 K', max: '600 K',
};
const transferCoefficient = (label: string): MaterialProperty => ({ dimension: 'dimensionless', label, min: 0.05, max: 0.95 });
const activationEnergy = (of: string): MaterialProperty => ({
  dimension: 'energyPerMole', label: `activation energy of the ${of}`, min: '0 eV', max: '2 eV',
});
const stoichiometry = (when: string): MaterialProperty => ({
  dimension: 'fraction', label: `stoichiometry when ${when}`, min: 0, max: 1,
});
const exchangeCurrentDensity = (label: string): MaterialProperty => ({
  dimension: 'currentDensity', label, min: '1e-9 mA/cm^2', max: '1e5 mA/cm^2',
});
const specificCapacity = (label: string): MaterialProperty => ({
  dimension: 'specificCapacity', label, min: '1 mAh/g', max: '5000 mAh/g',
});

export const materialProperties = {
  activeMaterial: {
    density,
    specificCapacity: specificCapacity('reversible capacity over the stoichiometry window'),
    maximumConcentration: {
      dimension: 'concentration', label: 'Li concentration at stoichiometry 1', min: '1000 mol/m^3', max: '300000 mol/m^3',
    },
    chargedStoichiometry: stoichiometry('charged'),
    dischargedStoichiometry: stoichiometry('discharged'),
    particleRadius: { dimension: 'length', label: 'particle radius', min: '1 nm', max: '100 um' },
    openCircuitPotential: {
      dimension: 'voltage', label: 'open-circuit potential against Li/Li+', min: '0 V', max: '6 V', ofStoichiometry: true,
    },
    diffusivity: {
      dimension: 'diffusivity', label: 'Li diffusivity in the particles', min: '1e-22 m^2/s', max: '1e-8 m^2/s',
      ofStoichiometry: true,
    },
    electronicConductivity: {
      dimension: 'conductivity', label: 'bulk electronic conductivity', min: '1e-11 mS/cm', max: '1e9 mS/cm',
      ofStoichiometry: true,
    },
    referenceExchangeCurrentDensity: exchangeCurrentDensity('exchange current density at stoichiometry 1/2'),
    anodicTransferCoefficient: transferCoefficient('anodic transfer coefficient'),
    cathodicTransferCoefficient: transferCoefficient('cathodic transfer coefficient'),
    referenceTemperature,
    diffusivityActivationEnergy: activationEnergy('diffusivity'),
    electronicConductivityActivationEnergy: activationEnergy('electronic conductivity'),
    exchangeCurrentDensityActivationEnergy: activationEnergy('exchange current density'),
  },
  electrolyte: {
    density,
    ionicConductivity: { dimension: 'conductivity', label: 'bulk ionic conductivity', min: '1e-7 mS/cm', max: '1000 mS/cm' },
    ionicConductivityActivationEnergy: activationEnergy('ionic conductivity'),
    transferenceNumber: { dimension: 'fraction', label: 'Li+ transference number', min: 0, max: 1 },
    referenceTemperature,
  },
  planarAnode: {
    density,
    specificCapacity: specificCapacity('charge per mass as built'),
    equilibriumPotential: { dimension: 'voltage', label: 'equilibrium potential against Li/Li+', min: '-0.5 V', max: '3 V' },
    exchangeCurrentDensity: exchangeCurrentDensity('exchange current density'),
    exchangeCurrentDensityActivationEnergy: activationEnergy('exchange current density'),
    anodicTransferCoefficient: transferCoefficient('anodic transfer coefficient'),
    cathodicTransferCoefficient: transferCoefficient('cathodic transfer coefficient'),
    referenceTemperature,
  },
  passive: {
    density,
    electronicConductivity: { dimension: 'conductivity', label: 'electronic conductivity', min: '0 mS/cm', max: '1e10 mS/cm' },
  },
} as const satisfies Record<string, Readonly<Record<string, MaterialProperty>>>;

export type MaterialKind = keyof typeof materialProperties;

/** The overridable properties of a kind, by name. */
export const propertiesOf = (kind: MaterialKind): Readonly<Record<string, MaterialProperty>> => materialProperties[kind];
