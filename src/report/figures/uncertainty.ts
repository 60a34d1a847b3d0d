import * as Plot from '@observablehq/plot';
import { basisTitle } from '../../cell/energy-density.js';
import type { UncertaintyDocument } from '../../results/uncertainty-schema.js';
import { unitText } from '../../units/document-units.js';
import { endBars, endItems, inLines, roomFor, rowFor } from './bars.js';
import { type Axis, type Curve, curveMarks, plane, sheetBeside } from './curves.js';
import { type Figure, legend, legendLine, sheet } from './figure.js';
import { bandOpacity, cycled, dashes, ink, rateColour } from './palette.js';

const width = 1000;
const head = legendLine + 4;
const most = 12;
const indexItems = [
  { label: 'first-order index', colour: '#009E73', swatch: true },
  { label: 'total index', colour: '#999999', swatch: true },
] as const;

/** Beside each other: each parameter alone at the ends of its spread, and its share of the variance when all move. */
export function uncertaintyIndices(doc: UncertaintyDocument): Figure | undefined {
  const { parameters, ranked, rankedAt, rates, basis } = doc;
  const value = rates.find(({ label }) => label === rankedAt)?.[ranked]?.value;
  if (parameters.length === 0 || value === undefined) return undefined;
  const shown = parameters.slice(0, most).map((one) => ({ ...one, name: inLines(one) }));
  const names = shown.map(({ name }) => name);
  const left = roomFor(names);
  const height = 70 + rowFor(names) * shown.length;
  const half = Math.round(left + (width - left) * 0.5);
  const y: Axis = { label: null, tickSize: 0, type: 'band', domain: names, padding: 0.3 };
  const [first, total] = indexItems;
  const shares = shown.flatMap((one) => [
    { name: one.name, ...one.total, fill: total.colour, inset: 0, dy: -4 },
    { name: one.name, ...one.firstOrder, fill: first.colour, inset: 6, dy: 4 },
  ]).map(({ value: share, error, ...one }) => (
    { ...one, share: Math.max(0, share), low: Math.max(0, share - error), high: Math.max(0, share + error) }
  ));
  return sheet({
    name: 'uncertainty-indices',
    title: `What decides at ${rankedAt}`,
    caption:
      'Left: each parameter alone at the low and the high end of its spread, all others as they are; the line is the case as it stands. '
      + 'Right: first-order index (narrow bar: the share of the variance that goes when it is known) and total index (wide bar), each with its '
      + '95 % interval, all parameters moving at once.',
  }, width, height + head, [
    legend({ x: left, y: 2, width: width - left }, [...endItems, ...indexItems], 4),
    plane({ x: 0, y: head, width: half, height }, [left, 14, 8], {
      x: {
        label: `${ranked === 'gravimetric_Wh_kg' ? basisTitle(basis) : `Capacity (${unitText(ranked)})`} at `
          + `${rankedAt}`,
        ticks: 5,
        nice: true,
      },
      y,
      grid: false,
    }, [
      ...shown.flatMap(({ name, atLow, atHigh }) => endBars(name, [atLow, atHigh], value)),
      Plot.ruleX([value], { stroke: ink, strokeWidth: 1.5 }),
    ]),
    plane({ x: half, y: head, width: width - half, height }, [14, 20, 8], {
      x: { label: 'Share of the variance', ticks: 5, nice: true,
        domain: [0, Math.max(...shares.map(({ high }) => high), 0.1)] },
      y: { ...y, tickFormat: () => '' },
      grid: false,
    }, [
      ...shares.map(({ fill, inset, ...one }) =>
        Plot.barX([one], { x1: 0, x2: 'share', y: 'name', fill, insetTop: inset, insetBottom: inset })
      ),
      ...shares.map(({ dy, ...one }) =>
        Plot.ruleY([one], { x1: 'low', x2: 'high', y: 'name', stroke: ink, strokeWidth: 1.2, dy })
      ),
    ]),
  ]);
}

const plotWidth = 640;
const height = 430;
/** Bands on top of each other say nothing: the slowest, the fastest, and one between. */
const mostBands = 3;

/** Voltage against charge: the median of the sample and the band that holds 80 %. */
export function uncertaintyCurves({ rates }: UncertaintyDocument): Figure | undefined {
  const drawn = rates.flatMap(({ label, curve }) => (curve ? [{ label, curve }] : []));
  if (drawn.length === 0) return undefined;
  const shown = drawn.length <= mostBands
    ? drawn
    : [drawn[0], drawn[Math.floor((drawn.length - 1) / 2)], drawn[drawn.length - 1]];
  const voltages = shown.flatMap(({ curve: { low, median, high } }) =>
    [...low, ...median, ...high].filter((v) => v !== null)
  );
  const floor = Math.min(...voltages);
  const medians = shown.map(({ label, curve: { arealCapacity_mAh_cm2: charge, median } }, k): Curve => (
    { label, colour: rateColour(k, shown.length), dash: cycled(dashes, k),
      points: charge.flatMap((x, i) => (median[i] === null ? [] : [{ x, y: median[i] }])) }
  ));
  const bands = shown.map(({ curve: { arealCapacity_mAh_cm2: charge, low, high } }, k) =>
    Plot.areaY(charge.flatMap((x, i) => (high[i] === null ? [] : [{ x, low: low[i] ?? floor, high: high[i] }])), {
      x: 'x',
      y1: 'low',
      y2: 'high',
      fill: medians[k].colour,
      fillOpacity: bandOpacity,
    })
  );
  return sheetBeside({
    name: 'uncertainty-curves',
    title: 'Discharges and their bands',
    caption:
      'Lines: the voltage that half of such cells exceed; shaded: the interval that holds 80 %, parameters and the error of the model itself. '
      + 'A cell whose discharge has ended counts as below any voltage, so a line ends where half of the cells have.',
  }, { plotWidth, height }, [
    plane({ x: 0, y: 0, width: plotWidth, height }, [64, 14], {
      x: { label: 'Areal capacity delivered (mAh/cm²)', ticks: 7, nice: true, zero: true },
      y: { label: 'Cell voltage (V)', ticks: 7, domain: [floor, Math.max(...voltages)], nice: true, inset: 4 },
    }, [...bands, ...medians.flatMap(curveMarks)]),
  ], medians);
}
