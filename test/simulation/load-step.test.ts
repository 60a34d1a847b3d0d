import { describe, expect, it } from 'vitest';
import type { ProtocolStep } from '../../src/config/case.js';
import { loadStep } from '../../src/simulation/load-step.js';

/** Of a cell that a rate of 3 A/m2 is run with, and whose 1C is 30 A/m2. */
const loadOf = (step: ProtocolStep) => loadStep(step, 3, 30).load;
const twoC = { kind: 'cRate', value: 2 } as const;

describe('what a step asks of the cell', () => {
  it.each([['discharge', 1], ['charge', -1]] as const)(
    'a %s: its rate, of 1C, as a density, as a power or the one that is run',
    (kind, sign) => {
      expect(loadOf({ kind, rate: twoC, until: {} })).toEqual({ kind: 'current', target: 60 * sign });
      expect(loadOf({ kind, rate: { kind: 'currentDensity', value: 7 }, until: {} }))
        .toEqual({ kind: 'current', target: 7 * sign });
      expect(loadOf({ kind, rate: { kind: 'power', value: 50 }, until: {} })).toEqual({ kind: 'power',
        target: 50 * sign });
      expect(loadOf({ kind, rate: 'each', until: {} })).toEqual({ kind: 'current', target: 3 * sign });
    },
  );

  it('a rest: no current; a hold: its voltage, or the one that it finds', () => {
    expect(loadOf({ kind: 'rest', until: { time: 10 } })).toEqual({ kind: 'current', target: 0 });
    expect(loadOf({ kind: 'hold', voltage: 4.2, until: {} })).toEqual({ kind: 'voltage', target: 4.2 });
    expect(loadOf({ kind: 'hold', voltage: 'now', until: {} })).toEqual({ kind: 'voltage', target: 'now' });
  });

  it('a profile: what it lists, in its own kind', () => {
    const profile = { name: 'drive', kind: 'power', time: [0, 10], value: [50, -20], interpolation: 'linear' } as const;
    expect(loadOf({ kind: 'profile', profile, until: {} })).toEqual({ kind: 'power', target: profile });
  });

  it('a current to stop at, of 1C or as a density; none where it names none', () => {
    const cutoffOf = (until: ProtocolStep['until']) =>
      loadStep({ kind: 'hold', voltage: 4.2, until }, 3, 30).currentCutoff;
    expect(cutoffOf({ current: { kind: 'cRate', value: 0.05 } })).toBeCloseTo(1.5, 14);
    expect(cutoffOf({ current: { kind: 'currentDensity', value: 2 } })).toBe(2);
    expect(loadStep({ kind: 'hold', voltage: 4.2, until: {} }, 3, 30)).not.toHaveProperty('currentCutoff');
  });
});
