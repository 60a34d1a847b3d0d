import * as Plot from '@observablehq/plot';
import type { CapacityRow, Explanation, ReproductionDocument } from '../../results/reproduction-schema.js';
import { axes, type Figure, panel, sheetWithLegend } from './figure.js';
import { measuredTortuosities } from './measured-tortuosity.js';
import { faint, groupLook, ink } from './palette.js';

const width = 760;
const side = 520;
const top = 6000;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
  readonly set: number;
  /** More than is searched, or any up to it: the mark is an end. */
  readonly open: boolean;
}

/** The tortuosity factors asked for over the share of electrolyte, with measured ones and the power laws that are assumed. */
export function tortuosityFigure({ sets }: ReproductionDocument): Figure | undefined {
  const points = sets.flatMap(({ rows }, set) =>
    rows.flatMap((row) => (row.kind === 'capacity' ? pointOf(row, set) : []))
  );
  if (points.length === 0) return undefined;
  const shown = sets.flatMap(({ title }, k) => (points.some(({ set }) => set === k) ? [{ title, k }] : []));
  const items = [
    ...shown.map(({ title, k }) => ({ label: title, ...groupLook(k) })),
    { label: 'measured in composites of solid electrolytes', colour: ink, marker: 'times' as const },
    { label: 'exponents 1.5 to 3: the power laws that are assumed', colour: '#DDDDDD', swatch: true },
  ];
  const title = 'Tortuosity factor that would explain what is reported';
  return {
    name: 'tortuosity',
    title,
    caption:
      'One mark per reported capacity: the tortuosity factor at which the simulation delivers it, with its range over the assumed inputs; '
      + 'hollow at 1000: even there it delivers more; hollow at 1: even there less. Rows that agree at any are left out. '
      + `Crosses: measured (${
        [...new Set(measuredTortuosities.map(({ source }) => source))].join(', ')
      }). What lies far above them at its share `
      + 'of electrolyte is no matter of ions.',
    svg: sheetWithLegend(title, { width, height: side }, [
      panel({ x: 0, y: 0, width, height: side }, [70, 16], {
        x: { domain: [0, 80] },
        y: { type: 'log', domain: [0.8, top] },
        marks: [
          ...axes({
            x: { label: 'Electrolyte in the cathode (vol%)', ticks: 8 },
            y: { label: 'Tortuosity factor of the ions', ticks: [1, 10, 100, 1000], tickFormat: String },
          }),
          Plot.areaY(powerLaws, { x: 'x', y1: 'low', y2: 'high', fill: '#DDDDDD', fillOpacity: 0.8 }),
          ...shown.flatMap(({ k }) => marksOf(points.filter(({ set }) => set === k), k)),
          Plot.dot(
            measuredTortuosities.map((one) => ({ x: 100 * one.electrolyteVolumeFraction, y: one.tortuosityFactor })),
            { x: 'x', y: 'y', symbol: 'times', r: 5.5, stroke: ink, strokeWidth: 2 },
          ),
        ],
      }),
    ], items),
  };
}

/** tau = eps^(1 - b) for the exponents b that the rows are varied over. */
const powerLaws = Array.from({ length: 39 }, (_, k) => (k + 2) / 50).map((eps) => ({
  x: 100 * eps,
  low: eps ** -0.5,
  high: Math.min(top, eps ** -2),
}));

function pointOf({ inverse, electrolyteVolumeFraction }: CapacityRow, set: number): Point[] {
  if (inverse === null) return [];
  const { nominal, lowest, highest } = inverse;
  if (nominal.kind === 'none' || nominal.kind === 'up-to') return [];
  return [{
    x: 100 * electrolyteVolumeFraction,
    y: placeOf(nominal),
    low: placeOf(lowest),
    high: placeOf(highest),
    set,
    open: nominal.kind !== 'found',
  }];
}

const placeOf = (
  { kind, tortuosityFactor }: Explanation,
): number => (kind === 'too-little' || kind === 'up-to' ? 1 : tortuosityFactor ?? 1);

function marksOf(points: readonly Point[], set: number): Plot.Markish[] {
  const { colour, marker } = groupLook(set);
  const style = { x: 'x', y: 'y', symbol: marker, r: 4.5 } as const;
  return [
    Plot.ruleX(points, { x: 'x', y1: 'low', y2: 'high', stroke: colour, strokeOpacity: 0.6 }),
    Plot.dot(points.filter(({ open }) => !open), { ...style, fill: colour, stroke: faint, strokeWidth: 0.4 }),
    Plot.dot(points.filter(({ open }) => open), { ...style, fill: 'white', stroke: colour, strokeWidth: 1.5 }),
  ];
}
