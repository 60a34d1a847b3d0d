import * as Plot from '@observablehq/plot';
import type { ResultDocument } from '../../results/result-schema.js';
import { axes, besidePlot, type Figure, legend, panel, series, sheet } from './figure.js';
import { cycled, dashes, rateColour } from './palette.js';

const plotWidth = 600;
const height = 360;

/** Temperature of the cell against time, where it follows from the heat. */
export function temperature({ rates }: ResultDocument): Figure | undefined {
  const warm = rates.flatMap(({ label, series: { time_s: time, temperature_K: kelvin = [] } }, k) =>
    kelvin.length > 1
      ? [{ label, colour: rateColour(k, rates.length), dash: cycled(dashes, k),
        points: kelvin.map((value, i) => ({ t: time[i] / 3600, y: value - 273.15 })) }]
      : []
  );
  if (warm.length === 0) return undefined;
  const title = 'Temperature of the cell against time';
  const width = besidePlot(plotWidth, warm);
  const plot = panel({ x: 0, y: 0, width: plotWidth, height }, [64, 14], {
    x: { nice: true, zero: true },
    y: { nice: true, inset: 5 },
    marks: [
      ...axes({ x: { label: 'Time (h)', ticks: 7 }, y: { label: 'Temperature (°C)', ticks: 6 } }),
      ...warm.map(({ label, colour, dash, points }) =>
        Plot.line(points, { x: 't', y: 'y', stroke: colour, strokeWidth: 2, strokeDasharray: dash, ...series(label) })
      ),
    ],
  });
  return {
    name: 'temperature',
    title,
    caption:
      'One temperature of the whole cell, from what it dissipates and what it hands to its surroundings; without heat of mixing.',
    svg: sheet(title, width, height, [plot, legend({ x: plotWidth + 10, y: 14, width: width - plotWidth - 10 }, warm)],
      false, { log: 'x' }),
  };
}
