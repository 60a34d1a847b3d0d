import * as Plot from '@observablehq/plot';
import type { RateRanges, RateResult, ResultDocument } from '../../results/result-schema.js';
import { rounded } from '../format.js';
import { detailOf } from '../how-sure-lines.js';
import { underLoad } from '../rate-choice.js';
import { endBars, endItems, inLines, roomFor, rowFor } from './bars.js';
import { plane } from './curves.js';
import { type Figure, halo, legend, legendLine, sheet } from './figure.js';
import { ink } from './palette.js';

const width = 1000;
const most = 8;

const all = 'all together';
const model = 'error of the model itself';

/** Draws what each uncertain parameter moves at the fastest rate: energy of the pouch cell, on a charge the capacity. */
export function tornado(doc: ResultDocument): Figure | undefined {
  const rate = detailOf(doc);
  if (!rate?.ranges || rate.ranges.decides.length === 0) return undefined;
  const { ranges } = rate;
  const inEnergy = ranges.gravimetric_Wh_kg !== null && doc.energy.format === undefined;
  const quantity = inEnergy ? 'gravimetric_Wh_kg' : 'arealCapacity_mAh_cm2';
  const value = (inEnergy ? rate.energy.pouch.gravimetric_Wh_kg : Math.abs(rate.arealCapacity_mAh_cm2)) ?? 0;
  const whole = ranges[quantity] ?? { low: value, high: value };
  const shown = ranges.decides.slice(0, most).map((one) => ({ ...one, name: inLines(one),
    ends: endsOf(one[quantity]) })
  );
  const names = [all, model, ...shown.map(({ name }) => name)];
  const left = roomFor(names);
  const height = 30 + rowFor(names) * names.length + 50;
  const labels = [
    { name: all, to: whole.high, text: `${rounded(whole.low, 2)} to ${rounded(whole.high, 2)}` },
    ...shown.map(({ name, low, high, ends }) => (
      { name, to: Math.max(value, ...ends.map((end) => end ?? 0)), text: `${low} to ${high}` }
    )),
  ];
  const plot = plane({ x: 0, y: legendLine + 4, width, height }, [left, 20, 8], {
    x: { label: inEnergy ? `Pouch cell ${underLoad(rate)} (Wh/kg)` : `Capacity ${underLoad(rate)} (mAh/cm²)`, ticks: 8,
      domain: [0, 1.6 * Math.max(...labels.map(({ to }) => to))] },
    y: { label: null, tickSize: 0, type: 'band', domain: names, padding: 0.25 },
    grid: false,
  }, [
    Plot.barX([all], { x1: whole.low, x2: whole.high, y: (name: string) => name, fill: ink }),
    Plot.barX([model], { x1: value * ranges.modelFactors.low,
      x2: Math.min(whole.high, value * ranges.modelFactors.high), y: (name: string) => name, fill: '#999999' }),
    ...shown.flatMap(({ name, ends }) => endBars(name, ends, value)),
    Plot.ruleX([value], { stroke: ink, strokeWidth: 1.5, strokeDasharray: isSingle(rate) ? 'none' : '4 3' }),
    Plot.text(labels, { x: 'to', y: 'name', text: 'text', textAnchor: 'start', dx: 5, ...halo }),
  ]);
  return sheet({
    name: 'what-decides',
    title: `What decides the result ${underLoad(rate)}`,
    caption:
      'Each parameter at the low and the high end of its spread, all others as they are, and the error of the model '
      + 'itself; black: all of them together, in quadrature, which holds 80 % of cases. The line is the result'
      + `${
        isSingle(rate)
          ? '.'
          : ', dashed because the cell is unlike the measured cells for comparison: the interval counts.'
      }`,
  }, width, height + legendLine + 4, [
    legend({ x: left, y: 2, width: 320 }, endItems, 2),
    plot,
  ]);
}

const isSingle = ({ ranges }: RateResult): boolean => (ranges?.outsideData.length ?? 0) === 0;

const endsOf = ({ low, high }: RateRanges['decides'][number]['gravimetric_Wh_kg']) => [low, high] as const;
