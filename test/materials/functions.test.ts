import { describe, expect, it } from 'vitest';
import { listMaterials } from '../../src/materials/describe-material.js';
import { betweenPotentials } from '../../src/materials/functions/between-potentials.js';
import { libraryFunctions } from '../../src/materials/functions/index.js';
import { mixedPotential } from '../../src/materials/functions/mixed-potential.js';
import { ocpNmc532, ocpNmc90 } from '../../src/materials/functions/ocp-nmc-between.js';
import { ocpNmc111Bpx } from '../../src/materials/functions/ocp-nmc111-bpx.js';
import { ocpNmc811Chen2020 } from '../../src/materials/functions/ocp-nmc811-chen2020.js';
import { ocpNmc811 } from '../../src/materials/functions/ocp-nmc811.js';
import type { LibraryFunction } from '../../src/materials/property.js';
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
      const difference = (8 * (at(f, s + h)[0] - at(f, s - h)[0]) - (at(f, s + 2 * h)[0] - at(f, s - 2 * h)[0]))
        / (12 * h);
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
      const difference = (8 * (at(f, c + h)[0] - at(f, c - h)[0]) - (at(f, c + 2 * h)[0] - at(f, c - 2 * h)[0]))
        / (12 * h);
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
  ['conductivity-lipf6-nyman2008', 1000, 0.9487],
  ['salt-diffusivity-lipf6-nyman2008', 1000, 1.7694e-10],
  ['conductivity-lipf6-capiglia1999', 1000, 1.1046],
  ['salt-diffusivity-lipf6-capiglia1999', 1000, 2.7878e-10],
  ['conductivity-lipf6-valoen2005', 1000, 1.1943],
  // S/cm in the source
  ['conductivity-litfsi-peo-edman2000', 1000, 0.0735],
  ['salt-diffusivity-litfsi-peo-edman2000', 1000, 5.319e-12],
  ['transference-litfsi-peo-edman2000', 1000, 0.2431],
  ['conductivity-litfsi-pemo', 1000, 0.018316],
  ['thermodynamic-factor-litfsi-pemo', 1000, 3.1],
])('%s(%f) = %f', (name, c, expected) => {
  const f = libraryFunctions.find((candidate) => candidate.name === name);
  expect(f && at(f, c)[0] / expected).toBeCloseTo(1, 3);
});

it.each(libraryFunctions.filter(({ property }) => property === 'ionicConductivity'))(
  'salt that piles up beyond the fit of $name does not conduct better again',
  (law) => {
    for (let c = 1500; c < 20_000; c += 20) expect(at(law, c + 20)[0]).toBeLessThanOrEqual(at(law, c)[0]);
  },
);

it('salt that piles up in PEO beyond the fit is not driven on faster', () => {
  const transference = libraryFunctions.find(({ name }) => name === 'transference-litfsi-peo-edman2000')!;
  for (let c = 3500; c < 20_000; c += 500) expect(at(transference, c)[0]).toBeGreaterThan(0.6);
});

it.each([
  ['ocp-graphite-chen2020', 0.5, 0.1331],
  ['ocp-graphite-marquis2019', 0.5, 0.1954],
  ['ocp-graphite-northrop2011', 0.5, 0.1215],
  ['ocp-lco-northrop2011', 0.5, 4.235],
  ['ocp-nmc811-chen2020', 0.27, 4.273],
  ['ocp-nmc811-chen2020', 0.9084, 3.5614],
  ['ocp-nmc532-xu2019', 0.4, 3.878],
  ['ocp-lco-marquis2019', 0.5, 4.186],
  ['ocp-lfp-afshar2017', 0.5, 3.3976],
])('%s(%f) = %f V, as the published formula evaluates', (name, s, volts) => {
  const f = libraryFunctions.find((candidate) => candidate.name === name);
  expect(f && at(f, s)[0]).toBeCloseTo(volts, 3);
});

describe('the potentials of layered oxides on the axis of the crystal', () => {
  it('is the published fit of NMC811, stretched, before the end of the lattice', () => {
    for (const s of [0.14, 0.3, 0.5, 0.8, 0.92]) {
      expect(Math.abs(at(ocpNmc811, s)[0] - at(ocpNmc811Chen2020, 0.9084 + 0.77865 * (s - 0.97))[0])).toBeLessThan(
        1e-4,
      );
    }
    expect(at(ocpNmc811, 0.139)[0]).toBeCloseTo(4.3, 2);
  });

  it('takes out between as built and 4.3 V what first charges at C/20 are reported to take out, 225 to 248 mAh/g', () => {
    // 96485.33 C/mol over 97.28 g/mol
    expect((0.995 - 0.139) * 275.5).toBeGreaterThan(225);
    expect((0.995 - 0.139) * 275.5).toBeLessThan(248);
  });

  it('puts NMC532 where an independent fit has it, to 0.05 of the lithium', () => {
    // Mohtat2020: 4.3 V at 0.0275 and 3.6 V at 0.95 of 35 380 mol/m3, of which the crystal holds 48 680
    const [charged, discharged] = [4.3, 3.6].map((potential) => {
      let s = 0.2;
      while (at(ocpNmc532, s)[0] > potential) s += 1e-4;
      return s;
    });
    expect(Math.abs(discharged - charged - ((0.95 - 0.0275) * 35_380) / 48_680)).toBeLessThan(0.05);
  });

  it('carries the line through NMC111 and NMC811 on to NMC90, which 4.3 V empties further and which falls everywhere', () => {
    const weight = (0.9 - 1 / 3) / (0.8 - 1 / 3);
    const stoichiometryAt = (of: LibraryFunction, potential: number): number => {
      let s = 0.001;
      while (at(of, s)[0] > potential) s += 1e-4;
      return s;
    };
    for (const potential of [4.3, 4.1, 3.9, 3.7]) {
      const onLine = (1 - weight) * stoichiometryAt(ocpNmc111Bpx, potential)
        + weight * stoichiometryAt(ocpNmc811, potential);
      expect(Math.abs(stoichiometryAt(ocpNmc90, potential) - onLine)).toBeLessThan(1e-3);
    }
    expect(stoichiometryAt(ocpNmc90, 4.3)).toBeCloseTo(0.079, 3);
    for (let s = 0.005; s < 0.995; s += 0.005) expect(at(ocpNmc90, s)[0]).toBeGreaterThan(at(ocpNmc90, s + 0.005)[0]);
  });

  it.each([0, 1])('between two potentials with weight %i is one of them', (weight) => {
    const f = betweenPotentials('between', [ocpNmc111Bpx, ocpNmc811], weight);
    for (const s of [0.45, 0.6, 0.9]) {
      expect(at(f, s)[0]).toBeCloseTo(at(weight === 0 ? ocpNmc111Bpx : ocpNmc811, s)[0], 3);
    }
  });
});

it.each(listMaterials().filter(({ kind }) => kind === 'activeMaterial').map(({ name }) => name))(
  '%s: the potential falls through the whole window of the material',
  (name) => {
    const material = activeMaterialOf(name);
    const ends = [material.chargedStoichiometry, material.dischargedStoichiometry];
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    let before = Infinity;
    for (let k = 0; k <= 200; k++) {
      const value = at(material.openCircuitPotential, low + (k / 200) * (high - low))[0];
      expect(value).toBeLessThan(before);
      before = value;
    }
    // FeS2 is the lowest of the cathodes
    expect(before).toBeGreaterThan(ends[0] < ends[1] ? 1.1 : 0);
  },
);

describe('a potential that is made of others', () => {
  it('is made when it is first asked for, and once', () => {
    let calls = 0;
    const counted = { ...ocpNmc811, evaluate: (s: number, out: Float64Array) => {
      calls++;
      ocpNmc811.evaluate(s, out);
    } };
    const parts = [{ ...counted, window: [0.2, 0.9] as const, share: 1 }];
    for (const made of [() => betweenPotentials('a', [counted, counted], 0.5), () => mixedPotential('b', parts)]) {
      calls = 0;
      const potential = made();
      expect(calls).toBe(0);
      const { evaluate } = potential;
      expect(calls).toBeGreaterThan(0);
      calls = 0;
      expect(potential.evaluate).toBe(evaluate);
      expect(calls).toBe(0);
    }
  });
});
