import { deviateOf80 } from '../../transport/normal-distribution.js';
import { bothWays, type Sides } from '../ranges/calibrated-band.js';
import { mean } from '../scores.js';

/** A measured value beside its prediction. */
export interface Miss {
  readonly source: string;
  /** ln(predicted/measured) */
  readonly error: number;
  /** Half width of ln that the inputs alone give the interval on the side of the measured value. */
  readonly byInputs: number;
}

/** How much is to lie on this side of either end of an 80 % interval, and between both. */
const levels = { down: 0.9, up: 0.9, both: 0.8 };
/** Sources from which on each end is asked for itself: with fewer its level, 0.9 (1 + 1/K), would leave out less than one of them, and that one alone would set it. */
const fewestForSides = 20;

/**
 * Standard deviation beyond the inputs with which a value lies at this end of its interval; 0 where the inputs alone hold it, and on the other side:
 *
 *   s = sqrt(max(0, e^2 - u^2)) / z,   e error, u half width by the inputs, z = 1.2816
 */
const neededBy = ({ error, byInputs }: Miss, side: keyof typeof levels): number =>
  side === 'both' || error > 0 === (side === 'down')
    ? Math.sqrt(Math.max(0, error ** 2 - byInputs ** 2)) / deviateOf80
    : 0;

/**
 * Smallest deviation to a side beyond which the share 1 - 0.9 (1 + 1/K) of the values lies, each weighed by one over the values of its source, K sources: the
 * quantile of hierarchical conformal prediction (Lee, Barber and Willett, arXiv:2306.06342), asked of each end for itself. Whatever the distribution, and however alike
 * the values of one source err, a value of a source like the others lies beyond that end with a probability of at most 0.1, and is held by both with at least 0.8. Of `both`
 * the share is 0.8 (1 + 1/K) and lies between them. Fewer than nine sources, of both four, say no more than the largest. Null without a value.
 */
export function deviationHolding(misses: readonly Miss[], side: keyof typeof levels): number | null {
  const sources = sourcesOf(misses);
  const ranked = misses.map((miss) => ({
    needed: neededBy(miss, side),
    weight: 1 / misses.filter(({ source }) => source === miss.source).length / sources.length,
  })).sort((a, b) => a.needed - b.needed);
  const wanted = Math.min(1, levels[side] * (1 + 1 / sources.length));
  let held = 0;
  for (const { needed, weight } of ranked) {
    held += weight;
    if (held >= wanted - 1e-9) return needed;
  }
  return null;
}

/** The deviations by the rule, what those in use hold, and what those of the other sources hold of each source. */
export function calibrated(misses: readonly Miss[], used: Sides) {
  const sources = sourcesOf(misses);
  const leftOut = sources.map((source) => {
    const deviation = deviationsHolding(misses.filter((miss) => miss.source !== source));
    return deviation === null
      ? []
      : misses.filter((miss) => miss.source === source).map((miss) => (isHeld(miss, deviation) ? 1 : 0));
  });
  return {
    values: misses.length,
    sources: sources.length,
    deviation: deviationsHolding(misses),
    held: mean(misses.map((miss) => (isHeld(miss, used) ? 1 : 0))),
    heldLeftOut: mean(leftOut.flat()),
    heldBySource: mean(leftOut.flatMap((own) => mean(own) ?? [])),
  };
}

/** Of each end for itself, or the same both ways where there are few sources. */
function deviationsHolding(misses: readonly Miss[]): Sides | null {
  if (sourcesOf(misses).length < fewestForSides) {
    const either = deviationHolding(misses, 'both');
    return either === null ? null : bothWays(either);
  }
  const [down, up] = [deviationHolding(misses, 'down'), deviationHolding(misses, 'up')];
  return down === null || up === null ? null : { down, up };
}

const isHeld = (miss: Miss, { down, up }: Sides): boolean =>
  neededBy(miss, 'down') <= down && neededBy(miss, 'up') <= up;

const sourcesOf = (misses: readonly Miss[]): string[] => [...new Set(misses.map(({ source }) => source))];
