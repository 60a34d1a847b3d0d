import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { differentialEvolution } from '../../../src/study/optimise/differential-evolution.js';
import { type Evaluation, quadraticStep,
  sequentialQuadratic } from '../../../src/study/optimise/sequential-quadratic.js';
import { profileAt } from '../../../src/study/optimise/unknowns.js';

describe('a quadratic step', () => {
  it('is the closed form on one active condition', () => {
    // least (d0 - 1)^2 + (d1 - 1)^2 with d0 + d1 <= 1: at (1/2, 1/2), multiplier 1
    const { d, multipliers } = quadraticStep([-2, -2], Matrix.eye(2).mul(2), [{ normal: [-1, -1], offset: 1, cap: 100 },
      { normal: [1, 0], offset: 5, cap: 100 }]);
    expect(d[0]).toBeCloseTo(0.5, 9);
    expect(d[1]).toBeCloseTo(0.5, 9);
    expect(multipliers[0]).toBeCloseTo(1, 9);
    expect(multipliers[1]).toBe(0);
  });

  it('exists where the conditions leave none: they are broken at their caps', () => {
    const { d, multipliers } = quadraticStep([0], Matrix.eye(1), [{ normal: [1], offset: -2, cap: 10 }, { normal: [-1],
      offset: -2, cap: 10 }]);
    expect(d[0]).toBeCloseTo(0, 6);
    expect(Math.max(...multipliers)).toBe(10);
  });
});

describe('sequential quadratic steps', () => {
  /** Rosenbrock's function on [-1, 2]^2 as the unit square. */
  const rosenbrock = (z: readonly number[]): Evaluation => {
    const [x, y] = z.map((value) => 3 * value - 1);
    return { value: 100 * (y - x * x) ** 2 + (1 - x) ** 2,
      slope: [3 * (-400 * x * (y - x * x) - 2 * (1 - x)), 3 * 200 * (y - x * x)], conditions: [], conditionSlopes: [] };
  };

  it('find the foot of a curved valley', () => {
    const found = sequentialQuadratic(rosenbrock, [0.1, 0.7], 60);
    expect(found?.converged).toBe(true);
    expect(found?.z[0]).toBeCloseTo(2 / 3, 2);
    expect(found?.z[1]).toBeCloseTo(2 / 3, 2);
  });

  it('give the multipliers of an active condition and of a bound', () => {
    // least x + 2 y on x y >= 1/4: x = 1/sqrt(2), y = 1/(2 sqrt(2)); d value/d bound = 2/sqrt(x y) at the optimum = sqrt(8)
    const found = sequentialQuadratic(
      ([x, y]) => ({ value: x + 2 * y, slope: [1, 2], conditions: [x * y - 0.25], conditionSlopes: [[y, x]] }),
      [0.9, 0.9],
    );
    expect(found?.z[0]).toBeCloseTo(Math.SQRT1_2, 3);
    expect(found?.z[1]).toBeCloseTo(0.5 * Math.SQRT1_2, 3);
    expect(found?.multipliers[0]).toBeCloseTo(Math.sqrt(8), 2);
    const atBound = sequentialQuadratic(([x]) => ({ value: -3 * x, slope: [-3], conditions: [], conditionSlopes: [] }),
      [0.3]);
    expect(atBound?.z).toEqual([1]);
    expect(atBound?.upper[0]).toBeCloseTo(3, 6);
  });

  it('come into the conditions from outside', () => {
    const found = sequentialQuadratic(
      ([x]) => ({ value: x, slope: [1], conditions: [x - 0.6], conditionSlopes: [[1]] }),
      [0.1],
    );
    expect(found?.z[0]).toBeCloseTo(0.6, 6);
  });
});

describe('differential evolution', () => {
  it('finds the lowest of many valleys, and keeps a condition', () => {
    // Rastrigin's function around (0.7, 0.3); the condition cuts its lowest valley off
    const f = (z: readonly number[]): number =>
      [z[0] - 0.7, z[1] - 0.3].reduce((sum, u) => sum + (10 * u) ** 2 - 10 * Math.cos(20 * Math.PI * u) + 10, 0);
    const free = differentialEvolution((z) => ({ value: f(z), broken: 0 }), 2, { population: 30, generations: 80 });
    expect(free?.z[0]).toBeCloseTo(0.7, 2);
    expect(free?.z[1]).toBeCloseTo(0.3, 2);
    const kept = differentialEvolution((z) => ({ value: f(z), broken: Math.max(0, z[0] - 0.5) }), 2, { population: 30,
      generations: 80 });
    expect(kept?.broken).toBe(0);
    expect(kept?.z[0]).toBeLessThanOrEqual(0.5);
  });

  it('has nothing where no point has a value', () => {
    expect(differentialEvolution(() => undefined, 2, { population: 8, generations: 2 })).toBeUndefined();
  });
});

describe('a profile', () => {
  const axis = { kind: 'profile', key: 'a', points: 4, from: 60, to: 95, mean: 80, unit: '%' } as const;

  it.each([[[0.5, 0.5, 0.5]], [[1, 0.5, 0.5]], [[0.2, 0.9, 0.4]], [[0, 1, 1]]])(
    'of %j has its mean and keeps its bounds',
    (z) => {
      const values = profileAt(axis, z);
      const mean = values.slice(1).reduce((sum, value, k) => sum + 0.5 * (value + values[k]), 0) / 3;
      expect(mean).toBeCloseTo(80, 9);
      for (const value of values) {
        expect(value).toBeGreaterThanOrEqual(60 - 1e-9);
        expect(value).toBeLessThanOrEqual(95 + 1e-9);
      }
    },
  );
});
