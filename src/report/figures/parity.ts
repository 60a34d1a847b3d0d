import * as Plot from '@observablehq/plot';
import type { CapacityRow, ReproductionDocument } from '../../results/reproduction-schema.js';
import { axes, type Figure, legend, legendLine, panel, sheet } from './figure.js';
import { cycled, designColours, faint, ink, markers } from './palette.js';

const width = 760;
const side = 560;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
  readonly set: number;
}

/** Simulated against reported capacity, both over the theoretical one, with the range over what is assumed. */
export function parityFigure({ sets }: ReproductionDocument): Figure | undefined {
  const points = sets.flatMap(({ rows }, set) =>
    rows.filter((row): row is CapacityRow => row.kind === 'capacity').map((row): Point => ({
      x: row.reported_mAh_g / row.theoretical_mAh_g,
      y: row.simulated_mAh_g / row.theoretical_mAh_g,
      low: row.range_mAh_g[0] / row.theoretical_mAh_g,
      high: row.range_mAh_g[1] / row.theoretical_mAh_g,
      set,
    }))
  );
  if (points.length === 0) return undefined;
  const shown = sets.flatMap(({ title }, k) => (points.some(({ set }) => set === k) ? [{ title, k }] : []));
  // both axes alike, as far as anything reaches
  const end = 0.03 + Math.max(1.03, ...points.flatMap(({ x, y, high }) => [x, y, high]));
  const height = side + 14 + legendLine * shown.length;
  const title = 'Reported and simulated capacity, over the theoretical one';
  return {
    name: 'parity',
    title,
    caption:
      'One mark per reported result; bars span the assumed inputs, one at a time and all together. On the line the two agree. Above it the '
      + 'simulation with the assumed transport delivers more than was reported: something else than ions takes the rest, or the composite '
      + 'conducts worse than assumed.',
    svg: sheet(title, width, height, [
      panel({ x: 0, y: 0, width, height: side }, {
        marginLeft: 70,
        marginRight: 16,
        marginTop: 14,
        marginBottom: 52,
        x: { domain: [0, end] },
        y: { domain: [0, end] },
        marks: [
          ...axes({
            x: { label: 'Reported / theoretical capacity', ticks: 6 },
            y: { label: 'Simulated / theoretical capacity', ticks: 6 },
          }),
          Plot.link([0], { x1: 0, y1: 0, x2: end, y2: end, stroke: faint, strokeDasharray: '4 3' }),
          ...shown.flatMap(({ k }) => {
            const own = points.filter(({ set }) => set === k);
            const colour = cycled(designColours, k);
            return [
              Plot.ruleX(own, { x: 'x', y1: 'low', y2: 'high', stroke: colour, strokeOpacity: 0.6 }),
              Plot.dot(own, { x: 'x', y: 'y', symbol: cycled(markers, k), r: 4.5, fill: colour, stroke: ink,
                strokeWidth: 0.4 }),
            ];
          }),
        ],
      }),
      legend({ x: 70, y: side + 4, width: width - 80, height: 0 },
        shown.map(({ title: label, k }) => ({ label, colour: cycled(designColours, k), marker: cycled(markers, k) }))),
    ]),
  };
}
