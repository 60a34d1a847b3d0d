import { deviateOf80 } from '../../transport/normal-distribution.js';
import { mean } from '../scores.js';

/** A measured value beside its prediction. */
export interface Miss {
  readonly source: string;
  /** ln(predicted/measured) */
  readonly error: number;
  /** Half width of ln that the inputs alone give the interval on that side. */
  readonly byInputs: number;
}

/** How much of an 80 % interval is to be held. */
const level = 0.8;

/**
 * Standard deviation beyond the inputs with which a value lies at the end of its interval; 0 where the inputs alone hold it:
 *
 *   s = sqrt(max(0, e^2 - u^2)) / z,   e error, u half width by the inputs, z = 1.2816
 */
const neededBy = ({ error, byInputs }: Miss): number =>
  Math.sqrt(Math.max(0, error ** 2 - byInputs ** 2)) / deviateOf80;

/**
 * Smallest deviation that holds the share 0.8 (1 + 1/K) of the values, each weighed by one over the values of its source, K sources: the
 * quantile of hierarchical conformal prediction (Lee, Barber and Willett, arXiv:2306.06342). Whatever the distribution, and however alike the values of one
 * source err, a value of a source like the others is held with a probability of at least 0.8. Null without a value.
 */
export function deviationHolding(misses: readonly Miss[]): number | null {
  const sources = sourcesOf(misses);
  const ranked = misses.map((miss) => ({
    needed: neededBy(miss),
    weight: 1 / misses.filter(({ source }) => source === miss.source).length / sources.length,
  })).sort((a, b) => a.needed - b.needed);
  const wanted = Math.min(1, level * (1 + 1 / sources.length));
  let held = 0;
  for (const { needed, weight } of ranked) {
    held += weight;
    if (held >= wanted - 1e-9) return needed;
  }
  return null;
}

/** The deviation by the rule, and what the deviation of the other sources holds of each source. */
export function calibrated(misses: readonly Miss[]) {
  const sources = sourcesOf(misses);
  const held = sources.map((source) => {
    const deviation = deviationHolding(misses.filter((miss) => miss.source !== source));
    return deviation === null
      ? []
      : misses.filter((miss) => miss.source === source).map((miss) => (neededBy(miss) <= deviation ? 1 : 0));
  });
  return {
    values: misses.length,
    sources: sources.length,
    deviation: deviationHolding(misses),
    heldLeftOut: mean(held.flat()),
    heldBySource: mean(held.flatMap((own) => mean(own) ?? [])),
  };
}

const sourcesOf = (misses: readonly Miss[]): string[] => [...new Set(misses.map(({ source }) => source))];
