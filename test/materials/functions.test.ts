import { describe, expect, it } from 'vitest';
import { libraryFunctions } from '../../src/materials/functions/index.js';
import { ocpNmc811Chen2020Closed } from '../../src/materials/functions/ocp-nmc811-chen2020-closed.js';
import { ocpNmc811Chen2020 } from '../../src/materials/functions/ocp-nmc811-chen2020.js';
import { listMaterials } from '../../src/materials/describe-material.js';
import { activeMaterialOf, at } from './support.js';

/** As published it rises by 0.04 mV in all, between s = 0.314 and 0.333. */
const rise = (name: string): number => (name === 'ocp-graphite-marquis2019' ? 0.004 : 0);

const potentials = libraryFunctions.filter(({ property }) => property === 'openCircuitPotential');
const ofConcentration = libraryFunctions.filter(({ property }) => property !== 'openCircuitPotential');

describe.each(potentials)('$name', (f) => {
  it('has the slope of its value', () => {
    // fourth-order central difference: exact to about 1e-9 of the steepest function here
    const h = 2e-5;
    // off the places where a tangent takes over from the formula
    for (let s = 0.0061; s < 0.996; s += 0.0117) {
      const difference = (8 * (at(f, s + h)[0] - at(f, s - h)[0]) - (at(f, s + 2 * h)[0] - at(f, s - 2 * h)[0])) / (12 * h);
      expect(Math.abs(at(f, s)[1] - difference) / Math.max(1, Math.abs(difference)), `s = ${s}`).toBeLessThan(5e-5);
    }
  });

  it('falls as lithium enters and stays finite at both ends', () => {
    let before = at(f, 0)[0];
    for (let k = 1; k <= 1000; k++) {
      const [value, slope] = at(f, k / 1000);
      expect(value - before).toBeLessThan(rise(f.name) / 1000);
      expect(slope).toBeLessThan(rise(f.name));
      before = value;
    }
    expect(Number.isFinite(before)).toBe(true);
  });
});

describe.each(ofConcentration)('$name', (f) => {
  it('has the slope of its value from nearly dry to 4 mol/L', () => {
    for (let c = 5; c < 4000; c += 97) {
      const h = Math.min(1, 0.01 * c);
      const difference = (8 * (at(f, c + h)[0] - at(f, c - h)[0]) - (at(f, c + 2 * h)[0] - at(f, c - 2 * h)[0])) / (12 * h);
      const scale = Math.abs(at(f, 1000)[0]) / 1000;
      expect(Math.abs(at(f, c)[1] - difference) / scale, `c = ${c}`).toBeLessThan(1e-4);
    }
  });

  it.skipIf(f.property === 'transferenceNumber')('is positive there', () => {
    for (let c = 1; c < 4000; c += 13) expect(at(f, c)[0], `c = ${c}`).toBeGreaterThan(0);
  });
});

it.each([
  // LIONSIMBA's and PyBaMM's formulas at 1 mol/L
  ['conductivity-lipf6-nyman2008', 1000, 0.9487], ['salt-diffusivity-lipf6-nyman2008', 1000, 1.7694e-10],
  ['conductivity-lipf6-capiglia1999', 1000, 1.1046], ['salt-diffusivity-lipf6-capiglia1999', 1000, 2.7878e-10],
  ['conductivity-lipf6-valoen2005', 1000, 1.1943],
  // S/cm in the source
  ['conductivity-litfsi-peo-edman2000', 1000, 0.0735], ['salt-diffusivity-litfsi-peo-edman2000', 1000, 5.319e-12],
  ['transference-litfsi-peo-edman2000', 1000, 0.2431], ['conductivity-litfsi-pemo', 1000, 0.018316],
  ['thermodynamic-factor-litfsi-pemo', 1000, 3.1],
])('%s(%f) = %f', (name, c, expected) => {
  const f = libraryFunctions.find((candidate) => candidate.name === name);
  expect(f && at(f, c)[0] / expected).toBeCloseTo(1, 3);
});

it.each([
  ['ocp-graphite-chen2020', 0.5, 0.1331], ['ocp-graphite-marquis2019', 0.5, 0.1954], ['ocp-graphite-northrop2011', 0.5, 0.1215],
  ['ocp-lco-northrop2011', 0.5, 4.235],
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
    const ends = [material.chargedStoichiometry, material.dischargedStoichiometry];
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    let before = Infinity;
    for (let k = 0; k <= 200; k++) {
      const value = at(material.openCircuitPotential, low + (k / 200) * (high - low))[0];
      expect(value).toBeLessThan(before);
      before = value;
    }
    // TiS2 is the lowest of the cathodes
    expect(before).toBeGreaterThan(ends[0] < ends[1] ? 1.5 : 0);
  });
