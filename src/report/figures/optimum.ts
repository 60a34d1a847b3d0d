import * as Plot from '@observablehq/plot';
import type { OptimumDocument } from '../../results/optimum-schema.js';
import { keyTitle } from '../sweep/key-words.js';
import { type Axis, curveMarks, placeIn, plane } from './curves.js';
import { type Figure, sheet, sheetWithLegend } from './figure.js';
import { faint, ink } from './palette.js';

const width = 800;
const colour = '#0072B2';
const within = { label: 'keeps all conditions', colour, marker: 'circle' } as const;
const beyond = { label: 'breaks a condition', colour: '#D55E00', marker: 'times' } as const;

/** A density names its unit. */
const named = ({ text, unit }: OptimumDocument['goals'][number]): string =>
  text.includes(unit) ? text : `${text} (${unit})`;

/** The front of two goals, or the one goal along each key through the optimum. */
export const optimumFigure = (doc: OptimumDocument): Figure | undefined =>
  doc.goals.length === 2 ? front(doc) : slices(doc);

function front({ designs, goals }: OptimumDocument): Figure | undefined {
  const points = designs.map(({ goals: [a, b] }) => ({ x: b.value, y: a.value })).sort((a, b) => a.x - b.x);
  if (points.length < 2) return undefined;
  const [y, x] = goals.map((goal): Axis => ({ label: named(goal), ticks: 7, nice: true, inset: 12 }));
  const height = 420;
  return sheet({
    name: 'optimum-front',
    title: 'The front',
    caption:
      'Each point is a design that is the best in one for its level of the other, solved on the mesh of the case; no design that was found '
      + 'is better in both.',
  }, width, height, [
    plane({ x: 0, y: 0, width, height }, [74, 20], { x, y },
      curveMarks({ label: 'front', colour, dash: 'none', marker: 'circle', points, width: 1.5, size: 5 })),
  ]);
}

function slices({ slices: all, goals: [goal], designs: [best] }: OptimumDocument): Figure | undefined {
  if (all.length === 0) return undefined;
  const place = placeIn(2, width / 2, 300);
  const reached = [best.goals[0].value, ...all.flatMap(({ goal: found }) => found.filter((one) => one !== null))];
  // one scale: which key matters is seen side by side
  const y: Axis = { label: named(goal), ticks: 6, nice: true, inset: 8,
    domain: [Math.min(...reached), Math.max(...reached)] };
  const parts = all.map(({ key, unit, spacing, at, values, goal: found, met }, k) => {
    const points = values.flatMap((x, i) => (found[i] === null ? [] : [{ x, y: found[i], met: met[i] }]));
    const x: Axis = { label: keyTitle(key, unit), ticks: 5,
      ...(spacing === 'log' ? { type: 'log', tickFormat: 'g' } : { nice: true }) };
    return plane(place(k), [64, 14], { x, y }, [
      Plot.ruleX([at], { stroke: ink, strokeDasharray: '4 3' }),
      ...curveMarks({ label: 'goal', colour: faint, dash: 'none', points, width: 1.5 }),
      ...curveMarks({ ...within, points: points.filter((one) => one.met), size: 4 }),
      ...curveMarks({ ...beyond, points: points.filter((one) => !one.met), size: 4 }),
      Plot.dot([{ x: at, y: best.goals[0].value }], { x: 'x', y: 'y', symbol: 'star', r: 6, fill: ink }),
    ]);
  });
  return sheetWithLegend({
    name: 'optimum-slices',
    title: 'Through the optimum',
    caption:
      'The goal along one key at a time, all others as at the optimum (dashed line), on the coarse mesh of the search. Star: the optimum, on '
      + 'the mesh of the case.',
  }, { width, height: place(all.length - 1).y + 300 }, parts, [within, beyond], { apart: true });
}
