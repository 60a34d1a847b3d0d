import { describe, expect, it } from 'vitest';
import { bothWays, type Discrepancy } from '../../../src/study/ranges/calibrated-band.js';
import { type Delivered, intervalOf } from '../../../src/study/ranges/combine.js';

const exact: Discrepancy = { band: undefined, sdLnCapacity: bothWays(0), lossLnCapacity: 0, lossLnResistance: 0,
  sdMeanVoltage: 0, lossMeanVoltage: 0, outside: [] };
const at = (capacity: number, voltage = 3.7): Delivered => ({ capacity, voltage, energy: NaN });

describe('the interval of one quantity', () => {
  it('is that of a single parameter where nothing else is uncertain, lower and upper side apart', () => {
    expect(intervalOf('capacity', 10, 10, [[at(6), at(11)]], exact, 20)).toEqual({ low: expect.closeTo(6, 12),
      high: expect.closeTo(11, 12) });
    expect(intervalOf('voltage', 3.7, 3.7, [[at(1, 3.5), at(1, 3.6)]], exact, Infinity))
      .toEqual({ low: expect.closeTo(3.5, 12), high: 3.7 });
  });

  it('adds independent parameters in quadrature', () => {
    const { low, high } = intervalOf('voltage', 3.7, 3.7, [[at(1, 3.67), at(1, 3.73)], [at(1, 3.66), at(1, 3.74)]],
      exact, Infinity);
    expect(low).toBeCloseTo(3.65, 12);
    expect(high).toBeCloseTo(3.75, 12);
  });

  it('carries over as a factor what was found on another mesh', () => {
    // a mesh on which the cell delivers a tenth more changes nothing where capacities are far above a hundredth of what there is
    const { low } = intervalOf('capacity', 1e4, 1.1e4, [[at(0.55e4)]], exact, 1e4);
    expect(low / 1e4).toBeCloseTo(0.5, 2);
  });

  it('is the discrepancy of the model alone where no parameter matters: 80 % of a normal distribution of the logarithm', () => {
    const { low, high } = intervalOf('capacity', 100, 100, [], { ...exact, sdLnCapacity: bothWays(0.2) }, 1e-3);
    expect(low).toBeCloseTo(100 * Math.exp(-1.2816 * 0.2), 2);
    expect(high).toBe(100);
    expect(intervalOf('capacity', 100, 100, [], { ...exact, sdLnCapacity: bothWays(0.2) }, 1000).high).toBeGreaterThan(
      125,
    );
  });

  it('has what the model misses downwards below, and what it misses upwards above', () => {
    const { low, high } = intervalOf('capacity', 100, 100, [], { ...exact, sdLnCapacity: { down: 0.2, up: 0.1 } },
      1000);
    expect(Math.log(110 / (low + 10)) / Math.log((high + 10) / 110)).toBeCloseTo(2, 9);
  });

  it('neither falls below nothing nor exceeds what there is', () => {
    const { low, high } = intervalOf('capacity', 10, 10, [[at(0), at(19)], [at(0), at(19)]], exact, 20);
    expect(low).toBe(0);
    expect(high).toBe(20);
    expect(intervalOf('capacity', 0, 0, [[at(0), at(5)]], exact, 20)).toEqual({ low: 0, high: expect.closeTo(5, 12) });
  });

  it('passes over ends at which no cell exists', () => {
    expect(intervalOf('capacity', 10, 10, [[undefined, at(9)], [undefined, undefined]], exact, 20)).toEqual({
      low: expect.closeTo(9, 12),
      high: 10,
    });
  });

  it('reaches lower by a loss that no law knows, to nothing where its size is not known, and no higher', () => {
    const without = intervalOf('capacity', 100, 100, [], { ...exact, sdLnCapacity: bothWays(0.2) }, 100);
    const lossy = intervalOf('capacity', 100, 100, [], { ...exact, sdLnCapacity: bothWays(0.2), lossLnCapacity: 1 },
      100);
    expect(lossy.high).toBe(without.high);
    expect(Math.log(101 / (lossy.low + 1))).toBeCloseTo(Math.hypot(1.2815515655 * 0.2, 1.6448536270), 9);
    expect(intervalOf('energy', 100, 100, [], { ...exact, lossLnCapacity: Infinity }, 100).low).toBe(0);
    expect(intervalOf('voltage', 3.7, 3.7, [], { ...exact, lossLnCapacity: Infinity }, 5).low).toBe(3.7);
  });
});
