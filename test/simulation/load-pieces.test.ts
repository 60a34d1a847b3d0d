import { describe, expect, it } from 'vitest';
import type { LoadProfile } from '../../src/config/case.js';
import { loadPieces } from '../../src/simulation/load-pieces.js';
import { discharge, hold, profile } from '../support/runs.js';

const shape: Omit<LoadProfile, 'name' | 'interpolation'> = { kind: 'current', time: [0, 10, 10, 20, 30],
  value: [1, 2, 5, 5, 0] };

/** Durations, kinks and targets at the start and the end of each piece. */
function piecesOf(load: Omit<LoadProfile, 'name'>, until = {}) {
  return loadPieces(profile(load, until), 4).map(({ control: { target }, duration, kinks }) => {
    const at = (t: number): number => (typeof target === 'number' ? target : target.at(t));
    return { from: at(0), to: at(duration), duration, kinks };
  });
}

describe('the pieces of a load', () => {
  it('are one where the load is constant, ended by its duration or by a cut-off only', () => {
    expect(loadPieces(discharge(30, { time: 60 }), 4))
      .toEqual([{ control: { kind: 'current', target: 30 }, duration: 60, kinks: [] }]);
    expect(loadPieces(discharge(30, {}), 4)[0].duration).toBe(Infinity);
  });

  it('of a hold go to their voltage, or stay at the one that was found', () => {
    const control = (voltage: number | 'now') => loadPieces(hold(voltage, { time: 1 }), 3.7)[0].control;
    expect(control(4.2)).toEqual({ kind: 'voltage', target: 4.2 });
    expect(control('now')).toEqual({ kind: 'voltage', target: 3.7 });
  });

  it('of lines part at double times and have kinks at the others', () => {
    expect(piecesOf({ ...shape, interpolation: 'linear' })).toEqual([
      { from: 1, to: 2, duration: 10, kinks: [] },
      { from: 5, to: 0, duration: 20, kinks: [10] },
    ]);
  });

  it('of a stepwise load part where the value changes', () => {
    expect(piecesOf({ ...shape, interpolation: 'previous' })).toEqual([
      { from: 1, to: 1, duration: 10, kinks: [] },
      { from: 5, to: 5, duration: 20, kinks: [] },
    ]);
  });

  it('end with the step', () => {
    const linear = { ...shape, interpolation: 'linear' } as const;
    const ends = (time: number) => piecesOf(linear, { time }).map(({ duration, kinks }) => [duration, ...kinks]);
    expect(ends(5)).toEqual([[5]]);
    expect(ends(10)).toEqual([[10]]);
    expect(ends(20)).toEqual([[10], [10]]);
    expect(ends(25)).toEqual([[10], [15, 10]]);
    expect(ends(99)).toEqual([[10], [20, 10]]);
  });

  it('leave out jumps without duration: the last value at a time counts', () => {
    const time = [0, 0, 10, 10, 10, 20, 20];
    const pieces = piecesOf({ kind: 'current', time, value: [9, 1, 1, 7, 3, 3, 8], interpolation: 'linear' });
    expect(pieces).toEqual([{ from: 1, to: 1, duration: 10, kinks: [] }, { from: 3, to: 3, duration: 10, kinks: [] }]);
  });
});
