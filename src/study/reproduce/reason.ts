import type { Problem } from '../../config/case.js';

/** Why a cell cannot exist, in one line. */
export const reasonOf = (problems: readonly Pick<Problem, 'key' | 'expected' | 'received'>[]): string =>
  problems.map(({ key, expected, received }) => `${key}: expected ${expected}, found ${received}`).join(' | ');
