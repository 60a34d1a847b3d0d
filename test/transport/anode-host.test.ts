import { describe, expect, it } from 'vitest';
import { hostedPlane, hostFactor } from '../../src/transport/anode-host.js';
import { FARADAY, GAS_CONSTANT } from '../../src/units/constants.js';
import { idealAnode } from '../support/cell-model.js';

const host = {
  electrolyte: { name: 'LLZO', overrides: {} },
  thickness: 70e-6,
  porosity: 0.7,
  poreDiameter: 5e-6,
  tortuosityFactor: 1.5,
  occupancy: 1,
};
const area = (4 * 0.7) / 5e-6;
const effective = (0.05 * 0.3) / 1.5;

/** Conductance of a ladder of n rungs over that of the plane: half a rail, then rungs and rails, from the far end. */
function ladder(n: number, r: number): number {
  const dx = host.thickness / n;
  let conductance = 0;
  for (let k = 0; k < n; k++) {
    conductance += (area * dx) / r;
    const rail = (k === n - 1 ? 0.5 : 1) * dx / effective;
    conductance = 1 / (1 / conductance + rail);
  }
  return host.porosity + conductance * r;
}

describe('the surface that a porous anode side adds', () => {
  it.each([1e-3, 1e-2, 0.1])('is that of a ladder of resistors, with order 2 in its rungs: interface of %s ohm m^2',
    (r) => {
      const exact = hostFactor(host, 0.05, r);
      const errors = [100, 200, 400].map((n) => Math.abs(ladder(n, r) / exact - 1));
      expect(errors[2]).toBeLessThan(2e-3);
      expect(Math.log2(errors[0] / errors[1])).toBeCloseTo(2, 1);
      expect(Math.log2(errors[1] / errors[2])).toBeCloseTo(2, 1);
    });

  it('is all of its pores where the interface is slow, and what ions reach where it is fast', () => {
    expect(hostFactor(host, 0.05, 100) / (0.7 + area * host.thickness)).toBeCloseTo(1, 2);
    expect(hostFactor(host, 0.05, 1e-6)).toBeCloseTo(0.7 + Math.sqrt(area * effective * 1e-6), 12);
  });

  it('grows with the depth that lithium wets, and comes down to the ends of the pores', () => {
    const shares = [0.01, 0.1, 0.5, 1].map((occupancy) => hostFactor({ ...host, occupancy }, 0.05, 0.1));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(hostFactor({ ...host, poreDiameter: 1e-3 }, 0.05, 1e-7)).toBeCloseTo(0.7, 2);
    expect(hostFactor(host, 0.05, 0)).toBe(0.7);
  });
});

describe('the plane of lithium in a porous host', () => {
  const temperature = 333.15;
  const material = { ...idealAnode, exchangeCurrentDensity: 20 };
  /** Resistance of a plane to a small current, RT/(F i0) + R [ohm m^2]. */
  const resistanceOf = (
    { material: { exchangeCurrentDensity, temperatureFactor }, resistance }: Parameters<typeof hostedPlane>[0],
  ): number =>
    (GAS_CONSTANT * temperature) / (FARADAY * (temperatureFactor?.(temperature) ?? 1) * exchangeCurrentDensity)
    + resistance;

  it.each([['without an activation energy', undefined], ['six times as fast as at 25 degC', () => 6]])(
    'has, %s, the resistance of the ladder between its pores',
    (_, temperatureFactor) => {
      const plane = { kind: 'planar' as const,
        material: { ...material, ...(temperatureFactor && { temperatureFactor }) }, resistance: 5e-4 };
      const bare = resistanceOf(plane);
      const hosted = resistanceOf(hostedPlane(plane, host, 0.05, temperature));
      expect(bare / hosted).toBeCloseTo(hostFactor(host, 0.05, bare), 9);
    },
  );
});
