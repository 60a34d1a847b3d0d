import { describe, expect, it } from 'vitest';
import { buildActiveMaterial } from '../../src/materials/build-material.js';
import { crystalConcentration, molarMass } from '../../src/materials/crystal.js';
import { library } from '../../src/materials/library/index.js';
import { resolveProperties } from '../../src/materials/resolve-properties.js';
import { FARADAY } from '../../src/units/constants.js';
import { at } from './support.js';

/** Every potential of the library against the cut-off, the capacity and the crystal that it is said to go with. */

const active = library.filter((material) => material.kind === 'activeMaterial').map((material) => {
  const resolution = resolveProperties(material, { name: material.name, overrides: {} }, material.name);
  if (!resolution.ok) throw new Error(material.name);
  const built = buildActiveMaterial(resolution.properties, 298.15, undefined, material);
  if (!built.ok) throw new Error(material.name);
  return [material.name, material, built.material] as const;
});

describe.each(active)('%s', (_name, { crystal, windowPotentials }, material) => {
  const { chargedStoichiometry: charged, dischargedStoichiometry: discharged, density, maximumConcentration } =
    material;

  it('stands at the potentials that its window is said to mean, within 10 mV', () => {
    expect(Math.abs(at(material.openCircuitPotential, charged)[0] - (windowPotentials?.charged ?? NaN))).toBeLessThan(
      0.01,
    );
    expect(Math.abs(at(material.openCircuitPotential, discharged)[0] - (windowPotentials?.discharged ?? NaN)))
      .toBeLessThan(0.01);
  });

  it('holds no more lithium than its crystal, but for the rounding of three digits', () => {
    if (!crystal) throw new Error('no crystal');
    const ofCrystal = crystalConcentration(crystal, density);
    expect(maximumConcentration / ofCrystal).toBeLessThan(1.002);
    const capacity = (FARADAY * maximumConcentration * Math.abs(discharged - charged)) / density;
    expect(capacity).toBeLessThan((1.002 * FARADAY * crystal.lithium) / molarMass(crystal.formula));
  });

  it('falls in potential all the way as lithium enters', () => {
    const [low, high] = [Math.min(charged, discharged), Math.max(charged, discharged)];
    let before = Infinity;
    for (let k = 0; k <= 1000; k++) {
      const [potential] = at(material.openCircuitPotential, low + ((high - low) * k) / 1000);
      expect(potential).toBeLessThanOrEqual(before + 1e-12);
      before = potential;
    }
  });
});

describe('a crystal', () => {
  it.each([
    ['LiCoO2', 1, 97.87, 273.8],
    ['LiFePO4', 1, 157.76, 169.9],
    ['C6', 1, 72.07, 371.9],
    ['S', 2, 32.06, 1672],
    ['LiNi0.8Mn0.1Co0.1O2', 1, 97.28, 275.5],
    ['Li4Ti5O12', 3, 459.1, 175.1],
  ] as const)('%s with %d lithium weighs %d g/mol and stores %d mAh/g', (formula, lithium, grams, capacity) => {
    expect(molarMass(formula) * 1e3).toBeCloseTo(grams, 1);
    expect(((FARADAY * lithium) / molarMass(formula)) / 3600).toBeCloseTo(capacity, 0);
    expect(crystalConcentration({ formula, lithium }, 5000) * FARADAY / 5000 / 3600).toBeCloseTo(capacity, 0);
  });

  it('of an element without a weight is a mistake of the library', () => {
    expect(() => molarMass('Xx2')).toThrow('no atomic weight of Xx');
  });
});
