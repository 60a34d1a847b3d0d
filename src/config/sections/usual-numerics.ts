import { dataAt, isRecord, type PlainRecord } from '../plain-data.js';
import { anodeKindOf } from './anode-schema.js';

/**
 * Tolerance of a case that says nothing of it, by the kind of cell that it describes. It follows from which keys are there and not from what
 * they hold, so that designs of a sweep and steps of a fit are solved alike. The mesh follows from the composed cell (`pipeline/chosen-mesh`).
 */

/** Tolerance of discharges at rates; the error that the mesh leaves is larger than it. */
export const toleranceOfRates = 1e-3;

/** The same between two electrodes with liquid, whose curves are smooth. */
export const toleranceOfLiquid = 2e-3;

/** Steps jump between loads, and a network passes its lithium on: both are as exact as their time steps. */
export const toleranceOfSteps = 1e-4;

export function usualTolerance(data: PlainRecord): number {
  const { anode, cathode } = data;
  const layers = isRecord(cathode) && Array.isArray(cathode.layers) ? cathode.layers : [];
  const networks = [anode, cathode, ...layers].some((one) => isRecord(one) && one.activeNetwork !== undefined);
  const steps = dataAt(data, ['protocol', 'steps']) !== undefined;
  const liquid = anodeKindOf(anode) === 'composite' && dataAt(data, ['membrane', 'electrolyteFraction']) !== undefined;
  return networks || steps ? toleranceOfSteps : liquid ? toleranceOfLiquid : toleranceOfRates;
}
