import * as Plot from '@observablehq/plot';
import type { ResultDocument } from '../../results/result-schema.js';
import { fixed, percent } from '../format.js';
import { aboutEachRate } from '../protocol-steps.js';
import { isRate, reachedRates } from '../rate-choice.js';
import { isOutside } from '../rate-columns.js';
import { curveMarks } from './curves.js';
import { axisStyle, dotStyle, type Figure, pointLabels, sheet } from './figure.js';
import { bandColour, bandOpacity, cycled, equilibriumColour, ink, markers, rateColour } from './palette.js';
import { ratePanel } from './rate-axis.js';

const width = 800;
const height = 440;

/** Delivered areal capacity against C-rate; utilisation on the right-hand axis and at the points. One rate makes no curve. */
export function rateCapability(doc: ResultDocument): Figure | undefined {
  const full = doc.case.theoreticalArealCapacity_mAh_cm2;
  // a rate that never started has no capacity; drawn as zero it would look like a result
  const points = reachedRates(doc).filter(isRate).map((rate) => ({
    x: rate.cRate,
    y: Math.abs(rate.arealCapacity_mAh_cm2),
    share: percent(rate.utilisation),
    stopped: rate.outcome.kind !== 'completed',
    index: doc.rates.indexOf(rate),
    range: rate.ranges?.arealCapacity_mAh_cm2,
    single: !isOutside(rate),
  }));
  if (points.length < 2) return undefined;
  const band = points.flatMap(({ x, range }) => (range ? [{ x, ...range }] : []));
  const top = 1.14 * Math.max(full, ...points.map((point) => point.y), ...band.map(({ high }) => high));
  const singles = points.filter(({ single }) => single);
  const plot = ratePanel({ x: 0, y: 0, width, height }, [70, 72], points.map(({ x }) => x), {
    label: 'Areal capacity (mAh/cm²)',
    top,
  }, ([, end], place) => [
    Plot.axisY({
      ...axisStyle,
      anchor: 'right',
      label: 'Utilisation (%)',
      labelOffset: 52,
      ticks: [0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => share * full),
      tickFormat: (value: number) => fixed((100 * value) / full, 0),
    }),
    Plot.ruleY([full], { stroke: equilibriumColour, strokeDasharray: '6 4', strokeWidth: 1.4 }),
    Plot.text([`theoretical: ${fixed(full, 2)} mAh/cm²`], { x: end, y: full, textAnchor: 'end', dx: -8, dy: -10,
      fill: ink, fontSize: 12 }),
    Plot.areaY(band, { x: 'x', y1: 'low', y2: 'high', fill: bandColour, fillOpacity: bandOpacity }),
    Plot.link(points.filter(({ single }) => !single), {
      x: 'x',
      y1: (point: (typeof points)[number]) => point.range?.low ?? 0,
      y2: (point: (typeof points)[number]) => point.range?.high ?? 0,
      stroke: '#777',
      strokeWidth: 1.5,
      strokeDasharray: '4 3',
    }),
    ...curveMarks({ label: 'delivered', colour: '#777', dash: 'none', points: singles, width: 1.5 }),
    ...singles.map((point) => {
      const marker = cycled(markers, point.index);
      return Plot.dot([point], { x: 'x', y: 'y', r: 5.5, symbol: marker,
        ...dotStyle(rateColour(point.index, doc.rates.length), marker, point.stopped) });
    }),
    ...pointLabels(singles, ({ share }) => share, top, place),
  ]);
  const note = points.some((point) => point.stopped)
    ? ' Hollow markers: the solver could not finish the run; what was reached is shown.'
    : '';
  return sheet({
    name: 'rate-capability',
    title: 'Delivered capacity against C-rate',
    caption:
      `Charge delivered per area, ${aboutEachRate(doc)}; ${singles.length > 0 ? 'the numbers are' : 'on the right'} `
      + `the utilisation, delivered over theoretical capacity of the cathode (${fixed(full, 2)} mAh/cm²).${note}`
      + `${
        band.length === 0
          ? ''
          : ' Shaded: low to high, 80 %; dashed where the cell lies outside the data, without a single number.'
      }`,
  }, width, height, [plot], false, { log: 'y' });
}
