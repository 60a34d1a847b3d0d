import * as Plot from '@observablehq/plot';
import { cRateText } from '../format.js';
import { axes, type Box, dotStyle, type Margins, panel, series, textWidth } from './figure.js';
import type { Marker } from './palette.js';

/** Log axis over the simulated rates: ticks at the rates themselves, those left out whose label would touch its neighbour. */
export function rateAxis(
  rates: readonly number[],
  width: number,
): { readonly domain: [number, number]; readonly ticks: number[] } {
  const sorted = [...new Set(rates)].sort((a, b) => a - b);
  const span = Math.log(sorted[sorted.length - 1] / sorted[0]);
  // the labels of the points stand to their left, so that the slowest one needs more room
  const [before, after] = span === 0 ? [1, 1] : [0.13 * span, 0.06 * span];
  const domain: [number, number] = [sorted[0] / Math.exp(before), sorted[sorted.length - 1] * Math.exp(after)];
  const place = (rate: number) => (width * Math.log(rate / domain[0])) / Math.log(domain[1] / domain[0]);
  const ticks: number[] = [];
  for (const rate of sorted) {
    const last = ticks[ticks.length - 1];
    const room = last === undefined ? Infinity : place(rate) - place(last);
    if (room > 8 + (textWidth(cRateText(rate)) + textWidth(cRateText(last ?? rate))) / 2) ticks.push(rate);
  }
  return { domain, ticks };
}

/** A value at a C-rate. */
export interface RatePoint {
  readonly x: number;
  readonly y: number;
  /** Ended by a numerical outcome: drawn hollow. */
  readonly stopped: boolean;
}

/** A line through points with their markers. */
export const rateCurve = (
  points: readonly RatePoint[],
  { colour, marker, dash = 'none', label }: { readonly colour: string; readonly marker: Marker; readonly dash?: string;
    readonly label: string },
): Plot.Markish[] => [
  Plot.line(points, { x: 'x', y: 'y', stroke: colour, strokeWidth: 2, strokeDasharray: dash, ...series(label) }),
  ...points.map((point) =>
    Plot.dot([point], { x: 'x', y: 'y', r: 5, symbol: marker, ...dotStyle(colour, marker, point.stopped),
      ...series(label), className: 'series hatch' })
  ),
];

/** A panel against the simulated C-rates, from zero to `top`; `marks` are told where the axis begins and ends, and where a rate is in pixels. */
export function ratePanel(
  box: Box,
  margins: Margins,
  rates: readonly number[],
  y: Plot.AxisYOptions & { readonly top: number },
  marks: (ends: readonly [number, number], place: (rate: number) => number) => Plot.Markish[],
): string {
  const { top, ...axisY } = y;
  const room = box.width - margins[0] - margins[1];
  const { domain, ticks } = rateAxis(rates, room);
  const place = (rate: number): number => (room * Math.log(rate / domain[0])) / Math.log(domain[1] / domain[0]);
  return panel(box, margins, {
    x: { type: 'log', domain },
    y: { domain: [0, top] },
    marks: [
      ...axes({ x: { label: 'C-rate', ticks, tickFormat: (rate: number) => cRateText(rate) },
        y: { ticks: 6, ...axisY } }),
      ...marks(domain, place),
    ],
  });
}
