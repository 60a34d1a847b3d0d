import { describe, expect, it } from 'vitest';
import { libraryFunctions } from '../../src/materials/functions/index.js';
import { ocpNmc811Chen2020Closed } from '../../src/materials/functions/ocp-nmc811-chen2020-closed.js';
import { ocpNmc811Chen2020 } from '../../src/materials/functions/ocp-nmc811-chen2020.js';
import { listMaterials } from '../../src/materials/describe-material.js';
import { activeMaterialOf, at } from './support.js';

describe.each(libraryFunctions)('$name', (f) => {
  it('has the slope of its value', () => {
    // fourth-order central difference: exact to about 1e-9 of the steepest function here
    const h = 2e-5;
    for (let s = 0.005; s < 0.996; s += 0.0117) {
      const difference = (8 * (at(f, s + h)[0] - at(f, s - h)[0]) - (at(f, s + 2 * h)[0] - at(f, s - 2 * h)[0])) / (12 * h);
      expect(at(f, s)[1]).toBeCloseTo(difference, 4);
    }
  });

  it('falls as lithium enters and stays finite at both ends', () => {
    let before = at(f, 0)[0];
    for (let k = 1; k <= 1000; k++) {
      const [value, slope] = at(f, k / 1000);
      expect(value).toBeLessThan(before);
      expect(slope).toBeLessThan(0);
      before = value;
    }
    expect(Number.isFinite(before)).toBe(true);
  });
});

it.each([
  ['ocp-nmc811-chen2020', 0.27, 4.273], ['ocp-nmc811-chen2020', 0.9084, 3.5614],
  ['ocp-nmc532-xu2019', 0.4, 3.878], ['ocp-lco-marquis2019', 0.5, 4.186], ['ocp-lfp-afshar2017', 0.5, 3.3976],
])('%s(%f) = %f V, as the published formula evaluates', (name, s, volts) => {
  const f = libraryFunctions.find((candidate) => candidate.name === name);
  expect(f && at(f, s)[0]).toBeCloseTo(volts, 3);
});

describe('the closed potential of NMC811', () => {
  it('is the published one within the window', () => {
    for (const s of [0.27, 0.5, 0.8, 0.88]) {
      expect(Math.abs(at(ocpNmc811Chen2020Closed, s)[0] - at(ocpNmc811Chen2020, s)[0])).toBeLessThan(1e-5);
    }
    expect(at(ocpNmc811Chen2020, 0.8984)[0] - at(ocpNmc811Chen2020Closed, 0.8984)[0]).toBeLessThan(0.021);
  });

  it('ends a discharge with the window: 3.0 V there, 2.5 V less than 1 % of it later', () => {
    expect(at(ocpNmc811Chen2020Closed, 0.9084)[0]).toBeCloseTo(3, 2);
    expect(at(ocpNmc811Chen2020Closed, 0.9084 + 0.01 * (0.9084 - 0.27))[0]).toBeLessThan(2.5);
  });
});

it.each(listMaterials().filter(({ kind }) => kind === 'activeMaterial').map(({ name }) => name))(
  '%s: the potential falls through the whole window of the material', (name) => {
    const material = activeMaterialOf(name);
    const { chargedStoichiometry: low, dischargedStoichiometry: high } = material;
    let before = Infinity;
    for (let k = 0; k <= 200; k++) {
      const value = at(material.openCircuitPotential, low + (k / 200) * (high - low))[0];
      expect(value).toBeLessThan(before);
      before = value;
    }
    expect(before).toBeGreaterThan(2.5);
  });
