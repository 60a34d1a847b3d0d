import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellDesign } from '../../src/cell/cell-design.js';
import { costOf } from '../../src/cell/cost.js';
import { pouch } from '../../src/cell/pouch.js';
import { parallelStack } from '../../src/cell/stack.js';
import { unitCell } from '../../src/cell/unit-cell.js';
import { exampleAnode, exampleCoating, exampleDesign, exampleMaterials, withFormat } from './example-cell.js';

function packed(design: CellDesign) {
  const stack = parallelStack(unitCell(design, exampleMaterials, [exampleCoating], exampleAnode(design)),
    design.cell.cathodeSheets);
  return { stack, pouch: pouch(stack, design.cell, exampleMaterials) };
}

const volumeOf = (design: CellDesign, name: string) =>
  packed(design).pouch.items.filter((item) => item.name.startsWith(name)).reduce((sum, item) => sum + item.volume, 0);

const anyDesign = fc
  .record({
    cathodeSheets: fc.integer({ min: 1, max: 60 }),
    sheetWidth: fc.double({ min: 0.02, max: 0.3, noNaN: true }),
    sheetHeight: fc.double({ min: 0.02, max: 0.5, noNaN: true }),
    tabWidth: fc.double({ min: 0, max: 0.02, noNaN: true }),
    tabLength: fc.double({ min: 0, max: 0.03, noNaN: true }),
    laminateThickness: fc.double({ min: 0, max: 3e-4, noNaN: true }),
    sealMargin: fc.double({ min: 0, max: 0.02, noNaN: true }),
  })
  .map(withFormat);

describe('pouch', () => {
  it.each([[0.1, 0], [0, 0.2], [0.1, 0.2]])(
    'adds a declared overhead of the mass, %d, and of either volume, %d, that costs nothing',
    (mass, volume) => {
      const plain = packed(exampleDesign).pouch;
      const { items } = packed(withFormat({ overhead: { mass, volume } })).pouch;
      const last = items[items.length - 1];
      expect([last.kind, last.parts]).toEqual(['overhead', []]);
      expect(last.mass).toBeCloseTo(mass * plain.mass, 12);
      expect(last.volume).toBeCloseTo(volume * plain.volume, 15);
      expect(last.chargedVolume).toBeCloseTo(volume * plain.chargedVolume, 15);
      expect(plain.items.some(({ kind }) => kind === 'overhead')).toBe(false);
    },
  );

  it('counts on the basis of the electrode the composite alone, on that of the unit cell no outer half foil', () => {
    const { items } = packed(exampleDesign).pouch;
    const counted = (basis: string) =>
      items.filter(({ bases }) => bases.some((name) => name === basis)).map(({ kind }) => kind);
    expect(counted('electrode')).toEqual(['cathode']);
    expect(counted('unitCell')).toEqual(['anodeCollector', 'anode', 'membrane', 'cathode', 'cathodeCollector']);
    expect(counted('stack')).toEqual(items.filter(({ arealMass }) => arealMass !== undefined).map(({ kind }) => kind));
    expect(counted('pouch')).toHaveLength(items.length);
    const known = ['electrode', 'unitCell', 'stack', 'pouch'];
    expect(items.flatMap(({ bases }) => bases).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('adds leads that weigh and cost and take no volume, those that weigh nothing not at all', () => {
    const plain = packed(exampleDesign).pouch;
    const leads = (anode: number) =>
      packed(withFormat({ cathodeTerminal: { mass: 5e-3, price: 30 }, anodeTerminal: { mass: anode, price: 10 } }))
        .pouch;
    const both = leads(8e-3);
    expect(both.mass - plain.mass).toBeCloseTo(13e-3, 14);
    expect([both.volume, both.chargedVolume]).toEqual([plain.volume, plain.chargedVolume]);
    const added = both.items.filter(({ name }) => name.endsWith('lead'));
    // 5 g at 30 and 8 g at 10 $/kg
    expect(costOf(added.flatMap(({ parts }) => parts)).priced).toBeCloseTo(0.23, 14);
    expect(leads(0).items.filter(({ name }) => name.endsWith('lead')).map(({ name }) => name)).toEqual([
      'cathode lead',
    ]);
  });

  it('consists of parts that weigh what their items weigh; the laminate costs what its mass costs', () => {
    const { items } = packed(exampleDesign).pouch;
    for (const { name, mass, parts } of items) {
      expect(parts.reduce((sum, part) => sum + part.mass, 0), name).toBeCloseTo(mass, 14);
    }
    const laminate = items.filter(({ name }) => name.startsWith('laminate'));
    // outer blank 60 mm x 120 mm, two plies of 100 um, 1500 kg/m3, 20 $/kg
    expect(costOf(laminate.flatMap(({ parts }) => parts)).priced).toBeCloseTo(0.06 * 0.12 * 2e-4 * 1500 * 20, 12);
    expect(costOf(laminate.flatMap(({ parts }) => parts)).unpriced).toEqual([]);
    expect(items.find(({ name }) => name.startsWith('head space'))?.parts).toEqual([]);
  });

  it('has a volume of body and rim, whatever the items in it', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const { cell } = design;
        const { stack, pouch: result } = packed(design);
        const body = cell.sheetWidth * (cell.sheetHeight + cell.tabLength);
        const outer = (cell.sheetWidth + 2 * cell.sealMargin)
          * (cell.sheetHeight + cell.tabLength + 2 * cell.sealMargin);
        const volume = body * stack.thickness + 2 * cell.laminateThickness * outer;
        expect(result.volume / volume).toBeCloseTo(1, 12);
        // lithium that plates makes the body thicker, and nothing else
        const plated = body * (stack.chargedThickness - stack.thickness);
        expect(plated).toBeGreaterThan(0);
        expect(result.chargedVolume / (volume + plated)).toBeCloseTo(1, 12);
        expect(result.boxVolume).toBeGreaterThanOrEqual(result.volume * (1 - 1e-12));
      }),
      { numRuns: 100 },
    );
  });

  it('weighs sheets, tabs and the flat blank of the laminate, and leaves no item negative', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const { cell } = design;
        const { stack, pouch: result } = packed(design);
        const n = cell.cathodeSheets;
        const outer = (cell.sheetWidth + 2 * cell.sealMargin)
          * (cell.sheetHeight + cell.tabLength + 2 * cell.sealMargin);
        const tabs = cell.tabWidth * cell.tabLength * (n * 2700 * 20e-6 + (n + 1) * 8960 * 10e-6);
        const laminate = 2 * cell.laminateThickness * cell.laminateDensity * outer;
        const mass = stack.arealMass * cell.sheetWidth * cell.sheetHeight + tabs + laminate;
        expect(result.mass / mass).toBeCloseTo(1, 12);
        for (const item of result.items) {
          expect(Math.min(item.mass, item.volume)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('spends laminate on the seal margin, and nothing where there is none', () => {
    expect(volumeOf(withFormat({ sealMargin: 0 }), 'laminate, seal rim')).toBe(0);
    // frame of 10 mm around 50 mm x (100 + 10) mm, two plies of 100 um
    expect(volumeOf(withFormat({ sealMargin: 0.01 }), 'laminate, seal rim')).toBeCloseTo(
      2e-4 * (0.07 * 0.13 - 0.05 * 0.11),
      15,
    );
  });

  it('needs no head space without tabs', () => {
    const { pouch: result } = packed(withFormat({ tabLength: 0 }));
    const outside = result.items.filter((item) => item.name.endsWith('tabs') || item.name.startsWith('head space'));
    expect(outside.map((item) => item.volume)).toEqual([0, 0, 0]);
  });

  it('gives thickness and areal mass to the sheets only', () => {
    const { stack, pouch: result } = packed(exampleDesign);
    const layers = result.items.filter((item) => item.stackThickness !== undefined);
    expect(layers).toHaveLength(stack.items.length);
    expect(layers.reduce((sum, item) => sum + (item.stackThickness ?? 0), 0)).toBeCloseTo(stack.thickness, 15);
    expect(result.items.filter((item) => item.arealMass === undefined)).toHaveLength(5);
  });
});
