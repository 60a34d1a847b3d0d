import type { ParameterRecord } from '../config/case.js';
import type { ScalarFunction, TemperatureFactor } from './material.js';

/** A material of the library with the case's overrides in place: values by property name. */
export interface ResolvedProperties {
  readonly name: string;
  readonly key: string;
  has(property: string): boolean;
  isOverridden(property: string): boolean;
  number(property: string): number;
  function(property: string): ScalarFunction;
  /** The property over temperature [K], where it was measured so; its number is then that at the reference temperature. */
  overTemperature(property: string): OverTemperature | undefined;
  /** First and last argument of a table, or of a function that says for which it holds. */
  range(property: string): readonly [number, number] | undefined;
  /** Records of what the library contributed; the case's own ledger has the overrides. */
  readonly records: readonly ParameterRecord[];
}

/** A property that was measured at several temperatures [K]. */
export interface OverTemperature {
  readonly range: readonly [low: number, high: number];
  readonly value: TemperatureFactor;
}
