import { describe, expect, it } from 'vitest';
import type { LoadProfile } from '../../src/config/case.js';
import { loadPieces, PiecewiseLinear } from '../../src/simulation/load-pieces.js';
import { discharge, hold, profile } from '../support/runs.js';

const shape: Omit<LoadProfile, 'name' | 'interpolation'> = { kind: 'current', time: [0, 10, 10, 20, 30],
  value: [1, 2, 5, 5, 0] };

/** Ends, kinks and targets at the start and the end of each piece. */
function piecesOf(load: Omit<LoadProfile, 'name'>, until = {}, start = 100) {
  return loadPieces(profile(load, until), start, 4).map(({ control: { target }, end, kinks }, i, all) => {
    const at = (t: number): number => (typeof target === 'number' ? target : target.at(t));
    return { from: at(i === 0 ? start : all[i - 1].end), to: at(end), end, kinks };
  });
}

describe('the pieces of a load', () => {
  it('are one where the load is constant, ended by its duration or by a cut-off only', () => {
    expect(loadPieces(discharge(30, { time: 60 }), 5, 4))
      .toEqual([{ control: { kind: 'current', target: 30 }, end: 65, kinks: [] }]);
    expect(loadPieces(discharge(30, {}), 5, 4)[0].end).toBe(Infinity);
  });

  it('of a hold go to their voltage, or stay at the one that was found', () => {
    const control = (voltage: number | 'now') => loadPieces(hold(voltage, { time: 1 }), 0, 3.7)[0].control;
    expect(control(4.2)).toEqual({ kind: 'voltage', target: 4.2 });
    expect(control('now')).toEqual({ kind: 'voltage', target: 3.7 });
  });

  it('of lines part at double times and have kinks at the others', () => {
    expect(piecesOf({ ...shape, interpolation: 'linear' })).toEqual([
      { from: 1, to: 2, end: 110, kinks: [] },
      { from: 5, to: 0, end: 130, kinks: [120] },
    ]);
  });

  it('of a stepwise load part where the value changes', () => {
    expect(piecesOf({ ...shape, interpolation: 'previous' })).toEqual([
      { from: 1, to: 1, end: 110, kinks: [] },
      { from: 5, to: 5, end: 130, kinks: [] },
    ]);
  });

  it('end with the step', () => {
    const linear = { ...shape, interpolation: 'linear' } as const;
    const ends = (time: number) => piecesOf(linear, { time }).map(({ end, kinks }) => [end, ...kinks]);
    expect(ends(5)).toEqual([[105]]);
    expect(ends(10)).toEqual([[110]]);
    expect(ends(20)).toEqual([[110], [120]]);
    expect(ends(25)).toEqual([[110], [125, 120]]);
    expect(ends(99)).toEqual([[110], [130, 120]]);
  });

  it('leave out jumps without duration: the last value at a time counts', () => {
    const time = [0, 0, 10, 10, 10, 20, 20];
    const pieces = piecesOf({ kind: 'current', time, value: [9, 1, 1, 7, 3, 3, 8], interpolation: 'linear' });
    expect(pieces).toEqual([{ from: 1, to: 1, end: 110, kinks: [] }, { from: 3, to: 3, end: 120, kinks: [] }]);
  });
});

it('lines join their points whatever the order of the questions', () => {
  const lines = new PiecewiseLinear([0, 1, 3, 4], [0, 2, -2, 5]);
  const exact: readonly (readonly [number, number])[] = [[0, 0], [0.5, 1], [1, 2], [2, 0], [3, -2], [3.5, 1.5], [4, 5]];
  for (const [t, value] of [...exact, ...[...exact].reverse()]) expect(lines.at(t)).toBe(value);
});
