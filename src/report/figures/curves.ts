import * as Plot from '@observablehq/plot';
import { axes, type Box, dotStyle, type Figure, type FigureWords, legend, type LegendItem, type Margins, panel,
  type Reading, series, sheet, textWidth } from './figure.js';

export interface Point {
  readonly x: number;
  readonly y: number;
  /** Of a run that a numerical outcome ended: its marker is hollow. */
  readonly stopped?: boolean;
}

/** Points with their look, which the legend shows as well: a line where it has a dash, markers where it has a marker. */
export interface Curve extends LegendItem {
  readonly points: readonly Point[];
  /** Those with a marker, where not all have one. */
  readonly marked?: readonly Point[];
  /** Of the line [px]. */
  readonly width?: number;
  /** Radius of the markers [px]. */
  readonly size?: number;
}

/** Line and markers of a curve, read under the pointer by its name. */
export function curveMarks(
  { points, marked = points, label, series: name = label, colour, dash, marker, hollow, width = 2, size = 3 }: Curve,
): Plot.Markish[] {
  const at = { x: 'x', y: 'y', ...series(name) } as const;
  const isHollow = ({ stopped = hollow ?? false }: Point): boolean => stopped;
  const dots = [marked.filter((point) => !isHollow(point)), marked.filter(isHollow)];
  return [
    ...(dash === undefined
      ? []
      : [Plot.line(points, { ...at, stroke: colour, strokeWidth: width, strokeDasharray: dash })]),
    ...(marker === undefined ? [] : dots.flatMap((own, k) =>
      own.length === 0 ? [] : [
        Plot.dot(own, { ...at, r: size, symbol: marker, ...dotStyle(colour, marker, k === 1),
          ...(dash !== undefined && { className: 'series hatch' }) }),
      ]
    )),
  ];
}

/** Points from their abscissae and ordinates. */
export const pointsOf = (x: readonly number[], y: readonly number[]): Point[] => x.map((at, k) => ({ x: at, y: y[k] }));

/** A scale and what stands at it. */
export type Axis =
  & Pick<Plot.ScaleOptions, 'type' | 'base' | 'domain' | 'nice' | 'zero' | 'inset' | 'padding'>
  & Pick<Plot.AxisXOptions, 'label' | 'labelOffset' | 'ticks' | 'tickFormat' | 'tickSize'>;

/** Axes of a panel, and what lies under them. */
export interface Plane {
  readonly x: Axis;
  readonly y: Axis;
  readonly grid?: boolean;
  readonly under?: readonly Plot.Markish[];
}

/** A panel of two axes with its marks. */
export function plane(box: Box, margins: Margins, { x, y, grid, under = [] }: Plane,
  marks: readonly Plot.Markish[]): string
{
  const [partsX, partsY] = [x, y].map(parted);
  return panel(box, margins, { x: partsX.scale, y: partsY.scale,
    marks: [...under, ...axes({ x: partsX.axis, y: partsY.axis, grid }), ...marks] });
}

function parted({ type, base, domain, nice, zero, inset, padding, ...axis }: Axis) {
  const scale = { type, base, domain, nice, zero, inset, padding };
  // four digits without a comma, as in tables
  return { axis: type === undefined ? { tickFormat: 'f', ...axis } : axis,
    scale: Object.fromEntries(Object.entries(scale).filter(([, value]) => value !== undefined)) as Plot.ScaleOptions };
}

/** The k-th place of panels of one size that fill rows of `columns`. */
export const placeIn = (columns: number, width: number, height: number) => (k: number): Box => (
  { x: (k % columns) * width, y: Math.floor(k / columns) * height, width, height }
);

/** A plot with its legend to the right, as wide as its names ask for; 800 where that is enough. */
export function sheetBeside(words: FigureWords,
  { plotWidth, height }: { readonly plotWidth: number; readonly height: number }, parts: readonly string[],
  items: readonly LegendItem[], reading?: Reading): Figure
{
  const width = Math.ceil(Math.max(800, plotWidth + 56 + Math.max(...items.map(({ label }) => textWidth(label)))));
  const beside = legend({ x: plotWidth + 10, y: 14, width: width - plotWidth - 10 }, items);
  return sheet(words, width, height, [...parts, beside], false, { ...reading, apart: true });
}
