import * as Plot from '@observablehq/plot';
import type { FitDocument } from '../../results/fit-schema.js';
import { axes, dotStyle, type Figure, legend, panel, series, sheet } from './figure.js';
import { cycled, markers, rateColour } from './palette.js';

const width = 800;
const height = 600;
const plotWidth = 580;
const curvesHeight = 390;

/** Measured discharges as points, the fitted ones as lines; below what is left between them, at the same share of either discharge. */
export function fitCurves({ curves, noise }: Pick<FitDocument, 'curves'> & Partial<Pick<FitDocument, 'noise'>>,
  computed = 'fitted'): Figure | undefined
{
  if (curves.length === 0) return undefined;
  const colour = (k: number): string => rateColour(k, curves.length);
  const pairs = (x: readonly number[], y: readonly number[]) => x.map((at, i) => ({ x: at, y: y[i] }));
  const above = panel({ x: 0, y: 0, width: plotWidth, height: curvesHeight }, [64, 14], {
    x: { nice: true, zero: true },
    y: { nice: true, inset: 6 },
    marks: [
      ...axes({ x: { label: 'Areal capacity delivered (mAh/cm²)', ticks: 7 },
        y: { label: 'Cell voltage (V)', ticks: 7 } }),
      ...curves.flatMap(({ rate, measured, fitted }, k) => [
        Plot.line(pairs(fitted.arealCapacity_mAh_cm2, fitted.voltage_V), { x: 'x', y: 'y', stroke: colour(k),
          strokeWidth: 2, ...series(rate) }),
        Plot.dot(pairs(measured.arealCapacity_mAh_cm2, measured.voltage_V), { x: 'x', y: 'y', r: 3,
          symbol: cycled(markers, k), ...dotStyle(colour(k), cycled(markers, k), true),
          ...series(`${rate}, measured`) }),
      ]),
    ],
  });
  const spread = noise?.voltage_mV;
  const below = panel({ x: 0, y: curvesHeight, width: plotWidth, height: height - curvesHeight }, [64, 14], {
    x: { domain: [0, 1] },
    y: { nice: true, inset: 6 },
    marks: [
      ...axes({ x: { label: 'Share of the discharge', ticks: 6 },
        y: { label: `Measured − ${computed} (mV)`, ticks: 5 } }),
      ...(spread === undefined
        ? []
        : [Plot.rectY([0], { x1: 0, x2: 1, y1: -spread, y2: spread, fill: '#000', fillOpacity: 0.08 })]),
      Plot.ruleY([0], { stroke: '#555' }),
      ...curves.map(({ rate, residual }, k) =>
        Plot.dot(pairs(residual.share, residual.voltage_mV), { x: 'x', y: 'y', r: 2.5, symbol: cycled(markers, k),
          ...dotStyle(colour(k), cycled(markers, k), true), ...series(rate) })
      ),
    ],
  });
  const items = curves.map(({ file, rate }, k) => ({ label: `${rate}, ${file}`, colour: colour(k), dash: 'none',
    marker: cycled(markers, k), hollow: true, series: rate })
  );
  const title = `Measured and ${computed} discharges`;
  return {
    name: 'fit-curves',
    title,
    caption:
      `Points: measured; lines: ${computed}. Below: the difference of voltages at the same share of either discharge${
        spread === undefined ? '' : `; the grey band is the noise, ±${spread} mV`
      }.`,
    svg: sheet(title, width, height, [above, below,
      legend({ x: plotWidth + 10, y: 14, width: width - plotWidth - 10 }, items)]),
  };
}
