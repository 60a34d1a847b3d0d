import { escapeText } from '../../report/escape.js';

/** Figures as SVG text: places of numbers, ticks, frames. Colours are classes, so that a page changes them with its theme. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly log: boolean;
  /** In pixels. */
  readonly from: number;
  readonly to: number;
}

/** A figure in two parts: axes, which mostly stay while a slider moves, and what is drawn on them. */
export type Drawn = readonly [back: string, front: string];

/** Pixels with a tenth: more is not seen, and makes paths long. */
export const pixel = (x: number): string => (Math.round(10 * x) / 10).toString();

export function placed({ low, high, log, from, to }: Scale, value: number): number {
  const share = log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return from + share * (to - from);
}

/** Round numbers between the ends of a linear scale, about `count` of them. */
export function ticks(low: number, high: number, count = 5): number[] {
  const raw = (high - low) / count;
  if (!(raw > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= raw * (1 - 1e-9)) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** The round number that a scale from zero ends at. */
export function roundAbove(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((factor) => factor * power >= value) ?? 10) * power;
}

export interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly xTicks: readonly { readonly at: number; readonly text: string }[];
  readonly yTicks: readonly { readonly at: number; readonly text: string }[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly size: Size;
}

const margin = { left: 52, right: 14, top: 14, bottom: 40 } as const;

/** The room between the margins. */
export const room = ({ width, height }: Size) => ({ left: margin.left, right: width - margin.right, top: margin.top,
  bottom: height - margin.bottom });

export const numbersAt = (values: readonly number[]): { at: number; text: string }[] =>
  values.map((at) => ({ at, text: String(at).replace('-', '−') }));

/** Grid, numbers and names of both axes. */
export function frame({ x, y, xTicks, yTicks, xLabel, yLabel, size }: Frame): string {
  const { left, right, top, bottom } = room(size);
  const vertical = xTicks.map(({ at, text }) => {
    const px = pixel(placed(x, at));
    return `<path class="grid" d="M${px} ${top}V${bottom}"/><text class="tick" x="${px}" y="${
      bottom + 16
    }" text-anchor="middle">${escapeText(text)}</text>`;
  });
  const horizontal = yTicks.map(({ at, text }) => {
    const py = pixel(placed(y, at));
    return `<path class="grid" d="M${left} ${py}H${right}"/><text class="tick" x="${
      left - 7
    }" y="${py}" dy="0.35em" text-anchor="end">${escapeText(text)}</text>`;
  });
  return [
    ...vertical,
    ...horizontal,
    `<text class="name" x="${(left + right) / 2}" y="${size.height - 6}" text-anchor="middle">${
      escapeText(xLabel)
    }</text>`,
    `<text class="name" x="14" y="${(top + bottom) / 2}" text-anchor="middle" transform="rotate(-90 14 ${
      (top + bottom) / 2
    })">${escapeText(yLabel)}</text>`,
  ].join('');
}

/** A line through points; a gap where one is not there. */
export function line(x: Scale, y: Scale, points: Iterable<readonly [number, number | null]>): string {
  let path = '';
  let pen = 'M';
  for (const [px, py] of points) {
    if (py === null || !Number.isFinite(px) || !Number.isFinite(py)) {
      pen = 'M';
      continue;
    }
    path += `${pen}${pixel(placed(x, px))} ${pixel(placed(y, py))}`;
    pen = 'L';
  }
  return path;
}

/** Class of the i-th of n ordered curves: a place on a ramp of eight colours. */
export const ramp = (i: number, n: number): string => `ramp${n < 2 ? 4 : Math.round((7 * i) / (n - 1))}`;
