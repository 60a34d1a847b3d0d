import type { Problem } from '../../config/case.js';
import { type DepthCurve, type DepthProfile, isDepthCurve } from '../../config/depth-profile.js';
import { linearAt } from '../../units/linear-curve.js';
import { formatQuantity } from '../../units/quantity.js';

/** One of the slices of equal thickness of a layer, counted from the membrane. */
export interface SlicePlace {
  readonly index: number;
  readonly slices: number;
  /** Of the whole layer [m]. */
  readonly thickness: number;
}

/** Of a list its value at the middle of the slice, of a curve its mean over the slice. */
export function inSlice(profile: DepthProfile | undefined, { index, slices, thickness }: SlicePlace):
  | number
  | undefined
{
  if (profile === undefined) return undefined;
  if (!isDepthCurve(profile)) {
    // equally spaced from one end to the other
    return linearAt(profile.map((_, i) => i), profile, ((index + 0.5) / slices) * (profile.length - 1));
  }
  const extent = extentOf(profile, thickness);
  return meanBetween(profile.points, (index * extent) / slices, ((index + 1) * extent) / slices);
}

/** A depth is a length or a share of the thickness. */
const extentOf = ({ over }: DepthCurve, thickness: number): number => (over === 'length' ? thickness : 1);

/** (1 / (b - a)) integral from a to b of y dx, y linear between the points and constant beyond them. */
function meanBetween(points: DepthCurve['points'], a: number, b: number): number {
  const [depths, values] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const path = [a, ...depths.filter((x) => x > a && x < b), b].map((x) => [x, linearAt(depths, values, x)] as const);
  let area = 0;
  for (let i = 1; i < path.length; i++) area += 0.5 * (path[i][1] + path[i - 1][1]) * (path[i][0] - path[i - 1][0]);
  return area / (b - a);
}

/** A layer of which only a part was measured, or of another thickness: either end off by more than the half of a slice. */
export function profileProblem(
  profile: DepthProfile | undefined,
  { slices, thickness }: Omit<SlicePlace, 'index'>,
  key: string,
  isSized: boolean,
): Problem[] {
  if (profile === undefined || !isDepthCurve(profile)) return [];
  const { points, over } = profile;
  const asShare = 'give the depth as a share of the thickness, in %';
  if (over === 'length' && !isSized) {
    return [{ key, code: 'impossible-composition', expected: 'a layer given by its thickness, as the depth is a length',
      received: 'a mass or a capacity', remedy: `write the thickness of the layer, or ${asShare}` }];
  }
  const extent = extentOf(profile, thickness);
  const [first, last] = [points[0][0], points[points.length - 1][0]];
  const allowed = (0.5 * extent) / slices * (1 + 1e-9);
  if (first <= allowed && Math.abs(last - extent) <= allowed) return [];
  const show = (depth: number): string => formatQuantity(depth, over);
  return [{ key, code: 'impossible-composition',
    expected: `depths from 0 to the ${show(extent)} of the layer, but for half a slice`,
    received: `${show(first)} to ${show(last)}`,
    remedy: over === 'length' ? `correct the thickness, or ${asShare}` : 'add the rows that are missing' }];
}
