import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import { resolveMaterials } from '../../src/materials/resolve-materials.js';
import { composeLayer } from '../../src/transport/composition.js';
import { effectiveLayerProperties } from '../../src/transport/effective-properties.js';
import { activeIn, at } from '../materials/support.js';

const configs = new URL('../../configs/', import.meta.url);
const names = (folder: string) =>
  readdirSync(new URL(folder, configs)).filter((file) => file.endsWith('.yaml')).map((file) => folder + file);

function prepare(name: string) {
  const loaded = loadCase(new URL(name.includes('/') ? name : `cells/${name}`, configs).pathname);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues, null, 2));
  const resolved = resolveMaterials(loaded.case);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems, null, 2));
  const [layer] = loaded.case.cathode.layers;
  const materials = resolved.materials.layers[0];
  const composed = composeLayer(layer, materials, 'cathode.layers.0');
  if (!composed.ok) throw new Error(JSON.stringify(composed.problems, null, 2));
  const { composition } = composed;
  const effective = effectiveLayerProperties(layer, composition, materials);
  return { ...loaded, warnings: resolved.warnings, set: resolved.materials, materials, composition, effective };
}

describe.each([...names('cells/'), ...names('reference/')])('configs/%s', (name) => {
  it('is a cathode that can exist, of materials used where they may be', () => {
    const { composition, warnings, effective } = prepare(name);
    expect(warnings.filter((warning) => !/touches|can convert/.test(warning))).toEqual([]);
    expect(composition.porosity).toBeGreaterThanOrEqual(0);
    expect(composition.porosity).toBeLessThan(0.35);
    expect(effective.ionicTortuosityFactor).toBeGreaterThanOrEqual(1);
  });
});

it('nmc811-li3incl6 has the numbers of its source', () => {
  const { composition, effective, set } = prepare('nmc811-li3incl6.yaml');
  expect(Math.abs(composition.thickness * 1e6 - 77)).toBeLessThan(0.6);
  expect(composition.arealCapacity / 36_000).toBeCloseTo(4.42, 3);
  expect(composition.volumeFractions.electrolyte).toBeCloseTo(0.2, 2);
  expect(set.membrane.ionicConductivity).toBeCloseTo(0.1, 12);
  expect(effective.ionicTortuosityFactor).toBeGreaterThan(8);
  expect(effective.ionicTortuosityFactor).toBeLessThan(9);
});

it('nmc811-li6ps5cl has 60:36 vol% of solids, near the 60:38 of its source', () => {
  const { composition } = prepare('nmc811-li6ps5cl.yaml');
  const { activeMaterial, electrolyte } = composition.volumeFractions;
  expect(activeMaterial / (1 - composition.porosity)).toBeCloseTo(0.61, 2);
  expect(electrolyte / (1 - composition.porosity)).toBeCloseTo(0.36, 2);
  expect(composition.arealCapacity / 36_000).toBeCloseTo(4.09, 9);
});

it('lco-lgps has the 38 vol% LCO and the tau near 2 that its source means', () => {
  const { composition, effective } = prepare('lco-lgps.yaml');
  const solids = 1 - composition.porosity;
  expect(composition.volumeFractions.activeMaterial / solids).toBeCloseTo(0.39, 2);
  expect(composition.arealCapacity / 36_000).toBeGreaterThan(2.6);
  expect(effective.ionicTortuosityFactor).toBeGreaterThan(2);
  expect(effective.ionicTortuosityFactor).toBeLessThan(3);
});

it('the tortuosity cases differ in the tortuosity factor only', () => {
  const cases = ['1', '2.5', '5'].map((tau) => prepare(`nmc811-tau-${tau}.yaml`));
  expect(cases.map(({ effective }) => effective.ionicTortuosityFactor)).toEqual([1, 2.5, 5]);
  const comparable = cases.map(({ case: { title: _title, name: _name, ...given } }) =>
    JSON.stringify({ ...given.cathode.layers[0], ionicTransport: undefined, rest: { ...given, cathode: undefined } })
  );
  expect(new Set(comparable).size).toBe(1);
});

it.each([['s1', 1e-4, 2.5, 65], ['s2', 4e-4, 2.5, 50], ['s3', 4e-4, 1, 50]] as const)(
  'reference/%s is the published reference cell',
  (name, thickness, tau, current) => {
    const { case: given, composition, effective, materials, set } = prepare(`reference/${name}.yaml`);
    expect(given.temperature).toBe(298.15);
    expect(composition.thickness).toBe(thickness);
    expect(composition.specificInterfacialArea).toBeCloseTo((3 * 0.6) / 2.5e-6, 6);
    expect(effective.effectiveIonicConductivity).toBeCloseTo((0.2 * 0.35) / tau, 12);
    expect(at(effective.electronic.bulk, 0.5)[0] * effective.electronic.factor + effective.electronic.carbon).toBe(1);
    expect(materials.activeMaterial.maximumConcentration).toBe(63_104);
    expect(activeIn(materials).referenceExchangeCurrentDensity).toBeCloseTo(
      (3.42e-6 * Math.sqrt(1000) * 63_104) / 2,
      12,
    );
    expect(at(activeIn(materials).openCircuitPotential, 0.985)[0]).toBeCloseTo(3.4996, 3);
    expect(set.anode).toMatchObject({ kind: 'planar', material: { exchangeCurrentDensity: 100 } });
    expect(set.membrane.ionicConductivity).toBeCloseTo(0.2, 15);
    expect(given.protocol.rates).toEqual([{ kind: 'currentDensity', value: current }]);
  },
);
