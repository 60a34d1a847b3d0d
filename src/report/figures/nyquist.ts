import * as Plot from '@observablehq/plot';
import type { ImpedanceDocument } from '../../results/impedance-schema.js';
import { decadeRows, frequencyText } from '../frequencies.js';
import { curveMarks, plane } from './curves.js';
import { caption, type Figure, halo, legend, sheet } from './figure.js';
import { impedanceStyles, type SpectrumName } from './impedance-styles.js';
import { placeLabels } from './label-places.js';

const width = 800;
const margin = { left: 64, right: 24, top: 30, bottom: 50 } as const;
const tallest = 420;
const narrowest = 200;
const flattest = 130;
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

/** Domains of both axes, one ohm as long on either, and the size in pixels that this takes. */
interface Window {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly width: number;
  readonly height: number;
}

/** -Im Z against Re Z; what the low-frequency tail would squeeze is drawn again, larger. */
export function nyquist(doc: ImpedanceDocument): Figure | undefined {
  if (doc.frequency_Hz.length < 2) return undefined;
  const curves = (['total', 'cathode'] as const).map((name) => ({ name, points: pointsOf(doc, name) }));
  const total = curves[0].points;
  const whole = windowOf(curves.flatMap(({ points }) => points), width);
  const turn = detailEnds(total, whole);
  const { panels, bottom } = turn === undefined
    ? { panels: [panelOf(0, 0, whole, curves)], bottom: outerHeight(whole) }
    : withDetail(whole, total.slice(0, turn + 1), curves);
  const title = 'Nyquist plot of the impedance';
  const styles = curves.map(({ name }) => impedanceStyles[name]);
  return {
    name: 'nyquist',
    title,
    caption:
      'Real and negative imaginary part of the impedance of the cell at rest, and of the cathode in it, both axes to the '
      + 'same scale. Markers stand at whole decades of frequency.',
    svg: sheet(title, width, bottom + legendHeight, [
      ...panels,
      legend({ x: margin.left, y: bottom, width: 300 }, styles, 2),
    ], false, { apart: true }),
  };
}

const outerHeight = ({ height }: Window): number => height + margin.top + margin.bottom;
const outerWidth = (window: Window): number => window.width + margin.left + margin.right;

/** The whole sweep and its beginning: side by side where a tall tail leaves room, otherwise below each other. */
function withDetail(
  whole: Window,
  beginning: readonly Point[],
  curves: readonly Curve[],
): { readonly panels: readonly string[]; readonly bottom: number } {
  const beside = outerWidth(whole) < 0.5 * width;
  const [x, y] = beside ? [outerWidth(whole), 0] : [0, outerHeight(whole)];
  const detail = windowOf(beginning, width - x);
  const heading = (text: string, left: number, top: number): string =>
    caption(left + margin.left, top + 20, text, 'start', true);
  return {
    panels: [
      panelOf(0, 0, whole, curves),
      heading('The whole sweep', 0, 0),
      panelOf(x, y, detail, curves),
      heading(`Down to ${frequencyText(beginning[beginning.length - 1].frequency)}`, x, y),
    ],
    bottom: Math.max(outerHeight(whole), y + outerHeight(detail)),
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
  const detail = windowOf(points.slice(0, k + 1), width);
  const pixelsPerOhm = (window: Window): number => window.width / (window.x[1] - window.x[0]);
  return pixelsPerOhm(detail) > 1.7 * pixelsPerOhm(whole) ? k : undefined;
}

/** Holds the points and Im Z = 0 with a margin, as large as the room allows. */
function windowOf(points: readonly Point[], room: number): Window {
  const range = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];
  const [left, right] = range(points.map(({ x }) => x));
  const [low, high] = range([0, ...points.map(({ y }) => y)]);
  const inner = room - margin.left - margin.right;
  // a spectrum of one value has no extent
  const smallest = 1e-6 * Math.max(right, 1e-6);
  const [wide, tall] = [Math.max(1.15 * (right - left), smallest), Math.max(1.25 * (high - low), smallest)];
  const perOhm = Math.min(inner / wide, tallest / tall);
  const size = { width: Math.max(narrowest, Math.round(wide * perOhm)),
    height: Math.max(flattest, Math.round(tall * perOhm)) };
  const [across, up] = [size.width / perOhm, size.height / perOhm];
  const middle = (left + right) / 2;
  return { x: [middle - across / 2, middle + across / 2], y: [low - 0.06 * up, low + 0.94 * up], ...size };
}

function panelOf(x: number, y: number, window: Window, curves: readonly Curve[]): string {
  const within = (value: number, [low, high]: readonly [number, number]): boolean => value >= low && value <= high;
  const inside = (point: Point): boolean => within(point.x, window.x) && within(point.y, window.y);
  const decades = decadeRows(curves[0].points.map(({ frequency }) => frequency));
  const marks = curves.flatMap(({ name, points }) =>
    curveMarks({ ...impedanceStyles[name], size: 4, // Plot's own clipping names its paths alike in every panel, and a page holds many
      points: points.filter(inside), marked: decades.map((k) => points[k]).filter(inside) })
  );
  const pixels = (point: Point): { x: number; y: number } => ({
    x: ((point.x - window.x[0]) / (window.x[1] - window.x[0])) * window.width,
    y: (1 - (point.y - window.y[0]) / (window.y[1] - window.y[0])) * window.height,
  });
  const labels = decades.map((k) => curves[0].points[k]).filter(inside)
    .map((point) => ({ ...pixels(point), text: frequencyText(point.frequency), point }));
  const obstacles = curves.flatMap(({ points }) => refined(points.filter(inside).map(pixels)));
  const labelled = placeLabels(labels, obstacles, window);
  return plane({ x, y, width: outerWidth(window), height: outerHeight(window) }, [margin.left, margin.right, margin.top,
    margin.bottom], {
    x: { label: 'Re Z (Ω cm²)', ticks: Math.max(2, window.width / 90), domain: window.x },
    y: { label: '−Im Z (Ω cm²)', ticks: Math.max(2, window.height / 50), domain: window.y },
  }, [
    Plot.ruleY([0], { stroke: '#999' }),
    ...marks,
    ...labelled.map(({ label, dx, dy }) =>
      Plot.text([label.point], { x: 'x', y: 'y', text: () => label.text, dx, dy, ...halo })
    ),
  ]);
}

/** The points and three more between neighbours: the line that is drawn through them. */
const refined = (points: readonly { readonly x: number; readonly y: number }[]) =>
  points.flatMap((point, k) =>
    [0, 0.25, 0.5, 0.75].slice(0, k + 1 < points.length ? 4 : 1).map((t) => {
      const next = points[k + 1] ?? point;
      return { x: point.x + t * (next.x - point.x), y: point.y + t * (next.y - point.y) };
    })
  );
