import { describe, expect, it } from 'vitest';
import { cellEnergy } from '../../src/cell/cell-energy.js';
import { bipolarStack, parallelStack, singleCell } from '../../src/cell/stack.js';
import { foils, unitCell } from '../../src/cell/unit-cell.js';
import { exampleAnode, exampleCoating, exampleDesign, exampleMaterials, withFormat } from './example-cell.js';

const cell = unitCell(exampleDesign, exampleMaterials, [exampleCoating], exampleAnode());

describe('parallelStack', () => {
  it('counts n cathode foils, n + 1 anode foils and 2n of every coating, sheet by sheet', () => {
    const stack = parallelStack(cell, 7);
    const cathodeSheet = 2700 * 20e-6 + 2 * 0.3;
    const anodeSheet = 8960 * 10e-6 + 2 * 534 * 40e-6;
    const outerAnodeSheet = 8960 * 10e-6 + 534 * 40e-6;
    const membrane = 2000 * 50e-6 * 0.8;
    expect(stack.arealMass).toBeCloseTo(7 * cathodeSheet + 6 * anodeSheet + 2 * outerAnodeSheet + 14 * membrane, 12);
    expect(stack.thickness).toBeCloseTo(7 * 20e-6 + 8 * 10e-6 + 14 * (100e-6 + 50e-6 + 40e-6), 15);
    expect([stack.unitCells, stack.cathodeFoils, stack.anodeFoils]).toEqual([14, 7, 8]);
  });

  it('names the bare outer halves of the outer anode foils as an item', () => {
    const outer = parallelStack(cell, 7).items.filter((item) => item.name.includes('bare outer halves'));
    expect(outer.map((item) => [item.name, item.copies])).toEqual([['anode foil (Cu), bare outer halves', 2]]);
  });

  it('approaches the unit cell as one over the number of sheets', () => {
    const excess = (sheets: number) => parallelStack(cell, sheets).arealMass / (2 * sheets) - cell.arealMass;
    expect(excess(1)).toBeCloseTo((8960 * 10e-6) / 2, 12);
    expect(excess(10) / excess(1000)).toBeCloseTo(100, 6);
  });
});

describe('singleCell', () => {
  it('is its unit cell, with both foils whole', () => {
    const single = unitCell(withFormat({ stacking: 'single' }), exampleMaterials, [exampleCoating], exampleAnode());
    expect(single.arealMass - cell.arealMass).toBeCloseTo((2700 * 20e-6 + 8960 * 10e-6) / 2, 12);
    const stack = singleCell(single);
    expect([stack.arealMass, stack.thickness, stack.unitCells]).toEqual([single.arealMass, single.thickness, 1]);
    expect([stack.cathodeFoils, stack.anodeFoils, stack.inSeries]).toEqual([1, 1, 1]);
  });
});

describe('bipolarStack', () => {
  const plate = { name: 'steel', density: 7900 };
  const materials = { ...exampleMaterials, bipolarPlate: plate };
  const design = (cells: number) =>
    withFormat({ stacking: 'bipolar', bipolar: { cells, plate: { material: 'steel', thickness: 20e-6 } } });
  const stackOf = (cells: number) =>
    bipolarStack(unitCell(design(cells), materials, [exampleCoating], exampleAnode()), cells,
      foils(design(cells), materials, 1));
  const coatings = 534 * 40e-6 + 2000 * 50e-6 * 0.8 + 0.3;
  const ends = 2700 * 20e-6 + 8960 * 10e-6;

  it('has n unit cells, n - 1 plates and a foil at either end', () => {
    const stack = stackOf(5);
    expect(stack.arealMass).toBeCloseTo(5 * coatings + 4 * 7900 * 20e-6 + ends, 12);
    expect(stack.thickness).toBeCloseTo(5 * 190e-6 + 4 * 20e-6 + 30e-6, 15);
    expect([stack.unitCells, stack.inSeries, stack.cathodeFoils, stack.anodeFoils]).toEqual([5, 5, 1, 1]);
  });

  it('counts its ends to no unit cell: they are there once, however many cells it has', () => {
    const ends = stackOf(5).items.filter(({ inUnitCell }) => !inUnitCell);
    expect(ends.map(({ role, copies }) => [role, copies])).toEqual([['anodeCollector', 1], ['cathodeCollector', 1]]);
  });

  it('of one cell is a single cell', () => {
    const single = singleCell(
      unitCell(withFormat({ stacking: 'single' }), exampleMaterials, [exampleCoating], exampleAnode()),
    );
    expect(stackOf(1).arealMass).toBeCloseTo(single.arealMass, 14);
    expect(stackOf(1).thickness).toBeCloseTo(single.thickness, 18);
  });

  it('adds up voltages where a parallel stack adds up charges, and holds the same energy per unit cell', () => {
    const full = { theoreticalArealCapacity: 108_000, limitingArealCapacity: 108_000, meanEquilibriumVoltage: 4 };
    const bipolar = cellEnergy(design(4), materials, [exampleCoating], full);
    const parallel = cellEnergy(exampleDesign, materials, [exampleCoating], full);
    expect([bipolar.unitCells, parallel.unitCells]).toEqual([4, 4]);
    expect(bipolar.inSeries * bipolar.meanVoltage).toBe(16);
    expect(bipolar.capacity).toBeCloseTo(parallel.capacity / 4, 12);
    expect(bipolar.fullUtilisation.pouch.gravimetric * bipolar.mass)
      .toBeCloseTo(parallel.fullUtilisation.pouch.gravimetric * parallel.mass, 6);
  });
});
