import type { ParameterRecord } from '../config/case.js';
import { dimensions } from '../units/dimension.js';
import { showNumber, type PropertyDefinition } from './property-table.js';
import type { Property, PropertyValue } from './property.js';

/** Properties as a reader sees them: display units, formulas and tables as text. */

export function showValue(value: PropertyValue, definition: PropertyDefinition): string {
  if (typeof value === 'number') return showNumber(value, definition.dimension);
  if ('formula' in value) return value.formula;
  return value.map(([s, y]) => `${showNumber(y, definition.dimension)} at ${s}`).join(', ');
}

export function showAlternatives(property: Property, definition: PropertyDefinition): ParameterRecord['alternatives'] {
  return property.alternatives?.map(({ value, ...rest }) =>
    ({ value: typeof value === 'number' ? showNumber(value, definition.dimension) : value, ...rest }));
}

/** The ledger's record of a property as the library has it. */
export function showProperty(path: string, definition: PropertyDefinition, property: Property): ParameterRecord {
  const alternatives = showAlternatives(property, definition);
  return {
    path,
    label: definition.label,
    value: showValue(property.value, definition),
    unit: dimensions[definition.dimension].display || '-',
    status: property.status,
    ...(property.source !== undefined && { source: property.source }),
    ...(property.note !== undefined && { note: property.note }),
    ...(alternatives && { alternatives }),
  };
}
