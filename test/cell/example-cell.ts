import { anodeLayer } from '../../src/cell/anode-layer.js';
import type { CellDesign, CellMaterials, CoatedAnode, CoatedLayer } from '../../src/cell/cell-design.js';
import type { ElectrodeLayer } from '../../src/config/case.js';

/** A small cell in round numbers, so that every mass and volume of it can be worked out on paper (see cell-energy.test.ts). */

const layer: ElectrodeLayer = {
  name: 'cathode',
  activeMaterial: { name: 'active', overrides: {} },
  electrolyte: { name: 'electrolyte', overrides: {} },
  ionicTransport: { kind: 'tortuosityFactor', value: 1 },
  electronicTransport: { kind: 'tortuosityFactor', value: 1 },
  connectedFraction: 1,
  coverage: 1,
  filmResistance: 0,
};

/** The same in as many layers as a test asks for. */
const composite = { activeMaterial: { name: 'composite', density: 3000 } };

export const exampleMaterials: CellMaterials = {
  anode: { kind: 'planar', material: { name: 'Li', density: 534, specificCapacity: 13.9e6 } },
  membrane: { name: 'LPSC', density: 2000 },
  layers: [composite, composite, composite],
  cathodeCollector: { name: 'Al', density: 2700 },
  anodeCollector: { name: 'Cu', density: 8960 },
};

export const lithiumPlane = {
  kind: 'planar',
  material: { name: 'Li', overrides: {} },
  thickness: 40e-6,
  areaSpecificResistance: 0,
} as const;

export const exampleDesign: CellDesign = {
  anode: lithiumPlane,
  membrane: {
    electrolyte: { name: 'LPSC', overrides: {} },
    thickness: 50e-6,
    porosity: 0.2,
    electrolyteFraction: 0.8,
    ionicTransport: { kind: 'tortuosityFactor', value: 1 },
    contactResistance: 0,
  },
  cathode: { layers: [layer], collectorResistance: 0 },
  cell: {
    stacking: 'parallel',
    cathodeSheets: 2,
    sheetWidth: 0.05,
    sheetHeight: 0.1,
    cathodeCollector: { material: 'Al', thickness: 20e-6 },
    anodeCollector: { material: 'Cu', thickness: 10e-6 },
    tabWidth: 0.02,
    tabLength: 0.01,
    cathodeTerminal: { mass: 0, price: 0 },
    anodeTerminal: { mass: 0, price: 0 },
    laminateThickness: 100e-6,
    laminateDensity: 1500,
    laminatePrice: 20,
    sealMargin: 0.005,
    firstCycleEfficiency: { cathode: 1, anode: 1 },
    nToPBasis: 'reversible',
    cathodeAsBuilt: 'discharged',
    overhead: { mass: 0, volume: 0 },
    vehicle: { batteryMass: 400, distancePerEnergy: 6e3 / 3.6e6 },
  },
};

/** The lithium of it as a layer; 3 mAh/cm^2 of cathode. */
export const exampleAnode = (design: CellDesign = exampleDesign) => anodeLayer(design, exampleMaterials, 108_000).item;

export const exampleCoating: CoatedLayer = { thickness: 100e-6, massLoading: 0.3,
  massFractions: { activeMaterial: 1, electrolyte: 0, carbon: 0, binder: 0 } };

/** The same cell with some of its format changed. */
export function withFormat(change: Partial<CellDesign['cell']>): CellDesign {
  return { ...exampleDesign, cell: { ...exampleDesign.cell, ...change } };
}

/** The same cell with a composite of graphite for an anode: 90 um and 15 mg/cm^2 of 3.6 mAh/cm^2. */
export const graphiteDesign: CellDesign = {
  ...exampleDesign,
  anode: { kind: 'composite', layer: { ...layer, name: 'anode' }, collectorResistance: 0 },
};
export const graphiteMaterials: CellMaterials = { ...exampleMaterials, anode: { kind: 'composite', layer: composite } };
export const graphiteCoating: CoatedAnode = { ...exampleCoating, thickness: 90e-6, massLoading: 0.15,
  arealCapacity: 129_600 };

/** The same cell with the named layers. */
export function withLayers(names: readonly string[]): CellDesign {
  return { ...exampleDesign, cathode: { ...exampleDesign.cathode, layers: names.map((name) => ({ ...layer, name })) } };
}
