import type { ParameterRecord } from '../config/case.js';
import type { MaterialProperty } from '../config/material-properties.js';
import { toDisplay } from '../units/quantity.js';
import type { Property } from './property.js';

/**
 * The interval of a property as a ledger shows it: in display units, or relative to the value where that is a function or a table.
 * Declared where the library declares it; else the extent of what the literature reports, which is undefined where nothing contradicts.
 */
export function spreadOf(property: Property, { dimension }: MaterialProperty): ParameterRecord['spread'] {
  const { value, spread, alternatives = [] } = property;
  const show = (low: number, high: number): ParameterRecord['spread'] =>
    ({ low: displayed(low), high: displayed(high) });
  const displayed = (si: number): number => Number(toDisplay(si, dimension).value.toPrecision(5));
  if (spread && 'low' in spread) return show(spread.low, spread.high);
  if (spread) {
    return typeof value === 'number' ? show(value / spread.factor, value * spread.factor)
      : { low: 1 / spread.factor, high: spread.factor, relative: true };
  }
  const others = alternatives.map((other) => other.value).filter((other) => typeof other === 'number');
  return typeof value === 'number' && others.length > 0 ? show(Math.min(value, ...others), Math.max(value, ...others)) : undefined;
}
