import { cRateText } from '../format.js';
import { textWidth } from './figure.js';

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
