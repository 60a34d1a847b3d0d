import { describe, expect, it } from 'vitest';
import type { ProtocolStep } from '../../src/config/case.js';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { cutoffs } from '../../src/simulation/cutoffs.js';
import { loadStep } from '../../src/simulation/load-step.js';
import { restedState } from '../../src/simulation/rested-state.js';
import { activeMaterial, cellModel } from '../support/cell-model.js';

/** Rests at 4.4 - 0.8 s volt, so at 4 V. */
const problem = new CellProblem(cellModel({
  layers: [{ thickness: 60e-6, cells: 2, kappa: 0.05, sigma: 1, material: activeMaterial() }],
}));
const rested = restedState(problem, [0.5]);
const rate = { kind: 'currentDensity', value: 20 } as const;

/** What is left to each cut-off of a step, in the cell as it rests but for a current and a charge that passed before and since. */
function left(step: ProtocolStep, { current = 0, before = 0, since = 0 } = {}): number[] {
  const start = rested.slice();
  start[problem.unknowns.charge] = before;
  const now = start.slice();
  now[problem.unknowns.charge] += since;
  now[problem.unknowns.current] = current;
  return cutoffs(problem, loadStep(step, NaN, NaN), start).map(({ value }) => value(0, now));
}

describe('what is left to a cut-off', () => {
  it('is nothing that a step without one could meet', () => {
    expect(left({ kind: 'discharge', rate, until: { time: 10 } })).toEqual([]);
  });

  it.each([['discharge', 3.9, 0.1], ['discharge', 4.1, -0.1], ['charge', 4.1, 0.1], ['charge', 3.9, -0.1]] as const)(
    'of the voltage of a %s to %d V from 4 V is %d V',
    (kind, voltage, volts) => {
      const [only, ...others] = left({ kind, rate, until: { voltage } });
      expect(only).toBeCloseTo(volts, 12);
      expect(others).toEqual([]);
    },
  );

  it('of the voltage of a rest is what lies between, from either side', () => {
    for (const voltage of [3.9, 4.1]) {
      expect(left({ kind: 'rest', until: { time: 1, voltage } })[0]).toBeCloseTo(0.1, 12);
    }
  });

  it('of a window of voltage is what lies to either bound', () => {
    const profile = { name: 'none', kind: 'current', time: [0, 10], value: [0, 0], interpolation: 'linear' } as const;
    const [above, below] = left({ kind: 'profile', profile, until: { voltageWindow: [3.8, 4.3] } });
    expect([above, below].map((volts) => Math.round(1e9 * volts) / 1e9)).toEqual([0.2, 0.3]);
  });

  it('of a current is what it has to fall in a hold and to rise elsewhere, either sign', () => {
    const until = { current: rate };
    for (const current of [25, -25]) {
      expect(left({ kind: 'hold', voltage: 4, until }, { current })).toEqual([5]);
      expect(left({ kind: 'discharge', rate: { kind: 'power', value: 50 }, until }, { current })).toEqual([-5]);
    }
  });

  it('of a charge counts from the start of the step, either sign', () => {
    for (const since of [2000, -2000]) {
      expect(left({ kind: 'discharge', rate, until: { arealCapacity: 9000 } }, { before: 5000, since })).toEqual([
        7000,
      ]);
    }
  });
});
