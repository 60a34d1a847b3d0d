import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import extract from '../../src/config/tables/electrolytes.json' with { type: 'json' };
import { describeMaterial } from '../../src/materials/describe-material.js';
import { library } from '../../src/materials/library/index.js';
import { rowsOf, tabledElectrolytes } from '../../src/materials/tables/electrolytes.js';
import { root } from '../support/program.js';
import { caseOf, materialsOf } from './support.js';

const { tables } = await import(new URL('../../tools/tables.mjs', import.meta.url).href) as {
  tables(): Readonly<Record<string, string>>;
};

/** Electrolytes with a file of their own, which take their rows as alternatives. */
const besideFiles = ['Li6PS5Cl', 'LGPS', 'Li3PS4-glass', 'Li3InCl6', 'LLZO'];
const rows = [...tabledElectrolytes.flatMap((material) => material.rows), ...besideFiles.flatMap(rowsOf)];

it.each(Object.entries(tables()))('%s is what the extract makes of it: npm run tables', (path, text) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(text);
});

describe('electrolytes of the reviews', () => {
  it('are every row of the two tables', () => {
    const of = (prefix: string) => new Set(extract.rows.map(({ id }) => id).filter((id) => id.startsWith(prefix))).size;
    expect(rows).toHaveLength(extract.rows.length);
    // 36 rows of the one (two lines of Li6PS5Cl and of Li4GeS4), 34 of the other
    expect([of('003/t1-'), of('002/t1-')]).toEqual([36, 34]);
  });

  it('are in the library under their names, each with a conductivity that a review prints', () => {
    for (const { name } of tabledElectrolytes) {
      const material = library.find((one) => one.name === name);
      expect(material?.properties, name).toMatchObject({ ionicConductivity: { status: 'literature' } });
    }
  });

  it('say why one value is taken where the sources disagree by more than a third', () => {
    for (const { name, choice, rows: own } of tabledElectrolytes) {
      const values = own.flatMap(({ conductivity }) => conductivity ?? []);
      if (Math.max(...values) > 1.34 * Math.min(...values)) expect(choice, name).toBeTruthy();
    }
  });

  it('show all values that contradict the one taken', () => {
    const of = (name: string) =>
      describeMaterial(name)?.properties.find(({ path }) => path === `${name}.ionicConductivity`);
    expect(of('Li6PS5Br')).toMatchObject({ value: '0.62', alternatives: [{ value: '6.8' }, { value: '0.46' }] });
    expect(of('Li4SnS4')).toMatchObject({ value: '0.07', alternatives: [{ value: '0.07' }, { value: '3.2' }] });
  });

  it('part grains and boundaries where a row does: the total is the one printed', () => {
    const base = caseOf();
    const electrolyte = { name: 'Li10SnP2S12', overrides: {} };
    const at = (temperature: number) =>
      materialsOf({ ...base, temperature, membrane: { ...base.membrane, electrolyte } }).materials.membrane
        .ionicConductivity * 10;
    expect(at(298.15)).toBeCloseTo(4, 6);
    // the boundary with 0.60 eV rules in the cold: the reviews' own numbers carried to 0 and -20 degC by the two energies
    expect(at(273.15)).toBeCloseTo(0.85, 2);
    expect(at(253.15)).toBeCloseTo(0.15, 2);
  });
});
