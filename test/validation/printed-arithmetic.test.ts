import { describe, expect, it } from 'vitest';
import { billOfMaterials } from '../../src/cell/bill-of-materials.js';

/** Arithmetic that the reviews print, done again with the program's own functions; where a source contradicts itself, both are here. */

/** 10.1039/d3qm01171b, Table 1, column ASSB: grams per cell, $ per kg, $ per cell and per cent as printed. */
const table = [
  ['NCM811', 31.613, 22, 0.6955, 12.4], ['carbon black', 1.317, 35, 0.0461, 0.82], ['binder', 1.317, 65, 0.0856, 1.53],
  ['aluminium foil', 2.207, 8, 0.0177, 0.31], ['nickel foil', 4.769, 10, 0.0477, 0.85], ['membrane', 7.199, 271.6, 1.9551, 34.85],
  ['electrolyte', 9.66, 277.1, 2.6769, 47.72], ['pouch', 2.24, 17, 0.0381, 0.68], ['positive lead', 0.156, 300, 0.0469, 0.84],
  ['negative lead', 0.455, 200, 0.0909, 1.62],
] as const;

const billOf = (names: (name: string) => boolean) =>
  billOfMaterials(table.filter(([name]) => names(name)).map(([name, grams, price]) => ({ name, mass: 1e-3 * grams, price })));

describe('the bill of materials of 10.1039/d3qm01171b, Table 1', () => {
  const whole = billOf(() => true);

  it.each(table)('has %s at its printed cost, within its rounding', (name, _grams, _price, cost) => {
    const line = whole.lines.find((one) => one.name === name);
    expect(Math.abs((line?.cost ?? NaN) - cost)).toBeLessThan(Math.max(1e-3 * cost, 3e-4));
  });

  it('has printed totals that leave out the negative lead: with it the cell weighs 60.93 g and costs 5.70 $', () => {
    const printed = billOf((name) => name !== 'negative lead');
    expect(printed.mass).toBeCloseTo(60.478e-3, 6);
    expect(Math.abs(printed.cost.priced / 5.6096 - 1)).toBeLessThan(1e-3);
    expect(whole.mass).toBeCloseTo(60.933e-3, 6);
    expect(Math.abs(whole.cost.priced / 5.7005 - 1)).toBeLessThan(1e-3);
  });

  it('has shares of the total without that lead, so that they add up to 101.6 %', () => {
    for (const [name, , , cost, share] of table) expect(Math.abs((100 * cost) / 5.6096 - share), name).toBeLessThan(0.02);
    expect(table.reduce((sum, [, , , , share]) => sum + share, 0)).toBeCloseTo(101.62, 2);
    const total = whole.lines.reduce((sum, { share = 0 }) => sum + share, 0);
    expect(total).toBeCloseTo(1, 12);
  });
});

it('the energies of 10.1002/aenm.202301142, Fig. 1, with and without lithium, mean lithium of 0.52 g/cm^3 instead of 0.534', () => {
  // per Wh of the same cell, the lithium is what the anode-free one saves of mass and of volume
  const [massOfLithium, volumeOfLithium] = [1 / 397 - 1 / 406, 1 / 1277 - 1 / 1481];
  expect(massOfLithium / volumeOfLithium).toBeCloseTo(0.518, 3);
  // half a Wh/kg of rounding moves it by more than the difference to 0.534
  expect((1 / 396.5 - 1 / 406.5) / volumeOfLithium).toBeGreaterThan(0.534);
});

it('26 mg/cm^2 of 10.1002/adma.202209074 are 76.5 um and 4.42 mAh/cm^2, not the 4 printed beside them; 9.6 mg/cm^2 of its sulfur are 8.06', () => {
  expect(26e-3 / 3.4 * 1e4).toBeCloseTo(76.5, 1);
  expect(26 * 0.85 * 0.2).toBeCloseTo(4.42, 10);
  expect(9.6 * 0.6 * 1.4).toBeCloseTo(8.06, 2);
  expect(10 * 0.6 * 1.4).toBeCloseTo(8.4, 10);
});
