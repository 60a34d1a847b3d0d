import * as Plot from '@observablehq/plot';
import type { RateRanges, RateResult, ResultDocument } from '../../results/result-schema.js';
import { rounded } from '../format.js';
import { detailOf, parameterName } from '../how-sure-lines.js';
import { underLoad } from '../load-words.js';
import { wrap } from '../text-layout.js';
import { axes, type Figure, halo, legend, legendLine, panel, sheet, textWidth } from './figure.js';
import { ink } from './palette.js';

const width = 1000;
/** Pixels of a line of a name, and between two bars. */
const nameLine = 12;
const between = 10;
/** Characters of a line of a name. */
const nameWidth = 38;
const most = 8;
const lowColour = '#0072B2';
const highColour = '#E69F00';
const modelColour = '#999999';

interface Bar {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly colour: string;
}

/** Draws what each uncertain parameter moves at the fastest rate: energy of the pouch cell, on a charge the capacity. */
export function tornado(doc: ResultDocument): Figure | undefined {
  const rate = detailOf(doc);
  if (!rate?.ranges || rate.ranges.decides.length === 0) return undefined;
  const { ranges } = rate;
  const inEnergy = ranges.gravimetric_Wh_kg !== null && doc.energy.format === undefined;
  const quantity = inEnergy ? 'gravimetric_Wh_kg' : 'arealCapacity_mAh_cm2';
  const value = (inEnergy ? rate.energy.pouch.gravimetric_Wh_kg : Math.abs(rate.arealCapacity_mAh_cm2)) ?? 0;
  const whole = ranges[quantity] ?? { low: value, high: value };
  const shown = ranges.decides.slice(0, most);
  const bars = [...modelBars(ranges, value, whole.high), ...shown.flatMap((one) => barsOf(one, one[quantity], value))];
  const names = [all, modelName, ...shown.map(nameOf)];
  const left = 24 + Math.max(...names.flatMap((name) => name.split('\n').map((line) => textWidth(line))));
  const row = between + nameLine * Math.max(2, ...names.map((name) => name.split('\n').length));
  const height = 30 + row * names.length + 50;
  const reach = Math.max(whole.high, ...bars.map(({ to }) => to));
  const plot = panel({ x: 0, y: legendLine + 4, width, height }, [left, 20, 8], {
    x: { domain: [0, 1.6 * reach] },
    y: { type: 'band', domain: names, padding: 0.25 },
    marks: [
      ...axes({
        x: { label: inEnergy ? `Pouch cell ${underLoad(rate)} (Wh/kg)` : `Capacity ${underLoad(rate)} (mAh/cm²)`,
          ticks: 8 },
        y: { label: null, tickSize: 0 },
        grid: false,
      }),
      Plot.barX([whole], { x1: 'low', x2: 'high', y: () => all, fill: ink }),
      ...bars.map((bar) => Plot.barX([bar], { x1: 'from', x2: 'to', y: 'name', fill: bar.colour })),
      Plot.ruleX([value], { stroke: ink, strokeWidth: 1.5, strokeDasharray: isSingle(rate) ? 'none' : '4 3' }),
      Plot.text([{ name: all, to: whole.high, text: `${rounded(whole.low, 2)} to ${rounded(whole.high, 2)}` },
        ...labelsOf(shown, quantity, value)], {
        x: 'to',
        y: 'name',
        text: 'text',
        textAnchor: 'start',
        dx: 5,
        ...halo,
      }),
    ],
  });
  const title = `What decides the result ${underLoad(rate)}`;
  return {
    name: 'what-decides',
    title,
    caption:
      'Each parameter at the low and the high end of its spread, all others as they are, and what the equations themselves may be wrong '
      + 'by; black: all of them together, in quadrature, which holds 80 % of cases. The line is the result'
      + `${
        isSingle(rate)
          ? '.'
          : ', dashed because the cell lies outside of what the model was compared with: the band counts.'
      }`,
    svg: sheet(title, width, height + legendLine + 4, [
      legend({ x: width - 660, y: 2, width: 640 }, [
        { label: 'at its low end', colour: lowColour, swatch: true },
        { label: 'at its high end', colour: highColour, swatch: true },
        { label: 'the equations', colour: modelColour, swatch: true },
        { label: 'all together', colour: ink, swatch: true },
      ], 4),
      plot,
    ]),
  };
}

const all = 'all together';
const modelName = 'what the equations leave out';
const isSingle = ({ ranges }: RateResult): boolean => (ranges?.outsideData.length ?? 0) === 0;

type Decides = RateRanges['decides'][number];
/** In lines. */
const nameOf = (one: Decides): string => wrap(parameterName(one), nameWidth).join('\n');

type AtEnds = Decides['gravimetric_Wh_kg'];

/** From the result to either end; where both lie on one side, the nearer end is drawn over the farther one. */
function barsOf(one: Decides, { low, high }: AtEnds, value: number): Bar[] {
  const ends = [{ at: low, colour: lowColour }, { at: high, colour: highColour }];
  return ends.flatMap((
    { at, colour },
  ) => (at === null || at === value
    ? []
    : [{ name: nameOf(one), from: Math.min(at, value), to: Math.max(at, value), colour }])
  )
    .sort((a, b) => (b.to - b.from) - (a.to - a.from));
}

function modelBars({ modelFactor }: RateRanges, value: number, highest: number): Bar[] {
  return [{ name: modelName, from: value / modelFactor, to: Math.min(highest, value * modelFactor),
    colour: modelColour }];
}

/** The ends of each parameter in words, beside its bars. */
const labelsOf = (shown: readonly Decides[], quantity: 'gravimetric_Wh_kg' | 'arealCapacity_mAh_cm2', value: number) =>
  shown.map((one) => ({
    name: nameOf(one),
    to: Math.max(value, one[quantity].low ?? 0, one[quantity].high ?? 0),
    text: `${one.low} to ${one.high}`,
  }));
