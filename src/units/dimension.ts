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

/** A line of the table: SI unit, unit shown, words, example, what to write, and from where on another unit is shown. */
const row = (si: string, display: string, words: string, example: string, unitWords: string,
  larger?: Dimension['larger']): Dimension => ({ si, display, words, example, unitWords, ...(larger && { larger }) });

const table = {
  length: row('m', 'um', 'a length', '77 um', 'a length unit', { from: 1e-3, unit: 'mm' }),
  area: row('m^2', 'cm^2', 'an area', '53 cm^2', 'an area unit'),
  temperature: row('K', 'degC', 'a temperature', '25 degC', 'degC or K'),
  conductivity: row('S/m', 'mS/cm', 'a conductivity', '1.9 mS/cm', 'a conductivity unit'),
  areaSpecificResistance: row('ohm m^2', 'ohm cm^2', 'an area-specific resistance', '4 ohm cm^2',
    'a resistance times an area'),
  resistance: row('ohm', 'ohm', 'a resistance', '12 ohm', 'ohm or mohm'),
  angle: row('rad', 'deg', 'an angle', '10 deg', 'deg or rad'),
  fraction: row('', '%', 'a fraction', '85 %', 'a plain number or a percentage'),
  dimensionless: row('', '', 'a plain number', '1.5', 'the number without a unit'),
  density: row('kg/m^3', 'g/cm^3', 'a density', '4.77 g/cm^3', 'a density unit'),
  massLoading: row('kg/m^2', 'mg/cm^2', 'a mass per area', '26 mg/cm^2', 'a mass per area'),
  arealCapacity: row('C/m^2', 'mAh/cm^2', 'a charge per area', '4 mAh/cm^2', 'a charge per area'),
  charge: row('C', 'mAh', 'a charge', '2 mAh', 'mAh or C'),
  current: row('A', 'mA', 'a current', '3.5 mA', 'mA or A'),
  power: row('W', 'mW', 'a power', '2 mW', 'mW or W'),
  specificCapacity: row('C/kg', 'mAh/g', 'a charge per mass', '200 mAh/g', 'a charge per mass'),
  diffusivity: row('m^2/s', 'cm^2/s', 'a diffusivity', '1e-15 m^2/s', 'an area per time'),
  currentDensity: row('A/m^2', 'mA/cm^2', 'a current density', '5 mA/cm^2', 'a current per area'),
  powerDensity: row('W/m^2', 'mW/cm^2', 'a power per area', '20 mW/cm^2', 'a power per area'),
  pressure: row('Pa', 'MPa', 'a pressure', '50 MPa', 'a pressure unit'),
  voltage: row('V', 'V', 'a voltage', '2.5 V', 'a voltage unit'),
  entropicCoefficient: row('V/K', 'mV/K', 'a voltage per kelvin', '-0.2 mV/K', 'a voltage per kelvin'),
  time: row('s', 's', 'a time', '10 h', 'a time unit', { from: 3600, unit: 'h' }),
  frequency: row('Hz', 'Hz', 'a frequency', '1 kHz', 'a frequency unit'),
  arealCapacitance: row('F/m^2', 'F/m^2', 'a capacitance per area', '10 uF/cm^2', 'a capacitance per area'),
  arealHeatCapacity: row('J/m^2 K', 'J/(m^2 K)', 'a heat capacity per area', '400 J/(m^2 K)',
    'a heat capacity per area'),
  heatTransferCoefficient: row('W/m^2 K', 'W/(m^2 K)', 'a heat transfer coefficient', '10 W/(m^2 K)',
    'a power per area and kelvin'),
  concentration: row('mol/m^3', 'mol/m^3', 'a concentration', '49000 mol/m^3', 'an amount per volume'),
  mass: row('kg', 'g', 'a mass', '0.156 g', 'a mass unit'),
  price: row('kg^-1', '$/kg', 'a price per mass', '22 $/kg', '$ (or USD) per mass'),
  money: row('$', '$', 'an amount of money', '5.61 $', '$ (or USD)'),
  distancePerEnergy: row('m/J', 'km/kWh', 'a distance per energy', '6 km/kWh', 'a distance per energy'),
  specificEnergy: row('J/kg', 'Wh/kg', 'an energy per mass', '350 Wh/kg', 'Wh/kg or J/kg'),
  energyDensity: row('J/m^3', 'Wh/L', 'an energy per volume', '750 Wh/L', 'Wh/L or J/m^3'),
  energyPerMole: row('J/mol', 'kJ/mol', 'an activation energy', '0.25 eV', 'eV or kJ/mol'),
} as const satisfies Record<string, Dimension>;

/** Name of a dimension. */
export type DimensionName = keyof typeof table;

/** Every dimension that a key of a case or a result may have. */
export const dimensions: Readonly<Record<DimensionName, Dimension>> = table;
