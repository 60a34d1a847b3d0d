import { describe, expect, it } from 'vitest';
import type { ValidatedRow, ValidatedSource } from '../../../src/results/validation-schema.js';
import { validationScores } from '../../../src/study/validate/validation-scores.js';

const row = (cRate: number, predicted: number, outside: string[]): ValidatedRow => ({ what: 'discharge', label: '',
  unit: 'mAh/g', measured: 100, uncertainty: null, bound: null, read: 'stated', where: '', note: null, cRate,
  nominal: 200, predicted, outside, reason: null, low: 50, high: 150, inputs: [], byInputs: null, curve: null });

const source: ValidatedSource = { id: 'one', title: '', source: '', via: '', informs: [],
  cells: [{ name: '', note: null, transport: 'by law', assumed: [],
    rows: [row(0.1, 80, []), row(0.1, 150, ['because']), row(1, 20, ['because'])] }] };

describe('scores of what is said', () => {
  const { capacities: { all, slow, fast, withMiddles } } = validationScores([source], []);

  it('take the number inside, and the middle of the interval outside', () => {
    expect(withMiddles.all.rmsLn).toBeCloseTo(Math.abs(Math.log(0.8)) / Math.sqrt(3), 12);
    expect(withMiddles.slow.rmsLn).toBeCloseTo(Math.abs(Math.log(0.8)) / Math.SQRT2, 12);
    expect(withMiddles.fast.rmsLn).toBe(0);
  });

  it('stand beside those of the numbers that are computed', () => {
    expect([all.count, slow.count, fast.count]).toEqual([3, 2, 1]);
    expect(slow.rmsLn).toBeCloseTo(Math.hypot(Math.log(0.8), Math.log(1.5)) / Math.SQRT2, 12);
    expect(fast.rmsLn).toBeCloseTo(Math.log(5), 12);
    expect(withMiddles.all.inside).toBe(all.inside);
  });
});
