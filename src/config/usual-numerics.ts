import { anodeKindOf } from './anode-kind.js';
import { isRecord, rawAt, type RawRecord } from './raw.js';

/**
 * Mesh and tolerance of a case that says nothing of them, by the kind of cell that it describes. They follow from which keys are there and
 * not from what they hold, so that designs of a sweep and steps of a fit are solved alike. What `default` leaves open
 * follows in the pipeline from the composed cell (`pipeline/chosen-mesh`).
 */

/** Between two electrodes with liquid in their pores ions are quick and a few even cells are enough; `default` leaves the numbers to the case. */
export const usualMesh = (data: unknown): 'liquid' | 'default' =>
  anodeKindOf(rawAt(data, ['anode'])) === 'composite' && rawAt(data, ['membrane', 'electrolyteFraction']) !== undefined
    ? 'liquid'
    : 'default';

/** Of discharges at rates the mesh leaves more than this. */
export const toleranceOfRates = 1e-3;

/** The same between two electrodes with liquid, whose curves are smooth. */
export const toleranceOfLiquid = 2e-3;

/** Steps jump between loads, and a network passes its lithium on: both are as exact as their time steps. */
export const toleranceOfSteps = 1e-4;

export function usualTolerance(data: RawRecord): number {
  const { anode, cathode } = data;
  const layers = isRecord(cathode) && Array.isArray(cathode.layers) ? cathode.layers : [];
  const networks = [anode, cathode, ...layers].some((one) => isRecord(one) && one.activeNetwork !== undefined);
  const steps = rawAt(data, ['protocol', 'steps']) !== undefined;
  return networks || steps ? toleranceOfSteps : usualMesh(data) === 'liquid' ? toleranceOfLiquid : toleranceOfRates;
}
