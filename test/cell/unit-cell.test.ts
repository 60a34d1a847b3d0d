import { describe, expect, it } from 'vitest';
import { cathodeOf, unitCell } from '../../src/cell/unit-cell.js';
import { exampleAnode, exampleCoating, exampleDesign, exampleMaterials, withFormat,
  withLayers } from './example-cell.js';

const cell = unitCell(exampleDesign, exampleMaterials, [exampleCoating], exampleAnode());

describe('unitCell', () => {
  it('lists the layers from the anode foil to the cathode foil', () => {
    expect(cell.items.map((item) => item.role)).toEqual([
      'anodeCollector',
      'anode',
      'membrane',
      'cathode',
      'cathodeCollector',
    ]);
  });

  it('weighs the solid of the membrane and measures its pores', () => {
    const membrane = cell.items[2];
    expect(membrane.arealMass).toBeCloseTo(2000 * 50e-6 * 0.8, 12);
    expect(membrane.thickness).toBe(50e-6);
  });

  it('weighs a frame by what electrolyte and voids leave', () => {
    const membrane = { ...exampleDesign.membrane, electrolyteFraction: 0.5, porosity: 0.2 };
    const materials = { ...exampleMaterials, frame: { name: 'PE', density: 950 } };
    const [, , framed] = unitCell({ ...exampleDesign, membrane }, materials, [exampleCoating], exampleAnode()).items;
    expect(framed.arealMass).toBeCloseTo((2000 * 0.5 + 950 * 0.3) * 50e-6, 12);
  });

  it('weighs the solid of a layer between anode and membrane', () => {
    const [layer, material] = [{ ...exampleDesign.membrane, porosity: 0.25, thickness: 10e-6 }, { name: 'halide',
      density: 2600 }];
    const membrane = { ...exampleDesign.membrane, interlayers: [layer] };
    const { items } = unitCell({ ...exampleDesign, membrane }, { ...exampleMaterials, interlayers: [material] }, [
      exampleCoating,
    ], exampleAnode());
    expect(items.find(({ name }) => name.includes('halide'))?.arealMass).toBeCloseTo(2600 * 10e-6 * 0.75, 12);
  });

  it('owns half of each foil', () => {
    expect(cell.items[0].arealMass).toBeCloseTo(8960 * 5e-6, 12);
    expect(cell.items[4].thickness).toBeCloseTo(10e-6, 18);
  });

  it('keeps every layer of a graded cathode apart, and their sum', () => {
    const coatings = [{ ...exampleCoating, thickness: 30e-6, massLoading: 0.08 }, { ...exampleCoating, thickness: 70e-6,
      massLoading: 0.22 }];
    const graded = unitCell(withLayers(['inner', 'outer']), exampleMaterials, coatings, exampleAnode());
    const cathode = cathodeOf(graded);
    expect(cathode.items.map((item) => item.name)).toEqual(['cathode composite, inner', 'cathode composite, outer']);
    expect(cathode.items.map((item) => item.arealMass)).toEqual([0.08, 0.22]);
    expect(graded.arealMass).toBeCloseTo(cell.arealMass, 12);
    expect(graded.thickness).toBeCloseTo(cell.thickness, 15);
  });

  it('has nothing but the three layers between foils of no thickness', () => {
    const bare = unitCell(
      withFormat({ cathodeCollector: { material: 'Al', thickness: 0 },
        anodeCollector: { material: 'Cu', thickness: 0 } }),
      exampleMaterials,
      [exampleCoating],
      exampleAnode(),
    );
    expect(bare.arealMass).toBeCloseTo(534 * 40e-6 + 0.08 + 0.3, 12);
    expect(bare.thickness).toBeCloseTo(190e-6, 15);
  });

  it('refuses compositions that do not match the layers', () => {
    expect(() => unitCell(exampleDesign, exampleMaterials, [], exampleAnode())).toThrow(
      '1 cathode layers, but 0 compositions',
    );
  });
});
