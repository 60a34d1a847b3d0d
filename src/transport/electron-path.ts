import type { Problem } from '../config/case.js';
import { missingKey } from '../config/wording/words.js';
import { formatQuantity } from '../units/quantity.js';
import type { LayerInPlace } from './compose-layers.js';
import { atHalfCharge } from './electronic-properties.js';
import { noPath } from './no-path.js';

/** An insulator without carbon: no electron gets in, at any rate. Where there is carbon, whether it leads through is its own question. */
export function electronProblems(parts: readonly LayerInPlace[]): Problem[] {
  return parts.flatMap(({ layer, materials: { activeMaterial }, composition, key }): Problem[] => {
    const conductivity = atHalfCharge(activeMaterial);
    // a declared conductivity of the layer is believed
    if (composition.volumeFractions.carbon > 0 || conductivity > noPath
      || layer.electronicTransport.kind === 'effectiveConductivity') return [];
    return [{ key: `${key}.carbon`,
      ...missingKey('a way for electrons: carbon, or an active material that conducts',
        `${activeMaterial.name} alone, ${formatQuantity(conductivity, 'conductivity', 3)}`,
        'add "carbon: carbon-black" and a share of carbon to the fractions') }];
  });
}
