import { describe, expect, it } from 'vitest';
import { blendOf, capacityPerMass, mixedConductivity } from '../../src/materials/blend.js';
import { activeMaterialOf, at } from './support.js';

const slopes = new Float64Array(3);

describe('sigma of a mixture', () => {
  it('is that of the material where all are alike, and in the middle the geometric mean of two', () => {
    expect(mixedConductivity([3e-4, 3e-4], [0.3, 0.7], slopes)).toBeCloseTo(3e-4, 17);
    // closed form of two: 2 sigma^2 - b sigma - s1 s2 = 0, b = (3 v1 - 1) s1 + (3 v2 - 1) s2
    const [one, two, share] = [2, 0.01, 0.4];
    const b = (3 * share - 1) * one + (3 * (1 - share) - 1) * two;
    const expected = (b + Math.sqrt(b * b + 8 * one * two)) / 4;
    expect(mixedConductivity([one, two], [share, 1 - share], slopes) / expected).toBeCloseTo(1, 12);
  });

  it('of a conductor in an insulator leads through above a third of the volume', () => {
    const of = (share: number): number => mixedConductivity([1, 1e-28], [share, 1 - share], slopes);
    expect(of(0.3)).toBeLessThan(1e-26);
    expect(of(0.4)).toBeCloseTo((3 * 0.4 - 1) / 2, 9);
  });

  it('has the slopes of its differences, and they add up in the logarithm', () => {
    const [sigmas, shares] = [[0.5, 3, 40], [0.2, 0.5, 0.3]];
    const sigma = mixedConductivity(sigmas, shares, slopes);
    const exact = [...slopes];
    const step = 1e-6;
    sigmas.forEach((one, k) => {
      const moved = sigmas.map((value, i) => (i === k ? one * (1 + step) : value));
      expect((mixedConductivity(moved, shares, slopes) - sigma) / (step * one) / exact[k]).toBeCloseTo(1, 4);
    });
    expect(sigmas.reduce((sum, one, k) => sum + (one * exact[k]) / sigma, 0)).toBeCloseTo(1, 12);
  });
});

describe('a blend as one material', () => {
  const [nmc, lco] = [activeMaterialOf('NMC811'), activeMaterialOf('LCO')];
  const parts = [{ material: nmc, massShare: 0.55 }, { material: lco, massShare: 0.45 }];

  it('has the mass, the charge and the surface of all', () => {
    const whole = blendOf(parts);
    expect(1 / whole.density).toBeCloseTo(0.55 / nmc.density + 0.45 / lco.density, 12);
    expect(capacityPerMass(whole)).toBeCloseTo(0.55 * capacityPerMass(nmc) + 0.45 * capacityPerMass(lco), 6);
  });

  it('of one material with itself is that material', () => {
    const whole = blendOf([{ material: nmc, massShare: 0.2 }, { material: nmc, massShare: 0.8 }]);
    for (const key of ['density', 'maximumConcentration', 'chargedStoichiometry', 'particleRadius',
      'electronicConductivitySpread'] as const)
    {
      expect((whole[key] ?? NaN) / (nmc[key] ?? NaN)).toBeCloseTo(1, 12);
    }
    for (const s of [0.3, 0.5, 0.9]) {
      const [[value, slope], [own, ownSlope]] = [at(whole.electronicConductivity, s),
        at(nmc.electronicConductivity, s)];
      expect(value / own).toBeCloseTo(1, 9);
      expect(slope).toBeCloseTo(ownSlope, 6);
    }
    expect(whole.temperatureFactors?.electronicConductivity?.(330)).toBeCloseTo(
      nmc.temperatureFactors?.electronicConductivity?.(330) ?? NaN,
      9,
    );
  });
});
