import { describe, expect, it } from 'vitest';
import { propertiesOf } from '../../src/config/material-properties.js';
import { describeMaterial, listMaterials } from '../../src/materials/describe-material.js';
import { library } from '../../src/materials/library/index.js';
import { boundsOf } from '../../src/units/quantity.js';

const materials = library.map((material) => [material.name, material] as const);

describe.each(materials)('%s', (name, material) => {
  const properties = Object.entries(material.properties);

  it('says of every number where it comes from or that it is assumed', () => {
    for (const [property, { status, source, note }] of properties) {
      expect(status === 'assumed' ? note : source, `${name}.${property}`).toBeTruthy();
      if (status === 'derived') expect(note, `${name}.${property}`).toBeTruthy();
    }
  });

  it('stays within the ranges that a case must keep', () => {
    const definitions = propertiesOf(material.kind);
    for (const [property, { value }] of properties) {
      const [low, high] = boundsOf(definitions[property], definitions[property].dimension);
      const numbers = typeof value === 'number' ? [value] : 'formula' in value ? [] : value.map(([, y]) => y);
      for (const number of numbers) {
        expect(number, `${name}.${property}`).toBeGreaterThanOrEqual(low);
        expect(number, `${name}.${property}`).toBeLessThanOrEqual(high);
      }
    }
  });

  it('can be described in full', () => {
    const description = describeMaterial(name);
    expect(description?.properties.length).toBeGreaterThanOrEqual(properties.length);
    for (const { path, value, unit } of description?.properties ?? []) {
      expect(value, path).not.toMatch(/NaN|undefined|Infinity/);
      expect(unit, path).not.toBe('');
    }
  });
});

describe('the library', () => {
  it('has every name once', () => {
    const names = listMaterials().map((material) => material.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('does not know what it does not have', () => {
    expect(describeMaterial('unobtainium')).toBeUndefined();
  });

  it('shows the contradictions of the literature', () => {
    const record = (name: string, property: string) =>
      describeMaterial(name)?.properties.find(({ path }) => path === `${name}.${property}`);
    expect(record('Li6PS5Cl', 'density')).toMatchObject({ value: '1.86', alternatives: [{ value: '1.64' }] });
    expect(record('Li6PS5Cl', 'ionicConductivity')?.alternatives?.map(({ value }) => Number(value)))
      .toEqual(expect.arrayContaining([0.62, 1.3, 1.33, 1.9]));
    expect(record('NMC811', 'referenceExchangeCurrentDensity')?.alternatives?.map(({ value }) => Number(value)))
      .toEqual(expect.arrayContaining([0.011, 0.3412]));
    expect(record('NMC811', 'diffusivity')?.alternatives?.map(({ value }) => Number(value)))
      .toEqual(expect.arrayContaining([3.8e-12, 6.6e-11]));
  });
});
