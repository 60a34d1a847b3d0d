import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { BinderFilm, CarbonNetwork } from '../../../src/config/case.js';
import { filmConnection, filmContact, meanFilm, pathFactor } from '../../../src/transport/additives/binder-film.js';
import { carbonConduction, giantShare } from '../../../src/transport/additives/carbon-conduction.js';
import { carbonThreshold } from '../../../src/transport/additives/carbon-threshold.js';

const volumes = (activeMaterial: number, carbon: number, binder = 0) => ({
  volumeFractions: { activeMaterial, carbon, binder, electrolyte: 0.9 - activeMaterial - carbon - binder },
});
const fibres: CarbonNetwork = { shape: 'fibres', aspectRatio: 70, conductivity: 1e4, exponent: 2 };

describe('carbon by its shape', () => {
  it('has the thresholds of Garboczi 1995 at the entries and between them', () => {
    expect(carbonThreshold({ shape: 'points', aspectRatio: 1 })).toBeCloseTo(0.2854, 12);
    expect(carbonThreshold({ shape: 'fibres', aspectRatio: 100 })).toBeCloseTo(0.006949, 12);
    expect(carbonThreshold({ shape: 'sheets', aspectRatio: 100 })).toBeCloseTo(0.01248, 12);
    // long fibres 0.6 b / a, wide sheets 1.27 b / a
    expect(carbonThreshold({ shape: 'fibres', aspectRatio: 400 }) * 400).toBeCloseTo(0.6, 1);
    expect(carbonThreshold({ shape: 'sheets', aspectRatio: 400 }) * 400).toBeCloseTo(1.27, 1);
    for (let ratio = 1; ratio < 480; ratio *= 1.3) {
      expect(carbonThreshold({ shape: 'fibres', aspectRatio: ratio * 1.3 > 500 ? 500 : ratio * 1.3 }))
        .toBeLessThan(carbonThreshold({ shape: 'fibres', aspectRatio: ratio }));
    }
  });

  it('leads through at lower content as fibres than as sheets than as points', () => {
    const at = (shape: CarbonNetwork['shape']) =>
      carbonConduction({ ...fibres, shape }, volumes(0.5, 0.02)).conductivity;
    expect(at('fibres')).toBeGreaterThan(at('sheets'));
    expect(at('sheets')).toBeGreaterThan(at('points'));
    expect(at('points')).toBe(0);
  });

  it('is counted in the space beside the active material, which stands in its way as spheres do', () => {
    const { share, threshold, conductivity } = carbonConduction(fibres, volumes(0.5, 0.02));
    expect(share).toBeCloseTo(0.04, 12);
    expect(conductivity).toBeCloseTo(1e4 * ((0.04 - threshold) / (1 - threshold)) ** 2 * 0.5 ** 1.5, 9);
  });

  it('belongs as P = 1 - exp(-b P) to what leads through', () => {
    expect(giantShare(1)).toBe(0);
    for (const bonds of [1.001, 1.1, 1.5, 2, 5, 20]) {
      const share = giantShare(bonds);
      expect(share).toBeGreaterThan(0);
      expect(share).toBeCloseTo(1 - Math.exp(-bonds * share), 12);
    }
    // near the threshold 2 (b - 1)
    expect(giantShare(1.001)).toBeCloseTo(0.002, 4);
  });
});

describe('binder', () => {
  const film: BinderFilm = { contactWithout: 0.6, connectedWithout: 0.9, gainThickness: 10e-9,
    blockingThickness: 300e-9, pathBlocking: 8.6 };

  it('spread over the particles is epsB R / (3 epsAM) thick', () => {
    // 3 eps / R of surface times the film is the binder
    expect((meanFilm(volumes(0.5, 0, 0.02), 3 / 2e-6) * 3 * 0.5) / 2e-6).toBeCloseTo(0.02, 15);
  });

  it('has the contact of the bare particle without, more with a little, less with much', () => {
    expect(filmContact(film, 0)).toBeCloseTo(0.6, 15);
    // d theta / dd = 0:  d = d1 ln( (1 - theta0)(1 + d2/d1) )
    const { contactWithout, gainThickness, blockingThickness } = film;
    const best = gainThickness * Math.log((1 - contactWithout) * (1 + blockingThickness / gainThickness));
    expect(filmContact(film, best)).toBeGreaterThan(0.6);
    expect(filmContact(film, 1e-6)).toBeLessThan(0.6);
    const h = 1e-12;
    expect((filmContact(film, best + h) - filmContact(film, best - h)) / (2 * h) * best).toBeCloseTo(0, 5);
    expect(filmContact(film, best)).toBeGreaterThan(filmContact(film, 0.9 * best));
    expect(filmContact(film, best)).toBeGreaterThan(filmContact(film, 1.1 * best));
  });

  it('holds loose particles the better the more there is', () => {
    expect(filmConnection(film, 0)).toBeCloseTo(0.9, 15);
    expect(filmConnection(film, 10e-9)).toBeCloseTo(1 - 0.1 / Math.E, 12);
    expect(filmConnection(film, 1e-6)).toBeCloseTo(1, 12);
  });

  it('only blocks where the contact is full without it', () => {
    for (const other of [{ ...film, contactWithout: 1 }, { ...film, gainThickness: 1e-6 }]) {
      expect(filmContact(other, 1e-9)).toBeLessThan(filmContact(other, 0));
    }
  });

  it('lengthens the paths as the packings of Bielefeld 2020 do, within 3 %', () => {
    const { points } =
      JSON.parse(readFileSync(new URL('../../validation/composites.json', import.meta.url), 'utf8')).binder;
    for (const { ratio, tau } of points) {
      expect(Math.abs((points[0].tau * pathFactor(film, volumes(0.5, 0, 0.5 * ratio))) / tau - 1)).toBeLessThan(0.03);
    }
  });
});
