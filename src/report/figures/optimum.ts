import * as Plot from '@observablehq/plot';
import type { OptimumDocument } from '../../results/optimum-schema.js';
import { axes, dotStyle, type Figure, panel, sheet } from './figure.js';
import { faint, ink } from './palette.js';

const width = 800;
const panelWidth = 390;
const panelHeight = 300;
const frontHeight = 420;
const colour = '#0072B2';
const brokenColour = '#D55E00';

/** A density names its unit. */
const named = (
  { text, unit }: OptimumDocument['goals'][number],
): string => (text.includes(unit) ? text : `${text} (${unit})`);

/** The front of two goals, or the one goal along each key through the optimum. */
export const optimumFigure = (
  doc: OptimumDocument,
): Figure | undefined => (doc.goals.length === 2 ? front(doc) : slices(doc));

function front({ designs, goals: [first, second] }: OptimumDocument): Figure | undefined {
  const points = designs.map(({ goals: [a, b] }) => ({ x: b.value, y: a.value })).sort((a, b) => a.x - b.x);
  if (points.length < 2) return undefined;
  const title = 'The front';
  return {
    name: 'optimum-front',
    title,
    caption:
      'Each point is a design that is the best in one for its level of the other, solved on the mesh of the case; no design that was found '
      + 'is better in both.',
    svg: sheet(title, width, frontHeight, [panel({ x: 0, y: 0, width, height: frontHeight }, [74, 20], {
      x: { nice: true, inset: 12 },
      y: { nice: true, inset: 12 },
      marks: [
        ...axes({ x: { label: named(second), ticks: 7 }, y: { label: named(first), ticks: 7 } }),
        Plot.line(points, { x: 'x', y: 'y', stroke: colour, strokeWidth: 1.5 }),
        Plot.dot(points, { x: 'x', y: 'y', r: 5, ...dotStyle(colour, 'circle') }),
      ],
    })]),
  };
}

function slices({ slices: all, goals: [goal] }: OptimumDocument): Figure | undefined {
  if (all.length === 0) return undefined;
  const rows = Math.ceil(all.length / 2);
  const parts = all.map(({ key, unit, spacing, at, values, goal: found, met }, k) => {
    const points = values.map((x, i) => ({ x, y: found[i], met: met[i] })).filter(({ y }) => y !== null);
    return panel({ x: (k % 2) * (panelWidth + 10), y: Math.floor(k / 2) * panelHeight, width: panelWidth,
      height: panelHeight }, [64, 14], {
      x: spacing === 'log' ? { type: 'log' } : { nice: true },
      y: { nice: true, inset: 8 },
      marks: [
        ...axes({ x: { label: `${key} (${unit || '1'})`, ticks: 5, ...(spacing === 'log' && { tickFormat: 'g' }) },
          y: { label: named(goal), ticks: 6 } }),
        Plot.ruleX([at], { stroke: ink, strokeDasharray: '4 3' }),
        Plot.line(points, { x: 'x', y: 'y', stroke: faint }),
        Plot.dot(points.filter((one) => one.met), { x: 'x', y: 'y', r: 4, ...dotStyle(colour, 'circle') }),
        Plot.dot(points.filter((one) => !one.met), { x: 'x', y: 'y', r: 4, symbol: 'times',
          ...dotStyle(brokenColour, 'times') }),
      ],
    });
  });
  const title = 'Through the optimum';
  return {
    name: 'optimum-slices',
    title,
    caption:
      'The goal along one key at a time, all others as at the optimum (dashed line), on the coarse mesh of the search. Crosses: designs that '
      + 'break one of the bounds.',
    svg: sheet(title, width, rows * panelHeight, parts),
  };
}
