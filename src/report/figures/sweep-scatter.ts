import * as Plot from '@observablehq/plot';
import { columnTitle } from '../sweep/key-words.js';
import type { SweepSummary } from '../sweep/sweep-summary.js';
import { axes, legend, legendLine, panel, sheet, type Figure } from './figure.js';
import { cycled, faint, markers, rateColour } from './palette.js';

const panelWidth = 330;
const panelHeight = 300;
const perRow = 3;
const left = 62;

/** Energy against each varied number, one panel each, where the sweep is no map. */
export function sweepScatter({ inputs, points, best }: SweepSummary): Figure | undefined {
  const shown = inputs.flatMap((column, i) => (column.type === 'number' ? [{ column, i }] : []));
  if (shown.length === 0 || points.length === 0) return undefined;
  const rates = best.map(({ rate }) => rate);
  const most = Math.max(...points.flatMap(({ full, simulated }) => [full.Wh_kg ?? 0, simulated.Wh_kg ?? 0]));
  const rows = Math.ceil(shown.length / perRow);
  const columns = Math.min(perRow, shown.length);
  const width = Math.max(560, columns * panelWidth);
  const items = [
    { label: 'if all worked', colour: faint, marker: 'times' as const },
    ...rates.map((rate, k) => ({ label: rate === '' ? 'simulated' : rate, colour: rateColour(k, rates.length), marker: cycled(markers, k) })),
  ];
  const perLine = Math.max(1, Math.floor((width - left) / 140));
  const height = rows * panelHeight + 10 + legendLine * Math.ceil(items.length / perLine);
  const title = 'Energy of the pouch cell against what was varied';
  return {
    name: 'scatter', title,
    caption: 'Every design at every rate. Crosses: what the design would hold if all of its active material worked.',
    svg: sheet(title, width, height, [
      ...shown.map(({ column, i }, k) => panel({
        x: (k % perRow) * panelWidth, y: Math.floor(k / perRow) * panelHeight, width: panelWidth, height: panelHeight,
      }, {
        marginLeft: left, marginRight: 12, marginTop: 12, marginBottom: 52,
        x: { domain: extent(points.map((point) => Number(point.inputs[i] ?? NaN))) }, y: { domain: [0, 1.05 * most] },
        marks: [
          ...axes({
            x: { label: columnTitle(column), ticks: 5 },
            y: { label: k % perRow === 0 ? 'Pouch cell (Wh kg⁻¹)' : null },
          }),
          Plot.dot(points.filter(({ rate }) => rate === rates[0]), {
            x: (point) => point.inputs[i] as number, y: ({ full }) => full.Wh_kg ?? NaN, symbol: 'times', r: 2.5, stroke: faint,
          }),
          ...rates.map((rate, r) => Plot.dot(points.filter((point) => point.rate === rate), {
            x: (point) => point.inputs[i] as number, y: ({ simulated }) => simulated.Wh_kg ?? NaN, symbol: cycled(markers, r), r: 2.5,
            fill: rateColour(r, rates.length), fillOpacity: 0.7,
          })),
        ],
      })),
      legend({ x: left, y: rows * panelHeight + 4, width: width - left, height: 0 }, items, perLine),
    ]),
  };
}

function extent(values: readonly number[]): [number, number] {
  const found = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...found), Math.max(...found)];
  const room = 0.04 * (high - low || Math.abs(high) || 1);
  return [low - room, high + room];
}
