import type * as z from 'zod';
import type { WrittenKind } from '../material-names.js';
import type { MaterialKind, PropertyName } from '../material-properties.js';
import type { MeasuredCurve } from '../material-reference.js';

/** What may be written where: the types of a case as an object. */

/** Where a value comes from and how far it can be trusted, beside the value. */
export interface Annotated<V> {
  readonly value: V;
  /** Unit of a value that is written as a number alone. */
  readonly unit?: string;
  readonly source?: string;
  readonly note?: string;
  /** A guess, or found by comparing with a measurement. */
  readonly assumed?: boolean;
  readonly fitted?: boolean;
  /** Computed from something else, as a structure's tortuosity factor from its image. */
  readonly derived?: boolean;
  /** Holds the value in 80 % of cases: 2 for value/2 to value*2, or "10 %"; or its two ends. */
  readonly spread?: number | string;
  readonly range?: readonly (number | string)[];
}

/** `'77 um'`, a plain number where the field has no unit, or either with a source. */
export type WrittenQuantity = string | number | Annotated<string | number>;

/** Rows `[argument, value]`. */
export type WrittenTable = readonly (readonly (string | number)[])[];

type Remarks = Omit<Annotated<never>, 'value' | 'unit' | 'range'>;

/** A measured curve: rows with units, or a CSV file that `textOf` finds. */
export interface WrittenCurve extends Remarks {
  readonly file?: string;
  readonly rows?: WrittenTable;
  readonly units?: readonly string[];
  readonly x?: MeasuredCurve['x'];
  readonly column?: string;
  readonly mass?: string;
  readonly against?: string;
}

/** A formula of the stoichiometry s, or of the salt concentration c in mol/m^3. */
export interface WrittenFormulaOf extends Remarks {
  readonly formula: string;
  readonly unit?: string;
  readonly between?: readonly (string | number)[];
}

/** A number; where the property may depend on something, also a table, a curve, a formula or the name of a function of the library. */
export type WrittenProperty = WrittenQuantity | WrittenTable | Annotated<WrittenTable> | WrittenCurve
  | WrittenFormulaOf;

export type WrittenProperties<K extends MaterialKind> = { readonly [P in PropertyName<K>]?: WrittenProperty };

/** A material by name, with properties overridden in place. */
export type WrittenMaterial<K extends MaterialKind> = string | ({ readonly name: string } & WrittenProperties<K>);

/** A material of one's own: like one of the library, or complete. */
export interface WrittenOwnMaterial extends WrittenProperties<MaterialKind> {
  readonly kind?: WrittenKind;
  readonly like?: string;
  readonly title?: string;
  readonly source?: string;
}

/** A field that is read from `I`; with a default its key may be left out. */
export type FieldOf<T, I, Info> = Info extends { readonly default: unknown } ? z.ZodPrefault<z.ZodType<T, I>>
  : z.ZodType<T, I>;
