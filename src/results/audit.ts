import type { Performance } from './performance.js';
import { partsBound } from './polarisation-parts.js';

/** A check that a result does not pass. */
export interface Flaw {
  readonly reason: FlawReason;
  readonly sentence: string;
}

export type FlawReason = 'parts-do-not-add-up' | 'charge-not-balanced' | 'lithium-not-balanced' | 'salt-not-balanced'
  | 'heat-not-balanced';

/** What a balance may miss, relative; 1e-5 of a current is some ten microvolts of loss. */
const balanceBound = 1e-5;

/**
 * No result without its check: parts of the loss that miss their total, or a balance that does not close. All of them hold to round-off
 * where the equations were solved; beyond these bounds something is wrong that no reader could see from the numbers.
 */
export function flawOf({ polarisationMismatch, balances, heatMismatch }: Performance): Flaw | undefined {
  if (polarisationMismatch > partsBound)
    return flaw('parts-do-not-add-up', 'the parts of the loss miss their total', polarisationMismatch, partsBound, 'V');
  const checks: readonly (readonly [FlawReason, string, number])[] = [
    ['charge-not-balanced', 'the reactions carry another current than the one applied', balances.charge],
    ['lithium-not-balanced', 'the particles gain other than the charge passed', balances.lithium],
    ['salt-not-balanced', 'salt is made or lost', balances.salt],
    ['heat-not-balanced', 'the heat is not what resists', heatMismatch],
  ];
  const found = checks.find(([, , miss]) => !(miss <= balanceBound));
  return found && flaw(...found, balanceBound, 'of it');
}

const flaw = (reason: FlawReason, what: string, miss: number, bound: number, unit: string): Flaw => ({
  reason,
  sentence:
    `The result does not pass its check: ${what}, by ${miss.toExponential(1)} ${unit}, more than ${bound} ${unit}; `
    + 'try a finer mesh or a smaller tolerance, and report the case.',
});

/** Where the first number is that is NaN or infinite, as a path into the document; undefined where all are finite. */
export function firstNotFinite(value: unknown, path = ''): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value) && value.every((item) => item === null || Number.isFinite(item))) return undefined;
  for (const [key, below] of Object.entries(value)) {
    const found = firstNotFinite(below, path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
