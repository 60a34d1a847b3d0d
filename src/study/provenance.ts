import type { Case, ParameterLedger, ParameterSpread } from '../config/case.js';
import type { ResultDocument } from '../results/result-schema.js';
import { formatNumber, formatQuantity } from '../units/quantity.js';
import { caseHash } from './case-hash.js';
import { version } from './version.js';

/** Which program made a document, from which case and from which numbers. */
export async function provenanceDocument(given: Case, ledger: ParameterLedger): Promise<ResultDocument['provenance']> {
  return {
    program: 'catholith',
    version,
    caseHash: await caseHash(given),
    assumed: ledger.filter(({ status }) => status === 'assumed').map(({ path }) => path),
    parameters: parametersOf(ledger),
  };
}

/** Ledgers as a document has them. */
export const parametersOf = (...ledgers: readonly ParameterLedger[]): ResultDocument['provenance']['parameters'] =>
  ledgers.flat().map(({ alternatives, spread, ...record }) => ({
    ...record,
    ...(alternatives && { alternatives: alternatives.map((other) => ({ ...other })) }),
    ...(spread && { spread: { low: spreadEnd(spread, 'low'), high: spreadEnd(spread, 'high'), basis: spread.basis } }),
  }));

/** One end as a reader sees it: the number with its unit, or the factor on a table or a function. */
export const spreadEnd = ({ of, dimension, low, high }: ParameterSpread, end: 'low' | 'high'): string => {
  const value = end === 'low' ? low : high;
  return of === 'factor' ? `x ${formatNumber(value, 2)}` : formatQuantity(value, dimension, 3);
};
