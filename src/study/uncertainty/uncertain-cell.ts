import type { Case, LoadedCase, ParameterSpread } from '../../config/case.js';
import type { PreparedCase } from '../../pipeline/prepared-case.js';
import { prepareCase } from '../../pipeline/run-case.js';
import { deviateOf80, normalQuantile } from '../../transport/normal-distribution.js';
import { formatQuantity } from '../../units/quantity.js';
import { caseAt, isOfCase, type Variation } from '../ranges/variations.js';

/** Tails beyond this share on either side are cut off, at 2.6 standard deviations: a spread says nothing of them. */
const cut = 0.005;

/** One uncertain parameter, and the ends that the cell can take; an end that it cannot have is the value itself. */
export interface Uncertain {
  readonly variation: Variation;
  readonly lowExists: boolean;
  readonly highExists: boolean;
}

/** Puts all parameters of a case to some place of their distributions at once. */
export class UncertainCell {
  /** `coarse` makes a case quick to solve. */
  constructor(private readonly base: LoadedCase & { readonly ok: true },
    private readonly uncertain: readonly Uncertain[], private readonly coarse: (given: Case) => Case)
  {}

  /** The cell at a point of the unit cube, one coordinate per parameter; undefined where it cannot exist. */
  at(point: readonly number[]): PreparedCase | undefined {
    const moved = this.uncertain.map((one, i) => ({ ...one.variation, z: deviateAt(one, point[i]) }))
      .filter(({ z }) => z !== 0);
    const written = moved.flatMap(({ path, spread, z }) =>
      spread && isKey(path, spread) ? [[path, formatQuantity(valueAt(spread, z), spread.dimension, 12)] as const] : []
    );
    const loaded = this.base.with(Object.fromEntries(written));
    if (!loaded.ok) return undefined;
    const given = moved.reduce<Case | undefined>(
      (changed, { path, spread, z }) =>
        changed && spread && !isKey(path, spread)
          ? caseAt(changed, path, spread, valueAt(spread, z), loaded.vary)
          : changed,
      loaded.case,
    );
    const ready = given && prepareCase(this.coarse(given));
    return ready?.ok ? moved.reduce((cell, { scaled, z }) => scaled?.(cell, z) ?? cell, ready.prepared) : undefined;
  }
}

/** A number that the case itself may state, and not a material of the library. */
const isKey = (path: string, { of }: ParameterSpread): boolean => of === 'value' && isOfCase(path);

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
