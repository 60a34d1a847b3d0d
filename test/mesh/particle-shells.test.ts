import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { particleShells } from '../../src/mesh/particle-shells.js';
import type { ParticleShells } from '../../src/mesh/shell-row.js';

const shapes: readonly (readonly [number, number])[] = [[2, 1], [5, 1], [16, 1.25], [12, 1.5], [80, 1]];

/** Outer radii from the volume shares. */
function radii({ volumeShare }: ParticleShells): number[] {
  let volume = 0;
  return [0, ...Array.from(volumeShare, (share) => Math.cbrt(volume += share))];
}

/** Volume mean over a shell by Gauss's three-point rule, exact for s rho^2 up to degree five. */
function mean(s: (rho: number) => number, inner: number, outer: number): number {
  const [middle, half] = [(inner + outer) / 2, (outer - inner) / 2];
  const points = [[0, 8 / 9], [Math.sqrt(0.6), 5 / 9], [-Math.sqrt(0.6), 5 / 9]];
  const weighted = (f: (rho: number) => number): number =>
    points.reduce((sum, [x, w]) => sum + w * f(middle + half * x), 0);
  return weighted((rho) => s(rho) * rho * rho) / weighted((rho) => rho * rho);
}

describe.each(shapes)('%d shells, each %d times as thick as the next outer one', (count, grading) => {
  const shells = particleShells(count, grading);
  const radius = radii(shells);

  it('fill the sphere in the ratio asked for', () => {
    expect(shells.count).toBe(count);
    expect(shells.volumeShare.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 14);
    for (let i = 1; i < count; i++) {
      expect((radius[i] - radius[i - 1]) / (radius[i + 1] - radius[i])).toBeCloseTo(grading, 7);
    }
  });

  it('give the surface value of every parabola from its shell means and its slope: 1e-11', () => {
    const coefficient = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(fc.property(coefficient, coefficient, coefficient, (a, b, c) => {
      const parabola = (rho: number): number => a + b * (rho - 1) + c * (rho - 1) ** 2;
      const last = mean(parabola, radius[count - 1], radius[count]);
      const previous = mean(parabola, radius[count - 2], radius[count - 1]);
      const surface = shells.lastWeight * last + shells.previousWeight * previous + shells.slopeWeight * b;
      expect(Math.abs(surface - a)).toBeLessThan(1e-11);
    }));
  });

  it('pass on what they give, for any profile', () => {
    const profile = Float64Array.from({ length: count }, (_, i) => Math.sin(7 * i) + 0.1 * i);
    let change = 0;
    for (let i = 0; i < count; i++) {
      const outer = i + 1 < count ? shells.outward[i] * (profile[i + 1] - profile[i]) : 0;
      const inner = i > 0 ? shells.inward[i] * (profile[i] - profile[i - 1]) : 0;
      change += shells.volumeShare[i] * (outer - inner);
    }
    expect(Math.abs(change)).toBeLessThan(1e-11);
    expect(shells.outward[count - 1]).toBe(0);
    expect(shells.inward[0]).toBe(0);
  });

  it('take up 3/R of the flux through the surface', () =>
    expect(shells.surfaceGain * shells.volumeShare[count - 1]).toBeCloseTo(3, 12));
});

describe('one shell', () => {
  it('is the whole sphere: the surface of a straight line from its mean', () => {
    const { volumeShare, lastWeight, previousWeight, slopeWeight, surfaceGain } = particleShells(1, 1);
    expect(volumeShare[0]).toBeCloseTo(1, 15);
    expect([lastWeight, previousWeight]).toEqual([1, 0]);
    // mean of rho over a sphere is 3/4
    expect(slopeWeight).toBeCloseTo(1 / 4, 14);
    expect(surfaceGain).toBeCloseTo(3, 14);
  });
});

it('the diffusive rate of s = rho^2 tends to 6 inside: 2 % on 40 shells', () => {
  const shells = particleShells(40, 1);
  const radius = radii(shells);
  const profile = Float64Array.from(shells.volumeShare, (_, i) => mean((rho) => rho * rho, radius[i], radius[i + 1]));
  for (let i = 5; i < 39; i++) {
    const rate = shells.outward[i] * (profile[i + 1] - profile[i]) - shells.inward[i] * (profile[i] - profile[i - 1]);
    expect(Math.abs(rate - 6)).toBeLessThan(0.12);
  }
});
