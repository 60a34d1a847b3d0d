import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fallingCurve, type Point } from '../../src/config/fields/falling-curve.js';
import { randomNumbers } from '../../src/voxels/random-numbers.js';

/** A slope with a plateau [V] over 0..180. */
const potential = (q: number): number => 4.3 - 0.002 * Math.min(q, 60) - 0.004 * Math.max(0, q - 120);

const rowsOf = (noise: (i: number) => number, of: (q: number) => number = potential): Point[] =>
  Array.from({ length: 361 }, (_, i): Point => [i / 2, of(i / 2) + noise(i)]);

const falls = (points: readonly Point[]): boolean =>
  points.every(([x, y], k) => k === 0 || (x > points[k - 1][0] && y <= points[k - 1][1]));

describe('a measured potential', () => {
  it('that falls stays as it is, in the order of x', () => {
    const rows = rowsOf(() => 0);
    expect(fallingCurve([...rows].reverse(), 0.01)).toEqual({ points: rows, bad: [] });
  });

  it('with a millivolt of noise falls afterwards, ends where its rows end, and lies closer to the truth than the rows', () => {
    const random = randomNumbers(3);
    const rows = rowsOf(() => 1e-3 * Math.sqrt(3) * (2 * random() - 1));
    const { points, smoothing, bad } = fallingCurve(rows, 0.01);
    expect(bad).toEqual([]);
    expect(falls(points)).toBe(true);
    expect([points[0][0], points[points.length - 1][0]]).toEqual([0, 180]);
    // the standard deviation of the rows, found from the rows alone
    expect(smoothing?.noise).toBeGreaterThan(0.7e-3);
    expect(smoothing?.noise).toBeLessThan(1.4e-3);
    expect(smoothing?.largestChange).toBeLessThan(5e-3);
    const deviation = (curve: readonly Point[]): number =>
      Math.sqrt(curve.reduce((sum, [x, y]) => sum + (y - potential(x)) ** 2, 0) / curve.length);
    expect(deviation(points.slice(1, -1))).toBeLessThan(deviation(rows));
  });

  it('has knots that round-off does not bring together, whatever the noise on evenly spaced rows', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = randomNumbers(seed);
      const rows = Array.from({ length: 400 }, (_, i): Point => {
        const q = Number(((165 * i) / 399).toFixed(3));
        return [q, 3.33 - 0.0033 * q + 2e-3 * (2 * random() - 1)];
      });
      const { points } = fallingCurve(rows, 0.01);
      const least = Math.min(...points.slice(1).map(([x], k) => x - points[k][0]));
      expect(least, `seed ${seed}`).toBeGreaterThan(1e-6);
    }
  });

  it('of a charge, which rises with the capacity, is the mirror image', () => {
    const random = randomNumbers(5);
    const noise = Array.from({ length: 361 }, () => 1e-3 * (2 * random() - 1));
    const down = fallingCurve(rowsOf((i) => noise[i]), 0.01);
    const up = fallingCurve(rowsOf((i) => noise[i]).map(([q, y]): Point => [180 - q, y]), 0.01);
    const mirrored = up.points.map(([q, y]): Point => [180 - q, y]).reverse();
    expect(mirrored.length).toBe(down.points.length);
    mirrored.forEach(([x, y], k) => {
      expect(x).toBeCloseTo(down.points[k][0], 9);
      expect(y).toBeCloseTo(down.points[k][1], 9);
    });
  });

  it('names every row that is off, and no other', () => {
    const rows = rowsOf(() => 0);
    for (const i of [7, 100, 250]) rows[i] = [rows[i][0], rows[i][1] + 0.05];
    expect(fallingCurve(rows, 0.01).bad).toEqual([7, 100, 250]);
  });

  it('that comes back up is refused where it does', () => {
    const loop = rowsOf(() => 0, (q) => (q < 120 ? 4.3 - 0.005 * q : 3.7 + 0.005 * (q - 120)));
    const { bad } = fallingCurve(loop, 0.01);
    expect(bad.length).toBeGreaterThan(50);
    expect(Math.min(...bad)).toBeGreaterThan(100);
  });

  it('never rises, whatever the rows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0, max: 200, noNaN: true }), fc.double({ min: 2, max: 5, noNaN: true })), {
          minLength: 2,
          maxLength: 60,
        }),
        (rows) => {
          const { points } = fallingCurve(rows, 10);
          const direction = Math.sign(points[0][1] - points[points.length - 1][1]);
          points.forEach(([, y], k) => {
            if (k > 0) expect(direction * (points[k - 1][1] - y)).toBeGreaterThan(-1e-9);
          });
        },
      ),
    );
  });
});
