import { meanElectrode, realisationsOf } from '../voxels/made/made-electrode.js';
import type { ElectrodeStructure } from '../voxels/measures/electrode-structure.js';
import type { DrawnStructure } from './image-types.js';

/** Packings of this process: a sweep reads its case for every design. */
const known = new Map<string, ElectrodeStructure>();
const remembered = 64;

/** What a case takes from a structure that is made for it. */
export function packedElectrode({ plan, realisations }: DrawnStructure): ElectrodeStructure {
  const key = JSON.stringify([plan, realisations]);
  const before = known.get(key);
  if (before) return before;
  const made = meanElectrode(realisationsOf(plan, realisations), plan.voxels);
  if (known.size >= remembered) known.clear();
  known.set(key, made);
  return made;
}
