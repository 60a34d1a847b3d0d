import { describe, expect, it } from 'vitest';
import { billOfMaterials } from '../../src/cell/bill-of-materials.js';
import type { CellMaterials, CoatedLayer } from '../../src/cell/cell-design.js';
import { cellEnergyDocument } from '../../src/cell/cell-energy-document.js';
import { cellEnergy } from '../../src/cell/cell-energy.js';
import { completeCost, costOf } from '../../src/cell/cost.js';
import { exampleCoating, exampleDesign, exampleMaterials, withFormat } from './example-cell.js';

const priced: CellMaterials = {
  anode: { kind: 'planar', material: { name: 'Li', density: 534, specificCapacity: 13.9e6, price: 100 } },
  membrane: { name: 'LPSC', density: 2000, price: 277.1 },
  layers: [{
    activeMaterial: { name: 'NMC', density: 4760, price: 22 },
    electrolyte: { name: 'LPSC', density: 2000, price: 277.1 },
    binder: { name: 'PTFE', density: 2200, price: 65 },
  }],
  cathodeCollector: { name: 'Al', density: 2700, price: 8 },
  anodeCollector: { name: 'Cu', density: 8960, price: 15 },
};
const coating: CoatedLayer = {
  ...exampleCoating,
  massFractions: { activeMaterial: 0.7, electrolyte: 0.27, carbon: 0, binder: 0.03 },
};
const full = { theoreticalArealCapacity: 108_000, limitingArealCapacity: 108_000, meanEquilibriumVoltage: 4 };

describe('costOf', () => {
  it('is mass times price, and no cost where a price is missing', () => {
    const cost = costOf([{ name: 'a', mass: 2, price: 3 }, { name: 'b', mass: 1 }, { name: 'c', mass: 0 }]);
    expect(cost).toEqual({ priced: 6, unpriced: ['b'] });
    expect(completeCost(cost)).toBeUndefined();
    expect(completeCost(costOf([{ name: 'a', mass: 2, price: 3 }]))).toBe(6);
  });
});

describe('billOfMaterials', () => {
  it('adds up the parts of one material, and the shares to one', () => {
    const bill = billOfMaterials([{ name: 'a', mass: 2, price: 3 }, { name: 'b', mass: 1, price: 4 }, { name: 'a',
      mass: 1, price: 3 }]);
    expect(bill.lines.map(({ name, mass, cost }) => [name, mass, cost])).toEqual([['a', 3, 9], ['b', 1, 4]]);
    expect(bill.lines.reduce((sum, { share = 0 }) => sum + share, 0)).toBeCloseTo(1, 15);
    expect(bill.mass).toBe(4);
  });

  it('keeps two prices of one name apart', () => {
    expect(billOfMaterials([{ name: 'a', mass: 2, price: 3 }, { name: 'a', mass: 1 }]).lines).toHaveLength(2);
  });
});

describe('the cost of the example on paper', () => {
  const cell = cellEnergy(exampleDesign, priced, [coating], full);

  // grams of cell-energy.test.ts: Cu 0.896 + 0.448 + 0.05376, Li 0.4272, membrane 1.6, cathode 6, Al 0.54 + 0.0216, laminate 2.16
  it('is mass times price of everything in it', () => {
    const dollars = 15 * 1.39776 + 100 * 0.4272 + 277.1 * (1.6 + 0.27 * 6) + 22 * 0.7 * 6 + 65 * 0.03 * 6 + 8 * 0.5616
      + 20 * 2.16;
    expect(cell.bill.cost.priced).toBeCloseTo(dollars * 1e-3, 12);
    expect(cell.bill.mass).toBeCloseTo(cell.mass, 15);
    expect(cell.fullUtilisation.pouch.cost).toBeCloseTo((dollars * 1e-3) / (2.4 * 3600), 15);
  });

  it('adds up over the items and over the materials', () => {
    const document = cellEnergyDocument(cell);
    expect(document.items.reduce((sum, item) => sum + item.cost_USD, 0)).toBeCloseTo(document.cost.priced_USD, 12);
    expect(document.bill.reduce((sum, line) => sum + (line.cost_USD ?? NaN), 0)).toBeCloseTo(document.cost.priced_USD,
      12);
    expect(document.cost.atLeast_USD_kWh).toBeCloseTo(document.pouch.cost_USD_kWh ?? NaN, 9);
  });

  it('orders the bases: what is added costs', () => {
    const { electrode, unitCell, stack, pouch } = cell.fullUtilisation;
    expect([electrode, unitCell, stack, pouch].map(({ cost = NaN }) => cost)).toEqual(
      [electrode, unitCell, stack, pouch].map(({ cost = NaN }) => cost).sort((a, b) => a - b),
    );
  });

  it('says what has no price instead of leaving it out', () => {
    const document = cellEnergyDocument(cellEnergy(exampleDesign, exampleMaterials, [exampleCoating], full));
    expect(document.pouch.cost_USD_kWh).toBeNull();
    expect(document.cost.unpriced).toEqual(['Cu', 'Li', 'LPSC', 'composite', 'Al']);
    expect(document.cost.priced_USD).toBeCloseTo(20 * 2.16e-3, 12);
  });

  it('pays for leads and nothing for a declared overhead', () => {
    const leads = withFormat({ cathodeTerminal: { mass: 1e-3, price: 300 }, overhead: { mass: 0.5, volume: 0.2 } });
    const dearer = cellEnergy(leads, priced, [coating], full);
    expect(dearer.bill.cost.priced - cell.bill.cost.priced).toBeCloseTo(0.3, 12);
    expect(dearer.mass).toBeCloseTo(1.5 * (cell.mass + 1e-3), 14);
    expect(dearer.volume).toBeCloseTo(1.2 * cell.volume, 14);
    expect(dearer.items.at(-1)?.name).toBe('declared overhead');
    expect(dearer.fullUtilisation.stack.gravimetric).toBe(cell.fullUtilisation.stack.gravimetric);
  });
});

describe('the range of a car', () => {
  it('is energy per mass times mass of cells times distance per energy', () => {
    const { vehicleRange, fullUtilisation } = cellEnergy(exampleDesign, exampleMaterials, [exampleCoating], full);
    expect(vehicleRange / 1e3).toBeCloseTo((fullUtilisation.pouch.gravimetric / 3600) * 0.4 * 6, 9);
  });
});
