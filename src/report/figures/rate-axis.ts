import type * as Plot from '@observablehq/plot';
import { cRateText } from '../format.js';
import { type Axis, plane } from './curves.js';
import { type Box, type Margins, textWidth } from './figure.js';

/** Log axis over the simulated rates: ticks at the rates themselves, those left out whose label would touch its neighbour. */
export function rateAxis(rates: readonly number[],
  width: number
): { readonly domain: [number, number]; readonly ticks: number[]; readonly place: (rate: number) => number } {
  const sorted = [...new Set(rates)].sort((a, b) => a - b);
  const span = Math.log(sorted[sorted.length - 1] / sorted[0]);
  // the labels of the points stand to their left, so that the slowest one needs more room
  const [before, after] = span === 0 ? [1, 1] : [0.13 * span, 0.06 * span];
  const domain: [number, number] = [sorted[0] / Math.exp(before), sorted[sorted.length - 1] * Math.exp(after)];
  const place = (rate: number): number => (width * Math.log(rate / domain[0])) / Math.log(domain[1] / domain[0]);
  const ticks: number[] = [];
  for (const rate of sorted) {
    const last = ticks[ticks.length - 1];
    const room = last === undefined ? Infinity : place(rate) - place(last);
    if (room > 8 + (textWidth(cRateText(rate)) + textWidth(cRateText(last ?? rate))) / 2) ticks.push(rate);
  }
  return { domain, ticks, place };
}

/** A panel against the simulated C-rates, from zero to `top`; `marks` are told where the axis begins and ends, and where a rate is in pixels. */
export function ratePanel(box: Box, margins: Margins, rates: readonly number[], y: Axis & { readonly top: number },
  marks: (ends: readonly [number, number], place: (rate: number) => number) => Plot.Markish[]): string
{
  const { top, ...axisY } = y;
  const { domain, ticks, place } = rateAxis(rates, box.width - margins[0] - margins[1]);
  return plane(box, margins, {
    x: { label: 'C-rate', ticks, tickFormat: cRateText, type: 'log', domain },
    y: { ticks: 6, ...axisY, domain: [0, top] },
  }, marks(domain, place));
}
