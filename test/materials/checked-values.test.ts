import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeFilm } from '../../src/materials/describe-film.js';
import { library } from '../../src/materials/library/index.js';
import type { Property } from '../../src/materials/property.js';
import { sources } from '../../src/materials/sources.js';

/** What the library takes against what stands in the reviews, read and typed by hand: [name, quantity, value, unit, where]. */

type Checked = readonly [name: string, quantity: string, value: number, unit: string, where: string];
const checked = JSON.parse(readFileSync(new URL('checked-values.json', import.meta.url), 'utf8')) as {
  readonly electrolytes: readonly Checked[];
  readonly films: readonly Checked[];
};

const si: Readonly<Record<string, number>> = { 'S/cm': 100, 'mS/cm': 0.1, eV: 96485.33212, 'g/cm^3': 1000, GPa: 1e9 };
const dois: Readonly<Record<string, string>> = { '000': sources.pouchReview, '001': sources.commercialisationReview,
  '002': sources.filmReview, '003': sources.sulfideReview };

/** Where the library keeps a quantity; of Li10SnP2S12 the conductivity is that of its grains. */
const propertyOf: Readonly<Record<string, string>> = { conductivity: 'ionicConductivity',
  grainConductivity: 'ionicConductivity', activationEnergy: 'ionicConductivityActivationEnergy' };

const keysOfFilm: Readonly<Record<string, string>> = { conductivity: 'ionicTransport.effectiveConductivity',
  binder: 'frameMassFraction' };

it('are sixty', () => expect(checked.electrolytes.length + checked.films.length).toBe(60));

describe('checked by hand: electrolytes', () => {
  it.each(checked.electrolytes)('%s, %s: %d %s', (name, quantity, value, unit, where) => {
    const material = library.find((one) => one.name === name);
    const properties = material?.properties as Readonly<Record<string, Property>>;
    const { value: taken, source } = properties[propertyOf[quantity] ?? quantity];
    expect(Number(taken) / (value * si[unit])).toBeCloseTo(1, 6);
    expect(source).toContain(dois[where.slice(0, 3)]);
  });
});

describe('checked by hand: films', () => {
  it.each(checked.films)('%s, %s: %d %s', (name, quantity, value, unit, where) => {
    const record = describeFilm(name)?.properties.find(({ path }) =>
      path === `${name}.${keysOfFilm[quantity] ?? quantity}`
    );
    expect(Number(record?.value)).toBeCloseTo(unit === 'S/cm' ? 1000 * value : value, 9);
    expect(record?.source).toContain(dois[where.slice(0, 3)].replace('doi ', ''));
  });
});
