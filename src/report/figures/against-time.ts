import * as Plot from '@observablehq/plot';
import type { RateResult, ResultDocument } from '../../results/result-schema.js';
import { hasSteps } from '../protocol-steps.js';
import { type Curve, curveMarks, plane, pointsOf, sheetBeside } from './curves.js';
import type { Figure } from './figure.js';
import { cycled, dashes, rateColour } from './palette.js';

const plotWidth = 600;
const margins = [64, 14] as const;
const log = { log: 'x' } as const;

/** Temperature of the cell against time, where it follows from the heat. */
export function temperature({ rates }: ResultDocument): Figure | undefined {
  const warm = curvesOf(rates, ({ series: { temperature_K: kelvin = [] } }) => kelvin.map((value) => value - 273.15));
  if (warm.length === 0) return undefined;
  const height = 360;
  return sheetBeside({
    name: 'temperature',
    title: 'Temperature of the cell against time',
    caption:
      'One temperature of the whole cell, from what it dissipates and what it hands to its surroundings; without heat of mixing.',
  }, { plotWidth, height }, [panelOf(0, height, 'Temperature (°C)', 6, warm)], warm, log);
}

/** Voltage and current density against time, for protocols of more than one step. */
export function voltageTime(doc: ResultDocument): Figure | undefined {
  if (!hasSteps(doc)) return undefined;
  const of = (field: 'voltage_V' | 'currentDensity_mA_cm2'): Curve[] =>
    curvesOf(doc.rates, ({ series }) => series[field]).map((curve) => ({ ...curve, width: 1.6 }));
  const voltages = of('voltage_V');
  const half = 240;
  return sheetBeside({
    name: 'voltage-time',
    title: 'Voltage and current against time',
    caption:
      'Cell voltage and applied current density over the whole protocol, rests included; discharge currents are positive.',
  }, { plotWidth, height: 2 * half }, [
    panelOf(0, half, 'Cell voltage (V)', 5, voltages),
    panelOf(half, half, 'Current density (mA/cm²)', 5, of('currentDensity_mA_cm2'), [
      Plot.ruleY([0], { stroke: '#999' }),
    ]),
  ], voltages, log);
}

/** A curve per rate that has values at more than one time; colours and dashes by its place in the list. */
const curvesOf = (rates: readonly RateResult[], valuesOf: (rate: RateResult) => readonly number[]): Curve[] =>
  rates.flatMap((rate, k) => {
    const values = valuesOf(rate);
    const hours = rate.series.time_s.map((seconds) => seconds / 3600);
    return values.length > 1
      ? [{ label: rate.label, colour: rateColour(k, rates.length), dash: cycled(dashes, k),
        points: pointsOf(hours, values) }]
      : [];
  });

const panelOf = (y: number, height: number, label: string, ticks: number, curves: readonly Curve[],
  below: readonly Plot.Markish[] = []): string =>
  plane({ x: 0, y, width: plotWidth, height }, margins, { x: { label: 'Time (h)', ticks: 7, nice: true, zero: true },
    y: { label, ticks, nice: true, inset: 5 } }, [...below, ...curves.flatMap(curveMarks)]);
