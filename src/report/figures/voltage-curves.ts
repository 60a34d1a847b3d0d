import * as Plot from '@observablehq/plot';
import type { RateResult, ResultDocument } from '../../results/result-schema.js';
import { fixed } from '../format.js';
import { aboutEachRate } from '../protocol-steps.js';
import { capacityAt, chargeSign, hasCurve, mainPoints } from '../rate-choice.js';
import { rangeText } from '../rate-columns.js';
import { curveMarks, plane, type Point, sheetBeside } from './curves.js';
import { type Figure, type LegendItem, series } from './figure.js';
import { cycled, equilibriumColour, markers, rateColour } from './palette.js';

const plotWidth = 580;
const height = 440;

/** Cell voltage against the charge passed per area, one curve per rate, with the equilibrium curve. */
export function voltageCurves(doc: ResultDocument): Figure | undefined {
  const rates = doc.rates.filter(hasCurve);
  if (rates.length === 0) return undefined;
  const items = itemsOf(doc, rates);
  const marks = rates.flatMap((rate, k) => {
    const points = curveOf(rate, 'voltage_V');
    return [
      ...curveMarks({ ...items[k], points, marked: spaced(points, (doc.rates.indexOf(rate) % 4) / 4), width: 2.2,
        size: 4 }),
      ...(rate.outcome.kind === 'completed' ? [] : [
        Plot.dot(points.slice(-1), { x: 'x', y: 'y', r: 6, symbol: 'times', stroke: '#000', strokeWidth: 2 }),
      ]),
    ];
  });
  const bands = extremes(rates).flatMap((rate) =>
    bandMarks(rate, curveOf(rate, 'voltage_V'), items[rates.indexOf(rate)].colour)
  );
  const plot = plane({ x: 0, y: 0, width: plotWidth, height }, [64, 14], {
    x: { label: `Areal capacity ${chargeSign(doc) > 0 ? 'delivered' : 'charged'} (mAh/cm²)`, ticks: 7, nice: true,
      zero: true },
    y: { label: 'Cell voltage (V)', ticks: 7, nice: true, inset: 6 },
  }, [
    ...curveMarks({ ...equilibrium, points: equilibriumOf(rates), width: 1.6 }),
    ...bands,
    ...marks,
  ]);
  const legend = [...items, equilibrium, ...(rates.some((rate) => rate.outcome.kind !== 'completed')
    ? [{ label: 'stopped numerically', colour: '#000', marker: 'times' } satisfies LegendItem]
    : [])];
  const empty = doc.rates.filter((rate) => !hasCurve(rate)).map(({ label }) => label);
  return sheetBeside({
    name: 'voltage-capacity',
    title: 'Cell voltage against areal capacity',
    caption: `Cell voltage against the charge passed per area of cathode, ${aboutEachRate(doc)}. The dashed line is `
      + 'the equilibrium voltage at the mean stoichiometry of the cathode; the distance to it is the polarisation. '
      + `Theoretical: ${fixed(doc.case.theoreticalArealCapacity_mAh_cm2, 2)} mAh/cm². A cross marks a run `
      + `that the solver could not finish.${
        empty.length === 0 ? '' : ` Without a curve, because nothing was delivered: ${empty.join(', ')}.`
      }${
        bands.length > 0
          ? ' Shaded, for the slowest and the fastest: the curve stretched to the low and '
            + 'the high capacity and moved to the low and the high mean voltage (80 %).'
          : ''
      }`,
  }, { plotWidth, height }, [plot], legend, { log: 'x' });
}

/**
 * Between the curve stretched to the low capacity and lowered to the low mean voltage, and the same to the high ones, down to the voltage
 * at which the curve ends. Stretched pulses and rests would lie beside each other, so that only an unbroken step has a band.
 */
function bandMarks({ label, ranges, arealCapacity_mAh_cm2: capacity, meanVoltage_V: mean }: RateResult,
  points: readonly Point[], colour: string): Plot.Markish[]
{
  const isBroken = points.some(({ x }, k) => k > 0 && x <= points[k - 1].x);
  if (!ranges?.meanVoltage_V || mean === null || capacity === 0 || isBroken) return [];
  const { low, high } = ranges.arealCapacity_mAh_cm2;
  const end = points[points.length - 1].y;
  const falls = points[0].y > end;
  const side = (to: number, voltage: number): Point[] =>
    points.map(({ x, y }) => {
      const moved = y + voltage - mean;
      return { x: (x * to) / Math.abs(capacity), y: falls ? Math.max(end, moved) : Math.min(end, moved) };
    });
  const last = (to: number): Point => ({ x: to, y: end });
  const outline = [...side(low, ranges.meanVoltage_V.low), last(low), last(high),
    ...side(high, ranges.meanVoltage_V.high).reverse()];
  return [
    Plot.line(outline, { x: 'x', y: 'y', curve: 'linear-closed', fill: colour, fillOpacity: 0.14, stroke: 'none',
      ...series(label), className: 'series hatch' }),
  ];
}

/** The slowest and the fastest: bands of all of them would cover each other. */
function extremes(rates: readonly RateResult[]): RateResult[] {
  const sorted = [...rates].sort((a, b) => a.cRate - b.cRate);
  return sorted.filter((_, k) => k === 0 || k === sorted.length - 1);
}

const equilibrium: LegendItem = { label: 'equilibrium', colour: equilibriumColour, dash: '6 4' };

const itemsOf = (doc: ResultDocument, rates: readonly RateResult[]): LegendItem[] =>
  rates.map((rate) => {
    const index = doc.rates.indexOf(rate);
    return {
      label: `${rate.label}: ${rangeText(rate, 'arealCapacity_mAh_cm2')} mAh/cm²`,
      series: rate.label,
      colour: rateColour(index, doc.rates.length),
      dash: 'none',
      marker: cycled(markers, index),
    };
  });

/** Curve of the main step, from zero at its start. */
function curveOf(rate: RateResult, field: 'voltage_V' | 'equilibriumVoltage_V'): Point[] {
  return mainPoints(rate).map((k) => ({ x: capacityAt(rate, k), y: rate.series[field][k] }));
}

/** The rate that got furthest knows most of the equilibrium curve. */
function equilibriumOf(rates: readonly RateResult[]): Point[] {
  const furthest = rates.reduce((best, rate) =>
    Math.abs(rate.arealCapacity_mAh_cm2) > Math.abs(best.arealCapacity_mAh_cm2) ? rate : best
  );
  return curveOf(furthest, 'equilibriumVoltage_V');
}

/** A few points at even charge and the last one; `shift` keeps the markers of neighbouring curves apart. */
function spaced(points: readonly Point[], shift: number): Point[] {
  const count = 4;
  const end = points[points.length - 1];
  const picked = Array.from({ length: count },
    (_, k) => points.find((point) => point.x >= ((k + 0.12 + 0.8 * shift) * end.x) / count));
  return [...picked.filter((point) => point !== undefined), end];
}
