import type { CellProperty } from './electrolyte-state.js';
import type { Column } from './laws/law.js';

/** Columns of numbers for the laws: see `laws/law`. */

/** Unknowns at the given places of the state. */
export const ofState = (at: Int32Array): Column => ({ at });

/** Numbers of an array at the given places. */
export const ofArray = (data: Float64Array, at: Int32Array): Column => ({ data, at });

/** One number for all of `count` items; changes with the array. */
export const ofAll = (data: Float64Array, count: number): Column => ({ data, at: new Int32Array(count) });

export const constant = (value: number, count: number): Column => ofAll(Float64Array.of(value), count);

/** Value and slope of a property, under the two names that a law gives them. */
export const property = <Value extends string, Slope extends string>(
  value: Value,
  slope: Slope,
  of: CellProperty,
  at: Int32Array,
): Record<Value | Slope, Column> =>
  ({ [value]: ofArray(of.value, at), [slope]: ofArray(of.slope, at) }) as Record<Value | Slope, Column>;

/** Number of item i by a function. */
export const indices = (count: number, at: (item: number) => number): Int32Array =>
  Int32Array.from({ length: count }, (_, i) => at(i));
