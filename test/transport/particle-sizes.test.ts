import { describe, expect, it } from 'vitest';
import { normalCumulative, normalQuantile } from '../../src/transport/normal-distribution.js';
import { sizeClasses, surfacePerVolume } from '../../src/transport/particle-sizes.js';

describe('the normal distribution', () => {
  // Abramowitz and Stegun, table 26.1
  it.each([[0, 0.5], [1, 0.841344746068543], [2, 0.977249868051821], [-3, 0.001349898031630]])('is Phi(%f) = %f',
    (z, p) => {
      expect(normalCumulative(z)).toBeCloseTo(p, 14);
      expect(normalQuantile(p)).toBeCloseTo(z, 10);
    });
});

describe('a lognormal distribution of sizes', () => {
  const median = 2.5e-6;
  const deviation = 0.6;

  it.each([1, 2, 5, 40])('keeps volume and surface in %i classes', (classes) => {
    const made = sizeClasses({ kind: 'lognormal', medianRadius: median, deviation, classes }, 1);
    expect(made.length).toBe(classes);
    expect(made.reduce((sum, { volumeShare }) => sum + volumeShare, 0)).toBeCloseTo(1, 12);
    // integral of (3/R) dV of the lognormal: (3/median) exp(d^2/2)
    expect(surfacePerVolume(made) / ((3 / median) * Math.exp(deviation ** 2 / 2))).toBeCloseTo(1, 9);
    for (let k = 1; k < classes; k++) expect(made[k].radius).toBeGreaterThan(made[k - 1].radius);
  });

  it('is symmetric in ln R about its median in the limit of narrow classes', () => {
    const made = sizeClasses({ kind: 'lognormal', deviation, classes: 99 }, median);
    expect(made[49].radius / median).toBeCloseTo(1, 3);
    expect((made[30].radius * made[68].radius) / median ** 2).toBeCloseTo(1, 3);
  });
});

it('listed classes keep their radii; shares are brought to a sum of one', () => {
  const listed = [{ radius: 1e-6, volumeShare: 0.3 }, { radius: 4e-6, volumeShare: 0.7 }];
  expect(sizeClasses({ kind: 'classes', classes: listed }, 1)).toEqual(listed);
  expect(sizeClasses(undefined, 3e-6)).toEqual([{ radius: 3e-6, volumeShare: 1 }]);
});
