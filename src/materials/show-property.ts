import type { ParameterRecord } from '../config/case.js';
import { type MaterialProperty, showArgument, showNumber } from '../config/material-properties.js';
import { dimensions } from '../units/dimension.js';
import { propertySpread } from './property-spread.js';
import type { Property, PropertyValue } from './property.js';

/** Properties as a reader sees them: display units, formulas and tables as text. */

function showValue(value: PropertyValue, definition: MaterialProperty): string {
  if (typeof value === 'number') return showNumber(value, definition.dimension);
  if ('formula' in value) return value.formula;
  const { dimension, argument = 'stoichiometry' } = definition;
  return value.map(([x, y]) => `${showNumber(y, dimension)} at ${showArgument(x, argument)}`).join(', ');
}

function showAlternatives(property: Property, definition: MaterialProperty): ParameterRecord['alternatives'] {
  return property.alternatives?.map(({ value, ...rest }) => ({
    value: typeof value === 'number' ? showNumber(value, definition.dimension) : value,
    ...rest,
  }));
}

/** Formulas are in SI, numbers and tables in the display unit. */
function unitOf(value: PropertyValue, { dimension }: MaterialProperty): string {
  const { si, display } = dimensions[dimension];
  return (typeof value === 'object' && 'formula' in value ? si : display) || '-';
}

const shown = new WeakMap<Property, ParameterRecord>();

/** The ledger's record of a property as the library has it, which it has once for all cases. */
export function showProperty(path: string, definition: MaterialProperty, property: Property): ParameterRecord {
  const known = shown.get(property);
  if (known?.path === path) return known;
  const record = recordOf(path, definition, property);
  shown.set(property, record);
  return record;
}

function recordOf(path: string, definition: MaterialProperty, property: Property): ParameterRecord {
  const alternatives = showAlternatives(property, definition);
  const spread = propertySpread(property, definition);
  return {
    path,
    label: definition.label,
    value: showValue(property.value, definition),
    unit: unitOf(property.value, definition),
    status: property.status,
    ...(property.source !== undefined && { source: property.source }),
    ...(property.note !== undefined && { note: property.note }),
    ...(alternatives && { alternatives }),
    ...(spread && { spread }),
  };
}
