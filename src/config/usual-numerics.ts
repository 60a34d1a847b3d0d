import { anodeKindOf } from './anode-kind.js';
import { isRecord, rawAt, type RawRecord } from './raw.js';

/**
 * Mesh and tolerance of a case that says nothing of them, by the kind of cell that it describes. They follow from which keys are there and
 * not from what they hold, so that designs of a sweep and steps of a fit are solved alike.
 */

/** Between two electrodes with liquid in their pores ions are quick: 20 even cells each show as much as 60 of a thick solid cathode. */
export const usualMesh = (data: unknown): 'liquid' | 'default' =>
  anodeKindOf(rawAt(data, ['anode'])) === 'composite' && rawAt(data, ['membrane', 'electrolyteFraction']) !== undefined
    ? 'liquid'
    : 'default';

/** Of discharges at rates the mesh leaves more than this: 0.2 to 8 % of the capacity against 0.001 to 0.5 %. */
export const toleranceOfRates = 1e-3;

/** Steps jump between loads, and a network passes its lithium on: both are as exact as their time steps. */
export const toleranceOfSteps = 1e-4;

export function usualTolerance(data: RawRecord): number {
  const { anode, cathode } = data;
  const layers = isRecord(cathode) && Array.isArray(cathode.layers) ? cathode.layers : [];
  const networks = [anode, cathode, ...layers].some((one) => isRecord(one) && one.activeNetwork !== undefined);
  const steps = rawAt(data, ['protocol', 'steps']) !== undefined;
  return networks || steps ? toleranceOfSteps : toleranceOfRates;
}
