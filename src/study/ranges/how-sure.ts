import type { Case, ParameterLedger } from '../../config/case.js';
import { type CaseRun, runCase } from '../../pipeline/run-case.js';
import type { ResultDocument } from '../../results/result-schema.js';
import { aFunction, expectArguments } from '../../units/arguments.js';
import { limitsOf } from '../compare/limits.js';
import { discretisationOf } from '../discretisation.js';
import { rangesOf } from './ranges.js';
import type { Vary } from './variations.js';

/**
 * Runs a case and adds how sure its result is, what its mesh leaves of an error and what takes the capacity, for which the cell is solved
 * again and again on coarser meshes. `vary` is that of the loaded case.
 */
export async function runWithRanges(
  given: Case,
  ledger: ParameterLedger,
  vary: Vary,
  onRate?: (done: number, of: number) => void,
): Promise<CaseRun> {
  expectArguments({ vary: [vary, aFunction] });
  const run = await runCase(given, ledger, onRate);
  if (!run.ok) return run;
  const { prepared } = run;
  const document = withRanges(run, given, ledger, vary);
  const errors = discretisationOf(prepared, document.rates);
  const fastest = document.rates.reduce<number | undefined>(
    (best, { outcome, cRate },
      k) => (outcome.kind !== 'failed' && (best === undefined || cRate > document.rates[best].cRate) ? k : best),
    undefined,
  );
  const sure: ResultDocument = {
    ...document,
    rates: document.rates.map((rate, k) => ({
      ...rate,
      ...(errors[k] && { discretisation: errors[k] }),
    })),
    limits: limitsOf(
      given,
      prepared.model,
      given.protocol.rates[fastest ?? 0],
      fastest === undefined ? undefined : document.rates[fastest],
    ),
  };
  return { ...run, document: sure };
}

/** The document of a run with low to high of every rate. */
export function withRanges({ document, prepared }: CaseRun & { readonly ok: true }, given: Case,
  ledger: ParameterLedger, vary: Vary): ResultDocument
{
  const found = rangesOf(given, [...ledger, ...prepared.materials.ledger], prepared, document, vary);
  return found
    ? { ...document, rates: document.rates.map((rate, k) => ({ ...rate, ranges: found.rates[k] })),
      certainty: found.certainty }
    : document;
}
