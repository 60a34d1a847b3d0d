/** What a number can be: its SI unit, the unit shown to people, its name in a sentence, and how one is written. */
export interface Dimension {
  readonly si: string;
  readonly display: string;
  readonly words: string;
  readonly example: string;
  /** What to write, for the remedy of a wrong unit. */
  readonly unitWords: string;
  /** Shown instead of `display` from this SI value on: sheets in mm, pauses in h. */
  readonly larger?: { readonly from: number; readonly unit: string };
}

const table = {
  length: {
    si: 'm',
    display: 'um',
    words: 'a length',
    example: '77 um',
    unitWords: 'a length unit',
    larger: { from: 1e-3, unit: 'mm' },
  },
  area: { si: 'm^2', display: 'cm^2', words: 'an area', example: '53 cm^2', unitWords: 'an area unit' },
  temperature: { si: 'K', display: 'degC', words: 'a temperature', example: '25 degC', unitWords: 'degC or K' },
  conductivity: { si: 'S/m', display: 'mS/cm', words: 'a conductivity', example: '1.9 mS/cm',
    unitWords: 'a conductivity unit' },
  areaSpecificResistance: {
    si: 'ohm m^2',
    display: 'ohm cm^2',
    words: 'an area-specific resistance',
    example: '4 ohm cm^2',
    unitWords: 'a resistance times an area',
  },
  resistance: { si: 'ohm', display: 'ohm', words: 'a resistance', example: '12 ohm', unitWords: 'ohm or mohm' },
  angle: { si: 'rad', display: 'deg', words: 'an angle', example: '10 deg', unitWords: 'deg or rad' },
  fraction: { si: '', display: '%', words: 'a fraction', example: '85 %', unitWords: 'a plain number or a percentage' },
  dimensionless: { si: '', display: '', words: 'a plain number', example: '1.5',
    unitWords: 'the number without a unit' },
  density: { si: 'kg/m^3', display: 'g/cm^3', words: 'a density', example: '4.77 g/cm^3', unitWords: 'a density unit' },
  massLoading: {
    si: 'kg/m^2',
    display: 'mg/cm^2',
    words: 'a mass per area',
    example: '26 mg/cm^2',
    unitWords: 'a mass per area',
  },
  arealCapacity: {
    si: 'C/m^2',
    display: 'mAh/cm^2',
    words: 'a charge per area',
    example: '4 mAh/cm^2',
    unitWords: 'a charge per area',
  },
  charge: { si: 'C', display: 'mAh', words: 'a charge', example: '2 mAh', unitWords: 'mAh or C' },
  current: { si: 'A', display: 'mA', words: 'a current', example: '3.5 mA', unitWords: 'mA or A' },
  power: { si: 'W', display: 'mW', words: 'a power', example: '2 mW', unitWords: 'mW or W' },
  specificCapacity: {
    si: 'C/kg',
    display: 'mAh/g',
    words: 'a charge per mass',
    example: '200 mAh/g',
    unitWords: 'a charge per mass',
  },
  diffusivity: { si: 'm^2/s', display: 'cm^2/s', words: 'a diffusivity', example: '1e-15 m^2/s',
    unitWords: 'an area per time' },
  currentDensity: {
    si: 'A/m^2',
    display: 'mA/cm^2',
    words: 'a current density',
    example: '5 mA/cm^2',
    unitWords: 'a current per area',
  },
  powerDensity: {
    si: 'W/m^2',
    display: 'mW/cm^2',
    words: 'a power per area',
    example: '20 mW/cm^2',
    unitWords: 'a power per area',
  },
  pressure: { si: 'Pa', display: 'MPa', words: 'a pressure', example: '50 MPa', unitWords: 'a pressure unit' },
  voltage: { si: 'V', display: 'V', words: 'a voltage', example: '2.5 V', unitWords: 'a voltage unit' },
  entropicCoefficient: {
    si: 'V/K',
    display: 'mV/K',
    words: 'a voltage per kelvin',
    example: '-0.2 mV/K',
    unitWords: 'a voltage per kelvin',
  },
  time: { si: 's', display: 's', words: 'a time', example: '10 h', unitWords: 'a time unit',
    larger: { from: 3600, unit: 'h' } },
  frequency: { si: 'Hz', display: 'Hz', words: 'a frequency', example: '1 kHz', unitWords: 'a frequency unit' },
  arealCapacitance: {
    si: 'F/m^2',
    display: 'F/m^2',
    words: 'a capacitance per area',
    example: '10 uF/cm^2',
    unitWords: 'a capacitance per area',
  },
  arealHeatCapacity: {
    si: 'J/m^2 K',
    display: 'J/(m^2 K)',
    words: 'a heat capacity per area',
    example: '400 J/(m^2 K)',
    unitWords: 'a heat capacity per area',
  },
  heatTransferCoefficient: {
    si: 'W/m^2 K',
    display: 'W/(m^2 K)',
    words: 'a heat transfer coefficient',
    example: '10 W/(m^2 K)',
    unitWords: 'a power per area and kelvin',
  },
  concentration: {
    si: 'mol/m^3',
    display: 'mol/m^3',
    words: 'a concentration',
    example: '49000 mol/m^3',
    unitWords: 'an amount per volume',
  },
  mass: { si: 'kg', display: 'g', words: 'a mass', example: '0.156 g', unitWords: 'a mass unit' },
  price: { si: 'kg^-1', display: '$/kg', words: 'a price per mass', example: '22 $/kg',
    unitWords: '$ (or USD) per mass' },
  money: { si: '$', display: '$', words: 'an amount of money', example: '5.61 $', unitWords: '$ (or USD)' },
  distancePerEnergy: {
    si: 'm/J',
    display: 'km/kWh',
    words: 'a distance per energy',
    example: '6 km/kWh',
    unitWords: 'a distance per energy',
  },
  specificEnergy: { si: 'J/kg', display: 'Wh/kg', words: 'an energy per mass', example: '350 Wh/kg',
    unitWords: 'Wh/kg or J/kg' },
  energyDensity: { si: 'J/m^3', display: 'Wh/L', words: 'an energy per volume', example: '750 Wh/L',
    unitWords: 'Wh/L or J/m^3' },
  energyPerMole: { si: 'J/mol', display: 'kJ/mol', words: 'an activation energy', example: '0.25 eV',
    unitWords: 'eV or kJ/mol' },
} as const satisfies Record<string, Dimension>;

/** Name of a dimension. */
export type DimensionName = keyof typeof table;

/** Every dimension that a key of a case or a result may have. */
export const dimensions: Readonly<Record<DimensionName, Dimension>> = table;
