import { leastSquares, type Minimum, type ResidualFunction } from './least-squares.js';

/** Quantiles of 95 %: of a normal deviate, and of chi-square with one degree of freedom. */
export const deviateOf95 = 1.96;
const chiSquareOf95 = deviateOf95 ** 2;
const mostTries = 4;
const closeEnough = 0.03;

/**
 * End of the 95 % interval of parameter i by the profile of the likelihood (Raue et al. 2009, 10.1093/bioinformatics/btp358): where the
 * sum of squares, lowest over all others, has risen by 3.84 times the variance. `sd` is where to begin. Undefined where it does not rise
 * so far within the bounds.
 */
export function profileEnd(f: ResidualFunction, minimum: Minimum, i: number, side: 1 | -1, sd: number,
  variance: number): number | undefined
{
  const bound = side === 1 ? 1 : 0;
  const target = chiSquareOf95 * variance;
  const here = minimum.z[i];
  const within = (value: number): number => (side === 1 ? Math.min(value, 1) : Math.max(value, 0));
  let at = within(here + side * deviateOf95 * sd);
  let from: readonly number[] = minimum.z;
  for (let tries = 0; tries < mostTries && at !== here; tries++) {
    const held = leastSquares(f, from.map((value, k) => (k === i ? at : value)), [i], closeEnough * target);
    // no discharge there is as good an end as a bad one
    const rise = held ? held.sum - minimum.sum : Infinity;
    if (at === bound && rise < target) return undefined;
    const ratio = Math.sqrt(target / Math.max(rise, 1e-3 * target));
    if (Math.abs(ratio - 1) < closeEnough) return at;
    at = within(here + (Number.isFinite(rise) ? ratio : 0.5) * (at - here));
    if (held) from = held.z;
  }
  return at === bound ? undefined : at;
}
