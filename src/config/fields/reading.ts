import type { Result } from '../../units/result.js';
import type { Path } from '../plain-data.js';
import type { Wording } from '../wording.js';

/** What comes of reading a part of a file, and how such readings are put together, with every problem at its place. */

/** A problem below one field: the path from the field, and the words. */
export interface FieldProblem extends Wording {
  readonly path: Path;
}

export type Reading<T> = Result<{ value: T }, { problems: readonly FieldProblem[] }>;

export const refused = (words: Wording, path: Path = []): { ok: false; problems: FieldProblem[] } => (
  { ok: false, problems: [{ ...words, path }] }
);

/** Problems, or anything else with a path, as they stand below another path. */
export const placeBelow = <T extends { readonly path: Path }>(path: Path, of: readonly T[]): T[] =>
  of.map((one) => ({ ...one, path: [...path, ...one.path] }));

/** The value of what stands at `path`; what is wrong with it joins `problems`. */
export function take<T>(problems: FieldProblem[], path: Path, reading: Reading<T>): T | undefined {
  if (reading.ok) return reading.value;
  problems.push(...placeBelow(path, reading.problems));
  return undefined;
}

/** The value, unless there are problems. */
export const unless = <T>(problems: readonly FieldProblem[], value: () => T): Reading<T> =>
  problems.length > 0 ? { ok: false, problems } : { ok: true, value: value() };

/** The readings of all, or every problem below its place. */
export function eachOf<E, T>(all: readonly E[], place: (one: E, i: number) => string | number,
  read: (one: E) => Reading<T>): Reading<readonly T[]>
{
  const readings = all.map((one) => read(one));
  return unless(readings.flatMap((reading, i) => reading.ok ? [] : placeBelow([place(all[i], i)], reading.problems)),
    () => readings.flatMap((reading) => (reading.ok ? [reading.value] : [])));
}
