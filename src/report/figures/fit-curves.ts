import * as Plot from '@observablehq/plot';
import type { FitDocument } from '../../results/fit-schema.js';
import { type Axis, type Curve, curveMarks, plane, type Point, pointsOf, sheetBeside } from './curves.js';
import type { Figure, LegendItem } from './figure.js';
import { cycled, ink, markers, rateColour } from './palette.js';

const plotWidth = 580;
const margins = [64, 14] as const;

/** Measured discharges as points, the fitted ones as lines; below what is left between them, at the same share of either discharge. */
export function fitCurves({ curves, noise }: Pick<FitDocument, 'curves'> & Partial<Pick<FitDocument, 'noise'>>,
  computed = 'fitted'): Figure | undefined
{
  if (curves.length === 0) return undefined;
  const spread = noise?.voltage_mV;
  const looks = looksOf(curves.map(({ rate, file }) => ({ label: `${rate}, ${file}`, series: rate })));
  const x: Axis = { label: 'Areal capacity delivered (mAh/cm²)', ticks: 7, nice: true, zero: true };
  const share: Axis = { label: 'Share of the discharge', ticks: 6, domain: [0, 1] };
  return sheetBeside({
    name: 'fit-curves',
    title: `Measured and ${computed} discharges`,
    caption: `Points: measured; lines: ${computed}. Below: the difference of voltages at equal shares of the `
      + `charge${spread === undefined ? '' : `; the grey band is the noise, ±${spread} mV`}.`,
  }, { plotWidth, height: 600 }, [
    plane({ x: 0, y: 0, width: plotWidth, height: 390 }, margins, { x,
      y: { label: 'Cell voltage (V)', ticks: 7, nice: true, inset: 6 } },
      curves.flatMap(({ measured, fitted }, k) =>
        overEachOther(looks[k], pointsOf(measured.arealCapacity_mAh_cm2, measured.voltage_V),
          pointsOf(fitted.arealCapacity_mAh_cm2, fitted.voltage_V))
      )),
    plane({ x: 0, y: 390, width: plotWidth, height: 210 }, margins, { x: share,
      y: { label: `Measured − ${computed} (mV)`, ticks: 5, labelOffset: 54, nice: true, inset: 6 } }, [
      ...(spread === undefined
        ? []
        : [Plot.rectY([0], { x1: 0, x2: 1, y1: -spread, y2: spread, fill: '#000', fillOpacity: 0.08 })]),
      Plot.ruleY([0], { stroke: '#555' }),
      ...curves.flatMap(({ residual }, k) => left(looks[k], pointsOf(residual.share, residual.voltage_mV))),
    ]),
  ], legendOf(looks, computed));
}

const spectrumHeight = 340;
const spectrumMargins = [64, 14, 14, 50] as const;

/** Measured impedances as points, the fitted ones as lines, one ohm as long on either axis; below what is left between them. */
export function fitSpectra({ spectra, noise }: FitDocument): Figure | undefined {
  if (spectra.length === 0) return undefined;
  const looks = looksOf(spectra.map(({ stateOfCharge, file }) => {
    const label = `${Math.round(100 * stateOfCharge)} %, ${file}`;
    return { label, series: label };
  }));
  const points = ({ real_ohm_cm2: re, imaginary_ohm_cm2: im }: FitDocument['spectra'][number]['fitted']) =>
    pointsOf(re, im.map((value) => -value));
  const [x, y] = evenDomains(spectra.flatMap(({ measured, fitted }) => [...points(measured), ...points(fitted)]));
  const percents = 100 * noise.impedance;
  return sheetBeside({
    name: 'fit-spectra',
    title: 'Measured and fitted impedances',
    caption:
      'Above: measured and fitted impedances, both axes to the same scale. Below: what is left of either part, over '
      + `the measured modulus; dashed: the noise, ±${percents} %.`,
  }, { plotWidth, height: spectrumHeight + 210 }, [
    plane({ x: 0, y: 0, width: plotWidth, height: spectrumHeight }, spectrumMargins, {
      x: { label: 'Re Z (Ω cm²)', ticks: 7, domain: x },
      y: { label: '−Im Z (Ω cm²)', ticks: 5, domain: y },
    }, spectra.flatMap(({ measured, fitted }, k) => overEachOther(looks[k], points(measured), points(fitted)))),
    plane({ x: 0, y: spectrumHeight, width: plotWidth, height: 210 }, margins, {
      x: { label: 'Frequency (Hz)', ticks: 7, type: 'log' },
      y: { label: 'Measured − fitted (% of |Z|)', ticks: 5, nice: true, inset: 6 },
    }, [
      Plot.ruleY([-percents, percents], { stroke: '#999', strokeDasharray: '4 3' }),
      Plot.ruleY([0], { stroke: '#555' }),
      ...spectra.flatMap(({ frequency_Hz: f, residual }, k) =>
        parts.flatMap(([part, hollow]) =>
          left({ ...looks[k], hollow }, pointsOf(f, residual[part].map((value) => 100 * value)))
        )
      ),
    ]),
  ], [
    ...legendOf(looks, 'fitted'),
    ...parts.map(([part, hollow]): LegendItem => ({ label: `below, ${hollow ? 'open' : 'filled'}: ${part} part`,
      colour: ink, marker: 'circle', hollow })
    ),
  ]);
}

/** What is left of an impedance, and whether its marks are open. */
const parts = [['real', false], ['imaginary', true]] as const;

/** One colour and marker for each measurement. */
const looksOf = (names: readonly { readonly label: string; readonly series: string }[]) =>
  names.map((name, k) => ({ ...name, colour: rateColour(k, names.length), dash: 'none', marker: cycled(markers, k),
    hollow: true })
  );
type MeasurementLook = ReturnType<typeof looksOf>[number];

/** The measurements by their colours and marks, and what marks and lines are. */
const legendOf = (looks: readonly MeasurementLook[], computed: string): LegendItem[] => [
  ...looks,
  { label: 'marks: measured', colour: ink, marker: 'circle', hollow: true },
  { label: `lines: ${computed}`, colour: ink, dash: 'none' },
];

const overEachOther = (look: MeasurementLook, measured: readonly Point[], fitted: readonly Point[]): Plot.Markish[] => [
  ...curveMarks({ ...look, points: fitted, marker: undefined }),
  ...curveMarks({ ...look, points: measured, dash: undefined, series: `${look.series}, measured` }),
];

const left = (look: Omit<Curve, 'points'>, points: readonly Point[]): Plot.Markish[] =>
  curveMarks({ ...look, points, dash: undefined, size: 2.5 });

/** Domains that hold all points, with as many ohms per pixel on either axis. */
function evenDomains(points: readonly Point[]): [number, number][] {
  const [leftOf, right, top, bottom] = spectrumMargins;
  const [wide, tall] = [plotWidth - leftOf - right, spectrumHeight - top - bottom];
  const [low, high] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))];
  const [floor, most] = [Math.min(0, ...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))];
  const perPixel = 1.1 * Math.max((high - low) / wide, (most - floor) / tall, 1e-9);
  const middle = (low + high) / 2;
  return [[middle - (perPixel * wide) / 2, middle + (perPixel * wide) / 2], [floor - 0.04 * perPixel * tall,
    floor + 0.96 * perPixel * tall]];
}
