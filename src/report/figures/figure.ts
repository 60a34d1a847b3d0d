import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { escapeText } from '../escape.js';
import { spellUnits } from '../spelling.js';
import type { Figure } from './figure-type.js';
import { faint, type Hatch, ink, type Look, type markers } from './palette.js';

export type { Figure } from './figure-type.js';

/** Name of the file of a figure, its title, and what is seen on it. */
export type FigureWords = Omit<Figure, 'svg'>;

const fontFamily = 'DejaVu Sans, Verdana, Arial, sans-serif';
/** 12 px = 9 pt at the nominal size. */
const fontSize = 12;

/** The part of an SVG element used here; the compiler knows no DOM in this project. */
interface SvgNode {
  readonly outerHTML: string;
  scale(
    name: 'x' | 'y',
  ): { readonly type?: string; readonly domain?: Iterable<unknown>; readonly range?: Iterable<number> } | undefined;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): { remove(): void } | null;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Room around a plot for its axes, in pixels. */
export type Margins = readonly [left: number, right: number, top?: number, bottom?: number];

/** Draws a plot at a place of the figure; axes are explicit marks, so that the titles sit at the middle without arrows. */
export function panel(box: Box, [left, right, top = 14, bottom = 50]: Margins, options: Plot.PlotOptions): string {
  const { document } = parseHTML('<!doctype html><html></html>');
  const { width, height } = box;
  const margins = { marginLeft: left, marginRight: right, marginTop: top, marginBottom: bottom };
  const node = Plot.plot({ ...options, ...margins, document, width, height }) as unknown as SvgNode;
  // Plot's own style sheet names a system font and a CSS variable that SVG viewers outside a browser do not know
  node.querySelector('style')?.remove();
  for (const [name, value] of Object.entries({ x: box.x, y: box.y, 'font-family': fontFamily,
    'font-size': fontSize }))
  {
    node.setAttribute(name, String(value));
  }
  for (const axis of ['x', 'y'] as const) {
    const { type, domain = [], range = [] } = node.scale(axis) ?? {};
    // so that a page can read the drawing
    if (type === 'linear' || type === 'log') node.setAttribute(`data-${axis}`, [type, ...domain, ...range].join(' '));
  }
  // what Plot calls a mark is read by this page, not to a reader
  return spelledTexts(node.outerHTML.replaceAll(' aria-label="', ' data-mark="'));
}

/** The drawing with the units of its texts as a reader meets them; attributes, by which a page finds a series, stay. */
const spelledTexts = (svg: string): string => svg.replaceAll(/(?<=>)[^<>]+(?=<\/)/g, spellUnits);

/** A mark that a page reads under the pointer and that its legend switches, by this name. */
export const series = (name: string) => ({ className: 'series', ariaDescription: plain(name) });

/** Without the signs that mean something in an attribute. */
const plain = (name: string): string => name.replaceAll(/[<>&"]/g, ' ');

/** Titles in the middle, without arrows. */
export const axisStyle = { labelAnchor: 'center', labelArrow: 'none', color: ink, fontSize, tickSize: 5 } as const;

/** Axes with centred titles, light grid and a frame, under the data. */
export function axes(options: {
  readonly x: Plot.AxisXOptions;
  readonly y: Plot.AxisYOptions;
  readonly grid?: boolean;
}): Plot.Markish[] {
  return [
    ...(options.grid === false
      ? []
      : [Plot.gridY({ stroke: '#000', strokeOpacity: 0.1, ...('ticks' in options.y && { ticks: options.y.ticks }) })]),
    Plot.frame({ stroke: '#999' }),
    Plot.axisX({ ...axisStyle, labelOffset: 38, ...options.x }),
    Plot.axisY({ ...axisStyle, labelOffset: 50, ...options.y }),
  ];
}

export interface LegendItem {
  readonly label: string;
  readonly colour: string;
  readonly dash?: string;
  readonly marker?: (typeof markers)[number] | 'times';
  readonly hollow?: boolean;
  readonly swatch?: boolean;
  /** Of a picture: a dark page leaves both their colours. */
  readonly keepsColours?: boolean;
  readonly hatch?: Hatch;
  /** Name of the series where the label says more. */
  readonly series?: string;
}

export const legendLine = 20;

/** Class of what keeps its colours on a dark page, as pixels do. */
export const asDrawn = 'as-drawn';

/** Entries below each other, or in columns of equal width; as high as they are. */
export function legend(box: Omit<Box, 'height'>, items: readonly LegendItem[], columns = 1): string {
  const place = (k: number) => ({ x: (k % columns) * (box.width / columns),
    y: (Math.floor(k / columns) + 0.5) * legendLine });
  const marks = items.flatMap((item, k) => {
    const { x, y } = place(k);
    const key = { className: 'key', ariaDescription: plain(item.series ?? item.label) };
    const text = Plot.text([item.label], { x: x + 36, y, textAnchor: 'start', fill: ink, fontSize, ...key });
    if (item.swatch)
      return [...swatch(x, y, item, item.keepsColours ? { ...key, className: `key ${asDrawn}` } : key), text];
    const line = item.dash === undefined
      ? []
      : [
        Plot.link([0], { x1: x, x2: x + 29, y1: y, y2: y, stroke: item.colour, strokeWidth: 2,
          strokeDasharray: item.dash, ...key }),
      ];
    const dot = item.marker === undefined
      ? []
      : [
        Plot.dot([0], { x: x + 14.5, y, r: 4.5, symbol: item.marker, ...dotStyle(item.colour, item.marker, item.hollow),
          ...key }),
      ];
    return [...line, ...dot, text];
  });
  const rows = Math.ceil(items.length / columns);
  const height = rows * legendLine;
  return panel({ ...box, height }, [0, 0, 0, 0], {
    x: { axis: null, domain: [0, box.width], range: [0, box.width] },
    y: { axis: null, domain: [0, height], range: [0, height] },
    marks,
  });
}

function swatch(x: number, y: number, { colour, hatch = 'none' }: LegendItem, key: object): Plot.Markish[] {
  const frame = { x1: x + 3, x2: x + 27, y1: y - 6, y2: y + 6, ...key };
  return hatched({ colour, hatch }, { stroke: '#888', strokeWidth: 0.5 },
    (fill) => Plot.rect([0], { ...frame, ...fill }));
}

/** A filled mark and its hatch over it, which has no edge; the sheet has to be `hatched`. */
export const hatched = ({ colour, hatch }: Look, edge: { readonly stroke?: string; readonly strokeWidth?: number },
  draw: (
    style: { fill: string; stroke?: string; strokeWidth?: number; className?: string; ariaDescription?: string },
  ) => Plot.Markish, name?: string): Plot.Markish[] => [
  draw({ fill: colour, ...edge, ...(name !== undefined && series(name)) }),
  ...(hatch === 'none'
    ? []
    : [
      draw({ fill: `url(#hatch-${hatch})`, ...(name !== undefined && { ...series(name), className: 'series hatch' }) }),
    ]),
];

/** Crosses have no inside; hollow markers mean a run that a numerical outcome ended. */
export function dotStyle(colour: string, marker: string, hollow = false) {
  return {
    fill: marker === 'times' ? 'none' : hollow ? '#fff' : colour,
    stroke: colour,
    strokeWidth: marker === 'times' || hollow ? 2 : 0,
  };
}

/**
 * Labels of points on a curve that falls to the right: the lower left is free, except just above the axis. The ends have theirs, those
 * between where `place`, in pixels, leaves room.
 */
export function pointLabels<T extends { readonly x: number; readonly y: number }>(all: readonly T[],
  text: (point: T) => string, top: number, place: (x: number) => number)
{
  const sorted = [...all].sort((a, b) => a.x - b.x);
  const last = sorted[sorted.length - 1];
  const width = (point: T): number => textWidth(text(point));
  // a long label of the first point would lie on the axis: it stands below its point
  const isFree = (point: T): boolean => place(point.x) > width(point) + 6;
  const room = (a: T, b: T): boolean =>
    Math.abs(place(b.x) - place(a.x)) > width(b) + 8 + (isFree(a) ? 0 : width(a) / 2);
  const points = sorted.reduce<T[]>((kept, point) => {
    const before = kept[kept.length - 1];
    const fits = before === undefined || room(before, point);
    return point === last || (fits && room(point, last))
      ? [...(point === last && before && !fits ? kept.slice(0, -1) : kept), point]
      : kept;
  }, []);
  const style = { x: 'x', y: 'y', text, ...halo };
  const isLow = (point: T): boolean => point.y < 0.09 * top;
  return [
    Plot.text(points.filter((point) => !isLow(point) && isFree(point)), { ...style, textAnchor: 'end', dx: -3,
      dy: 15 }),
    Plot.text(points.filter((point) => !isLow(point) && !isFree(point)), { ...style, dy: 15 }),
    Plot.text(points.filter(isLow), { ...style, dy: -15 }),
  ];
}

/** Free text of the figure, such as the heading of a panel. */
export function caption(x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end' = 'start',
  bold = false): string
{
  return (
    `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${bold ? ink : faint}" `
    + `font-size="${fontSize}"${bold ? ' font-weight="bold"' : ''}>${escapeText(spellUnits(text))}</text>`
  );
}

/** DejaVu Sans needs about 0.6 of its size per character; used to see whether a label fits. */
export function textWidth(text: string): number {
  return 0.6 * fontSize * text.length;
}

const hatchLines: Readonly<Record<Exclude<Hatch, 'none'>, string>> = {
  rising: '<path d="M-1,7 L7,-1 M-1,1 L1,-1 M5,7 L7,5" STROKE/>',
  falling: '<path d="M-1,-1 L7,7 M5,-1 L7,1 M-1,5 L1,7" STROKE/>',
  horizontal: '<path d="M0,3 L6,3" STROKE/>',
  vertical: '<path d="M3,0 L3,6" STROKE/>',
  dots: '<circle cx="3" cy="3" r="1" fill="#000" fill-opacity="0.5"/>',
};

const hatchStroke = 'stroke="#000" stroke-opacity="0.45" stroke-width="0.9" fill="none"';

const hatchDefinitions = `<defs>${
  Object.entries(hatchLines)
    .map(([name, lines]) =>
      `<pattern id="hatch-${name}" width="6" height="6" patternUnits="userSpaceOnUse">`
      + `${lines.replace('STROKE', hatchStroke)}</pattern>`
    )
    .join('')
}</defs>`;

/** What a page may do with a figure: times that its slider runs over, axes that may be logarithmic, panels that a phone puts below each other. */
export interface Reading {
  readonly times?: readonly string[];
  readonly log?: 'x' | 'y' | 'xy';
  /** Each panel has all of its axes. */
  readonly apart?: boolean;
}

/** Panels, legends and texts on one white sheet, with the words that go beside it. */
export function sheet(words: FigureWords, width: number, height: number, parts: readonly string[], hatched = false,
  { times, log, apart }: Reading = {}): Figure
{
  const reading = `${times ? ` data-times="${escapeText(times.join('|'))}"` : ''}${log ? ` data-log="${log}"` : ''}${
    apart ? ' data-apart=""' : ''
  }`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" `
    + `font-family="${fontFamily}" font-size="${fontSize}" color="${ink}" role="img"${reading}>`
    + `<title>${spellUnits(escapeText(words.title))}</title>${hatched ? hatchDefinitions : ''}`
    + `<rect width="${width}" height="${height}" fill="#ffffff"/>${parts.join('')}</svg>\n`;
  return { ...words, svg };
}

/** Panels on a sheet of a height, with their legend below them. */
export function sheetWithLegend(words: FigureWords,
  { width, height, left = 70 }: { readonly width: number; readonly height: number; readonly left?: number },
  parts: readonly string[], items: readonly LegendItem[], { columns = Infinity, isHatched = false, ...reading }:
    & { readonly columns?: number; readonly isHatched?: boolean }
    & Reading = {}): Figure
{
  const room = width - left - 10;
  const fitting = Math.floor(room / (44 + Math.max(...items.map(({ label }) => textWidth(label)))));
  const across = Math.max(1, Math.min(columns, fitting));
  const below = legend({ x: left, y: height + 4, width: room }, items, across);
  const lines = Math.ceil(items.length / across);
  return sheet(words, width, height + 14 + legendLine * lines, [...parts, below], isHatched, reading);
}

/** A text that stays readable on lines and areas. */
export const halo = { fill: ink, fontSize, stroke: '#fff', strokeWidth: 3 } as const;
