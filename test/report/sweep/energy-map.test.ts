import { describe, expect, it } from 'vitest';
import { energyMapFigure, interpolate, scaleOf } from '../../../src/report/figures/energy-map.js';
import { energyMap } from '../../../src/report/sweep/energy-map.js';
import { summarise } from '../../../src/report/sweep/sweep-summary.js';
import type { SweepDocument, SweepRow } from '../../../src/results/sweep-schema.js';
import { rowOf, sweepOf } from './support.js';

/** Energy 100 a - 10 (b - 2)^2 - rate, promised 100 a; no such cell at a = b = 1. */
function rowsOf(sweep: SweepDocument, nx: number, ny: number, rates: readonly number[]): SweepRow[] {
  const rows: SweepRow[] = [];
  for (let i = 0; i < nx; i++) {
    for (let j = 0; j < ny; j++) {
      const place = { design: i * ny + j, 'a [um]': i + 1, 'b [um]': j + 1 };
      if (i + j === 0)
        rows.push(rowOf(sweep, { ...place, outcome: 'invalid', sentence: 'a.yaml:1:2 a: expected less, found 17.5' }));
      else for (const rate of rates) {
          rows.push(rowOf(sweep, {
            ...place,
            rate: `${rate}C`,
            cRate: rate * (1 + 1e-13 * i),
            outcome: 'completed',
            pouch_Wh_kg: 100 * (i + 1) - 10 * (j - 1) ** 2 - rate,
            pouchFull_Wh_kg: 100 * (i + 1),
          }));
        }
    }
  }
  return rows;
}

describe('a map of energy', () => {
  const sweep = sweepOf(4, 3);
  const summary = summarise(sweep, () => rowsOf(sweep, 4, 3, [0.5, 2]));
  const map = energyMap(sweep, summary, 'Wh_kg');

  it('has the promise and one panel per rate, each with its best place', () => {
    expect(map?.panels.map(({ title, peak }) => [title, peak])).toEqual([
      ['full utilisation', { x: 4, y: 1, value: 400, atEdge: true }],
      ['0.5C', { x: 4, y: 2, value: 399.5, atEdge: true }],
      ['2C', { x: 4, y: 2, value: 398, atEdge: true }],
    ]);
    expect(map?.panels[1].values[0]).toEqual([null, 189.5, 289.5, 389.5]);
  });

  it('counts per the basis of the sweep, where its cells have no pouch', () => {
    const pellets: SweepDocument = { ...sweep, basis: 'electrode' };
    const rows = rowsOf(sweep, 4, 3, [1]).map((row) =>
      rowOf(sweep, { ...Object.fromEntries(sweep.columns.map(({ name }, i) => [name, row[i]])), electrode_Wh_kg: 7 })
    );
    const drawn = energyMap(pellets, summarise(pellets, () => rows), 'Wh_kg');
    // all the same: no place is best
    expect(drawn?.panels.map(({ peak, values }) => [peak, values.flat().filter(Boolean).length])).toEqual([
      [undefined, 0],
      [undefined, 11],
    ]);
    const promised = rows.map((row) =>
      rowOf(sweep, { ...Object.fromEntries(sweep.columns.map(({ name }, i) => [name, row[i]])),
        electrodeFull_Wh_kg: 9 })
    );
    expect([summary, summarise(pellets, () => promised)].map(({ promisesDiffer }) => promisesDiffer)).toEqual([true,
      false]);
    const flat = energyMap(pellets, summarise(pellets, () => promised), 'Wh_kg');
    expect(flat?.panels.map(({ title }) => title)).toEqual(['1C']);
    expect(energyMapFigure(flat!).caption).toContain('is the same everywhere, and not drawn');
    const { svg, caption } = energyMapFigure({ ...drawn!, panels: drawn!.panels.slice(1) });
    expect(svg).toContain('cathode layer (Wh/kg)');
    expect(svg + caption).not.toContain('pouch');
  });

  it('counts designs that are no case by what they say, numbers apart', () => {
    expect([...summary.outcomes]).toEqual([['invalid', 1], ['completed', 22]]);
    expect(summary.refusals).toEqual([{ count: 1, example: 'a: expected less, found 17.5' }]);
  });

  it('is over the rate where one number is varied, rates of one name being one', () => {
    const narrow = sweepOf(4, 1);
    const ofRates = energyMap(narrow, summarise(narrow, () => rowsOf(narrow, 4, 1, [0.5, 1, 2])), 'Wh_kg');
    expect(ofRates?.y).toMatchObject({ isRate: true, log: true });
    expect(ofRates?.panels.map(({ values }) => values.length)).toEqual([3, 3]);
    expect(ofRates?.panels[1].values[2]).toEqual([188, 288, 388]);
  });

  it('is drawn with a cell per design and a label per contour', () => {
    if (!map) throw new Error('no map');
    const { svg } = energyMapFigure(map);
    expect([...svg.matchAll(/data-mark="rect"/g)].length).toBe(4);
    expect(svg).toContain('best 400 Wh/kg');
    expect(svg).not.toContain('NaN');
  });

  it('has the value of a known design where it is one of the fields, lowest to highest around it elsewhere', () => {
    const marks = [{ name: 'one', at: { a: 3, b: 2 } }, { name: 'other', at: { a: 2.5, b: 2 } }];
    const known = energyMap({ ...sweep, marks }, summary, 'Wh_kg');
    if (!known) throw new Error('no map');
    expect(energyMapFigure(known).svg).toContain('A 300   B 200 to 300');
  });

  it('is no map where only text is varied', () => {
    const list = { ...sweep, definition: { method: 'list', designs: [] } };
    expect(energyMap(list, summary, 'Wh_kg')).toBeUndefined();
  });
});

describe('an axis', () => {
  it.each([true, false])('puts the centre of each field between its borders, logarithmic: %s', (log) => {
    const { edges, share, field } = scaleOf({ title: '', values: [1, 3, 10, 30], log, isRate: false, text: String });
    expect([edges[0], edges[4]]).toEqual([0, 1]);
    [1, 3, 10, 30].forEach((value, i) => {
      expect(share(value)).toBeGreaterThan(edges[i]);
      expect(share(value)).toBeLessThan(edges[i + 1]);
    });
    const [i, s] = field(share(10));
    expect(i + s).toBeCloseTo(2, 12);
  });

  it('interpolates a bilinear field exactly', () => {
    const values = [[0, 1, 2], [10, 12, 14]];
    expect(interpolate(values, [1, 0.5], [0, 0.25])).toBeCloseTo(0.75 * 1.5 + 0.25 * 13, 12);
  });
});
