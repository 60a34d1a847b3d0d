import { roles } from '../transport/layer-composition.js';
import type { CoatedLayer, Constituents } from './cell-design.js';
import type { Part } from './cost.js';
import { partOf } from './layer-item.js';

/** Constituents of a composite by mass per area, m_k = w_k m. */
export function compositeParts({ massLoading, massFractions }: CoatedLayer, materials: Constituents): readonly Part[] {
  return roles.flatMap((role) => {
    const mass = massLoading * massFractions[role];
    if (role === 'activeMaterial' && materials.blend)
      return materials.blend.map(({ material, massShare }) => partOf(material, mass * massShare));
    const material = materials[role];
    return material === undefined || mass === 0 ? [] : [partOf(material, mass)];
  });
}
