import * as Plot from '@observablehq/plot';
import type { ConductionCurve } from '../../materials/material-curves.js';
import { units } from '../../units/document-units.js';
import { axes, caption, type Figure, panel, sheet } from './figure.js';
import { ink } from './palette.js';

const width = 560;
const height = 380;
const celsius = (kelvin: number): number => kelvin - 273.15;

/** Ionic conductivity over temperature, with what is reported beside it. */
export function conductionFigure({ name, temperature, conductivity, reported }: ConductionCurve): Figure {
  const line = temperature.map((t, i) => ({ x: celsius(t), y: conductivity[i] / units.mS_cm }));
  const points = reported.map((one) => ({ x: celsius(one.temperature), y: one.conductivity / units.mS_cm,
    taken: one.taken })
  );
  const values = [...line, ...points].map(({ y }) => y);
  const domain = [10 ** Math.floor(Math.log10(Math.min(...values)) - 1e-9),
    10 ** Math.ceil(Math.log10(Math.max(...values)))];
  const decades = Array.from({ length: Math.round(Math.log10(domain[1] / domain[0])) + 1 },
    (_, k) => domain[0] * 10 ** k);
  const title = `${name} over temperature`;
  return {
    name: name.replace(/[^\w.+-]/g, '_'),
    title,
    caption:
      `${title}: the conductivity that a cell takes (line), the value it rests on (full) and what else is reported (hollow).`,
    svg: sheet(title, width, height, [
      caption(80, 20, `${name}; full: the value taken, hollow: also reported`, 'start', true),
      panel({ x: 0, y: 28, width, height: height - 28 }, [80, 16, 10], {
        x: { domain: [line[0].x, line[line.length - 1].x], inset: 6 },
        y: { type: 'log', domain, inset: 4 },
        marks: [
          ...axes({ x: { label: 'Temperature (°C)', ticks: 6 },
            y: { label: 'Ionic conductivity (mS/cm)', labelOffset: 66, ticks: decades, tickFormat: '.0e' } }),
          Plot.line(line, { x: 'x', y: 'y', stroke: ink, strokeWidth: 2 }),
          Plot.dot(points.filter(({ taken }) => !taken), { x: 'x', y: 'y', r: 4.5, stroke: ink, fill: 'white' }),
          Plot.dot(points.filter(({ taken }) => taken), { x: 'x', y: 'y', r: 4.5, stroke: ink, fill: ink }),
        ],
      }),
    ]),
  };
}
