import type { Problem } from '../../config/case.js';
import type { LoadedRow } from '../../config/parse-reproduction.js';

/** Says in one line why a cell cannot exist. */
export const reasonOf = (problems: readonly Pick<Problem, 'key' | 'expected' | 'received'>[]): string =>
  problems.map(({ key, expected, received }) => `${key}: expected ${expected}, found ${received}`).join(' | ');

/** Place of a result in its source. */
export const placeOf = ({ id, name, where, note }: LoadedRow) => ({ id, name, where, note: note ?? null });

/** Says at which ends of the assumed inputs there is no cell, and why: they are left out of a range. */
export const impossibleAt = (values: Readonly<Record<string, unknown>>, reason: string) => ({
  ends: Object.entries(values).map(([key, value]) => `${key}: ${String(value)}`).join(', '),
  reason,
});
