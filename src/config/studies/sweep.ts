/** A sweep as it stands in a case: which keys take which values. */

export const sweepMethods = ['grid', 'list', 'latin-hypercube', 'sobol'] as const;
export type SweepMethod = (typeof sweepMethods)[number];

/** An interval of numbers in one unit, as written; on a grid in `points` steps, ends included. */
export interface SweepRange {
  readonly kind: 'range';
  readonly key: string;
  readonly from: number;
  readonly to: number;
  /** Empty for plain numbers. */
  readonly unit: string;
  readonly spacing: 'linear' | 'log';
  readonly points: number;
}

/** The value at z from 0 to 1 between both ends, along the number or along its logarithm. */
export function valueAt({ from, to, spacing }: Pick<SweepRange, 'from' | 'to' | 'spacing'>, z: number): number {
  return spacing === 'log' ? from * (to / from) ** z : from + z * (to - from);
}

/** Values of the case, in its words and units. */
export interface SweepValues {
  readonly kind: 'values';
  readonly key: string;
  readonly values: readonly unknown[];
}

export type SweepAxis = SweepRange | SweepValues;

/** How a sweep chooses its designs. */
export type SweepDefinition =
  /** Every combination; the last axis runs fastest. */
  | { readonly method: 'grid'; readonly axes: readonly SweepAxis[] }
  /** One design per entry: keys and values. */
  | { readonly method: 'list'; readonly designs: readonly Readonly<Record<string, unknown>>[] }
  | { readonly method: 'latin-hypercube'; readonly axes: readonly SweepAxis[]; readonly points: number;
    readonly seed: number }
  | { readonly method: 'sobol'; readonly axes: readonly SweepAxis[]; readonly points: number };

/** A design that the map shows by name: values of the varied keys, with the units of the sweep. */
export interface SweepMark {
  readonly name: string;
  readonly at: Readonly<Record<string, number>>;
}

/** Keys in the order of the table of results. */
export function sweptKeys(definition: SweepDefinition): string[] {
  if (definition.method !== 'list') return definition.axes.map(({ key }) => key);
  return [...new Set(definition.designs.flatMap((design) => Object.keys(design)))];
}

/** Keys that a sweep or a fit may spread over Sobol points. */
export const mostSobolDimensions = 20;
