import * as Plot from '@observablehq/plot';
import type { MadeStructureDocument } from '../../results/made-structure-schema.js';
import { axes, type Figure, panel, sheetWithLegend } from './figure.js';
import { designColours, faint } from './palette.js';

const width = 560;
const height = 300;

/** Two-point correlation of the active material, with what it is at no distance and where nothing is ordered. */
export function structureCorrelation({ correlation: { distance_um, chance, phase } }: MadeStructureDocument): Figure {
  const share = chance[0];
  const furthest = distance_um[distance_um.length - 1];
  const level = (y: number): Plot.Markish =>
    Plot.line([{ x: 0, y }, { x: furthest, y }], { x: 'x', y: 'y', stroke: faint, strokeDasharray: '4 3' });
  const title = 'Two-point correlation';
  return {
    name: 'structure-correlation',
    title,
    caption:
      `Chance that both ends of a line of a given length, mean over the three axes, lie in ${phase}: its share at no distance, the square of it (dashed) where `
      + 'the structure has no order left, waves where it repeats itself.',
    svg: sheetWithLegend(title, { width, height }, [
      panel({ x: 0, y: 0, width, height }, [70, 14], {
        x: { domain: [0, furthest] },
        y: { domain: [0, 1.1 * Math.max(share, ...chance)] },
        marks: [
          ...axes({ x: { label: 'Length of the line (µm)' }, y: { label: 'Chance' } }),
          level(share ** 2),
          level(share),
          Plot.line(distance_um.map((x, k) => ({ x, y: chance[k] })), { x: 'x', y: 'y', stroke: designColours[2],
            strokeWidth: 2 }),
        ],
      }),
    ], [{ label: phase, colour: designColours[2], dash: 'none' }]),
  };
}
