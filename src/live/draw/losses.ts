import { escapeText } from '../../report/escape.js';
import { gainText } from '../../report/format.js';
import { lossSign } from '../../report/rate-choice.js';
import { limitLabels } from '../../results/limit-labels.js';
import type { Limits } from '../../results/limits-schema.js';
import { type PolarisationPart, polarisationPartNames } from '../../results/polarisation-parts.js';
import type { RateSketch } from '../sketch.js';
import { type Drawn, pixel, roundAbove, type Size, ticks } from './axes.js';

const rowHeight = 24;
const foot = 34;

/** The losses that show, in the order of the stack. */
export const partsShown = (rates: readonly RateSketch[]): PolarisationPart[] =>
  polarisationPartNames.filter((part) => rates.some((rate) => rate.polarisation_mV[part]));

/** Height of a figure of so many rows. */
export const rowsHeight = (rows: number): number => rows * rowHeight + foot;

/** Mean loss of voltage at each rate, part after part; what is negative (uneven state of charge, diffusion) stands left of zero. */
export function lossFigure(rates: readonly RateSketch[], chosen: string, { width }: Size): Drawn {
  const parts = partsShown(rates);
  const labelWidth = Math.max(46, ...rates.map(({ label }) => 7.4 * short(label).length + 10));
  const loss = (rate: RateSketch, part: PolarisationPart): number => lossSign(rate) * (rate.polarisation_mV[part] ?? 0);
  const sums = rates.map((rate) => parts.reduce((sum, part) => sum + Math.max(0, loss(rate, part)), 0));
  const below = rates.map((rate) => parts.reduce((sum, part) => sum + Math.min(0, loss(rate, part)), 0));
  const high = roundAbove(Math.max(...sums, 1));
  const low = Math.min(0, ...below);
  const scale = (width - labelWidth - 14) / (high - low);
  const zero = labelWidth - low * scale;
  const rows = rates.map((rate, r) => {
    let [right, left] = [zero, zero];
    const bars = parts.map((part) => {
      const size = loss(rate, part) * scale;
      const from = size >= 0 ? right : left + size;
      if (size >= 0) right += size;
      else left += size;
      return Math.abs(size) < 0.05
        ? ''
        : `<rect class="part ${part}" x="${pixel(from)}" y="${r * rowHeight + 4}" width="${
          pixel(Math.abs(size))
        }" height="${rowHeight - 8}"><title>${
          escapeText(`${rate.label}, ${limitLabels[part]}: ${loss(rate, part).toFixed(1)} mV`)
        }</title></rect>`;
    });
    const mark = rate.label === chosen ? ' chosen' : '';
    return `<text class="tick${mark}" x="${labelWidth - 6}" y="${
      r * rowHeight + rowHeight / 2
    }" dy="0.35em" text-anchor="end">${escapeText(short(rate.label))}</text>${bars.join('')}`;
  });
  const bottom = rates.length * rowHeight;
  const numbers = ticks(low, high, Math.max(2, Math.floor(width / 110))).map((at) =>
    `<path class="grid" d="M${pixel(zero + at * scale)} 0V${bottom}"/><text class="tick" x="${
      pixel(zero + at * scale)
    }" y="${bottom + 14}" text-anchor="middle">${String(at).replace('-', '−')}</text>`
  );
  const name = `<text class="name" x="${(labelWidth + width) / 2}" y="${
    bottom + 30
  }" text-anchor="middle">Mean loss of voltage (mV)</text>`;
  return [numbers.join('') + name, rows.join('')];
}

const short = (label: string): string => (label.length > 14 ? `${label.slice(0, 13)}…` : label);

/** What a gain from nothing would be drawn as, and the end of the axis. */
const mostGain = 3;

/** Capacity that the cell would gain with one resistance taken away after another. */
export function limitsFigure({ parts }: Limits, { width }: Size): Drawn {
  const names = Math.min(230, 0.52 * width);
  const shown = parts.slice(0, 6);
  const high = Math.min(mostGain, Math.max(0.05, ...shown.map(({ capacityGain }) => capacityGain)));
  const scale = (width - names - 62) / high;
  const rows = shown.map(({ part, capacityGain }, r) => {
    const y = r * rowHeight;
    const size = Math.max(0, Math.min(high, capacityGain)) * scale;
    return `<text class="tick" x="${names - 8}" y="${y + rowHeight / 2}" dy="0.35em" text-anchor="end">${
      escapeText(limitLabels[part])
    }</text><rect class="part ${part}" x="${names}" y="${y + 4}" width="${pixel(Math.max(1, size))}" height="${
      rowHeight - 8
    }"/><text class="tick" x="${pixel(names + Math.max(1, size) + 5)}" y="${y + rowHeight / 2}" dy="0.35em">${
      gainText(capacityGain, Math.abs(capacityGain) < 0.1 ? 1 : 0)
    }</text>`;
  });
  return ['', rows.join('')];
}
