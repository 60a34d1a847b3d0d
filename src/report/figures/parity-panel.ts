import * as Plot from '@observablehq/plot';
import { type Axis, plane, type Point } from './curves.js';
import type { Box } from './figure.js';
import { faint, groupLook, ink } from './palette.js';

/** A place on two equal axes, with the interval of its ordinate. */
export interface ParityPoint extends Point {
  readonly low: number;
  readonly high: number;
  /** Points of one group look alike. */
  readonly group: number;
  /** There is a number beside the interval; the bar has no mark where there is none. */
  readonly single: boolean;
}

interface ParityAxes {
  readonly x: string;
  readonly y: string;
  readonly ends: readonly [number, number];
  /** Ticks of logarithmic axes; linear ones have none here. */
  readonly ticks?: readonly number[];
  /** Opacity of the bars. */
  readonly opacity: number;
}

/** Groups that have a point, in their order. */
export const groupsOf = (points: readonly { readonly group: number }[]): number[] =>
  [...new Set(points.map(({ group }) => group))].sort((a, b) => a - b);

/** Two equal axes with the line on which both agree; points and bars are cut at the frame. `below` lies under the points. */
export function parityPanel(box: Box, { x, y, ends, ticks, opacity }: ParityAxes, points: readonly ParityPoint[],
  below: readonly Plot.Markish[] = []): string
{
  const [low, high] = ends;
  const inFrame = (value: number): number => Math.min(high, Math.max(low, value));
  const shown = points.map((point) => (
    { ...point, y: inFrame(point.y), low: inFrame(point.low), high: inFrame(point.high) }
  ));
  const axis = (label: string): Axis => (
    { label, domain: ends, ...(ticks ? { ticks, tickFormat: String, type: 'log' } : { ticks: 6 }) }
  );
  return plane(box, [70, 16], { x: axis(x), y: axis(y) }, [
    Plot.link([0], { x1: low, y1: low, x2: high, y2: high, stroke: faint, strokeDasharray: '4 3' }),
    ...below,
    ...groupsOf(points).flatMap((group) => {
      const { colour, marker } = groupLook(group);
      const own = shown.filter((point) => point.group === group);
      return [
        Plot.ruleX(own, { x: 'x', y1: 'low', y2: 'high', stroke: colour, strokeOpacity: opacity }),
        Plot.dot(own.filter(({ single }) => single), { x: 'x', y: 'y', symbol: marker, r: 4.5, fill: colour,
          stroke: ink, strokeWidth: 0.4 }),
      ];
    }),
  ]);
}
