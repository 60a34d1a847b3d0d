import type { ReproductionDocument } from '../../results/reproduction-schema.js';
import { type Figure, sheetWithLegend } from './figure.js';
import { groupLook } from './palette.js';
import { groupsOf, parityPanel, type ParityPoint } from './parity-panel.js';

const size = { width: 760, height: 560 } as const;

/** Simulated against reported capacity, both over the theoretical one, with the range over what is assumed. */
export function parityFigure({ sets }: ReproductionDocument): Figure | undefined {
  const points = sets.flatMap(({ rows }, group) =>
    rows.flatMap((row): ParityPoint[] => {
      if (row.kind !== 'capacity') return [];
      const [x, y, low, high] = [row.reported_mAh_g, row.simulated_mAh_g, ...row.range_mAh_g].map((value) =>
        value / row.theoretical_mAh_g
      );
      return [{ x, y, low, high, group, single: true }];
    })
  );
  if (points.length === 0) return undefined;
  // both axes alike, as far as anything reaches
  const end = 0.03 + Math.max(1.03, ...points.flatMap(({ x, y, high }) => [x, y, high]));
  const title = 'Reported and simulated capacity, over the theoretical one';
  const labels = { x: 'Reported / theoretical capacity', y: 'Simulated / theoretical capacity' };
  return {
    name: 'parity',
    title,
    caption:
      'One mark per reported result; bars span the assumed inputs, one at a time and all together. On the line the two agree. Above it the '
      + 'simulation with the assumed transport delivers more than was reported: something else than ions takes the rest, or the composite '
      + 'conducts worse than assumed.',
    svg: sheetWithLegend(title, size, [
      parityPanel({ x: 0, y: 0, ...size }, { ...labels, ends: [0, end], opacity: 0.6 }, points),
    ], groupsOf(points).map((group) => ({ label: sets[group].title, ...groupLook(group) }))),
  };
}
