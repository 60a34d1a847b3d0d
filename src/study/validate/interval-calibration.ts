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
  /** How much of its deviation is the one that is looked for, the rest that of slow currents (`fastnessAt`); 1 where nothing is said. */
  readonly fastness?: number;
}

/** How much is to lie within the interval. */
const level = 0.8;
/** Sources from which on each end is asked for itself: with fewer an end would be left to one or two of them. */
const fewestForSides = 20;

/**
 * Standard deviation beyond the inputs with which a value lies within its interval; 0 where the inputs alone hold it, or they and the share of slow currents:
 *
 *   s = max(0, sqrt(max(0, e^2 - u^2)) / z - (1 - w) s_slow) / w,   e error, u half width by the inputs, z = 1.2816, w fastness
 */
const neededBy = ({ error, byInputs, fastness = 1 }: Miss, slow: Sides): number =>
  Math.max(0, Math.sqrt(Math.max(0, error ** 2 - byInputs ** 2)) / deviateOf80
    - (1 - fastness) * sideOf(error, slow)) / fastness;

const sideOf = (error: number, { down, up }: Sides): number => (error > 0 ? down : up);
const isHeld = (miss: Miss, sides: Sides, slow: Sides): boolean => neededBy(miss, slow) <= sideOf(miss.error, sides);
const nothing = bothWays(0);

/**
 * The deviations of least sum within which the share 0.8 (1 + 1/K) of the values lies, each weighed by one over the values of its source, K sources; the same
 * both ways where there are fewer than twenty. With one deviation that is hierarchical conformal prediction (Lee, Barber and Willett, arXiv:2306.06342): whatever the
 * distribution, and however alike the values of one source err, a value of a source like the others is held with a probability of at least 0.8. That the two ends are
 * chosen takes something from that; what they hold of a source that is left out is counted (`calibrated`). Fewer than four sources say no more than the largest. Null without a value.
 * `slow`: the deviations of slow currents, for values of which they are a share.
 */
export function deviationsHolding(misses: readonly Miss[], slow = nothing): Sides | null {
  const sources = sourcesOf(misses);
  const weightOf = new Map(
    sources.map((source) =>
      [source, 1 / misses.filter((miss) => miss.source === source).length / sources.length] as const
    ),
  );
  const share = (sides: Sides): number =>
    misses.reduce((sum, miss) => (isHeld(miss, sides, slow) ? sum + (weightOf.get(miss.source) ?? 0) : sum), 0);
  const wanted = Math.min(1, level * (1 + 1 / sources.length)) - 1e-9;
  const ends = [...new Set([0, ...misses.map((miss) => neededBy(miss, slow))])].sort((a, b) => a - b);
  if (sources.length < fewestForSides) {
    const either = ends.map(bothWays).find((sides) => share(sides) >= wanted);
    return misses.length > 0 && either ? either : null;
  }
  return ends.flatMap((down) => {
    const up = ends.find((end) => share({ down, up: end }) >= wanted);
    return up === undefined ? [] : [{ down, up }];
  }).reduce<Sides | null>(
    (least, sides) => least === null || sides.down + sides.up < least.down + least.up ? sides : least,
    null,
  );
}

/**
 * The deviations by the rule, what those in use hold, and what those of the other sources hold of each source; `slow`: in use at slow currents, and of which
 * misses, for values of which they are a share.
 */
export function calibrated(misses: readonly Miss[], used: Sides,
  slow: { misses: readonly Miss[]; used: Sides } = { misses: [], used: nothing })
{
  const sources = sourcesOf(misses);
  const leftOut = sources.map((source) => {
    const ofOthers = ({ source: one }: Miss): boolean => one !== source;
    const slowOfOthers = deviationsHolding(slow.misses.filter(ofOthers)) ?? nothing;
    const deviation = deviationsHolding(misses.filter(ofOthers), slowOfOthers);
    return deviation === null
      ? []
      : misses.filter((miss) => !ofOthers(miss)).map((miss) => (isHeld(miss, deviation, slowOfOthers) ? 1 : 0));
  });
  return {
    values: misses.length,
    sources: sources.length,
    deviation: deviationsHolding(misses, slow.used),
    held: mean(misses.map((miss) => (isHeld(miss, used, slow.used) ? 1 : 0))),
    heldLeftOut: mean(leftOut.flat()),
    heldBySource: mean(leftOut.flatMap((own) => mean(own) ?? [])),
  };
}

const sourcesOf = (misses: readonly Miss[]): string[] => [...new Set(misses.map(({ source }) => source))];
