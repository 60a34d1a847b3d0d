import { describe, expect, it } from 'vitest';
import { materialOf } from '../../src/materials/own-material.js';
import { resolveProperties } from '../../src/materials/resolve-properties.js';
import { caseFrom, example, linesOf } from '../config/example.js';

describe('a property of an electrolyte over its salt concentration', () => {
  const withSalt = (conductivity: string): string =>
    `${example}materials:
  my-PEO:
    like: LiTFSI-PEO
    ionicConductivity: ${conductivity}
`.replace(/electrolyte: Li3InCl6/g, 'electrolyte: my-PEO');
  /** Value and slope at c [mol m^-3], in SI. */
  function at(conductivity: string, c: number): number[] {
    const given = caseFrom(withSalt(conductivity));
    const { electrolyte } = given.membrane;
    const material = materialOf(electrolyte);
    const made = material && resolveProperties(material, electrolyte, 'membrane');
    if (!made?.ok) throw new Error(JSON.stringify(made));
    const out = new Float64Array(2);
    made.properties.function('ionicConductivity').evaluate(c, out);
    return [...out];
  }

  it('may be a formula of c in the unit of its ends', () => {
    const formula = '{formula: 8*c*exp(-c), unit: mS/cm, between: [0.1 mol/L, 2 mol/L]}';
    const [value, slope] = at(formula, 500);
    // 8 mS/cm are 0.8 S/m
    expect(value).toBeCloseTo(0.8 * 0.5 * Math.exp(-0.5), 12);
    expect(slope).toBeCloseTo((0.8 * (1 - 0.5) * Math.exp(-0.5)) / 1000, 12);
    // held beyond its ends
    expect(at(formula, 3000)).toEqual([at(formula, 2000)[0], 0]);
    // the same in mol/m^3
    const [inCubicMetres] = at('{formula: 8e-3*c*exp(-c/1000), unit: mS/cm, between: [100 mol/m^3, 2000 mol/m^3]}',
      500);
    expect(inCubicMetres).toBeCloseTo(value, 12);
  });

  it('may be a measured curve', () => {
    const rows = '{rows: [[0.5, 2], [1, 3], [2, 1]], units: [mol/L, mS/cm]}';
    // tabled in the logarithm: within 1e-6
    expect(at(rows, 1000)[0]).toBeCloseTo(0.3, 6);
    expect(at(rows, 500)[0]).toBeCloseTo(0.2, 6);
  });

  it.each([
    ['{formula: 8*s, unit: mS/cm, between: [0.1 mol/L, 2 mol/L]}',
      'a formula of the concentration c: a number, c, or one of'],
    ['{formula: 8*c, unit: mS/cm}', 'between: expected two concentrations'],
    ['{formula: 8*c, unit: mS/cm, between: [0.1, 2]}', 'between: expected two concentrations'],
    ['{formula: 8 - 9*c, unit: mS/cm, between: [0.1 mol/L, 2 mol/L]}', 'at c = '],
    ['{rows: [[0.5, 2], [1, 3]], units: [mAh/g, mS/cm]}', 'a concentration'],
    ['{rows: [[0.5, 2], [1, 3]], units: [mol/L, mS/cm], x: capacity}', 'what the curve is over: concentration'],
  ])('%s is refused', (conductivity, words) => expect(linesOf(withSalt(conductivity)).join('\n')).toContain(words));
});
