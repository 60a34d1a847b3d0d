import * as Plot from '@observablehq/plot';
import type { ComparisonDocument } from '../../results/comparison-schema.js';
import { capacityAt, mainPoints } from '../rate-choice.js';
import { designItems, legendColumns } from './comparison-rates.js';
import { axes, type Figure, panel, series, sheetWithLegend } from './figure.js';

const width = 1000;
const panelHeight = 400;

/** Voltage of every design against the charge passed, per area and per gram of active material, at the rate that the designs are told at. */
export function comparisonVoltage(doc: ComparisonDocument): Figure | undefined {
  const items = designItems(doc.designs).map((item) => ({ ...item, marker: undefined }));
  const curves = doc.designs.map(({ result, limits }) => {
    const rate = result.rates.find(({ label }) => label === limits.rate);
    const perGram = rate && rate.arealCapacity_mAh_cm2 !== 0
      ? rate.specificCapacity_mAh_g / rate.arealCapacity_mAh_cm2
      : NaN;
    return rate
      ? mainPoints(rate).map((k) => ({ area: capacityAt(rate, k), gram: perGram * capacityAt(rate, k),
        voltage: rate.series.voltage_V[k] })
      )
      : [];
  });
  if (curves.every((points) => points.length < 2)) return undefined;
  const title = `Cell voltage of the designs at ${doc.detailRate ?? ''}`;
  const drawn = (x: 'area' | 'gram', label: string, place: number): string =>
    panel({ x: (place * width) / 2, y: 0, width: width / 2, height: panelHeight }, [70, 16], {
      x: { nice: true, zero: true },
      y: { nice: true, inset: 5 },
      marks: [
        ...axes({ x: { label, ticks: 6 }, y: { label: 'Cell voltage (V)', ticks: 7 } }),
        ...curves.map((points, k) =>
          Plot.line(points.filter((point) => Number.isFinite(point[x])), { x, y: 'voltage', stroke: items[k].colour,
            strokeWidth: 2.2, strokeDasharray: items[k].dash, ...series(items[k].label) })
        ),
      ],
    });
  return {
    name: 'voltage',
    title,
    caption: 'Cell voltage against the charge passed, per area of cell and per gram of active material.',
    svg: sheetWithLegend(title, { width, height: panelHeight }, [drawn('area', 'Areal capacity (mAh/cm²)', 0),
      drawn('gram', 'Specific capacity (mAh/g)', 1)], items, { columns: legendColumns(items.map(({ label }) => label)),
      log: 'x' }),
  };
}
