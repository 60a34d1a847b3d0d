import * as Plot from '@observablehq/plot';
import { columnTitle } from '../sweep/key-words.js';
import type { SweepPoint, SweepSummary } from '../sweep/sweep-summary.js';
import { axes, type Figure, panel, sheetWithLegend } from './figure.js';
import { cycled, faint, markers, rateColour } from './palette.js';

const panelWidth = 330;
const panelHeight = 300;
const perRow = 3;
const left = 62;

/** Parts of the range of a varied number. */
const parts = 10;

/** The best energy in each part of the range of each varied number, one panel each, where the sweep is no map. */
export function sweepRanges({ inputs, points, best }: SweepSummary): Figure | undefined {
  const shown = inputs.flatMap((column, i) => (column.type === 'number' ? [{ column, i }] : []));
  if (shown.length === 0 || points.length === 0) return undefined;
  const rates = best.map(({ rate }) => rate);
  const most = Math.max(...points.flatMap(({ full, simulated }) => [full.Wh_kg ?? 0, simulated.Wh_kg ?? 0]));
  const rows = Math.ceil(shown.length / perRow);
  const columns = Math.min(perRow, shown.length);
  const width = Math.max(560, columns * panelWidth);
  const items = [
    { label: 'if all worked', colour: faint, marker: 'times' as const, dash: '4 3' },
    ...rates.map((rate, k) => (
      { label: rate === '' ? 'simulated' : rate, colour: rateColour(k, rates.length), marker: cycled(markers, k),
        dash: 'none' }
    )),
  ];
  const perLine = Math.max(1, Math.floor((width - left) / 140));
  const title = 'Energy of the pouch cell against what was varied';
  return {
    name: 'ranges',
    title,
    caption:
      'The best design in each tenth of the range of each varied number, whatever its other numbers are, at each rate. '
      + 'Crosses: the best promise there, if all of the active material worked.',
    svg: sheetWithLegend(title, { width, height: rows * panelHeight, left }, shown.map(({ column, i }, k) =>
      panel({
        x: (k % perRow) * panelWidth,
        y: Math.floor(k / perRow) * panelHeight,
        width: panelWidth,
        height: panelHeight,
      }, [left, 12, 12], {
        x: { domain: extent(points.map((point) => Number(point.inputs[i] ?? NaN))) },
        y: { domain: [0, 1.05 * most] },
        marks: [
          ...axes({
            x: { label: columnTitle(column), ticks: 5 },
            y: { label: k % perRow === 0 ? 'Pouch cell (Wh/kg)' : null },
          }),
          ...[undefined, ...rates].flatMap((rate, r) => {
            const colour = rate === undefined ? faint : rateColour(r - 1, rates.length);
            const best = bestOf(points, i, rate);
            return [
              Plot.line(best, { x: 'x', y: 'y', stroke: colour, strokeWidth: 1.5,
                ...(rate === undefined && { strokeDasharray: '4 3' }) }),
              Plot.dot(best, rate === undefined
                ? { x: 'x', y: 'y', symbol: 'times', r: 3, stroke: colour }
                : { x: 'x', y: 'y', symbol: cycled(markers, r - 1), r: 3.5, fill: colour }),
            ];
          }),
        ],
      })
    ), items, { columns: perLine }),
  };
}

/** By part of the range of input `i`, where its best design lies and what it has: at a rate, or promised. */
function bestOf(points: readonly SweepPoint[], i: number, rate: string | undefined): { x: number; y: number }[] {
  const at = (point: SweepPoint): number => Number(point.inputs[i] ?? NaN);
  const [low, high] = extent(points.map(at));
  const best = new Map<number, { x: number; y: number }>();
  for (const point of points) {
    const y = rate === undefined ? point.full.Wh_kg : point.rate === rate ? point.simulated.Wh_kg : null;
    const part = Math.floor((parts * (at(point) - low)) / (high - low));
    if (y !== null && Number.isFinite(part) && y > (best.get(part)?.y ?? -Infinity))
      best.set(part, { x: at(point), y });
  }
  return [...best].sort((a, b) => a[0] - b[0]).map(([, one]) => one);
}

function extent(values: readonly number[]): [number, number] {
  const found = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...found), Math.max(...found)];
  const room = 0.04 * (high - low || Math.abs(high) || 1);
  return [low - room, high + room];
}
