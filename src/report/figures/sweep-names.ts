import * as Plot from '@observablehq/plot';
import { columnTitle } from '../sweep/key-words.js';
import type { SweepPoint, SweepSummary } from '../sweep/sweep-summary.js';
import { axes, type Figure, panel, sheetWithLegend, textWidth } from './figure.js';
import { cycled, faint, markers, rateColour } from './palette.js';

const lineHeight = 17;
const plotWidth = 560;

/** More names than this are no figure. */
const mostNames = 150;

/** Energy and utilisation by name, where one of the varied keys takes names: a line per name, the best at the fastest rate on top. */
export function sweepNames({ inputs, points, best }: SweepSummary): Figure | undefined {
  const at = inputs.findIndex(({ type }) => type === 'text');
  if (at < 0 || points.length === 0) return undefined;
  const names = [...new Set(points.map((point) => String(point.inputs[at])))];
  if (names.length < 2 || names.length > mostNames) return undefined;
  const rates = best.map(({ rate }) => rate);
  const fastest = rates[rates.length - 1];
  const rows = names.map((name) => rowOf(name, points.filter((point) => String(point.inputs[at]) === name), rates))
    .sort((a, b) => (b.simulated.get(fastest) ?? -1) - (a.simulated.get(fastest) ?? -1));
  const left = 20 + Math.max(...names.map((name) => textWidth(name)));
  const height = rows.length * lineHeight + 70;
  const items = [
    { label: 'if all worked', colour: faint, marker: 'times' as const },
    ...rates.map((rate, k) => ({ label: rate === '' ? 'simulated' : rate, colour: rateColour(k, rates.length),
      marker: cycled(markers, k) })
    ),
  ];
  const title = `Energy of the pouch cell by ${columnTitle(inputs[at])}`;
  return {
    name: 'names',
    title,
    caption:
      `The best design of each name, whatever its other numbers are, at each rate; sorted by ${
        fastest || 'energy'
      }. Crosses: what it would be `
      + 'if all of the active material worked. A name without a mark is no case, or delivers nothing.',
    svg: sheetWithLegend(title, { width: left + plotWidth, height, left }, [
      panel({ x: 0, y: 0, width: left + plotWidth, height }, [left, 16, 12], {
        x: { domain: [0, 1.04 * Math.max(...rows.map(({ full }) => full ?? 0))] },
        y: { type: 'point', domain: rows.map(({ name }) => name), padding: 0.6 },
        marks: [
          ...axes({ x: { label: 'Pouch cell (Wh/kg)', ticks: 8 }, y: { label: null, tickSize: 0 } }),
          Plot.gridX({ stroke: '#000', strokeOpacity: 0.08 }),
          Plot.dot(rows.flatMap(({ name, full }) => full === undefined ? [] : [{ x: full, y: name }]), { x: 'x', y: 'y',
            symbol: 'times', r: 3, stroke: faint }),
          ...rates.map((rate, k) =>
            Plot.dot(rows.flatMap(({ name, simulated }) => {
              const x = simulated.get(rate);
              return x === undefined ? [] : [{ x, y: name }];
            }), { x: 'x', y: 'y', symbol: cycled(markers, k), r: 3.5, fill: rateColour(k, rates.length) })
          ),
        ],
      }),
    ], items, { columns: Math.max(1, Math.floor(plotWidth / 120)) }),
  };
}

interface Row {
  readonly name: string;
  readonly full?: number;
  readonly simulated: ReadonlyMap<string, number>;
}

function rowOf(name: string, own: readonly SweepPoint[], rates: readonly string[]): Row {
  const most = (values: readonly (number | null)[]): number | undefined => {
    const found = values.filter((value) => value !== null);
    return found.length > 0 ? Math.max(...found) : undefined;
  };
  return {
    name,
    full: most(own.map(({ full }) => full.Wh_kg)),
    simulated: new Map(rates.flatMap((rate) => {
      const value = most(own.filter((point) => point.rate === rate).map(({ simulated }) => simulated.Wh_kg));
      return value === undefined ? [] : [[rate, value]];
    })),
  };
}
