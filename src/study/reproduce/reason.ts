import type { Problem } from '../../config/case.js';
import type { LoadedRow } from '../../config/parse-reproduction.js';

/** Why a cell cannot exist, in one line. */
export const reasonOf = (problems: readonly Pick<Problem, 'key' | 'expected' | 'received'>[]): string =>
  problems.map(({ key, expected, received }) => `${key}: expected ${expected}, found ${received}`).join(' | ');

/** Which row of its source a result is. */
export const placeOf = ({ id, name, where, note }: LoadedRow) => ({ id, name, where, note: note ?? null });
