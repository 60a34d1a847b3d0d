import type { Case, LoadedCase, ParameterLedger, Problem } from '../../config/case.js';
import type { LoadedRow } from '../../config/studies/parse-reproduction.js';
import type { PreparedCase } from '../../pipeline/prepared-case.js';
import { prepareCase } from '../../pipeline/run-case.js';

/** Says in one line why a cell cannot exist. */
export const reasonOf = (problems: readonly Pick<Problem, 'key' | 'expected' | 'received'>[]): string =>
  problems.map(({ key, expected, received }) => `${key}: expected ${expected}, found ${received}`).join(' | ');

/** A case of a file with its cell. */
export interface ReadyCase {
  readonly given: Case;
  readonly ledger: ParameterLedger;
  readonly vary: (LoadedCase & { readonly ok: true })['vary'];
  readonly prepared: PreparedCase;
}

/** The case with its cell, or why there is no such cell. */
export function readyOf(loaded: LoadedCase): ReadyCase | string {
  if (!loaded.ok) return reasonOf(loaded.issues);
  const { case: given, ledger, vary } = loaded;
  const ready = prepareCase(given);
  return ready.ok ? { given, ledger, vary, prepared: ready.prepared } : reasonOf(ready.problems);
}

/** Place of a result in its source. */
export const placeOf = ({ id, name, where, note, contradiction }: LoadedRow) => ({ id, name, where, note: note ?? null,
  contradiction: contradiction ?? null });

/** Says at which ends of the assumed inputs there is no cell, and why: they are left out of a range. */
export const impossibleAt = (values: Readonly<Record<string, unknown>>, reason: string) => ({
  ends: Object.entries(values).map(([key, value]) => `${key}: ${String(value)}`).join(', '),
  reason,
});
