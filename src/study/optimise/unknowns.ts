import type { OptimiseAxes, ProfileAxis } from '../../config/studies/optimise.js';
import { valueAt } from '../../config/studies/sweep.js';
import { formatNumber } from '../../units/quantity.js';

/** The unknowns of an optimisation as a point of the unit cube: ranges first, then the shapes of profiles. */

export const unknownCount = ({ ranges, profiles }: OptimiseAxes): number =>
  ranges.length + profiles.reduce((sum, { points }) => sum + points - 1, 0);

/** Values of the keys of a case at a point, as texts; a profile is a list. */
export function valuesAt(axes: OptimiseAxes, z: readonly number[]): Record<string, string | string[]> {
  const { ranges, profiles } = axes;
  const withUnit = (value: number, unit: string): string => `${Number(value.toPrecision(12))} ${unit}`.trim();
  const numbers = ranges.map((range, i) => [range.key, withUnit(valueAt(range, z[i]), range.unit)] as const);
  let next = ranges.length;
  const lists = profiles.map((profile) => {
    const shape = z.slice(next, next + profile.points - 1);
    next += profile.points - 1;
    return [profile.key, profileAt(profile, shape).map((value) => withUnit(value, profile.unit))] as const;
  });
  return Object.fromEntries([...numbers, ...lists]);
}

/**
 * A profile of a given mean over evenly spaced points, from unknowns in the unit cube: all of them 1/2 is the mean everywhere. Each
 * unknown adds a shape without a mean (a tilt first), and all shapes together are scaled so that no point leaves the bounds.
 */
export function profileAt({ points, from, to, mean }: ProfileAxis, z: readonly number[]): number[] {
  const room = Math.min(mean - from, to - mean);
  const shapes = shapesOf(points);
  const amounts = z.map((value) => 2 * value - 1);
  const sum = Array.from({ length: points },
    (_, k) => shapes.reduce((total, shape, i) => total + amounts[i] * shape[k], 0));
  const largest = Math.max(1, ...sum.map(Math.abs));
  return sum.map((value) => mean + (room * value) / largest);
}

const kept = new Map<number, readonly (readonly number[])[]>();

/**
 * Polynomials of degree 1, 2, ... on the points, without a mean over the thickness between them (trapezoidal rule) and of largest value
 * 1; by Gram and Schmidt.
 */
function shapesOf(points: number): readonly (readonly number[])[] {
  const found = kept.get(points);
  if (found) return found;
  const weight = Array.from({ length: points }, (_, k) => (k === 0 || k === points - 1 ? 0.5 : 1));
  const inner = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, k) => sum + weight[k] * value * b[k], 0);
  const basis: (readonly number[])[] = [weight.map(() => 1)];
  for (let degree = 1; degree < points; degree++) {
    const power = weight.map((_, k) => (2 * k / (points - 1) - 1) ** degree);
    const rest = basis.reduce<number[]>((left, one) => {
      const share = inner(left, one) / inner(one, one);
      return left.map((value, k) => value - share * one[k]);
    }, power);
    const largest = Math.max(...rest.map(Math.abs));
    basis.push(rest.map((value) => value / largest));
  }
  kept.set(points, basis.slice(1));
  return basis.slice(1);
}

/** A point in words: the values of all keys. */
export const shownValues = (axes: OptimiseAxes, z: readonly number[]): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(valuesAt(axes, z)).map((
      [key, value],
    ) => [key, Array.isArray(value) ? value.map(shortened) : shortened(value)]),
  );

function shortened(text: string): string {
  const [number, ...unit] = text.split(' ');
  return [formatNumber(Number(number), 4), ...unit].join(' ');
}
