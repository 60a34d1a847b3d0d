import { describe, expect, it } from 'vitest';
import { parallelStack } from '../../src/cell/stack.js';
import { unitCell } from '../../src/cell/unit-cell.js';
import { exampleAnode, exampleCoating, exampleDesign, exampleMaterials } from './example-cell.js';

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
