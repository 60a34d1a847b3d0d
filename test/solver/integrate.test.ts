import { describe, expect, it } from 'vitest';
import type { EventFunction } from '../../src/solver/dae-problem.js';
import { denseProblem } from '../support/dense-problem.js';
import { movingConstraint, movingWall, ode, protheroRobinson, solve } from './support.js';

const event = (name: string, value: EventFunction['value']): EventFunction => ({ name, value });

/** y' = 1: time itself, without error. */
const clock = ode(() => 1);

describe('events', () => {
  it('are located on the polynomial of the step, as accurately as the solution', () => {
    for (const tolerance of [1e-4, 1e-6, 1e-8]) {
      const half = event('half', (_t, y) => 0.5 - y[0]);
      const { time, outcome, y } = solve(protheroRobinson(10), [0], [1], 10, { tolerance, events: [half] });
      expect(outcome).toMatchObject({ reason: 'event', event: 'half' });
      expect(Math.abs(time - Math.asin(0.5))).toBeLessThan(20 * tolerance);
      expect(Math.abs(y[0] - 0.5)).toBeLessThan(1e-8);
    }
  });

  it('leave a state in which they have happened', () => {
    const half = event('half', (_t, y) => 0.5 - y[0]);
    const { y, time } = solve(protheroRobinson(10), [0], [1], 10, { events: [half] });
    expect(half.value(time, y)).toBeLessThanOrEqual(0);
  });

  describe('of an algebraic unknown', () => {
    const one = event('one', (_t, y) => 1 - y[1]);
    const constrained = (t: number, y: Float64Array): number => (y[0] * Math.exp(t)) / (2 + Math.sin(t));
    const end = (makeConsistent?: (t: number, y: Float64Array) => boolean) => {
      const { time, y } = solve(movingConstraint, [1, 0.5], [0, 0], 3, { tolerance: 1e-3, events: [one],
        makeConsistent });
      return { time, z: y[1], off: Math.abs(y[1] - constrained(time, y)) };
    };
    const interpolated = end();

    it('are zero in a state that satisfies its equations, where one is asked for', () => {
      const { z, off } = end((t, y) => {
        y[1] = constrained(t, y);
        return true;
      });
      expect(off).toBeLessThan(1e-15);
      expect(Math.abs(z - 1)).toBeLessThan(1e-6);
      expect(interpolated.off).toBeGreaterThan(4e-6);
    });

    it('stay where the polynomial has them, where there is none', () => {
      const none = (_t: number, y: Float64Array): boolean => {
        y.fill(7);
        return false;
      };
      expect(end(none)).toEqual(interpolated);
    });

    it('stay where the polynomial has them, where no state is at zero', () => {
      const { time, z } = end((_t, y) => {
        y[1] = 0.9;
        return true;
      });
      expect([time, z]).toEqual([interpolated.time, 0.9]);
    });
  });

  it('end the run at the earliest of several in one step, whatever their order in the list', () => {
    const events = [7.3, 7.1, 7.2].map((at) => event(`at ${at}`, (_t, y) => at - y[0]));
    const { time, outcome, times } = solve(clock, [0], [1], 1e6, { events });
    expect(outcome.event).toBe('at 7.1');
    expect(time).toBeCloseTo(7.1, 6);
    // the step that found it did reach past all three
    expect(times.at(-2)).toBeLessThan(7.1);
  });

  it('count only where they fall from above', () => {
    const rising = event('rising', (_t, y) => 1e-3 + y[0]);
    const falling = event('falling', (_t, y) => 5 - y[0]);
    expect(solve(clock, [0], [1], 10, { events: [rising, falling] }).outcome.event).toBe('falling');
  });

  it('that are past at the start end the run there, without a step', () => {
    for (const value of [0, -1]) {
      const { time, outcome, counters, times, y } = solve(clock, [3], [1], 10, {
        events: [event('past', () => value)],
      });
      expect(outcome).toMatchObject({ reason: 'event', event: 'past' });
      expect([time, counters.steps, times, [...y]]).toEqual([0, 0, [0], [3]]);
    }
  });

  it('that are past at the start mark it as the end', () => {
    const marks: boolean[] = [];
    solve(clock, [3], [1], 10, {
      events: [event('past', () => -1)],
      onStep: (_t, _y, isLast) => marks.push(isLast) > 0,
    });
    expect(marks).toEqual([true]);
  });

  it('that come to zero and stay there have happened', () => {
    const left = event('empty', (_t, y) => Math.max(0, 5 - y[0]));
    const { outcome, y } = solve(clock, [0], [1], 1e6, { events: [left] });
    expect(outcome.event).toBe('empty');
    expect(y[0]).toBeGreaterThanOrEqual(5);
  });

  it('at the very end of the interval come before it', () => {
    expect(solve(clock, [0], [1], 1, { events: [event('at the end', (t) => 1 - t)] }).outcome.event).toBe('at the end');
  });

  it.each([1e-9, 1, 1e9])('are located as well where %d s are what 1 s is elsewhere', (unit) => {
    const decay = ode((_t, y) => -y / unit);
    const { time, y } = solve(decay, [1], [-1 / unit], 100 * unit, { events: [event('half', (_t, s) => s[0] - 0.5)] });
    expect(Math.abs(time / unit - Math.LN2)).toBeLessThan(2e-5);
    expect(Math.abs(y[0] - 0.5)).toBeLessThan(1e-8);
  });

  it('cost a few looks, also where the clock resolves no more than the step', () => {
    let looks = 0;
    const seen = event('bent', (t) => {
      looks++;
      return Math.cbrt(1e-9 - (t - 1e3));
    });
    const { outcome, counters } = solve(clock, [0], [1], 1e3 + 1e-8, { start: 1e3, events: [seen] });
    expect(outcome.event).toBe('bent');
    expect(looks).toBeLessThan(counters.steps + 20);
  });

  it('beyond the end of the interval do not happen', () => {
    const { time, outcome } = solve(clock, [0], [1], 5, { events: [event('late', (_t, y) => 5.01 - y[0])] });
    expect(outcome.reason).toBe('end-of-interval');
    expect(time).toBe(5);
  });
});

describe('the interval', () => {
  it('ends at its end, and the equations are never asked beyond it', () => {
    let latest = 0;
    const watched = ode((t) => {
      latest = Math.max(latest, t);
      return Math.sqrt(Math.max(0, 2 - t));
    });
    const { time, outcome, y } = solve(watched, [0], [Math.SQRT2], 2);
    expect(outcome.reason).toBe('end-of-interval');
    expect(time).toBe(2);
    expect(latest).toBeLessThanOrEqual(2);
    expect(y[0]).toBeCloseTo((2 / 3) * 2 ** 1.5, 4);
  });

  it('may start late and be short, long or empty', () => {
    for (const length of [1e-9, 1e-3, 1, 1e9]) {
      const start = 1e3;
      const { time, y } = solve(clock, [0], [1], start + length, { start });
      expect(time).toBe(start + length);
      expect(Math.abs(y[0] / length - 1)).toBeLessThan(2e-3);
    }
    const { time, outcome, counters } = solve(clock, [7], [1], 3, { start: 3 });
    expect([time, outcome.reason, counters.newtonIterations]).toEqual([3, 'end-of-interval', 0]);
  });

  it.each([1e-9, 1e9])('takes no other steps where its seconds last %d s', (unit) => {
    const decay = (scale: number) => solve(ode((_t, y) => -y / scale), [1], [-1 / scale], 5 * scale);
    const [scaled, plain] = [decay(unit), decay(1)];
    expect(scaled.counters.steps).toBe(plain.counters.steps);
    expect(Math.abs(scaled.y[0] / plain.y[0] - 1)).toBeLessThan(1e-9);
    expect(Math.abs(scaled.y[0] / Math.exp(-5) - 1)).toBeLessThan(1e-3);
  });

  it('takes no other steps where it starts later or ends at zero', () => {
    const steps = (start: number) => solve(ode(() => 0), [4], [0], start + 1024, { start }).counters.steps;
    expect([2 ** 20, -1024].map(steps)).toEqual([steps(0), steps(0)]);
  });

  it('may have a kink at its start, which changes nothing', () => {
    const times = (kinks: readonly number[]) => solve(protheroRobinson(5), [0], [1], 3, { kinks }).times;
    expect(times([0])).toEqual(times([]));
  });

  it('is reported from its start to its end in rising times, the last one marked', () => {
    const marks: boolean[] = [];
    const { times } = solve(protheroRobinson(5), [0], [1], 3, {
      onStep(_t, _y, isLast) {
        marks.push(isLast);
        return true;
      },
    });
    expect(times[0]).toBe(0);
    expect(times.at(-1)).toBe(3);
    expect(times.every((t, i) => i === 0 || t > times[i - 1])).toBe(true);
    expect(marks.indexOf(true)).toBe(marks.length - 1);
  });

  it('has a step end at every kink that is named', () => {
    // y' = |sin t| - y/2: the slope of F jumps at every multiple of pi
    const folded = ode((t, y) => Math.abs(Math.sin(t)) - y / 2);
    const kinks = [Math.PI, 2 * Math.PI, 3 * Math.PI, 50];
    const run = (given: readonly number[]) => solve(folded, [0], [0], 10, { kinks: given });
    const named = run(kinks);
    for (const kink of kinks.slice(0, 3)) {
      expect(Math.min(...named.times.map((t) => Math.abs(t - kink)))).toBeLessThan(1e-12);
    }
    expect(named.time).toBe(10);
    expect(named.counters.rejectedSteps).toBeLessThan(run([]).counters.rejectedSteps);
  });

  it('passes quietly where nothing happens', () => {
    const { counters, y } = solve(ode(() => 0), [4], [0], 1e6);
    expect(y[0]).toBe(4);
    expect(counters.steps).toBeLessThan(30);
    expect(counters.rejectedSteps).toBe(0);
  });
});

describe('named outcomes', () => {
  it('step-too-small where the solution blows up: y = 1 / (1 - t)', () => {
    const { time, outcome } = solve(ode((_t, y) => y * y), [1], [1], 2, { tolerance: 1e-4 });
    expect(outcome.reason).toBe('step-too-small');
    expect(time).toBeCloseTo(1, 3);
    expect(outcome.evidence).toMatchObject({ time, worstUnknown: 'y[0]' });
    expect(outcome.evidence?.step).toBeLessThan(1e-6);
    expect(outcome.sentence).not.toBe('');
  });

  it('goes on with the next branch where one of an algebraic unknown ends', () => {
    // y = t, y - 1 = w^3 - w with w = 100 z: the branch from w = -1.32 ends at y = 1 + 2/sqrt(27), and the one above it is the last
    const folds = denseProblem({
      differential: [true, false],
      names: ['y', 'z'],
      residual(_t, y, yp, out) {
        const w = 100 * y[1];
        out[0] = yp[0] - 1;
        out[1] = y[0] - 1 - w ** 3 + w;
      },
    });
    const { outcome, y } = solve(folds, [0, -0.013247179572447], [1, 0], 2, { tolerance: 1e-4 });
    expect(outcome.reason).toBe('end-of-interval');
    expect(100 * y[1]).toBeCloseTo(1.3247, 2);
  });

  it('step-too-small where the equations leave their domain, naming the unknown that left it', () => {
    const { time, outcome } = solve(movingWall(), [0], [1], 2);
    expect(outcome.reason).toBe('step-too-small');
    expect(time).toBeCloseTo(1, 4);
    expect(outcome.evidence?.norm).toBeNaN();
    const second = denseProblem({
      differential: [true, true],
      names: ['tame', 'wild'],
      residual(t, _y, yp, out) {
        out[0] = yp[0] - 1;
        out[1] = yp[1] - (t < 1 ? 1 : NaN);
      },
    });
    expect(solve(second, [0, 0], [1, 1], 9).outcome.evidence?.worstUnknown).toBe('wild');
  });

  it('too-many-steps, with the state that was reached', () => {
    const { time, outcome, counters, y } = solve(protheroRobinson(1), [0], [1], 100, { maximumSteps: 20 });
    expect(outcome.reason).toBe('too-many-steps');
    expect(outcome.evidence).toBeUndefined();
    expect(counters.steps).toBe(20);
    expect(y[0]).toBeCloseTo(Math.sin(time), 5);
  });

  it('stopped-by-caller, at the start or at a step', () => {
    const atStart = solve(clock, [0], [1], 10, { onStep: () => false });
    expect([atStart.outcome.reason, atStart.time, atStart.counters.steps]).toEqual(['stopped-by-caller', 0, 0]);
    const later = solve(clock, [0], [1], 10, { onStep: (t) => t < 2 });
    expect(later.outcome.reason).toBe('stopped-by-caller');
    expect(later.time).toBeGreaterThanOrEqual(2);
    expect(later.y[0]).toBeCloseTo(later.time, 9);
  });
});
