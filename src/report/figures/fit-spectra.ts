import * as Plot from '@observablehq/plot';
import type { FitDocument } from '../../results/fit-schema.js';
import { axes, dotStyle, type Figure, legend, panel, series, sheet } from './figure.js';
import { cycled, markers, rateColour } from './palette.js';

const width = 800;
const plotWidth = 580;
const plotHeight = 340;
const height = plotHeight + 210;
const [left, right, top, bottom] = [64, 14, 14, 50];

/** Measured impedances as points, the fitted ones as lines, one ohm as long on either axis; below what is left between them. */
export function fitSpectra({ spectra, noise }: FitDocument): Figure | undefined {
  if (spectra.length === 0) return undefined;
  const colour = (k: number): string => rateColour(k, spectra.length);
  const points = ({ real_ohm_cm2: re, imaginary_ohm_cm2: im }: FitDocument['spectra'][number]['fitted']) =>
    re.map((x, i) => ({ x, y: -im[i] }));
  const all = spectra.flatMap(({ measured, fitted }) => [...points(measured), ...points(fitted)]);
  const [x, y] = evenDomains(all, plotWidth - left - right, plotHeight - top - bottom);
  const label = (k: number): string => `${Math.round(100 * spectra[k].stateOfCharge)} %, ${spectra[k].file}`;
  const above = panel({ x: 0, y: 0, width: plotWidth, height: plotHeight }, [left, right, top, bottom], {
    x: { domain: x },
    y: { domain: y },
    marks: [
      ...axes({ x: { label: 'Re Z (Ω cm²)', ticks: 7 }, y: { label: '−Im Z (Ω cm²)', ticks: 5 } }),
      ...spectra.flatMap(({ measured, fitted }, k) => [
        Plot.line(points(fitted), { x: 'x', y: 'y', stroke: colour(k), strokeWidth: 2, ...series(label(k)) }),
        Plot.dot(points(measured), { x: 'x', y: 'y', r: 3, symbol: cycled(markers, k),
          ...dotStyle(colour(k), cycled(markers, k), true), ...series(`${label(k)}, measured`) }),
      ]),
    ],
  });
  const percents = 100 * noise.impedance;
  const below = panel({ x: 0, y: plotHeight, width: plotWidth, height: height - plotHeight }, [left, right], {
    x: { type: 'log' },
    y: { nice: true, inset: 6 },
    marks: [
      ...axes({ x: { label: 'Frequency (Hz)', ticks: 7 }, y: { label: 'Measured − fitted (% of |Z|)', ticks: 5 } }),
      Plot.ruleY([-percents, percents], { stroke: '#999', strokeDasharray: '4 3' }),
      Plot.ruleY([0], { stroke: '#555' }),
      ...spectra.flatMap(({ frequency_Hz: f, residual }, k) =>
        ([['real', false], ['imaginary', true]] as const).map(([part, hollow]) =>
          Plot.dot(residual[part].map((value, i) => ({ x: f[i], y: 100 * value })), { x: 'x', y: 'y', r: 2.5,
            symbol: cycled(markers, k), ...dotStyle(colour(k), cycled(markers, k), hollow), ...series(label(k)) })
        )
      ),
    ],
  });
  const items = spectra.map((_, k) => ({ label: label(k), colour: colour(k), dash: 'none', marker: cycled(markers, k),
    hollow: true, series: label(k) })
  );
  return {
    name: 'fit-spectra',
    title: 'Measured and fitted impedances',
    caption:
      'Points: measured; lines: the fitted case, both axes to the same scale. Below: what is left of the real part (filled) and of '
      + `the imaginary one (open), over the measured modulus; dashed: the noise, ±${percents} %.`,
    svg: sheet('Measured and fitted impedances', width, height, [above, below,
      legend({ x: plotWidth + 10, y: 14, width: width - plotWidth - 10 }, items)]),
  };
}

/** Domains that hold all points, with as many ohms per pixel on either axis. */
function evenDomains(points: readonly { readonly x: number; readonly y: number }[], wide: number, tall: number) {
  const [low, high] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))];
  const [floor, top] = [Math.min(0, ...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))];
  const perPixel = 1.1 * Math.max((high - low) / wide, (top - floor) / tall, 1e-9);
  const middle = (low + high) / 2;
  return [[middle - (perPixel * wide) / 2, middle + (perPixel * wide) / 2], [floor - 0.04 * perPixel * tall,
    floor + 0.96 * perPixel * tall]] as const;
}
