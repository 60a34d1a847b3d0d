import type { ParameterRecord } from '../config/case.js';
import { type MaterialKind, type MaterialProperty, propertiesOf, showNumber } from '../config/material-properties.js';
import { dimensions } from '../units/dimension.js';
import type { Alternative } from './property.js';

/** The ledger's line for a property of a material that follows from others [SI]; `note` says how, `alternatives` are what sources say of it. */
export function derivedRecord(kind: MaterialKind, name: string, property: string, value: number, note: string,
  alternatives: readonly Alternative[] = []): ParameterRecord
{
  const definition = propertiesOf(kind)[property];
  const { label, dimension } = definition;
  return { path: `${name}.${property}`, label, value: showNumber(value, dimension),
    unit: dimensions[dimension].display || '-', status: 'derived', note,
    ...(alternatives.length > 0 && { alternatives: shownAlternatives(alternatives, definition) }) };
}

/** What other sources say of a property, as a reader sees it. */
export const shownAlternatives = (alternatives: readonly Alternative[],
  { dimension }: Pick<MaterialProperty, 'dimension'>) =>
  alternatives.map(({ value, ...rest }) => ({
    value: typeof value === 'number' ? showNumber(value, dimension) : value,
    ...rest,
  }));
