import * as Plot from '@observablehq/plot';
import type { UncertainParameter, UncertaintyDocument } from '../../results/uncertainty-schema.js';
import { wrap } from '../text-layout.js';
import { rankedUnit } from '../uncertainty/uncertainty-tables.js';
import { axes, type Figure, legend, legendLine, panel, sheet, textWidth } from './figure.js';
import { ink } from './palette.js';

const width = 1000;
const nameWidth = 34;
const row = 34;
const most = 12;
const lowColour = '#0072B2';
const highColour = '#E69F00';
const firstColour = '#009E73';
const totalColour = '#999999';

/** Beside each other: each parameter alone at the ends of its spread, and its share of the variance when all move. */
export function uncertaintyIndices(doc: UncertaintyDocument): Figure | undefined {
  const { parameters, ranked, rankedAt, rates } = doc;
  const value = rates.find(({ label }) => label === rankedAt)?.[ranked]?.value;
  if (parameters.length === 0 || value === undefined) return undefined;
  const shown = parameters.slice(0, most);
  const nameOf = ({ path }: UncertainParameter): string =>
    wrap(path.replaceAll('.', '. '), nameWidth).join('\n')
      .replaceAll('. ', '.');
  const names = shown.map(nameOf);
  const left = 24 + Math.max(...names.flatMap((name) => name.split('\n').map((line) => textWidth(line))));
  const height = 70 + row * shown.length;
  const half = Math.round(left + (width - left) * 0.5);
  const bars = shown.flatMap((one) =>
    [{ at: one.atLow, colour: lowColour }, { at: one.atHigh, colour: highColour }].flatMap(({ at, colour }) =>
      at === null ? [] : [{ name: nameOf(one), from: Math.min(at, value), to: Math.max(at, value), colour }]
    ).sort((a, b) => (b.to - b.from) - (a.to - a.from))
  );
  const ends = panel({ x: 0, y: legendLine + 4, width: half, height }, [left, 14, 8], {
    x: { nice: true },
    y: { type: 'band', domain: names, padding: 0.3 },
    marks: [
      ...axes({ x: { label: `At ${rankedAt} (${rankedUnit[ranked]})`, ticks: 5 }, y: { label: null, tickSize: 0 },
        grid: false }),
      ...bars.map((bar) => Plot.barX([bar], { x1: 'from', x2: 'to', y: 'name', fill: bar.colour })),
      Plot.ruleX([value], { stroke: ink, strokeWidth: 1.5 }),
    ],
  });
  const shares = shown.flatMap((one) => [
    { name: nameOf(one), ...one.total, colour: totalColour, thick: 0 },
    { name: nameOf(one), ...one.firstOrder, colour: firstColour, thick: 6 },
  ]);
  const indices = panel({ x: half, y: legendLine + 4, width: width - half, height }, [14, 20, 8], {
    x: { domain: [0, Math.max(...shares.map(({ value: share, error }) => share + error), 0.1)], nice: true },
    y: { type: 'band', domain: names, padding: 0.3 },
    marks: [
      ...axes({ x: { label: 'Share of the variance', ticks: 5 }, y: { label: null, tickSize: 0, tickFormat: () => '' },
        grid: false }),
      ...shares.map((one) =>
        Plot.barX([one], { x1: 0, x2: ({ value: share }: { value: number }) => Math.max(0, share), y: 'name',
          fill: one.colour, insetTop: one.thick, insetBottom: one.thick })
      ),
      ...shares.map((one) =>
        Plot.ruleY([one], {
          x1: ({ value: share, error }: { value: number; error: number }) => Math.max(0, share - error),
          x2: ({ value: share, error }: { value: number; error: number }) => Math.max(0, share + error),
          y: 'name',
          stroke: ink,
          strokeWidth: 1.2,
          dy: one.thick === 0 ? -4 : 4,
        })
      ),
    ],
  });
  const title = `What decides at ${rankedAt}`;
  return {
    name: 'uncertainty-indices',
    title,
    caption:
      'Left: each parameter alone at the low and the high end of its spread, all others as they are; the line is the case as it stands. '
      + 'Right: first-order index (narrow bar: the share of the variance that goes when it is known) and total index (wide bar), each with its '
      + '95 % interval, all parameters moving at once.',
    svg: sheet(title, width, height + legendLine + 4, [
      legend({ x: left, y: 2, width: width - left }, [
        { label: 'at its low end', colour: lowColour, swatch: true },
        { label: 'at its high end', colour: highColour, swatch: true },
        { label: 'first-order index', colour: firstColour, swatch: true },
        { label: 'total index', colour: totalColour, swatch: true },
      ], 4),
      ends,
      indices,
    ]),
  };
}
