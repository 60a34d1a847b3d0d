import * as Plot from '@observablehq/plot';
import { basisTitle, basisWords } from '../../cell/energy-density.js';
import { columnTitle } from '../sweep/key-words.js';
import type { SweepPoint, SweepSummary } from '../sweep/sweep-summary.js';
import { type Axis, type Curve, curveMarks, placeIn, plane, type Point } from './curves.js';
import { type Figure, sheetWithLegend, textWidth } from './figure.js';
import { cycled, faint, markers, rateColour } from './palette.js';

type Series = Omit<Curve, 'points'> & { readonly rate: string | undefined };

/** The promise, then every rate. */
const seriesOf = ({ best }: SweepSummary): Series[] => [
  { rate: undefined, label: 'full utilisation', colour: faint, marker: 'times', dash: '4 3' },
  ...best.map(({ rate }, k): Series => (
    { rate, label: rate === '' ? 'simulated' : rate, colour: rateColour(k, best.length), marker: cycled(markers, k),
      dash: 'none' }
  )),
];

/** Energy of a design at a rate, or promised where none is named. */
const energyOf = ({ rate: own, simulated, full }: SweepPoint, rate: string | undefined): number | null =>
  rate === undefined ? full.Wh_kg : own === rate ? simulated.Wh_kg : null;

/** A line as far as single numbers are said; beyond, hollow markers alone. */
const drawn = ({ rate, ...look }: Series, marked: readonly Point[]): Plot.Markish[] =>
  curveMarks({ ...look, points: marked.filter(({ stopped }) => !stopped), marked, size: rate === undefined ? 3 : 3.5,
    width: 1.5 });

const perRow = 3;

/** Parts of the range of a varied number; of so many values each is a part of its own. */
const parts = 10;

/** Values that span more are drawn on a logarithmic axis. */
const wideSpan = 50;

/** The best energy in each part of the range of each varied number, one panel each, where the sweep is no map. */
export function sweepRanges(summary: SweepSummary): Figure | undefined {
  const { inputs, points } = summary;
  const shown = inputs.flatMap((column, i) => (column.type === 'number' ? [{ column, i }] : []));
  if (shown.length === 0 || points.length === 0) return undefined;
  const most = Math.max(...points.flatMap(({ full, simulated }) => [full.Wh_kg ?? 0, simulated.Wh_kg ?? 0]));
  const columns = Math.min(perRow, shown.length);
  const [panelWidth, panelHeight, left] = [Math.max(330, 640 / columns), 300, 62];
  const place = placeIn(perRow, panelWidth, panelHeight);
  const width = columns * panelWidth;
  const items = seriesOf(summary);
  const beyond = points.some(({ outside }) => outside !== '')
    ? [{ label: 'unlike the measured cells for comparison', colour: faint, marker: 'circle', hollow: true } as const]
    : [];
  return sheetWithLegend({
    name: 'ranges',
    title: `Energy of the ${basisWords[summary.basis]} against what was varied`,
    caption:
      'The best design at each value of each varied number, or in each tenth of its range, whatever its other numbers are, at each rate. '
      + 'Crosses: the best energy there at full utilisation. Hollow: cells unlike the measured cells for comparison, as computed, '
      + 'so that lines end there.',
  }, { width, height: place(shown.length - 1).y + panelHeight, left },
    shown.map(({ column, i }, k) =>
      plane(place(k), [left, 12, 12], {
        x: { label: columnTitle(column), ...axisOf(points, i) },
        y: { label: k % perRow === 0 ? basisTitle(summary.basis) : null, domain: [0, 1.05 * most] },
      }, items.flatMap((item) => drawn(item, bestOf(points, i, item.rate))))
    ), [...items, ...beyond]);
}

/** By part of the range of input `i`, where its best design lies and what it has: at a rate, or promised, which is a number everywhere. */
function bestOf(points: readonly SweepPoint[], i: number, rate: string | undefined): Point[] {
  const values = valuesOf(points, i);
  const [low, high] = [values[0], values[values.length - 1]];
  const best = new Map<number, Point>();
  for (const point of points) {
    const y = energyOf(point, rate);
    const x = numberAt(point, i);
    // the highest value is in the last part, not in one of its own
    const part = values.length <= parts ? x : Math.min(parts - 1, Math.floor((parts * (x - low)) / (high - low)));
    if (y !== null && Number.isFinite(part) && y > (best.get(part)?.y ?? -Infinity))
      best.set(part, { x, y, stopped: rate !== undefined && point.outside !== '' });
  }
  return [...best].sort((a, b) => a[0] - b[0]).map(([, one]) => one);
}

const numberAt = ({ inputs }: SweepPoint, i: number): number => Number(inputs[i] ?? NaN);

/** Different values of input `i`, the least first. */
const valuesOf = (points: readonly SweepPoint[], i: number): number[] =>
  [...new Set(points.map((point) => numberAt(point, i)).filter(Number.isFinite))].sort((a, b) => a - b);

function axisOf(points: readonly SweepPoint[], i: number): Axis {
  const values = valuesOf(points, i);
  const [low, high] = [values[0], values[values.length - 1]];
  if (values.length <= parts && low > 0 && high > wideSpan * low)
    // of a base of ten no 7 and no 60 would be labelled
    return { type: 'log', base: 2, domain: [low / 1.25, high * 1.25], ticks: values, tickFormat: String };
  const room = 0.04 * (high - low || Math.abs(high) || 1);
  return { ticks: 5, domain: [low - room, high + room] };
}

const lineHeight = 17;
const plotWidth = 560;

/** More names than this are no figure. */
const mostNames = 150;

/** Energy by name, where one of the varied keys takes names: a line per name, the best at the fastest rate on top. */
export function sweepNames(summary: SweepSummary): Figure | undefined {
  const { inputs, points } = summary;
  const at = inputs.findIndex(({ type }) => type === 'text');
  if (at < 0 || points.length === 0) return undefined;
  const nameOf = (point: SweepPoint): string => String(point.inputs[at]);
  const names = [...new Set(points.map(nameOf))];
  if (names.length < 2 || names.length > mostNames) return undefined;
  const items = seriesOf(summary).map((item) => ({ ...item, dash: undefined }));
  const fastest = items[items.length - 1].rate;
  const most = (name: string, rate: string | undefined): number[] =>
    points.filter((point) => nameOf(point) === name).map((point) => energyOf(point, rate))
      .filter((value) => value !== null).sort((a, b) => b - a).slice(0, 1);
  const rows = names.map((name) => ({ name, values: items.map(({ rate }) => most(name, rate)) }))
    .sort((a, b) => (b.values.at(-1)?.[0] ?? -1) - (a.values.at(-1)?.[0] ?? -1));
  const left = 20 + Math.max(...names.map((name) => textWidth(name)));
  const [width, height] = [left + plotWidth, rows.length * lineHeight + 70];
  return sheetWithLegend({
    name: 'names',
    title: `Energy of the ${basisWords[summary.basis]} by ${columnTitle(inputs[at])}`,
    caption: 'The best design of each name, whatever its other numbers are, at each rate; sorted by '
      + `${fastest || 'energy'}. Crosses: what it would be if all of the active material worked. A name without a `
      + 'mark is no case, or delivers nothing.',
  }, { width, height, left }, [
    plane({ x: 0, y: 0, width, height }, [left, 16, 12], {
      x: { label: basisTitle(summary.basis), ticks: 8,
        domain: [0, 1.04 * Math.max(...rows.flatMap(({ values }) => values[0]), 0)] },
      y: { label: null, tickSize: 0, type: 'point', domain: rows.map(({ name }) => name), padding: 0.6 },
    }, [
      Plot.gridX({ stroke: '#000', strokeOpacity: 0.08 }),
      ...items.flatMap((item, k) =>
        Plot.dot(rows.flatMap(({ name, values }) => values[k].map((x) => ({ x, y: name }))), { x: 'x', y: 'y',
          symbol: item.marker, r: k === 0 ? 3 : 3.5, ...(k === 0 ? { stroke: faint } : { fill: item.colour }) })
      ),
    ]),
  ], items);
}
