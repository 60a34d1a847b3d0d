import type { Case, LoadedCase, ParameterSpread } from '../../config/case.js';
import type { Path } from '../../config/raw.js';
import type { PreparedCase } from '../../pipeline/prepared-case.js';
import { prepareCase } from '../../pipeline/run-case.js';
import { deviateOf80, normalQuantile } from '../../transport/normal-distribution.js';
import { formatQuantity } from '../../units/quantity.js';
import { caseAt, isOfCase, type Variation } from '../ranges/variations.js';
import { placesOf, withNumber } from './settable.js';

/** Tails beyond this share on either side are cut off, at 2.6 standard deviations: a spread says nothing of them. */
const cut = 0.005;

/** One uncertain parameter, and the ends that the cell can take; an end that it cannot have is the value itself. */
export interface Uncertain {
  readonly variation: Variation;
  readonly lowExists: boolean;
  readonly highExists: boolean;
}

type Loaded = LoadedCase & { readonly ok: true };

/** Puts all parameters of a case to some place of their distributions at once. */
export class UncertainCell {
  private readonly places: readonly (readonly Path[] | undefined)[];

  /** `coarse` makes a case quick to solve. */
  constructor(private readonly base: Loaded, private readonly uncertain: readonly Uncertain[],
    private readonly coarse: (given: Case) => Case)
  {
    this.places = uncertain.map(({ variation, lowExists }) => placesIn(base, variation, lowExists));
  }

  /** The cell at a point of the unit cube, one coordinate per parameter; undefined where it cannot exist. */
  at(point: readonly number[]): PreparedCase | undefined {
    let loaded: Loaded = this.base;
    const deviates = this.uncertain.map((one, i) => deviateAt(one, point[i]));
    // what follows from several numbers is read anew, the rest is set in the case that was read
    for (const [i, { variation: { path, spread } }] of this.uncertain.entries()) {
      if (!spread || this.places[i] || !isReadAgain(path, spread)) continue;
      const again = loaded.vary(path, formatQuantity(valueAt(spread, deviates[i]), spread.dimension, 12));
      if (!again.ok) return undefined;
      loaded = again;
    }
    const given = this.uncertain.reduce<Case | undefined>((changed, { variation: { path, spread } }, i) => {
      if (!changed || !spread || deviates[i] === 0) return changed;
      const value = valueAt(spread, deviates[i]);
      const places = this.places[i];
      if (places) return withNumber(changed, places, value);
      return isReadAgain(path, spread) ? changed : caseAt(changed, path, spread, value, loaded.vary);
    }, loaded.case);
    const ready = given && prepareCase(this.coarse(given));
    if (!ready?.ok) return undefined;
    return this.uncertain.reduce(
      (cell, { variation }, i) => variation.scaled?.(cell, deviates[i]) ?? cell,
      ready.prepared,
    );
  }
}

const isReadAgain = (path: string, { of }: ParameterSpread): boolean => of === 'value' && isOfCase(path);

function placesIn(base: Loaded, { path, spread }: Variation, lowExists: boolean): readonly Path[] | undefined {
  if (!spread || !isReadAgain(path, spread)) return undefined;
  const end = lowExists && spread.low !== spread.value ? spread.low : spread.high;
  const moved = base.vary(path, formatQuantity(end, spread.dimension, 12));
  return moved.ok ? placesOf(base.case, moved.case, end) : undefined;
}

/** Normal deviate of a coordinate, without the tails, and 0 towards an end that cannot be. */
function deviateAt({ lowExists, highExists }: Uncertain, u: number): number {
  const z = normalQuantile(cut + (1 - 2 * cut) * u);
  return (z < 0 && !lowExists) || (z > 0 && !highExists) ? 0 : z;
}

/**
 * The value of a parameter z standard deviations from its own. A spread is an interval of 80 %, whose ends lie 1.28 standard deviations
 * away, each half with its own width: along the logarithm, or along the number where an end is nothing. Never below nothing where both
 * ends are above, nor a share above one.
 */
export function valueAt({ value, low, high, dimension }: ParameterSpread, z: number): number {
  const end = z < 0 ? low : high;
  const t = Math.abs(z) / deviateOf80;
  const moved = low > 0 ? value * (end / value) ** t : value + t * (end - value);
  const least = low >= 0 ? Math.max(0, moved) : moved;
  return dimension === 'fraction' && high <= 1 ? Math.min(1, least) : least;
}
