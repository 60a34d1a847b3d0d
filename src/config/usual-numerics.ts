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

/**
 * Of what takes the voltage, parts of 5 to 30 mV went from one to another at ten times this in cells of diffusivities that fall steeply, where
 * one state of a surface was accepted that is off; the voltage itself stayed within 3 mV.
 */
export const toleranceOfSolids = 1e-4;

/** Of a liquid cell at a rate the mesh leaves more than this. */
export const toleranceOfLiquids = 1e-3;

/** Steps jump between loads, and a network passes its lithium on: both are as exact as their time steps. */
export function usualTolerance(data: RawRecord): number {
  const { anode, cathode } = data;
  const layers = isRecord(cathode) && Array.isArray(cathode.layers) ? cathode.layers : [];
  const networks = [anode, cathode, ...layers].some((one) => isRecord(one) && one.activeNetwork !== undefined);
  const steps = rawAt(data, ['protocol', 'steps']) !== undefined;
  return usualMesh(data) === 'liquid' && !networks && !steps ? toleranceOfLiquids : toleranceOfSolids;
}
