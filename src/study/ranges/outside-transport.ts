import type { PreparedCase } from '../../pipeline/prepared-case.js';
import { isDry } from '../../transport/active-network.js';
import { isOnParticles } from '../../transport/tortuosity/effective-medium.js';
import { tortuosityModels } from '../../transport/tortuosity/tortuosity-models.js';
import { formatNumber } from '../../units/quantity.js';

/** Layers of the cathode whose law of ionic transport is used beyond the compositions that it was made for, in words. */
export function outsideTransport({ case: { cathode }, compositions, effective }: PreparedCase): string[] {
  const found = cathode.layers.flatMap((layer, i) => {
    if (layer.network || isDry(layer, compositions[i])) return [];
    if (isOnParticles(layer.ionicTransport))
      return [`${layer.name}: electrolyte brought onto the particles (measured cells for comparison: mixed powders)`];
    if (effective[i].ionicInterval.extrapolated)
      return [`${layer.name}: hardly any composite with so little electrolyte was measured`];
    const { range: [low, high] } = tortuosityModels[layer.ionicTransport.kind];
    const { electrolyte } = compositions[i].volumeFractions;
    if (electrolyte >= low && electrolyte <= high) return [];
    const percent = (share: number): string => formatNumber(100 * share, 3);
    return [`${layer.name}: ${percent(electrolyte)} vol% of electrolyte, the law of its transport holds from `
      + `${percent(low)} to ${percent(high)} vol%`];
  });
  return [...new Set(found)];
}
