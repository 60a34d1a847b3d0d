import { describe, expect, it } from 'vitest';
import type { PercolationModel } from '../../src/config/case.js';
import { ownContacts, percolatingShare, ratioOfThreshold, surfaceShare, thresholdShare,
  touchedShare } from '../../src/transport/percolation/sphere-percolation.js';
import { electronReach, ionReach } from '../../src/transport/tortuosity/percolation.js';
import type { Mixture } from '../../src/transport/tortuosity/tortuosity-model.js';
import { tortuosityFactorOf } from '../../src/transport/tortuosity/tortuosity-models.js';

const rigid: PercolationModel = { kind: 'percolation', sizeRatio: 1, sizeExponent: 1, exponent: 2,
  coordinationNumber: 6 };
const ions = (share: number, porosity = 0): Mixture => ({ carrier: 'ions', share, porosity, activeDiameter: 5e-6 });
const electrons = (share: number): Mixture => ({ ...ions(share), carrier: 'electrons' });
const conductivity = (model: PercolationModel, mixture: Mixture): number => {
  const volumeFraction = mixture.share * (1 - mixture.porosity);
  return volumeFraction / tortuosityFactorOf(model, { bulkConductivity: () => 1, volumeFraction, mixture });
};

describe('a random packing of two kinds of spheres', () => {
  it('of one size leads through from 1.764 / 6 = 29.4 vol% on, and as a whole from 70.6 % on', () => {
    expect(thresholdShare(1, 6)).toBeCloseTo(0.294, 12);
    expect(percolatingShare(ownContacts(0.294, 1, 6))).toBe(0);
    expect(percolatingShare(ownContacts(0.2941, 1, 6))).toBeGreaterThan(0);
    expect(percolatingShare(ownContacts(0.706, 1, 6))).toBe(1);
  });

  it('has its threshold where the surface share is 1.764 / Z, whatever the sizes', () => {
    for (const ratio of [0.1, 0.6, 1, 1.67, 8]) {
      for (const coordination of [5, 6, 8]) {
        expect(surfaceShare(thresholdShare(ratio, coordination), ratio)).toBeCloseTo(1.764 / coordination, 12);
        expect(ratioOfThreshold(thresholdShare(ratio, coordination), coordination)).toBeCloseTo(ratio, 10);
      }
    }
  });

  it('gives the two phases shares of the surface that add up', () => {
    expect(surfaceShare(0.3, 2.5) + surfaceShare(0.7, 1 / 2.5)).toBeCloseTo(1, 14);
  });

  it('rises near its threshold with the exponent 0.4', () => {
    const at = (above: number): number => percolatingShare(1.764 + above);
    expect(Math.log(at(2e-4) / at(1e-4)) / Math.log(2)).toBeCloseTo(0.4, 3);
  });

  it('touches every large particle where the small ones lead through as a whole, and none where nothing does', () => {
    expect(touchedShare(4.3, 1)).toBe(1);
    expect(touchedShare(1.7, 1)).toBe(0);
    // two contacts at R = 1: 1 - (1 - P)^2
    expect(touchedShare(2, 1)).toBeCloseTo(1 - (1 - percolatingShare(2)) ** 2, 12);
    // (1 + 3^2) / 2 times two contacts
    expect(touchedShare(2, 3)).toBeCloseTo(1 - (1 - percolatingShare(2)) ** 10, 12);
  });
});

describe('percolation as a transport model', () => {
  it('follows ((x - xc) / (1 - xc))^t and needs less electrolyte where that is finer', () => {
    expect(conductivity(rigid, ions(0.6))).toBeCloseTo(((0.6 - 0.294) / 0.706) ** 2, 12);
    expect(conductivity({ ...rigid, exponent: 1.6 }, ions(0.6))).toBeCloseTo(((0.6 - 0.294) / 0.706) ** 1.6, 12);
    const fine = conductivity({ ...rigid, sizeRatio: 3 }, ions(0.4));
    expect(fine).toBeGreaterThan(conductivity(rigid, ions(0.4)));
    expect(fine).toBeGreaterThan(conductivity({ ...rigid, sizeRatio: 3, sizeExponent: 0.11 }, ions(0.4)));
  });

  it('is a bulk at a share of 1 and nothing below the threshold', () => {
    expect(conductivity(rigid, ions(1))).toBe(1);
    expect(conductivity(rigid, ions(0.2))).toBe(1e-9);
  });

  it('loses (1 - p)^1.5 beyond the voids of a pellet, not before', () => {
    expect(conductivity(rigid, ions(0.6, 0.12))).toBeCloseTo(conductivity(rigid, ions(0.6)), 12);
    expect(conductivity(rigid, ions(0.6, 0.3)) / conductivity(rigid, ions(0.6))).toBeCloseTo((0.7 / 0.88) ** 1.5, 12);
  });

  it('takes the diameter of the electrolyte or a threshold in place of the size ratio', () => {
    const { sizeRatio: _ratio, ...rest } = rigid;
    expect(conductivity({ ...rest, electrolyteDiameter: 2.5e-6 }, ions(0.5))).toBeCloseTo(
      conductivity({ ...rigid, sizeRatio: 2 }, ions(0.5)),
      12,
    );
    expect(conductivity({ ...rest, threshold: 0.2 }, ions(0.5))).toBeCloseTo((0.3 / 0.8) ** 2, 12);
    expect(conductivity({ ...rest, threshold: 0.2 }, electrons(0.5))).toBeCloseTo((0.3 / 0.8) ** 2, 12);
  });

  it('helps the ions where it harms the electrons', () => {
    const fine = { ...rigid, sizeRatio: 2 };
    expect(ionReach(fine, ions(0.35))).toBeGreaterThan(ionReach(rigid, ions(0.35)));
    expect(electronReach(fine, electrons(0.5))).toBeLessThan(electronReach(rigid, electrons(0.5)));
  });

  it('cuts nothing off where another model stands', () => {
    expect(ionReach({ kind: 'tortuosityFactor', value: 5 }, ions(0.05))).toBe(1);
    expect(electronReach({ kind: 'bruggeman', exponent: 1.5, prefactor: 1 }, electrons(0.05))).toBe(1);
  });
});
