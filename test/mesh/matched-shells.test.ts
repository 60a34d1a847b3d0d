import { describe, expect, it } from 'vitest';
import { particleShells } from '../../src/mesh/particle-shells.js';

const exactPole = 4.493409457909064 ** 2;

describe.each([1, 2, 3, 5, 8, 16, 24])('%d matched shells', (count) => {
  const shells = particleShells(count, 0);

  it('fill the sphere, each with a volume, and pass lithium between neighbours alone', () => {
    expect(shells.count).toBe(count);
    expect(shells.volumeShare.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 11);
    for (const share of shells.volumeShare) expect(share).toBeGreaterThan(0);
    for (let i = 0; i + 1 < count; i++) {
      expect(shells.outward[i]).toBeGreaterThan(0);
      const [given, taken] = [shells.outward[i] * shells.volumeShare[i],
        shells.inward[i + 1] * shells.volumeShare[i + 1]];
      expect(given / taken).toBeCloseTo(1, 12);
    }
  });

  it('stand as far apart as the sphere does while it fills evenly: the surface a fifth of the slope above the mean', () => {
    // s' = 3 in every shell: what passes outwards from shell i fills all shells inside it
    let [filled, s, mean] = [0, 0, 0];
    const values = Array.from(shells.volumeShare, (share, i) => {
      const value = s;
      filled += share;
      if (i + 1 < count) s += (3 * filled) / (shells.outward[i] * share);
      return value;
    });
    values.forEach((value, i) => (mean += value * shells.volumeShare[i]));
    expect(shells.slopeWeight + values[count - 1] - mean).toBeCloseTo(0.2, 11);
  });
});

it('the slowest rate is that of the sphere, tan z = z, to 2 % with five shells and to 1e-3 with ten', () => {
  for (const [count, bound] of [[5, 0.02], [10, 1e-3]]) {
    const { outward, inward } = particleShells(count, 0);
    // det(T + rate) of the row, from the centre: its first zero above none
    const sign = (rate: number): number => {
      let pivot = outward[0] - rate;
      let product = Math.sign(pivot);
      for (let i = 1; i < count; i++) {
        pivot = outward[i] + inward[i] - rate - (outward[i - 1] * inward[i]) / pivot;
        product *= Math.sign(pivot);
      }
      return product;
    };
    let [low, high] = [1, 40];
    const first = sign(low);
    for (let k = 0; k < 60; k++) {
      const middle = 0.5 * (low + high);
      if (sign(middle) === first) low = middle;
      else high = middle;
    }
    expect(Math.abs(low / exactPole - 1)).toBeLessThan(bound);
  }
});

it('more than 24 are 24, and the same shells are made once', () => {
  expect(particleShells(1000, 0).count).toBe(24);
  expect(particleShells(7, 0)).toBe(particleShells(7, 0));
});
