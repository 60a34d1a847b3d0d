import { describe, expect, it } from 'vitest';
import { sweepRanges } from '../../../src/report/figures/sweep-points.js';
import { summarise } from '../../../src/report/sweep/sweep-summary.js';
import { betweenReasons } from '../../../src/results/sweep-schema.js';
import { rowOf, sweepOf } from './support.js';

describe('the best of each tenth of a range', () => {
  it('is ten points, the highest value in the last tenth and in none of its own', () => {
    const sweep = sweepOf(31, 1);
    const rows = Array.from({ length: 31 },
      (_, design) =>
        rowOf(sweep, { design, 'a [um]': design, 'b [um]': 1, rate: '1C', cRate: 1, outcome: 'completed',
          pouch_Wh_kg: design === 30 ? 5 : 100 + design, pouchFull_Wh_kg: 200 }));
    const [, marks] =
      /aria-description="1C" data-mark="dot">(.*?)<\/g>/.exec(sweepRanges(summarise(sweep, () => rows))?.svg ?? '')
        ?? [];
    const heights = [...(marks ?? '').matchAll(/ cy="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(heights).toHaveLength(10);
    // a poor design at the very end hides none of the good ones beside it
    expect(heights).toEqual([...heights].sort((a, b) => b - a));
  });
});

it('reasons why designs are unlike the measured cells are counted one by one, numbers apart', () => {
  const sweep = sweepOf(4, 1);
  const outside = [null, 'cathode of 200 µm (up to 170 µm)',
    `cathode of 300 µm (up to 170 µm)${betweenReasons}composite anode; such cells lose capacity`,
    'composite anode; such cells lose capacity'];
  const rows = outside.map((reasons, design) =>
    rowOf(sweep, { design, 'a [um]': design, 'b [um]': 1, rate: '1C', cRate: 1, outcome: 'completed',
      outside: reasons })
  );
  const summary = summarise(sweep, () => rows);
  expect(summary.outside).toEqual({ rows: 3,
    reasons: [{ count: 2, example: 'cathode of 200 µm (up to 170 µm)' }, { count: 2,
      example: 'composite anode; such cells lose capacity' }] });
});
