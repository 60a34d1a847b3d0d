import type { Case, ParameterLedger } from '../../config/case.js';
import type { ResultDocument } from '../../results/result-schema.js';
import { limitsOf } from '../compare/limits.js';
import { type Certainty, rangesOf } from './ranges.js';
import type { PreparedCell } from './variations.js';

/** A result with its ranges, and with what takes the capacity at its fastest rate. */
export function howSure(
  document: ResultDocument,
  written: Case,
  ledger: ParameterLedger,
  prepared: PreparedCell,
  certainty: Certainty,
): ResultDocument {
  const found = rangesOf(written, ledger, prepared, document, certainty);
  const fastest = document.rates.reduce<number | undefined>(
    (best, { outcome, cRate },
      k) => (outcome.kind !== 'failed' && (best === undefined || cRate > document.rates[best].cRate) ? k : best),
    undefined,
  );
  return {
    ...document,
    rates: document.rates.map((rate, k) => (found ? { ...rate, ranges: found.rates[k] } : rate)),
    ...(found && { certainty: found.certainty }),
    limits: limitsOf(
      written,
      prepared.model,
      written.protocol.rates[fastest ?? 0],
      fastest === undefined ? undefined : document.rates[fastest],
    ),
  };
}
