import { describe, expect, it } from 'vitest';
import { anodeLayer } from '../../src/cell/anode-layer.js';
import type { CellDesign } from '../../src/cell/cell-design.js';
import { cellEnergy } from '../../src/cell/cell-energy.js';
import { firstCycle } from '../../src/cell/first-cycle.js';
import { planeThickness } from '../../src/cell/plane-thickness.js';
import { exampleCoating, exampleDesign, exampleMaterials, graphiteCoating, graphiteDesign, graphiteMaterials,
  lithiumPlane, withFormat } from './example-cell.js';

const { cell: format } = exampleDesign;
const lithium = { density: 534, specificCapacity: 13.9e6 };
const { thickness: _thickness, ...unsized } = lithiumPlane;
const q = 108_000;
const perMetre = 534 * 13.9e6;

describe('planeThickness', () => {
  it('is the foil, also by its mass, N/P times the cathode, or the excess of the charged cell', () => {
    expect(planeThickness(lithiumPlane, lithium, format, q)).toBe(40e-6);
    expect(planeThickness({ ...unsized, massLoading: 534 * 40e-6 }, lithium, format, q)).toBeCloseTo(40e-6, 15);
    expect(planeThickness({ ...unsized, nToP: 2 }, lithium, format, q)).toBeCloseTo((2 * q) / perMetre, 15);
    expect(planeThickness({ ...unsized, excess: 0.5 }, lithium, format, q)).toBeCloseTo((0.5 * q) / perMetre, 15);
    expect(planeThickness({ ...unsized, nToP: 0 }, lithium, format, q)).toBe(0);
  });

  it('brings what cycles as well where the cathode is built charged', () => {
    const sulfur = { ...format, cathodeAsBuilt: 'charged' as const };
    expect(planeThickness({ ...unsized, excess: 0.5 }, lithium, sulfur, q)).toBeCloseTo((1.5 * q) / perMetre, 15);
  });

  it('counts N/P on the first charge where that is the basis', () => {
    const first = { ...format, nToPBasis: 'first-charge' as const, firstCycleEfficiency: { cathode: 0.9, anode: 1 } };
    expect(planeThickness({ ...unsized, nToP: 2 }, lithium, first, q)).toBeCloseTo((2 * q) / 0.9 / perMetre, 15);
  });
});

describe('firstCycle', () => {
  const with_ = (cathode: number, anode: number) => ({ ...format, firstCycleEfficiency: { cathode, anode } });

  it('leaves the cathode its own loss, and takes more only where the anode keeps more', () => {
    expect(firstCycle(90, 200, false, with_(0.9, 0.94))).toEqual({ firstCharge: 100, deliverable: 90 });
    expect(firstCycle(90, 200, false, with_(0.9, 0.8)).deliverable).toBeCloseTo(80, 12);
  });

  it('lets a foil make up for what is lost, as far as it goes', () => {
    expect(firstCycle(90, 4, true, with_(0.9, 0.8)).deliverable).toBeCloseTo(84, 12);
    expect(firstCycle(90, 400, true, with_(0.9, 0.8)).deliverable).toBe(90);
    expect(firstCycle(100, 0, true, with_(1, 1)).deliverable).toBe(100);
  });

  it('ends with the smaller electrode', () => {
    expect(firstCycle(100, 80, false, with_(1, 1)).deliverable).toBe(80);
    expect(firstCycle(100, 80, true, { ...with_(1, 1), cathodeAsBuilt: 'charged' })).toEqual({ firstCharge: 0,
      deliverable: 80 });
  });
});

it('a foil thinner than a cathode that is built charged ends the discharge: what it holds is delivered', () => {
  const thin = { ...withFormat({ cathodeAsBuilt: 'charged' }), anode: { ...lithiumPlane, thickness: 5e-6 } };
  expect(anodeLayer(thin, exampleMaterials, q).cycle.deliverable).toBeCloseTo(5e-6 * perMetre, 6);
});

describe('the volume of the charged cell', () => {
  const full = { theoreticalArealCapacity: q, limitingArealCapacity: q, meanEquilibriumVoltage: 4 };
  const energy = (design: CellDesign) => cellEnergy(design, exampleMaterials, [exampleCoating], full);

  it('has the lithium of the first charge on top of the foil, in the stack and above its tabs', () => {
    const cell = energy(exampleDesign);
    expect(cell.plated).toBeCloseTo(q / perMetre, 15);
    // 4 unit cells on a body of 50 mm x (100 + 10) mm
    expect(cell.chargedVolume - cell.volume).toBeCloseTo(4 * cell.plated * 0.05 * 0.11, 15);
    const { pouch } = cell.fullUtilisation;
    expect(pouch.chargedVolumetric / pouch.volumetric).toBeCloseTo(cell.volume / cell.chargedVolume, 12);
  });

  it('plates what the first charge moves, not what cycles', () => {
    const lossy = energy(withFormat({ firstCycleEfficiency: { cathode: 0.9, anode: 1 } }));
    expect(lossy.plated).toBeCloseTo(q / 0.9 / perMetre, 15);
  });

  it('is that of the cell as built where the cathode is built charged, or the anode is a composite', () => {
    const charged = energy(withFormat({ cathodeAsBuilt: 'charged' }));
    expect(charged.chargedVolume).toBe(charged.volume);
    const composite = cellEnergy(graphiteDesign, graphiteMaterials, [exampleCoating], full, graphiteCoating);
    expect(composite.chargedVolume).toBe(composite.volume);
  });

  it('makes an anode-free cell smaller than one with a foil, charged or not, by the foil', () => {
    const free = energy({ ...exampleDesign, anode: { ...unsized, nToP: 0 } });
    const foil = energy(exampleDesign);
    expect(free.nToP).toBe(0);
    expect(foil.chargedVolume - free.chargedVolume).toBeCloseTo(4 * 40e-6 * 0.05 * 0.11, 15);
  });

  it('does not plate on an alloy', () => {
    const alloy = { ...exampleMaterials,
      anode: { kind: 'planar' as const, material: { name: 'LiIn', ...lithium, equilibriumPotential: 0.62 } } };
    expect(anodeLayer(exampleDesign, alloy, q).plated).toBe(0);
  });
});
