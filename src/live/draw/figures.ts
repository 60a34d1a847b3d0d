import { escapeText } from '../../report/escape.js';
import { fixed, percent } from '../../report/format.js';
import { mainPoints } from '../../report/rate-choice.js';
import { limitLabels } from '../../results/limit-labels.js';
import type { RateResult } from '../../results/result-schema.js';
import type { Frame, MeasuredCurve } from '../messages.js';
import type { RateSketch } from '../sketch.js';
import { type Drawn, frame, line, numbersAt, pixel, placed, ramp, room, roundAbove, type Scale, type Size,
  ticks } from './axes.js';
import { lossFigure, partsShown, rowsHeight } from './losses.js';
import { profileFigure, type Quantity } from './profile.js';
import { type VoltageFigure, voltageFigure } from './voltage.js';

/** What is drawn: one design, or two, as solved last. Texts of elements, so that a page is drawn in a browser and when it is built. */

export interface Solved {
  readonly frame: Frame;
  readonly rates: readonly RateSketch[];
  /** What stands before the numbers of each rate. */
  readonly marks: readonly string[];
  /** The same with all that is known of them; undefined on a coarse mesh. */
  readonly whole: readonly RateResult[] | undefined;
}

export interface Picture {
  readonly own: Solved;
  readonly other: Solved | undefined;
  readonly measured: readonly MeasuredCurve[];
  /** Label of the rate that is looked at. */
  readonly rate: string | undefined;
  /** What is shown through the thickness, and at which of the kept moments. */
  readonly quantity: Quantity;
  readonly moment: number;
}

/** The rate that headline and profiles are about: as chosen, else the one nearest to 1C. */
export function rateOf({ rates }: Solved, label: string | undefined): RateSketch | undefined {
  const distance = ({ cRate }: RateSketch): number => Math.abs(Math.log(cRate));
  const curves = rates.filter((rate) => mainPoints(rate).length > 1);
  return curves.find((rate) => rate.label === label)
    ?? curves.toSorted((a, b) => distance(a) - distance(b))[0]
    ?? rates[0];
}

const labelOf = ({ own, rate }: Picture): string => rateOf(own, rate)?.label ?? '';

export const voltageOf = (picture: Picture): VoltageFigure => ({ rates: picture.own.rates,
  others: picture.other?.rates ?? [], measured: picture.measured,
  full: picture.own.frame.case.theoreticalArealCapacity_mAh_cm2, rate: labelOf(picture) });

interface FigureOfPage {
  /** Until it is laid out [px]. */
  readonly width: number;
  readonly height: (picture: Picture) => number;
  readonly of: (picture: Picture, size: Size) => Drawn;
}

/** By the id of its element. */
export const figures = {
  voltage: { width: 860, height: () => 300, of: (picture, size) => voltageFigure(voltageOf(picture), size) },
  rates: { width: 400, height: () => 240, of: (picture, size) => {
    const { own, other } = picture;
    return rateFigure({ ...own.frame, rates: own.rates }, other && { ...other.frame, rates: other.rates },
      labelOf(picture), size);
  } },
  losses: { width: 400, height: ({ own }) => rowsHeight(own.rates.length),
    of: (picture, size) => lossFigure(picture.own.rates, labelOf(picture), size) },
  profile: { width: 400, height: () => 260, of: ({ own, other, rate: chosen, quantity, moment }, size) => {
    const rate = rateOf(own, chosen);
    const twin = other?.rates.find(({ label }) => label === rate?.label);
    return rate ? profileFigure({ rate, other: twin, quantity, at: moment }, size) : ['', ''];
  } },
} as const satisfies Readonly<Record<string, FigureOfPage>>;
export type FigureName = keyof typeof figures;

/** Names of what energies are per mass of. */
const basisWords = { pouch: 'of pouch cell', stack: 'of stack', unitCell: 'of unit cell',
  electrode: 'of cathode layer' };

/** "1C: 152 of 384 Wh/kg", marked as in the table. */
function headline({ own, other, rate: chosen }: Picture): string {
  const rate = rateOf(own, chosen);
  const { full, basis } = own.frame;
  if (!rate) return 'No rate gave a result.';
  const energy = rate.energy[basis].gravimetric_Wh_kg;
  const mark = own.marks[own.rates.indexOf(rate)];
  const beside = other?.rates.find(({ label }) => label === rate.label);
  const share = percent(energy !== null && full ? energy / full : null);
  const otherText = beside && other
    ? `<small class="beside"> · the other: ${other.marks[other.rates.indexOf(beside)]}${
      fixed(beside.energy[other.frame.basis].gravimetric_Wh_kg, 0)
    } of ${fixed(other.frame.full, 0)} Wh/kg</small>`
    : '';
  return `${rate.label === '' ? 'Delivers' : escapeText(rate.label)}: ${mark}<b id="energy">${
    fixed(energy, 0)
  }</b> of ${fixed(full, 0)} Wh/kg<small> ${basisWords[basis]} (${mark}${share}), ${mark}${
    fixed(Math.abs(rate.arealCapacity_mAh_cm2), 2)
  } mAh/cm² at ${rate.meanVoltage_V === null ? '' : mark}${fixed(rate.meanVoltage_V, 2)} V</small>${otherText}`;
}

/** A button for every rate, and one that takes a measured discharge away. */
const legend = ({ own: { rates }, other, measured }: Picture): string =>
  [
    ...rates.map(({ label }, i) =>
      `<button type="button" class="key ${ramp(i, rates.length)}" data-rate="${escapeText(label)}">${
        escapeText(label || 'run')
      }</button>`
    ),
    ...(other ? ['<span class="key dashed">the other design</span>'] : []),
    ...measured.map(({ name }, k) =>
      `<button type="button" class="key measured m${k % 4}" data-measured="${escapeText(name)}" title="Take it away">${
        escapeText(name)
      } ×</button>`
    ),
  ].join('');

const parts = ({ own: { rates } }: Picture): string =>
  partsShown(rates).map((part) => `<span class="key"><i class="part ${part}"></i>${limitLabels[part]}</span>`).join('');

/** Where the reaction stands at the moment that is looked at. */
function front({ own, rate: chosen, moment }: Picture): string {
  const rate = rateOf(own, chosen);
  if (!rate) return '';
  const { label, series, profiles: { boundaries_um: edges, snapshots } } = rate;
  const time = snapshots[Math.min(moment, snapshots.length - 1)]?.time_s ?? NaN;
  const depth = series.frontDepth_um[series.time_s.findIndex((t) => t >= time)] ?? null;
  if (depth === null) return `At ${escapeText(label)} nothing has reacted yet.`;
  const cathode = edges[edges.length - 1] - edges[edges.length - 2];
  return `At ${escapeText(label)} the front stands at ${fixed(depth, 0)} of ${fixed(cathode, 0)} µm: `
    + 'up to there the cathode is used at least half as much as where the reaction leads.';
}

/** Texts of the page by the id of their element. */
export const texts = { headline, legend, parts, front } as const satisfies Readonly<
  Record<string, (picture: Picture) => string>
>;

export interface RateSeries {
  readonly rates: readonly RateSketch[];
  /** Per mass at full utilisation [Wh/kg]. */
  readonly full: number | null;
  readonly basis: 'pouch' | 'stack' | 'unitCell' | 'electrode';
}

/** Energy per mass of every rate over the rate on a logarithmic axis; dashes at full utilisation. */
function rateFigure(own: RateSeries, other: RateSeries | undefined, chosen: string, size: Size): Drawn {
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
