import type { sources } from '../sources.js';

/** What a row of a review prints, in the unit of its column; two numbers are a range. */
export interface PrintedRow {
  /** Which of the reviews. */
  readonly source: keyof typeof sources;
  /** Table and row, or section. */
  readonly where: string;
  /** [degC]; absent: room temperature. */
  readonly temperature?: number;
  /** Cold or hot pressed, sintered, film, glass; absent where the review does not say. */
  readonly state?: string;
  readonly note?: string;
  /** [mS/cm] */
  readonly conductivity?: number;
  /** Conductivity of the grains alone, where the row parts them from their boundaries [mS/cm]. */
  readonly grainConductivity?: number;
  /** [eV] */
  readonly activationEnergy?: number | readonly [number, number];
  readonly grainBoundaryActivationEnergy?: number;
  /** [g/cm^3] */
  readonly density?: number;
  /** [GPa] */
  readonly bulkModulus?: number;
  readonly shearModulus?: number;
  /** Potentials between which it is said to be stable, against Li/Li+ [V]. */
  readonly window?: readonly [number, number];
}

/** What decides the properties that no row prints. */
export type ElectrolyteFamily =
  | 'argyrodite'
  | 'LGPS'
  | 'thiophosphate'
  | 'sulfide'
  | 'halide'
  | 'garnet'
  | 'oxide'
  | 'polymer'
  | 'hydride';

/** An electrolyte that the library knows from rows alone; the first row that prints a property gives it. */
export interface TabledElectrolyte {
  readonly name: string;
  readonly title: string;
  readonly family: ElectrolyteFamily;
  /** Where no row prints one [g/cm^3]. */
  readonly assumedDensity?: number;
  /** Why the first row, where the rows disagree. */
  readonly choice?: string;
  readonly rows: readonly PrintedRow[];
}
