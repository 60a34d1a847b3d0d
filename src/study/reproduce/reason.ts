import type { Problem } from '../../config/case.js';
import type { LoadedRow } from '../../config/parse-reproduction.js';

/** Says in one line why a cell cannot exist. */
export const reasonOf = (problems: readonly Pick<Problem, 'key' | 'expected' | 'received'>[]): string =>
  problems.map(({ key, expected, received }) => `${key}: expected ${expected}, found ${received}`).join(' | ');

/** Place of a result in its source. */
export const placeOf = ({ id, name, where, note }: LoadedRow) => ({ id, name, where, note: note ?? null });
