import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { curvesOfFilm, describeFilm, listFilms } from '../../src/materials/describe-film.js';
import { curvesOf, describeMaterial, listMaterials } from '../../src/materials/describe-material.js';
import { conductionFigure, materialFigure } from '../../src/report/figures/material-curves.js';
import { materialCatalogue } from '../../src/report/material-catalogue.js';
import { root } from '../support/program.js';

const all = [...listMaterials().flatMap(({ name }) => describeMaterial(name) ?? []),
  ...listFilms().flatMap(({ name }) => describeFilm(name) ?? [])];

it('docs/catalogue.md is what the library says: catholith materials --catalogue', () => {
  const file = join(root, 'docs', 'catalogue.md');
  if (process.env.UPDATE_DOCS) writeFileSync(file, materialCatalogue(all));
  else expect(readFileSync(file, 'utf8')).toBe(materialCatalogue(all));
});

it('a name means one material or one film', () => {
  const names = all.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

it('shows the resistance of a film as thickness over conductivity', () => {
  const found = describeFilm('Li7P3S11-SEBS')?.properties.find(({ unit }) => unit === 'ohm cm^2');
  // 50 um at 0.7 mS/cm
  expect(Number(found?.value)).toBeCloseTo(7.14, 2);
});

it('every active material and every electrolyte has a picture without a gap', () => {
  for (const { name, kind } of listMaterials()) {
    const curves = curvesOf(name);
    expect(curves?.kind, name).toBe(kind === 'activeMaterial' || kind === 'electrolyte' ? kind : undefined);
    if (!curves) continue;
    const numbers = curves.kind === 'electrolyte'
      ? curves.conductivity
      : [...curves.potential, ...curves.diffusivity, ...curves.electronicConductivity];
    expect(numbers.every((value) => Number.isFinite(value)), name).toBe(true);
  }
});

it('draws a film as conductive as it was measured, and over temperature as its electrolyte', () => {
  const [film, electrolyte] = [curvesOfFilm('Li7P3S11-SEBS'), curvesOf('Li7P3S11')];
  if (film?.kind !== 'electrolyte' || electrolyte?.kind !== 'electrolyte') throw new Error('other kinds');
  expect(film.reported).toEqual([
    { temperature: 298.15, conductivity: expect.closeTo(0.07) as number, taken: true },
    { temperature: 298.15, conductivity: expect.closeTo(0.034) as number, taken: false },
  ]);
  const ratio = film.conductivity.map((value, i) => value / electrolyte.conductivity[i]);
  for (const one of ratio) expect(one / ratio[0]).toBeCloseTo(1, 12);
});

it('has a picture of every film whose conductivity is known', () => {
  const drawn = listFilms().filter(({ name }) => curvesOfFilm(name) !== undefined);
  const known = listFilms().filter(({ name }) =>
    describeFilm(name)?.properties.some(({ path }) => path.endsWith('.effectiveConductivity'))
  );
  expect(drawn.length).toBeGreaterThan(40);
  expect(drawn).toEqual(known);
});

it('draws what it is given', () => {
  const [oxide, conductor] = [curvesOf('LNMO'), curvesOf('Li5.5PS4.5Cl1.5')];
  if (oxide?.kind !== 'activeMaterial' || conductor?.kind !== 'electrolyte') throw new Error('other kinds');
  expect(materialFigure(oxide).svg).toContain('Electronic conductivity');
  // 10.2 taken, 9.4 and 3.96 beside it
  expect(conductionFigure(conductor).svg.match(/<circle/g)).toHaveLength(3);
});
