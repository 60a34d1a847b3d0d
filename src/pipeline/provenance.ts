import type { Case, ParameterLedger } from '../config/case.js';
import { spreadEnd } from '../config/fields/spread.js';
import type { ResultDocument } from '../results/result-schema.js';
import { hashOf } from './case-hash.js';
import { version } from './version.js';

/** Says which program made a document, from which case and from which numbers. */
export async function provenanceDocument(given: Case, ledger: ParameterLedger): Promise<ResultDocument['provenance']> {
  return {
    program: 'catholith',
    version,
    caseHash: await hashOf(given),
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
