import { meanElectrode, realisationsOf } from '../voxels/made/made-electrode.js';
import type { CarrierPath, ElectrodeStructure } from '../voxels/measures/electrode-structure.js';
import type { DrawnStructure } from './image-types.js';

/** Packings of this process: a sweep reads its case for every design. */
const known = new Map<string, ElectrodeStructure>();
const remembered = 64;

/**
 * Deviation of ln(made/measured) of effective conductivities: 18 of phases that are at least 35 % of the solids, of 4 papers, nothing fitted
 * (`node bench/packings.mjs`; sources in `test/validation/composite-conductivities.json`).
 */
const measuredDeviation = 0.54;

/** What a case takes from a structure that is made for it; its spreads are those of the realisations with what packings miss measurements by. */
export function packedElectrode({ plan, realisations }: DrawnStructure): ElectrodeStructure {
  const key = JSON.stringify([plan, realisations]);
  const before = known.get(key);
  if (before) return before;
  const made = meanElectrode(realisationsOf(plan, realisations), plan.voxels);
  const widened = ({ conductivityRatio, spread }: CarrierPath): CarrierPath => (
    { conductivityRatio, spread: Math.hypot(spread, measuredDeviation) }
  );
  const electrode = { ...made, ions: widened(made.ions), electrons: widened(made.electrons) };
  if (known.size >= remembered) known.clear();
  known.set(key, electrode);
  return electrode;
}
