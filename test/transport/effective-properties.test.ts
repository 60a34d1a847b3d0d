import { describe, expect, it } from 'vitest';
import type { ElectrodeLayer } from '../../src/config/case.js';
import { composeLayers } from '../../src/transport/compose-layers.js';
import { composeLayer } from '../../src/transport/composition.js';
import { effectiveLayerProperties, membraneTortuosityFactor } from '../../src/transport/effective-properties.js';
import { mixtureOf } from '../../src/transport/phase-of.js';
import { tortuosityFactorOf } from '../../src/transport/tortuosity/tortuosity-models.js';
import { transportWarnings } from '../../src/transport/transport-warnings.js';
import { at, caseOf, layer8515, materialsOf, reference } from '../materials/support.js';

function prepare(change: Partial<ElectrodeLayer> = {}) {
  const layer = { ...layer8515, ...change };
  const materials = materialsOf(caseOf(layer)).materials.layers[0];
  const result = composeLayer(layer, materials, 'cathode.layers.0');
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const { composition } = result;
  return { layer, materials, composition, effective: effectiveLayerProperties(layer, composition, materials) };
}

describe('ions', () => {
  it('take the fit of Bielefeld 2020: tau = 0.325 eps^-2.018', () => {
    const { composition, effective } = prepare();
    const eps = composition.volumeFractions.electrolyte;
    expect(effective.ionicTortuosityFactor).toBeCloseTo(0.325 * eps ** -2.018, 9);
    expect(effective.effectiveIonicConductivity).toBeCloseTo((0.15 * eps) / effective.ionicTortuosityFactor, 12);
  });

  it('take a tortuosity factor as it is and an effective conductivity in place of everything', () => {
    const stated = prepare({ ionicTransport: { kind: 'tortuosityFactor', value: 2.5 } });
    expect(stated.effective.ionicTortuosityFactor).toBe(2.5);
    const measured = prepare({ ionicTransport: { kind: 'effectiveConductivity', value: 0.0065 } });
    expect(measured.effective.effectiveIonicConductivity).toBeCloseTo(0.0065, 15);
    expect(measured.effective.ionicTortuosityFactor)
      .toBeCloseTo((0.15 * measured.composition.volumeFractions.electrolyte) / 0.0065, 12);
  });

  it('by a Bruggeman law conduct kappa eps^b / f', () => {
    const phase = { bulkConductivity: () => 0.2, volumeFraction: 0.4 };
    const tau = tortuosityFactorOf({ kind: 'bruggeman', exponent: 2.5, prefactor: 0.8 }, phase);
    expect((0.2 * 0.4) / tau).toBeCloseTo((0.2 * 0.4 ** 2.5) / 0.8, 15);
  });
});

describe('electrons', () => {
  it('without carbon run through the active material alone, at its own stoichiometry', () => {
    const { composition, effective } = prepare({ activeMaterial: reference('NMC532') });
    const { bulk, factor, carbon } = effective.electronic;
    const eps = composition.volumeFractions.activeMaterial;
    expect(effective.electronicTortuosityFactor).toBeCloseTo(eps ** -0.5, 12);
    expect(factor).toBeCloseTo(eps ** 1.5, 12);
    expect(carbon).toBe(0);
    // tabled in the logarithm: within 1e-6
    expect(at(bulk, 0.5)[0]).toBeCloseTo(0.15, 6);
  });

  it('with carbon add it in parallel over the joint volume', () => {
    const { composition, effective } = prepare({
      carbon: reference('VGCF', { electronicConductivity: 300 }),
      massFractions: { activeMaterial: 0.83, electrolyte: 0.15, carbon: 0.02, binder: 0 },
    });
    const { activeMaterial, carbon } = composition.volumeFractions;
    const tau = (activeMaterial + carbon) ** -0.5;
    expect(effective.electronicTortuosityFactor).toBeCloseTo(tau, 12);
    expect(effective.electronic.factor).toBeCloseTo(activeMaterial / tau, 12);
    expect(effective.electronic.carbon).toBeCloseTo((300 * carbon) / tau, 9);
  });

  it('run through the active material alone where the carbon has a network of its own', () => {
    const { composition, effective } = prepare({
      carbon: reference('VGCF'),
      carbonNetwork: { shape: 'fibres', aspectRatio: 70, conductivity: 1e4, exponent: 2 },
      massFractions: { activeMaterial: 0.83, electrolyte: 0.15, carbon: 0.02, binder: 0 },
    });
    const eps = composition.volumeFractions.activeMaterial;
    expect(effective.electronicTortuosityFactor).toBeCloseTo(eps ** -0.5, 12);
    expect(effective.electronic.factor).toBeCloseTo(eps ** 1.5, 12);
    expect(effective.electronic.carbon).toBeGreaterThan(0);
  });

  it('with an effective conductivity forget bulk and carbon', () => {
    const { effective: { electronic } } = prepare({ electronicTransport: { kind: 'effectiveConductivity', value: 1 } });
    expect(electronic.bulk.constant! * electronic.factor + electronic.carbon).toBe(1);
  });
});

it('grains of electrolyte have one size, for both carriers: that which either of them states', () => {
  const percolation = { kind: 'percolation', exponent: 2, coordinationNumber: 6, sizeExponent: 1 } as const;
  const sizeOf = (change: Partial<ElectrodeLayer>): (number | undefined)[] => {
    const { layer, composition, materials } = prepare(change);
    return (['ions', 'electrons'] as const).map((carrier) => mixtureOf(layer, composition, materials, carrier))
      .map(({ electrolyteDiameter }) => electrolyteDiameter);
  };
  const stated = { ...percolation, electrolyteDiameter: 2e-6 };
  expect(sizeOf({ ionicTransport: stated })).toEqual([2e-6, 2e-6]);
  expect(sizeOf({ electronicTransport: stated })).toEqual([2e-6, 2e-6]);
  // half as large as the particles, 5 um
  expect(sizeOf({ ionicTransport: { ...percolation, sizeRatio: 2 } })[1]! * 1e6).toBeCloseTo(2.5, 9);
});

describe('warnings', () => {
  it('name a law of transport that was replaced, and no other', () => {
    const given = caseOf();
    const composed = composeLayers(given, materialsOf(given).materials);
    expect(composed.ok && composed.cathode.map(({ replaced }) => replaced)).toEqual([false]);
  });

  it('name what is used outside its range and what cannot be', () => {
    const { effective, ...place } = prepare({ electronicTransport: { kind: 'effectiveConductivity', value: 1 } });
    const warnings = transportWarnings({ ...place, replaced: false }, effective);
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toContain('19.7 vol%');
    expect(warnings[1]).toContain('below 1');
  });

  it('are none of a phase that conducts all that it can, and one of a little more', () => {
    const saidAt = (value: number): string => {
      const { effective, ...place } = prepare({ ionicTransport: { kind: 'tortuosityFactor', value } });
      return transportWarnings({ ...place, replaced: false }, effective).join();
    };
    expect(saidAt(1)).not.toContain('below 1');
    expect(saidAt(0.999)).toContain('below 1');
  });

  it('are none within the ranges', () => {
    const { effective, ...place } = prepare({ ionicTransport: { kind: 'tortuosityFactor', value: 8 } });
    expect(transportWarnings({ ...place, replaced: false }, effective)).toEqual([]);
  });
});

it.each([
  [{ kind: 'tortuosityFactor', value: 1.5 }, 1.5],
  [{ kind: 'bruggeman', exponent: 1.5, prefactor: 1 }, 0.9 ** -0.5],
  // 0.15 S/m of Li3InCl6
  [{ kind: 'effectiveConductivity', value: 0.09 }, 1.5],
] as const)('the ions of a porous membrane take %j as tau %f', (ionicTransport, tau) => {
  const given = caseOf();
  const membrane = { ...given.membrane, porosity: 0.1, electrolyteFraction: 0.9, ionicTransport };
  expect(membraneTortuosityFactor(membrane, materialsOf(given).materials.membrane)).toBeCloseTo(tau, 12);
});
