import { describe, expect, it } from 'vitest';
import { type CellInventory, energyDensity } from '../../src/cell/energy-density.js';
import { energyBases } from '../../src/config/cell-format.js';

const basis = (arealMass: number, arealVolume: number, chargedArealVolume: number, priced: number, text: string) => ({
  arealMass,
  arealVolume,
  chargedArealVolume,
  arealCost: { priced, unpriced: [] },
  text,
});

const inventory: CellInventory = {
  electrode: basis(0.3, 1e-4, 1e-4, 3, 'a'),
  unitCell: basis(0.5, 2e-4, 2.5e-4, 6, 'b'),
  stack: basis(0.55, 2.2e-4, 2.7e-4, 7, 'c'),
  pouch: basis(0.6, 3e-4, 4e-4, 12, 'd'),
};

describe('energyDensity', () => {
  it('divides the areal energy by mass and volume on each basis and carries the words', () => {
    const densities = energyDensity(inventory, 6);
    expect(densities.unitCell).toEqual({ gravimetric: 12, volumetric: 6 / 2e-4, chargedVolumetric: 6 / 2.5e-4, cost: 1,
      basis: 'b' });
    expect(densities.pouch.gravimetric).toBeCloseTo(10, 12);
    expect(energyBases.map((name) => densities[name].basis)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is proportional to the energy delivered and 0 for nothing', () => {
    expect(energyDensity(inventory, 3).electrode.volumetric).toBe(energyDensity(inventory, 6).electrode.volumetric / 2);
    expect(energyDensity(inventory, 0).pouch.gravimetric).toBe(0);
  });

  it('gives the power of a discharge per mass, and none where nothing flows', () => {
    expect(energyDensity(inventory, 6, 1.2).pouch.power).toBe(2);
    expect(energyDensity(inventory, 6).pouch.power).toBeUndefined();
  });

  it('has no cost where something has no price, and none for no energy', () => {
    const unpriced = { ...inventory, pouch: { ...inventory.pouch, arealCost: { priced: 12, unpriced: ['Li3InCl6'] } } };
    expect(energyDensity(unpriced, 6).pouch.cost).toBeUndefined();
    expect(energyDensity(unpriced, 6).stack.cost).toBeCloseTo(7 / 6, 12);
    expect(energyDensity(inventory, 0).pouch.cost).toBeUndefined();
  });
});
