import * as Plot from '@observablehq/plot';
import type { RateResult, ResultDocument } from '../../results/result-schema.js';
import { hasSteps } from '../protocol-steps.js';
import { axes, besidePlot, type Box, type Figure, legend, panel, series, sheet } from './figure.js';
import { cycled, dashes, rateColour } from './palette.js';

const height = 480;
const room = 600;

/** Voltage and current density against time, for protocols of more than one step. */
export function voltageTime(doc: ResultDocument): Figure | undefined {
  if (!hasSteps(doc)) return undefined;
  const rates = doc.rates.filter(({ series }) => series.time_s.length > 1);
  const style = (rate: RateResult) => {
    const index = doc.rates.indexOf(rate);
    return { colour: rateColour(index, doc.rates.length), dash: cycled(dashes, index) };
  };
  const lines = (field: 'voltage_V' | 'currentDensity_mA_cm2') =>
    rates.map((rate) => {
      const { colour, dash } = style(rate);
      const points = rate.series.time_s.map((seconds, k) => ({ t: seconds / 3600, y: rate.series[field][k] }));
      return Plot.line(points, { x: 't', y: 'y', stroke: colour, strokeWidth: 1.6, strokeDasharray: dash,
        ...series(rate.label) });
    });
  const half = height / 2;
  const items = rates.map((rate) => ({ label: rate.label, ...style(rate) }));
  const width = besidePlot(room, items);
  return {
    name: 'voltage-time',
    title: 'Voltage and current against time',
    caption:
      'Cell voltage and applied current density over the whole protocol, rests included; discharge currents are positive.',
    svg: sheet('Voltage and current against time', width, height, [
      timePanel({ x: 0, y: 0, width: room, height: half }, 'Cell voltage (V)', lines('voltage_V')),
      timePanel({ x: 0, y: half, width: room, height: half }, 'Current density (mA/cm²)', [
        Plot.ruleY([0], { stroke: '#999' }),
        ...lines('currentDensity_mA_cm2'),
      ]),
      legend({ x: room + 10, y: 14, width: width - room - 10 }, items),
    ], false, { log: 'x' }),
  };
}

function timePanel(box: Box, label: string, marks: readonly Plot.Markish[]): string {
  return panel(box, [64, 14], {
    x: { nice: true, zero: true },
    y: { nice: true, inset: 5 },
    marks: [...axes({ x: { label: 'Time (h)', ticks: 7 }, y: { label, ticks: 5 } }), ...marks],
  });
}
