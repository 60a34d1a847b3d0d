import { describe, expect, it } from 'vitest';
import { illinois } from '../../src/solver/root.js';

function find(f: (x: number) => number, a: number, b: number, resolution: number) {
  let calls = 0;
  const root = illinois((x) => {
    calls++;
    return f(x);
  }, a, f(a), b, f(b), resolution);
  return { root, calls };
}

describe('illinois', () => {
  it('finds roots to its resolution in few evaluations, fewer than with a value halved each time', () => {
    let calls = 0;
    for (const [f, root] of [
      [(x: number) => x * x - 2, Math.SQRT2],
      [(x: number) => Math.cos(x), Math.PI / 2],
      [(x: number) => 1 - Math.exp(x - 1), 1],
    ] as const) {
      const found = find(f, 0.5, 3, 1e-12);
      expect(Math.abs(found.root - root)).toBeLessThan(1e-12);
      calls += found.calls;
    }
    expect(calls).toBeLessThanOrEqual(26);
  });

  it('is not held up by a function that is flat on one side, where plain false position crawls', () => {
    const exact = 1e-3 ** (1 / 9);
    for (const [f, wanted] of [
      [(x: number) => x ** 9 - 1e-3, exact],
      // flat at its other end
      [(x: number) => 1e-3 - (1 - x) ** 9, 1 - exact],
    ] as const) {
      const { root, calls } = find(f, 0, 1, 1e-10);
      expect(Math.abs(root - wanted)).toBeLessThan(1e-10);
      expect(calls).toBeLessThan(40);
    }
  });

  it('returns the side of the second end, so that what ends there has happened', () => {
    const f = (x: number) => Math.exp(-x) - 0.3;
    expect(f(find(f, 0, 4, 1e-3).root)).toBeLessThanOrEqual(0);
    expect(f(find(f, 4, 0, 1e-3).root)).toBeGreaterThanOrEqual(0);
  });

  it('takes an end that is a root', () => {
    expect(find((x) => x - 1, 1, 2, 1e-9)).toEqual({ root: 1, calls: 0 });
    expect(find((x) => x - 2, 1, 2, 1e-9).root).toBe(2);
  });

  it('works on a bracket of either direction and through a jump', () => {
    expect(find((x) => x - 0.3, 1, 0, 1e-12).root).toBeCloseTo(0.3, 11);
    expect(find((x) => (x < 0.7 ? 1 : -1), 0, 1, 1e-6).root).toBeCloseTo(0.7, 5);
  });

  it('ends where the bracket is small enough, or falls no further', () => {
    const jump = (x: number) => (x < 0.7 ? 1 : -1);
    expect(find(jump, 0, 1, 1e-6).calls).toBeLessThan(40);
    expect(find(jump, 0, 1, 0).calls).toBe(100);
  });
});
