import { describe, expect, it } from 'vitest';
import type { CellDesign } from '../../src/cell/cell-design.js';
import { cellEnergy, energyAtRate } from '../../src/cell/cell-energy.js';
import { unitCell } from '../../src/cell/unit-cell.js';
import { exampleAnode, exampleCoating, exampleDesign, exampleMaterials, graphiteCoating, graphiteDesign,
  graphiteMaterials, lithiumPlane, withFormat } from './example-cell.js';

const full = { theoreticalArealCapacity: 108_000, limitingArealCapacity: 108_000, meanEquilibriumVoltage: 4 };
const energyOf = (design: CellDesign) => cellEnergy(design, exampleMaterials, [exampleCoating], full);
const wattHour = 3600;

/*
 * The example on paper. 2 cathode sheets, 3 anode sheets, 4 unit cells of 50 mm x 100 mm, 3 mAh/cm^2 at 4 V.
 *
 *   per unit cell [mg/cm^2]  Cu/2 4.48, Li 2.136, membrane 8, cathode 30, Al/2 2.7: 47.316 in 5 + 40 + 50 + 100 + 10 = 205 um
 *   stack                    4 * 47.316 + 2 * 4.48 = 198.224 mg/cm^2 on 50 cm^2: 9.9112 g; 4 * 205 + 2 * 5 = 830 um: 4.15 cm^3
 *   tabs                     2 cm^2 each: Al 2 * 20 um: 0.008 cm^3, 0.0216 g; Cu 3 * 10 um: 0.006 cm^3, 0.05376 g
 *   head space               5 cm * 1 cm * 830 um = 0.415 cm^3, less the tabs
 *   laminate                 faces 2 * 100 um * 5 cm * 11 cm = 1.1 cm^3, 1.65 g;
 *                            rim 2 * 100 um * (6 * 12 - 5 * 11) cm^2 = 0.34 cm^3, 0.51 g
 *   pouch                    12.14656 g, 6.005 cm^3; 0.6 Ah, 2.4 Wh: 197.59 Wh/kg, 399.67 Wh/L
 */
describe('cellEnergy of the example on paper', () => {
  const cell = energyOf(exampleDesign);

  it('itemises it', () => {
    const rows = cell.items.map((item) => [item.name, +(item.mass * 1e3).toFixed(6), +(item.volume * 1e6).toFixed(6)]);
    expect(rows).toEqual([
      ['anode foil (Cu)', 0.896, 0.1],
      ['anode (Li)', 0.4272, 0.8],
      ['membrane (LPSC)', 1.6, 1],
      ['cathode composite', 6, 2],
      ['cathode foil (Al)', 0.54, 0.2],
      ['anode foil (Cu), bare outer halves', 0.448, 0.05],
      ['cathode tabs', 0.0216, 0.008],
      ['anode tabs', 0.05376, 0.006],
      ['head space (empty)', 0, 0.401],
      ['laminate, two faces', 1.65, 1.1],
      ['laminate, seal rim', 0.51, 0.34],
    ]);
  });

  it('adds it up', () => {
    expect(cell.mass).toBeCloseTo(12.14656e-3, 14);
    expect(cell.volume).toBeCloseTo(6.005e-6, 17);
    expect(cell.mass).toBe(cell.items.reduce((sum, item) => sum + item.mass, 0));
    expect(cell.volume).toBe(cell.items.reduce((sum, item) => sum + item.volume, 0));
    expect(cell.bill.mass / cell.mass).toBeCloseTo(1, 12);
    expect(cell.capacity).toBeCloseTo(0.6 * 3600, 9);
    expect(cell.nToP).toBeCloseTo((534 * 40e-6 * 13.9e6) / 108_000, 12);
  });

  it('says over which capacity of the cathode its N/P is', () => {
    const of = (nToPBasis: 'reversible' | 'first-charge') =>
      cellEnergy(withFormat({ nToPBasis, firstCycleEfficiency: { cathode: 0.9, anode: 1 } }), exampleMaterials, [
        exampleCoating,
      ], { theoreticalArealCapacity: 108_000, limitingArealCapacity: 81_000, meanEquilibriumVoltage: 4 });
    const [reversible, first] = [of('reversible'), of('first-charge')];
    expect(reversible.nToP).toBeCloseTo((534 * 40e-6 * 13.9e6) / 108_000, 12);
    expect(first.nToP / reversible.nToP).toBeCloseTo(0.9, 12);
    expect([reversible.nToPBasis, first.nToPBasis]).toEqual([
      'anode capacity as built over reversible capacity of the cathode',
      'anode capacity as built over first charge of the cathode',
    ]);
    expect(reversible.deliverableShare).toBeCloseTo(0.75, 12);
  });

  it('gives the energy density on each basis', () => {
    const { electrode, unitCell: layers, pouch } = cell.fullUtilisation;
    expect(electrode.gravimetric / wattHour).toBeCloseTo(120 / 0.3, 9);
    expect(electrode.volumetric / wattHour).toBeCloseTo(120 / 100e-6, 3);
    expect(layers.gravimetric / wattHour).toBeCloseTo(120 / 0.47316, 9);
    expect(layers.volumetric / wattHour).toBeCloseTo(120 / 205e-6, 3);
    expect(pouch.gravimetric / wattHour).toBeCloseTo(2.4 / 12.14656e-3, 9);
    expect(pouch.volumetric / wattHour).toBeCloseTo(2.4 / 6.005e-6, 3);
  });

  it('says what is counted', () => {
    const { electrode, pouch } = cell.fullUtilisation;
    expect(electrode.basis).toContain('cathode composite only');
    expect(pouch.basis).toContain('2 double-coated cathode sheets and 3 anode sheets');
    expect(pouch.basis).toContain('as built');
    // flat rim: 6 cm x 12 cm x (830 + 200) um = 7.416 cm^3 over 6.005 cm^3
    expect(pouch.basis).toContain('1.23 times');
  });
});

describe('cellEnergy in its limits', () => {
  it('tends to the unit cell for many large sheets in a weightless bag', () => {
    const large = energyOf(withFormat({ cathodeSheets: 100_000, sealMargin: 0, tabLength: 0, laminateThickness: 0 }));
    const { pouch, unitCell: layers } = large.fullUtilisation;
    expect(pouch.gravimetric / layers.gravimetric).toBeCloseTo(1, 5);
    expect(pouch.volumetric / layers.volumetric).toBeCloseTo(1, 5);
  });

  it('is the unit cell exactly where the foils, the tabs and the bag are nothing', () => {
    const bare = energyOf(withFormat({
      sealMargin: 0,
      tabLength: 0,
      laminateThickness: 0,
      cathodeCollector: { material: 'Al', thickness: 0 },
      anodeCollector: { material: 'Cu', thickness: 0 },
    }));
    expect(bare.fullUtilisation.pouch.gravimetric / bare.fullUtilisation.unitCell.gravimetric).toBeCloseTo(1, 13);
  });

  it('orders the bases: electrode above unit cell above pouch', () => {
    const { electrode, unitCell: layers, pouch } = energyOf(exampleDesign).fullUtilisation;
    expect(electrode.gravimetric).toBeGreaterThan(layers.gravimetric);
    expect(layers.gravimetric).toBeGreaterThan(pouch.gravimetric);
    expect(electrode.volumetric).toBeGreaterThan(layers.volumetric);
    expect(layers.volumetric).toBeGreaterThan(pouch.volumetric);
  });

  it('weighs a composite anode by its loading and takes its capacity as n', () => {
    const cell = cellEnergy(graphiteDesign, graphiteMaterials, [exampleCoating], full, graphiteCoating);
    const anode = cell.items.find(({ name }) => name === 'anode composite');
    // 4 unit cells of 50 cm^2
    expect(anode?.mass).toBeCloseTo(0.15 * 4 * 0.005, 12);
    expect(anode?.stackThickness).toBeCloseTo(4 * 90e-6, 12);
    expect(cell.nToP).toBeCloseTo(1.2, 12);
  });

  it('counts what the smaller electrode lets it deliver', () => {
    const limited = cellEnergy(
      graphiteDesign,
      graphiteMaterials,
      [exampleCoating],
      { ...full, limitingArealCapacity: 100_000 },
      { ...graphiteCoating, arealCapacity: 100_000 },
    );
    expect(limited.capacity).toBeCloseTo(100_000 * 4 * 0.005, 9);
    expect(limited.nToP).toBeCloseTo(100 / 108, 12);
    const ofFull = cellEnergy(graphiteDesign, graphiteMaterials, [exampleCoating], full, graphiteCoating);
    expect(limited.fullUtilisation.pouch.gravimetric / ofFull.fullUtilisation.pouch.gravimetric).toBeCloseTo(100 / 108,
      12);
  });

  it('weighs the frame of a separator beside the electrolyte in it', () => {
    const membrane = { ...exampleDesign.membrane, porosity: 0, electrolyteFraction: 0.45,
      frame: { name: 'PE', overrides: {} } };
    const materials = { ...exampleMaterials, membrane: { name: 'liquid', density: 1200 },
      frame: { name: 'PE', density: 950 } };
    const cell = cellEnergy({ ...exampleDesign, membrane }, materials, [exampleCoating], full);
    const item = cell.items.find(({ name }) => name === 'membrane (liquid)');
    expect(item?.mass).toBeCloseTo((0.45 * 1200 + 0.55 * 950) * 50e-6 * 4 * 0.005, 12);
  });

  it('takes an anode-free cell', () => {
    const free = energyOf({ ...exampleDesign, anode: { ...lithiumPlane, thickness: 0 } });
    expect(free.nToP).toBe(0);
    expect(energyOf(exampleDesign).volume - free.volume).toBeCloseTo(4 * 40e-6 * 0.05 * 0.11, 15);
  });
});

describe('cellEnergy lists what a format has', () => {
  const without = { tabLength: 0, laminateThickness: 0 };
  const names = (design: CellDesign) => energyOf(design).items.map(({ name }) => name);

  it('a pouch all of its kinds, also those that it has nothing of', () => {
    const cell = energyOf(withFormat(without));
    expect('format' in cell).toBe(false);
    expect(cell.items.filter(({ mass, volume }) => mass === 0 && volume === 0).map(({ name }) => name)).toEqual([
      'cathode tabs',
      'anode tabs',
      'head space (empty)',
      'laminate, two faces',
      'laminate, seal rim',
    ]);
  });

  it('another format by its name, without what there is nothing of, and weighing the same', () => {
    const sheet = withFormat({ ...without, format: 'sheet' });
    const cell = energyOf(sheet);
    expect(cell.format).toBe('sheet');
    expect(names(sheet)).toEqual(names(withFormat(without)).slice(0, -5));
    expect(cell.mass).toBe(energyOf(withFormat(without)).mass);
  });

  it('what has a mass and no volume, as a lead', () => {
    const led = withFormat({ ...without, format: 'sheet', anodeTerminal: { mass: 8e-3, price: 0 } });
    expect(names(led).slice(-1)).toEqual(['anode lead']);
  });

  it('what has a volume and no mass, as space that is empty', () => {
    expect(names(withFormat({ format: 'sheet' }))).toEqual(names(exampleDesign));
  });
});

describe('energyAtRate', () => {
  const cell = energyOf(exampleDesign);

  it('returns the full-utilisation value for the full energy and a share of it for a share', () => {
    expect(energyAtRate(cell, 108_000 * 4)).toEqual(cell.fullUtilisation);
    expect(energyAtRate(cell, 108_000 * 2).pouch.gravimetric).toBeCloseTo(cell.fullUtilisation.pouch.gravimetric / 2,
      8);
  });

  it('times the mass of the cell is the energy of all unit cells', () => {
    const arealEnergy = 250_000;
    const delivered = energyAtRate(cell, arealEnergy).pouch.gravimetric * cell.mass;
    expect(delivered).toBeCloseTo(arealEnergy * cell.unitCells * 0.005, 8);
  });

  it('refers to the same unit cell that the items describe', () => {
    const layers = unitCell(exampleDesign, exampleMaterials, [exampleCoating], exampleAnode());
    expect(cell.inventory.unitCell.arealMass).toBe(layers.arealMass);
    expect(cell.items.slice(0, 5).reduce((sum, item) => sum + (item.arealMass ?? 0), 0)).toBeCloseTo(layers.arealMass,
      14);
  });
});
