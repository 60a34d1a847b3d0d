import type { Performance } from '../results/performance.js';
import type { RateResult } from '../results/result-schema.js';
import { units } from '../units/document-units.js';

/** Balances and work of one recording. */
export function trustDocument(performance: Performance): Pick<RateResult, 'balances' | 'counters'> {
  const { balances, recording } = performance;
  return {
    balances: {
      lithium_relative: balances.lithium,
      charge_relative: balances.charge,
      ...(performance.problem.model.ions.kind === 'salt' && { salt_relative: balances.salt }),
      ...(performance.temperature && { heat_relative: performance.heatMismatch }),
      polarisation_mV: performance.polarisationError / units.mV,
    },
    counters: { ...recording.counters, unknowns: performance.problem.size, milliseconds: recording.milliseconds },
  };
}
