import type { ParameterSpread } from '../config/case.js';
import { declaredFactor, declaredSpread } from '../config/fields/spread.js';
import type { MaterialProperty } from '../config/material-properties.js';
import { boundsOf } from '../units/quantity.js';
import type { Property } from './property.js';

/** How sure the library is of a property: its own spread, else what contradicting sources span, else that of its kind where it is assumed. */
export function propertySpread(property: Property, definition: MaterialProperty): ParameterSpread | undefined {
  const { value, spread, status } = property;
  const { dimension } = definition;
  if (typeof value !== 'number') {
    if (spread && 'factor' in spread)
      return { of: 'factor', value: 1, low: 1 / spread.factor, high: spread.factor, dimension, basis: 'stated' };
    return status === 'assumed' ? declaredFactor(dimension) : undefined;
  }
  if (spread) {
    const [low, high] = 'factor' in spread ? [value / spread.factor, value * spread.factor] : [spread.low, spread.high];
    return { of: 'value', value, low, high, dimension, basis: 'stated' };
  }
  const others = (property.alternatives ?? []).flatMap((other) => typeof other.value === 'number' ? [other.value] : []);
  const [low, high] = [Math.min(value, ...others), Math.max(value, ...others)];
  // the same number printed twice, in two units, is no interval
  if (high - low > 1e-9 * Math.abs(value)) return { of: 'value', value, low, high, dimension, basis: 'alternatives' };
  return status === 'assumed' ? declaredSpread(value, dimension, boundsOf(definition, dimension)) : undefined;
}
