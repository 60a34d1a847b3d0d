import * as Plot from '@observablehq/plot';
import type { ActiveCurves } from '../../materials/material-curves.js';
import { units } from '../../units/document-units.js';
import { axes, caption, type Figure, panel, sheet } from './figure.js';
import { ink } from './palette.js';

const width = 1240;
const height = 340;
const gap = width / 4;
const squareCentimetres = 1e4;

/** Potential, diffusivity, exchange current density and electronic conductivity side by side; the grey band is what the cell uses. */
export function materialFigure(curves: ActiveCurves): Figure {
  const { name, stoichiometry, potential, diffusivity, exchangeCurrentDensity, electronicConductivity } = curves;
  const of = (values: readonly number[]) => values.map((y, i) => ({ x: stoichiometry[i], y }));
  const title = `${name} over its stoichiometry`;
  const parts = [
    part(0, 'Potential against Li/Li⁺ (V)', of(potential), curves.window),
    part(1, 'Diffusivity (cm²/s)', of(diffusivity.map((value) => value * squareCentimetres)), curves.window, 'log'),
    part(2, 'Exchange current density (mA/cm²)', of(exchangeCurrentDensity.map((value) => value / units.mA_cm2)),
      curves.window),
    part(3, 'Electronic conductivity (mS/cm)', of(electronicConductivity.map((value) => value / units.mS_cm)),
      curves.window, 'log'),
  ];
  return {
    name: name.replace(/[^\w.+-]/g, '_'),
    title,
    caption: `${title}, where its potential is known, at 25 °C. The grey band is the window that a cell uses.`,
    svg: sheet(title, width, height, [caption(80, 20, `${name}; grey: the window that a cell uses`, 'start', true),
      ...parts]),
  };
}

function part(index: number, label: string, points: readonly { readonly x: number; readonly y: number }[],
  [low, high]: readonly [number, number], type: 'linear' | 'log' = 'linear'): string
{
  const values = points.map(({ y }) => y);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const domain = type === 'log'
    ? [10 ** Math.floor(Math.log10(least) - 1e-9), 10 ** Math.ceil(Math.log10(most) + 1e-9)]
    : [least, most];
  return panel({ x: index * gap, y: 28, width: gap, height: height - 28 }, [80, 12, 10], {
    x: { domain: [points[0].x, points[points.length - 1].x], inset: 6 },
    y: { type, domain, nice: type === 'linear', inset: 6 },
    marks: [
      Plot.rectX([0], { x1: low, x2: high, fill: '#000', fillOpacity: 0.06 }),
      ...axes({ x: { label: 'Stoichiometry', ticks: 5 },
        y: { label, ticks: 6, labelOffset: 66,
          ...(type === 'log' && { ticks: decades(domain), tickFormat: '.0e' }) } }),
      Plot.line(points, { x: 'x', y: 'y', stroke: ink, strokeWidth: 2 }),
    ],
  });
}

const decades = ([low, high]: readonly number[]): number[] =>
  Array.from({ length: Math.round(Math.log10(high / low)) + 1 }, (_, k) => low * 10 ** k);
