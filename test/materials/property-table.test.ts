import { describe, expect, it } from 'vitest';
import { materialProperties, propertiesOf, type MaterialProperty } from '../../src/config/material-properties.js';
import { definitionsOf, type MaterialKind } from '../../src/materials/property-table.js';
import { parseQuantity } from '../../src/units/quantity.js';

const bound = (text: MaterialProperty['min'], dimension: MaterialProperty['dimension']): number => {
  const reading = parseQuantity(text ?? NaN, dimension);
  return reading.ok ? reading.value : NaN;
};

describe.each(Object.keys(materialProperties) as MaterialKind[])('properties of kind %s', (kind) => {
  it('are the same in the field table of the case and in the library', () => {
    const inCase = propertiesOf(kind);
    const inLibrary = definitionsOf(kind);
    expect(Object.keys(inLibrary).sort()).toEqual(Object.keys(inCase).sort());
    for (const [name, { dimension, min, max, ofStoichiometry }] of Object.entries(inCase)) {
      expect(inLibrary[name].dimension, name).toBe(dimension);
      expect(inLibrary[name].ofStoichiometry ?? false, name).toBe(ofStoichiometry ?? false);
      expect(inLibrary[name].range[0] / (bound(min, dimension) || 1), name).toBeCloseTo(bound(min, dimension) === 0 ? 0 : 1, 6);
      expect(inLibrary[name].range[1] / bound(max, dimension), name).toBeCloseTo(1, 6);
    }
  });
});
