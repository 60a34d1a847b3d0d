import { escapeText } from '../../report/escape.js';
import type { RateSketch } from '../sketch.js';
import { type Drawn, frame, line, numbersAt, pixel, placed, room, roundAbove, type Scale, type Size,
  ticks } from './axes.js';

export interface RateSeries {
  readonly rates: readonly RateSketch[];
  /** Per mass at full utilisation [Wh/kg]. */
  readonly full: number | null;
  readonly basis: 'pouch' | 'stack' | 'unitCell' | 'electrode';
}

/** Energy per mass of every rate over the rate on a logarithmic axis; dashes at full utilisation. */
export function rateFigure(own: RateSeries, other: RateSeries | undefined, chosen: string, size: Size): Drawn {
  const { left, right, top, bottom } = room(size);
  const series = other ? [own, other] : [own];
  const points = series.map(({ rates, basis }) =>
    rates.filter(({ cRate }) => cRate > 0).map((rate) => ({ rate, energy: rate.energy[basis].gravimetric_Wh_kg }))
      .sort((a, b) => a.rate.cRate - b.rate.cRate)
  );
  const all = points.flat();
  if (all.length === 0) return ['', ''];
  const cRates = all.map(({ rate }) => rate.cRate);
  const [slow, fast] = [Math.min(...cRates), Math.max(...cRates)];
  const spread = slow === fast ? 2 : 1.15;
  const x: Scale = { low: slow / spread, high: fast * spread, log: true, from: left, to: right };
  const most = Math.max(0, ...series.map(({ full }) => full ?? 0), ...all.map(({ energy }) => energy ?? 0));
  const y: Scale = { low: 0, high: roundAbove(1.02 * most), log: false, from: bottom, to: top };
  const axes = frame({ x, y, size, xTicks: apart(points[0], x), yTicks: numbersAt(ticks(0, y.high)), xLabel: 'Rate',
    yLabel: 'Energy (Wh/kg)' });
  const kinds = ['own', 'other'];
  const curves = series.map(({ full }, k) => {
    const limit = full === null
      ? ''
      : `<path class="limit ${kinds[k]}" d="M${left} ${pixel(placed(y, full))}H${right}"/>${
        k === 0
          ? `<text class="tick" x="${right}" y="${
            pixel(placed(y, full) - 5)
          }" text-anchor="end">full utilisation</text>`
          : ''
      }`;
    const dots = points[k].map(({ rate, energy }) => {
      if (energy === null) return '';
      const mark = rate.label === chosen ? ' chosen' : '';
      return `<circle class="dot ${kinds[k]}${mark}" cx="${pixel(placed(x, rate.cRate))}" cy="${
        pixel(placed(y, energy))
      }" r="${mark ? 6 : 4}"><title>${escapeText(rate.label)}: ${energy.toFixed(0)} Wh/kg</title></circle>`;
    });
    const path = line(x, y, points[k].map(({ rate, energy }) => [rate.cRate, energy]));
    return `${limit}<path class="curve rates ${kinds[k]}" d="${path}"/>${dots.join('')}`;
  });
  return [axes, curves.join('')];
}

/** Labels of rates that do not stand on each other. */
function apart(points: readonly { readonly rate: RateSketch }[], x: Scale): { at: number; text: string }[] {
  const shown: { at: number; text: string }[] = [];
  let end = -Infinity;
  for (const { rate: { cRate, label } } of points) {
    const middle = placed(x, cRate);
    const half = 3.6 * label.length + 3;
    if (middle - half < end) continue;
    shown.push({ at: cRate, text: label });
    end = middle + half;
  }
  return shown;
}
