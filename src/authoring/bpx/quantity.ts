import type { Named } from './bpx-source.js';

/** A value of a case that remembers its key in the BPX file. */
export interface TracedValue {
  readonly value: string | number;
  readonly source: string;
  readonly note?: string;
}

/** What a source in the case begins with. */
export const sourceOf = (key: string): string => `BPX ${key}`;

const digits = 15;

/** A number of the file in a unit of the case. */
export function quantity({ value, key }: Named<number>, unit: string, factor = 1): TracedValue {
  const number = Number((value * factor).toPrecision(digits));
  return { value: unit === '' ? number : `${number} ${unit}`, source: sourceOf(key) };
}

/** The same where the file may leave it out. */
export const optionalQuantity = (named: Named<number> | undefined, unit: string): TracedValue | undefined =>
  named && quantity(named, unit);

/** A number that follows from several of the file; `how` says from which and how. */
export const derivedFrom = (value: number, unit: string, keys: readonly Named<number>[], how: string): TracedValue => ({
  ...quantity({ value, key: keys.map(({ key }) => key).join('; ') }, unit),
  note: how,
});

/** A number that BPX does not have and the case needs. */
export const assumedValue = (value: string | number, note: string) => ({ value, assumed: true, note });
