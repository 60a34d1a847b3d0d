import * as Plot from '@observablehq/plot';
import type { CellEnergyDocument } from '../../results/energy-schema.js';
import type { ResultDocument } from '../../results/result-schema.js';
import { isRate } from '../load-words.js';
import { reachedRates } from '../rate-choice.js';
import { axes, dotStyle, type Figure, halo, legend, panel, series, sheet } from './figure.js';

const width = 800;
const height = 440;

const bases = [
  { key: 'electrode', label: 'electrode', colour: '#E69F00', marker: 'triangle' },
  { key: 'unitCell', label: 'unit cell', colour: '#009E73', marker: 'square' },
  { key: 'pouch', label: 'pouch', colour: '#0072B2', marker: 'circle' },
] as const;

/** Energy against power per mass, a point per rate (Ragone); one rate makes no curve. */
export function ragone(doc: ResultDocument): Figure | undefined {
  const rates = reachedRates(doc).filter((rate) => isRate(rate) && rate.direction === 'discharge').sort((a, b) =>
    a.cRate - b.cRate
  );
  const curves = bases.map((basis) => ({ ...basis,
    points: rates.flatMap(({ label, energy }) => pointOf(label, energy[basis.key])) })
  )
    .filter(({ points }) => points.length > 1);
  if (curves.length === 0) return undefined;
  const title = 'Energy against power';
  const top = 1.1 * Math.max(...curves.flatMap(({ points }) => points.map(({ y }) => y)));
  const last = curves[curves.length - 1];
  const powers = curves.flatMap(({ points }) => points.map(({ x }) => x));
  const plot = panel({ x: 0, y: 30, width, height: height - 30 }, [70, 30], {
    x: { type: 'log', domain: [0.7 * Math.min(...powers), 1.4 * Math.max(...powers)] },
    y: { domain: [0, top] },
    marks: [
      ...axes({
        x: { label: 'Power (W/kg)', ticks: powerTicks(powers), tickFormat: String },
        y: { label: 'Energy (Wh/kg)', ticks: 6 },
      }),
      ...curves.flatMap(({ label, colour, marker, points }) => [
        Plot.line(points, { x: 'x', y: 'y', stroke: colour, strokeWidth: 2, ...series(label) }),
        Plot.dot(points, { x: 'x', y: 'y', r: 4.5, symbol: marker, ...dotStyle(colour, marker), ...series(label),
          className: 'series hatch' }),
      ]),
      Plot.text([last.points[0], last.points[last.points.length - 1]], { x: 'x', y: 'y', text: 'label', dy: 14,
        ...halo }),
    ],
  });
  return {
    name: 'ragone',
    title,
    caption:
      'Energy delivered per mass against its mean power per mass, a point per rate, on three bases; the ends name their rates.',
    svg: sheet(title, width, height, [
      legend({ x: 80, y: 6, width: 480 },
        curves.map(({ label, colour, marker }) => ({ label, colour, marker, dash: 'none' })), curves.length),
      plot,
    ], false, { log: 'y' }),
  };
}

/** 1, 2 and 5 of every decade between the ends. */
const powerTicks = (powers: readonly number[]): number[] =>
  Array.from({ length: 15 }, (_, k) => [1, 2, 5][k % 3] * 10 ** Math.floor(k / 3))
    .filter((tick) => tick > 0.7 * Math.min(...powers) && tick < 1.4 * Math.max(...powers));

const pointOf = (label: string, { power_W_kg: x, gravimetric_Wh_kg: y }: CellEnergyDocument['pouch']) =>
  x === null || y === null || x <= 0 ? [] : [{ label, x, y }];
