import type { Case, ParameterLedger } from '../config/case.js';
import { formatRate } from '../config/rate.js';
import type { PreparedCase } from '../pipeline/prepared-case.js';
import { caseDocument } from '../pipeline/result-document.js';
import type { ResultDocument } from '../results/result-schema.js';
import { formatNumber } from '../units/quantity.js';

/** Summary of a prepared case, for `catholith check`. */
export interface CaseSummary {
  readonly case: ResultDocument['case'];
  readonly rates: readonly string[];
  /** Voltages that the charge before and the discharges end at. */
  readonly cutoffs: readonly string[];
  readonly parameters: number;
  readonly assumed: number;
  readonly warnings: readonly string[];
}

export function summariseCase(given: Case, ledger: ParameterLedger, prepared: PreparedCase): CaseSummary {
  const parameters = [...ledger, ...prepared.materials.ledger];
  return {
    case: caseDocument(prepared),
    rates: given.protocol.rates.length > 0 ? given.protocol.rates.map(formatRate) : ['none: the steps run once'],
    cutoffs: cutoffsOf(given.protocol),
    parameters: parameters.length,
    assumed: parameters.filter(({ status }) => status === 'assumed').length,
    warnings: prepared.warnings,
  };
}

function cutoffsOf({ charge, steps }: Case['protocol']): string[] {
  const ends = steps.flatMap((
    { kind, until: { voltage } },
  ) => (kind === 'discharge' && voltage !== undefined ? [voltage] : []));
  return [...(charge.kind === 'charge' ? [`charged to ${formatNumber(charge.voltage)} V`] : []),
    ...[...new Set(ends)].map((volts) => `discharged to ${formatNumber(volts)} V`)];
}
