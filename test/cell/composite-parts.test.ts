import { describe, expect, it } from 'vitest';
import { billOfMaterials } from '../../src/cell/bill-of-materials.js';
import { compositeParts } from '../../src/cell/composite-parts.js';

const materials = {
  activeMaterial: { name: 'NMC', density: 4700, price: 30 },
  electrolyte: { name: 'LPSC', density: 1640 },
  carbon: { name: 'carbon', density: 1900, price: 10 },
};
const massFractions = { activeMaterial: 0.8, electrolyte: 0.2, carbon: 0, binder: 0 };
const coated = { thickness: 100e-6, massLoading: 0.5, massFractions };

describe('the constituents of a composite', () => {
  it('weigh their shares of its loading; what is not in it is no part, whether it is known or not', () => {
    expect(compositeParts(coated, materials)).toEqual([
      { name: 'NMC', mass: 0.4, price: 30 },
      { name: 'LPSC', mass: 0.1 },
    ]);
  });
});

describe('a bill of materials', () => {
  it('has a line for what is there, none for what weighs nothing', () => {
    const { lines, mass } = billOfMaterials([
      { name: 'NMC', mass: 0.4, price: 30 },
      { name: 'NMC', mass: 0.1, price: 30 },
      { name: 'copper', mass: 0, price: 9 },
      { name: 'LPSC', mass: 0.2 },
    ]);
    expect(lines.map(({ name, mass: own, cost }) => [name, own, cost])).toEqual([['NMC', 0.5, 15], ['LPSC', 0.2,
      undefined]]);
    expect(mass).toBeCloseTo(0.7, 15);
  });
});
