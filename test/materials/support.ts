import type { Case, ElectrodeLayer, MaterialReference } from '../../src/config/case.js';
import { activeParts } from '../../src/materials/blend.js';
import type { ActiveMaterial, LayerMaterials, ScalarFunction } from '../../src/materials/material.js';
import { resolveMaterials } from '../../src/materials/resolve-materials.js';

/** [value, slope] of a function at x. */
export function at(f: Pick<ScalarFunction, 'evaluate'>, x: number): [number, number] {
  const out = new Float64Array(2);
  f.evaluate(x, out);
  return [out[0], out[1]];
}

export const reference = (name: string, overrides: MaterialReference['overrides'] = {}): MaterialReference => ({ name,
  overrides });

/** The 85:15 layer of doi 10.1002/adma.202209074, Sec. 2.5.2, in SI. */
export const layer8515: ElectrodeLayer = {
  name: 'cathode',
  activeMaterial: reference('NMC811'),
  electrolyte: reference('Li3InCl6'),
  massFractions: { activeMaterial: 0.85, electrolyte: 0.15, carbon: 0, binder: 0 },
  density: 3400,
  massLoading: 0.26,
  ionicTransport: { kind: 'bruggeman', exponent: 3.018, prefactor: 0.325 },
  electronicTransport: { kind: 'bruggeman', exponent: 1.5, prefactor: 1 },
  connectedFraction: 1,
  coverage: 1,
  filmResistance: 0,
};

export function caseOf(layer: Partial<ElectrodeLayer> = {}, rest: Partial<Case> = {}): Case {
  return {
    title: 'test',
    source: 'test',
    name: 'test',
    temperature: 298.15,
    anode: { kind: 'planar', material: reference('lithium-metal'), thickness: 4e-5, areaSpecificResistance: 0 },
    membrane: {
      electrolyte: reference('Li3InCl6'),
      thickness: 3e-5,
      porosity: 0,
      electrolyteFraction: 1,
      ionicTransport: { kind: 'tortuosityFactor', value: 1 },
      contactResistance: 0,
    },
    cathode: { layers: [{ ...layer8515, ...layer }], collectorResistance: 0 },
    protocol: { charge: { kind: 'ideal' }, ratesOn: 'fresh-cells', cyclesPerRate: 1, resistanceDelay: 10,
      rates: [{ kind: 'cRate', value: 1 }], steps: [] },
    mesh: { name: 'test', membraneCells: 2, cathodeCells: 2, grading: 1, shells: 2, shellGrading: 1 },
    cell: {
      stacking: 'parallel',
      cathodeSheets: 1,
      sheetWidth: 0.05,
      sheetHeight: 0.1,
      cathodeCollector: { material: 'aluminium', thickness: 15e-6 },
      anodeCollector: { material: 'copper', thickness: 8e-6 },
      tabWidth: 0.01,
      tabLength: 0.015,
      laminateThickness: 115e-6,
      laminateDensity: 1576,
      sealMargin: 0.005,
      cathodeTerminal: { mass: 0, price: 0 },
      anodeTerminal: { mass: 0, price: 0 },
      laminatePrice: 17,
      firstCycleEfficiency: { cathode: 1, anode: 1 },
      nToPBasis: 'reversible',
      cathodeAsBuilt: 'discharged',
      overhead: { mass: 0, volume: 0 },
      vehicle: { batteryMass: 400, distancePerEnergy: 6e3 / 3.6e6 },
    },
    numerics: { tolerance: 1e-4, maximumSteps: 1000 },
    ...rest,
  };
}

/** Materials of a case that is meant to be valid. */
export function materialsOf(given: Case) {
  const result = resolveMaterials(given);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2));
  return result;
}

export const problemsOf = (given: Case) => {
  const result = resolveMaterials(given);
  return result.ok ? [] : result.problems;
};

/** An anode of this material instead of the plane of lithium. */
export const compositeAnode = (activeMaterial: MaterialReference,
  layer: Partial<ElectrodeLayer> = {}): Case['anode'] => ({ kind: 'composite',
    layer: { ...layer8515, name: 'anode', activeMaterial, ...layer }, collectorResistance: 0 });

/** The active material of a layer that has one. */
export const activeIn = (layer: LayerMaterials): ActiveMaterial => activeParts(layer)[0].material;

/** A material of the library on the side of the cell where it belongs. */
export function activeMaterialOf(name: string, overrides: MaterialReference['overrides'] = {}): ActiveMaterial {
  const activeMaterial = reference(name, overrides);
  if (!['graphite', 'LTO', 'silicon', 'Si-C-450', 'Si-C-600', 'graphite-silicon', 'indium'].includes(name))
    return activeIn(materialsOf(caseOf({ activeMaterial })).materials.layers[0]);
  const { anode } = materialsOf(caseOf({}, { anode: compositeAnode(activeMaterial) })).materials;
  if (anode.kind !== 'composite') throw new Error('the anode is composite');
  return activeIn(anode.layer);
}
