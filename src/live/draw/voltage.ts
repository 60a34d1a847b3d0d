import { escapeText } from '../../report/escape.js';
import { capacityAt, mainPoints } from '../../report/rate-choice.js';
import type { MeasuredCurve } from '../messages.js';
import type { RateSketch } from '../sketch.js';
import { type Drawn, frame, line, numbersAt, pixel, placed, ramp, room, roundAbove, type Scale, type Size,
  ticks } from './axes.js';

export interface VoltageFigure {
  readonly rates: readonly RateSketch[];
  /** Of the design beside it. */
  readonly others: readonly RateSketch[];
  readonly measured: readonly MeasuredCurve[];
  /** Theoretical areal capacity [mAh cm^-2]. */
  readonly full: number;
  /** Label of the rate that is looked at. */
  readonly rate: string;
}

export interface VoltageScales {
  readonly x: Scale;
  readonly y: Scale;
}

/** The ends of both axes; capacity from zero. */
export function voltageScales({ rates, others, measured, full }: VoltageFigure, size: Size): VoltageScales {
  const { left, right, top, bottom } = room(size);
  const all = [...rates, ...others];
  const voltages = [...all.flatMap((rate) => mainPoints(rate).map((k) => rate.series.voltage_V[k])),
    ...measured.flatMap(({ voltage_V }) => voltage_V)].filter(Number.isFinite);
  const least = voltages.reduce((a, b) => Math.min(a, b), Infinity);
  const most = voltages.reduce((a, b) => Math.max(a, b), -Infinity);
  const widest = [full, ...all.map(delivered), ...measured.map(({ capacity_mAh_cm2 }) => capacity_mAh_cm2.at(-1) ?? 0)]
    .reduce((a, b) => Math.max(a, b));
  const known = voltages.length > 0;
  const low = known ? Math.floor(10 * least) / 10 : 0;
  return {
    x: { low: 0, high: roundAbove(1.02 * widest), log: false, from: left, to: right },
    y: { low, high: known ? Math.max(Math.ceil(10 * most) / 10, low + 0.1) : 5, log: false, from: bottom, to: top },
  };
}

/** Voltage over the charge delivered, a curve per rate; dashed the design beside it, dots what was measured. */
export function voltageFigure(figure: VoltageFigure, size: Size): Drawn {
  const { rates, others, measured, full, rate: chosen } = figure;
  const { x, y } = voltageScales(figure, size);
  const axes = frame({ x, y, size, xTicks: numbersAt(ticks(x.low, x.high)), yTicks: numbersAt(ticks(y.low, y.high)),
    xLabel: 'Capacity delivered (mAh/cm²)', yLabel: 'Voltage (V)' });
  const { top, bottom } = room(size);
  const end = pixel(placed(x, full));
  const limit = `<path class="limit" d="M${end} ${top}V${bottom}"/>`
    + `<text class="tick" x="${end}" y="${top - 5}" text-anchor="middle">theoretical</text>`;
  const curve = (rate: RateSketch, kind: string, i: number, n: number): string =>
    `<path class="curve ${kind} ${ramp(i, n)}${rate.label === chosen ? ' chosen' : ''}" d="${
      line(x, y, mainPoints(rate).map((k) => [capacityAt(rate, k), rate.series.voltage_V[k]]))
    }"><title>${escapeText(rate.label)}</title></path>`;
  const dots = measured.map(({ capacity_mAh_cm2, voltage_V }, k) =>
    capacity_mAh_cm2.map((q, i) =>
      `<circle class="measured m${k % 4}" cx="${pixel(placed(x, q))}" cy="${pixel(placed(y, voltage_V[i]))}" r="2.2"/>`
    ).join('')
  );
  const curves = [limit, ...others.map((rate, i) => curve(rate, 'other', i, others.length)),
    ...rates.map((rate, i) => curve(rate, 'own', i, rates.length)), ...dots];
  return [axes, curves.join('')];
}

/** Charge of the main step [mAh cm^-2]. */
const delivered = (rate: RateSketch): number => Math.abs(rate.arealCapacity_mAh_cm2);

/** Voltage of a curve at a charge, between its points; undefined beyond its end. */
export function voltageAt(rate: RateSketch, capacity: number): number | undefined {
  const points = mainPoints(rate);
  for (let i = 1; i < points.length; i++) {
    const [before, here] = [capacityAt(rate, points[i - 1]), capacityAt(rate, points[i])];
    if (capacity < before || capacity > here || here === before) continue;
    const { voltage_V: v } = rate.series;
    return v[points[i - 1]] + ((capacity - before) / (here - before)) * (v[points[i]] - v[points[i - 1]]);
  }
  return undefined;
}
