import * as Plot from '@observablehq/plot';
import type { UncertaintyDocument } from '../../results/uncertainty-schema.js';
import { type Curve, curveMarks, plane, sheetBeside } from './curves.js';
import type { Figure } from './figure.js';
import { bandOpacity, cycled, dashes, rateColour } from './palette.js';

const plotWidth = 640;
const height = 430;
/** Bands on top of each other say nothing: the slowest, the fastest, and one between. */
const most = 3;

/** Voltage against charge: the median of the sample and the band that holds 80 %. */
export function uncertaintyCurves({ rates }: UncertaintyDocument): Figure | undefined {
  const drawn = rates.flatMap(({ label, curve }) => (curve ? [{ label, curve }] : []));
  if (drawn.length === 0) return undefined;
  const shown = drawn.length <= most
    ? drawn
    : [drawn[0], drawn[Math.floor((drawn.length - 1) / 2)], drawn[drawn.length - 1]];
  const voltages = shown.flatMap(({ curve: { low, high } }) => [...low, ...high].filter((v) => v !== null));
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
  const title = 'Discharges and their bands';
  return {
    name: 'uncertainty-curves',
    title,
    caption:
      'Lines: the voltage that half of such cells exceed; shaded: the band that holds 80 %, parameters and what the equations leave out. '
      + 'A cell whose discharge has ended counts as below any voltage, so a line ends where half of the cells have.',
    svg: sheetBeside(title, { plotWidth, height }, [
      plane({ x: 0, y: 0, width: plotWidth, height }, [64, 14], {
        x: { label: 'Areal capacity delivered (mAh/cm²)', ticks: 7, nice: true, zero: true },
        y: { label: 'Cell voltage (V)', ticks: 7, domain: [floor, Math.max(...voltages)], nice: true, inset: 4 },
      }, [...bands, ...medians.flatMap(curveMarks)]),
    ], medians),
  };
}
