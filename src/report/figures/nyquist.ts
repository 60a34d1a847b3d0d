import * as Plot from '@observablehq/plot';
import type { ImpedanceDocument } from '../../results/impedance-schema.js';
import { frequencyText } from '../frequency-text.js';
import { decadeRows } from '../impedance-rows.js';
import { axes, caption, dotStyle, legend, panel, sheet, type Figure } from './figure.js';
import { impedanceStyles, type SpectrumName } from './impedance-styles.js';
import { placeLabels } from './label-places.js';
import { ink } from './palette.js';

const width = 800;
const margin = { left: 64, right: 24, top: 30, bottom: 50 } as const;
const innerWidth = width - margin.left - margin.right;
const legendHeight = 30;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly frequency: number;
}

interface Curve {
  readonly name: SpectrumName;
  readonly points: readonly Point[];
}

/** Domains of both axes, one ohm as long on either, and the height in pixels that this takes. */
interface Window {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly height: number;
}

/** -Im Z against Re Z; what the low-frequency tail would squeeze is drawn again below, larger. */
export function nyquist(doc: ImpedanceDocument): Figure | undefined {
  if (doc.frequency_Hz.length < 2) return undefined;
  const curves = (['total', 'cathode'] as const).map((name) => ({ name, points: pointsOf(doc, name) }));
  const total = curves[0].points;
  const whole = windowOf(curves.flatMap(({ points }) => points));
  const turn = detailEnds(total, whole);
  const windows = turn === undefined ? [whole] : [whole, windowOf(total.slice(0, turn + 1))];
  let top = 0;
  const panels = windows.map((window, k) => {
    const drawn = panelOf(top, window, curves);
    const words = k === 0 ? 'The whole sweep' : `Its beginning, down to ${frequencyText(total[turn ?? 0].frequency)}`;
    const heading = windows.length === 1 ? '' : caption(margin.left, top + 20, words, 'start', true);
    top += window.height + margin.top + margin.bottom;
    return drawn + heading;
  });
  const items = curves.map(({ name }) => impedanceStyles[name]);
  const title = 'Nyquist plot of the impedance';
  return {
    name: 'nyquist',
    title,
    caption: 'Real and negative imaginary part of the impedance of the cell at rest, and of the cathode in it, both axes to the '
      + 'same scale. Markers stand at whole decades of frequency.',
    svg: sheet(title, width, top + legendHeight, [...panels, legend({ x: margin.left, y: top, width: 300, height: legendHeight }, items, 2)]),
  };
}

function pointsOf(doc: ImpedanceDocument, name: SpectrumName): Point[] {
  const { real_ohm_cm2: re, imaginary_ohm_cm2: im } = doc.impedance[name];
  return re.map((x, k) => ({ x, y: -im[k], frequency: doc.frequency_Hz[k] }));
}

/** Index of the last valley of -Im Z, where the tail begins; undefined where a second panel would show little more. */
function detailEnds(points: readonly Point[], whole: Window): number | undefined {
  let k = points.length - 1;
  while (k > 0 && points[k - 1].y < points[k].y) k--;
  if (k < 3 || k === points.length - 1) return undefined;
  const detail = windowOf(points.slice(0, k + 1));
  return detail.x[1] - detail.x[0] < 0.6 * (whole.x[1] - whole.x[0]) ? k : undefined;
}

/** Holds the points and the origin of -Im Z, with a margin; flat or tall spectra leave some of it empty. */
function windowOf(points: readonly Point[]): Window {
  const range = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];
  const [left, right] = range(points.map(({ x }) => x));
  const [low, high] = range([0, ...points.map(({ y }) => y)]);
  const span = 1.15 * Math.max(right - left, (high - low) * 1.6, 1e-9);
  const tall = Math.max(1.25 * (high - low), 0.22 * span);
  const middle = (left + right) / 2;
  return {
    x: [middle - span / 2, middle + span / 2], y: [low - 0.05 * tall, low + 0.95 * tall], height: Math.round((tall / span) * innerWidth),
  };
}

function panelOf(top: number, window: Window, curves: readonly Curve[]): string {
  const inside = ({ x, y }: Point): boolean => x >= window.x[0] && x <= window.x[1] && y >= window.y[0] && y <= window.y[1];
  const decades = decadeRows(curves[0].points.map(({ frequency }) => frequency));
  const marks = curves.flatMap(({ name, points }) => {
    const { colour, dash, marker } = impedanceStyles[name];
    return [
      Plot.line(points, { x: 'x', y: 'y', stroke: colour, strokeWidth: 2, strokeDasharray: dash, clip: true }),
      Plot.dot(decades.map((k) => points[k]).filter(inside), { x: 'x', y: 'y', r: 4, symbol: marker, ...dotStyle(colour, marker) }),
    ];
  });
  const pixels = ({ x, y }: Point): { x: number; y: number } => ({
    x: ((x - window.x[0]) / (window.x[1] - window.x[0])) * innerWidth,
    y: (1 - (y - window.y[0]) / (window.y[1] - window.y[0])) * window.height,
  });
  const labelled = placeLabels(
    decades.map((k) => curves[0].points[k]).filter(inside).map((point) => ({ ...pixels(point), text: frequencyText(point.frequency), point })),
    curves.flatMap(({ points }) => points.filter(inside).map(pixels)), { width: innerWidth, height: window.height });
  return panel({ x: 0, y: top, width, height: window.height + margin.top + margin.bottom }, {
    marginLeft: margin.left, marginRight: margin.right, marginTop: margin.top, marginBottom: margin.bottom,
    x: { domain: window.x }, y: { domain: window.y },
    marks: [
      ...axes({ x: { label: 'Re Z (Ω cm²)', ticks: 8 }, y: { label: '−Im Z (Ω cm²)', ticks: Math.max(2, window.height / 50) } }),
      Plot.ruleY([0], { stroke: '#999' }),
      ...marks,
      ...labelled.map(({ label, dx, dy }) =>
        Plot.text([label.point], { x: 'x', y: 'y', text: () => label.text, dx, dy, fill: ink, fontSize: 12 })),
    ],
  });
}
