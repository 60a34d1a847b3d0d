import { describe, expect, it } from 'vitest';
import { tableFunction } from '../../src/materials/scalar-functions.js';
import { contactCoverage } from '../../src/transport/contact-law.js';
import { activeMaterial } from '../support/cell-model.js';

const material = activeMaterial({ relativeVolume: tableFunction([[0.2, 0.93], [0.9, 1]]) });
const law = {
  pressure: 50e6,
  characteristicPressure: 202e6,
  residual: 0.1,
  stiffness: 0.5e9,
  contactMadeAt: 'discharged' as const,
};
const at = (s: number, changes: Partial<typeof law> | { contactMadeAt: 'charged' } = {},
  of = material): readonly [number, number] =>
{
  const out = new Float64Array(2);
  contactCoverage({ ...law, ...changes }, of).evaluate(s, out);
  return [out[0], out[1]];
};

describe('contact under pressure and change of volume', () => {
  it('has the ratio of the two exchange currents that were measured, 0.74 at 97 MPa to 1.33 at 389 MPa (10.1002/batt.70315)', () => {
    const [low, high] = [97e6, 389e6].map((pressure) => at(0.9, { pressure })[0]);
    expect(low / high).toBeCloseTo(0.74 / 1.33, 2);
  });

  it('is r + (1 - r) erf(P/p0) where contact was made, and follows the stiffness elsewhere', () => {
    // erf(1/4) = 0.276326390168237
    expect(at(0.9, { pressure: 50.5e6 })[0]).toBeCloseTo(0.1 + 0.9 * 0.276326390168237, 6);
    const strain = Math.cbrt(0.965) - 1;
    const pressure = 100e6 - 4 * 0.5e9 * strain;
    expect(at(0.55, { pressure })[0]).toBeCloseTo(at(0.9, { pressure: 100e6 })[0], 12);
  });

  it('counts volumes by that where contact was made, in whatever unit', () => {
    const made = { contactMadeAt: 'charged' as const };
    expect(at(material.chargedStoichiometry, made)[0]).toBeCloseTo(at(material.dischargedStoichiometry)[0], 12);
    const twice = { ...material, relativeVolume: tableFunction([[0.2, 2 * 0.93], [0.9, 2]]) };
    for (const s of [0.3, 0.6]) expect(at(s, {}, twice)[0]).toBeCloseTo(at(s)[0], 12);
  });

  it('says which material has no volume', () => {
    expect(() => at(0.5, {}, { ...material, relativeVolume: undefined })).toThrow(material.name);
  });

  it('falls to the residual once the particle has shrunk by more than P/(4 G)', () => {
    expect(at(0.2, { stiffness: 5e9 })[0]).toBeCloseTo(0.1, 6);
    expect(at(0.9, { stiffness: 5e9 })[0]).toBeGreaterThan(0.3);
    const recovered = 50e6 / (4 * 5e9);
    const volume = 1 - 3 * recovered;
    const s = 0.9 - (0.7 * (1 - volume)) / 0.07;
    expect(at(s - 0.1, { stiffness: 5e9 })[0]).toBeLessThan(0.105);
    expect(at(s + 0.1, { stiffness: 5e9 })[0]).toBeGreaterThan(0.15);
  });

  it('rises with pressure, never above one, and grows on charge where it was made charged', () => {
    const rising = [0, 5e6, 50e6, 500e6, 2000e6].map((pressure) => at(0.5, { pressure })[0]);
    for (let i = 1; i < rising.length; i++) expect(rising[i]).toBeGreaterThan(rising[i - 1]);
    expect(rising[4]).toBeLessThanOrEqual(1);
    // beyond what an exponential holds
    expect(at(0.5, { pressure: 1e12 })).toEqual([1, 0]);
    expect(at(0.9, { contactMadeAt: 'charged' })[0]).toBeGreaterThan(at(0.2, { contactMadeAt: 'charged' })[0]);
  });

  it('keeps still where the particles do', () => {
    const still = { ...material, relativeVolume: tableFunction([[0, 1], [1, 1]]) };
    expect(at(0.2, {}, still)).toEqual([at(0.9, {}, still)[0], 0]);
  });

  it.each([0.21, 0.4, 0.6, 0.75, 0.88])('has its slope at s = %f', (s) => {
    for (const stiffness of [0.1e9, 0.5e9, 5e9]) {
      const difference = (at(s + 1e-6, { stiffness })[0] - at(s - 1e-6, { stiffness })[0]) / 2e-6;
      expect(Math.abs(at(s, { stiffness })[1] - difference)).toBeLessThan(1e-6 * Math.max(1, Math.abs(difference)));
    }
  });
});
