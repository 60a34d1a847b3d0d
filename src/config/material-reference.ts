import type { MaterialKind } from './material-properties.js';

/** What a case says of materials, in SI; part of the `Case`, from which it is imported. */

/** A material by name, with the properties that the case overrides in place (SI; tables are [x, value] pairs). */
export interface MaterialReference {
  readonly name: string;
  /** Absent: a material of the library. */
  readonly own?: OwnMaterial;
  readonly overrides: Readonly<Record<string, PropertyOverride>>;
  /** Properties times a number, overridden or not; for asking what a spread of them does. */
  readonly factors?: Readonly<Record<string, number>>;
}

/** A constant, a table over the property's own argument (stoichiometry), a measured curve, a formula, or the name of a function of the library. */
export type PropertyOverride = number | readonly (readonly [number, number])[] | MeasuredCurve | WrittenFormula
  | string;

/** A formula of the stoichiometry s, or of the concentration c, between two of them [1 or mol m^-3], in a unit; times `factor` it is in SI. */
export interface WrittenFormula {
  readonly formula: string;
  readonly unit: string;
  readonly factor: number;
  readonly between: readonly [low: number, high: number];
  /** The unit of c [mol m^-3]; absent: a formula of the stoichiometry. */
  readonly concentrationUnit?: number;
}

/** A property as it was measured: the axis of an active material follows from the material, see `materials/measured-axis`. */
export interface MeasuredCurve {
  readonly x: 'stoichiometry' | 'capacity' | 'soc' | 'concentration' | 'temperature';
  /** [x, value], x rising: 1, charge passed [C kg^-1], state of charge, salt concentration [mol m^-3], or temperature [K]. */
  readonly points: readonly (readonly [number, number])[];
  /** Rows of a potential before they were smoothed. */
  readonly rows?: readonly (readonly [number, number])[];
  /** What a potential was measured against: a plane of the library, or an electrode at this potential [V]; absent: Li/Li+. */
  readonly against?: string | number;
}

/** A material that a case describes itself. */
export interface OwnMaterial {
  readonly kind: MaterialKind;
  /** Material of the library that has what is not given; absent: everything is given. */
  readonly like?: string;
  readonly title: string;
  readonly properties: Readonly<Record<string, PropertyOverride>>;
}
