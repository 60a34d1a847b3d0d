import type { ElectrodeLayer, Problem } from '../config/case.js';
import { contradiction, missingKey } from '../config/wording/fields.js';
import { activeParts } from '../materials/blend.js';
import type { LayerInPlace } from './compose-layers.js';
import type { LayerComposition } from './layer-composition.js';

/** Without electrolyte: lithium has the active material alone. */
export const isDry = (layer: ElectrodeLayer, { volumeFractions }: LayerComposition): boolean =>
  layer.activeNetwork !== undefined && volumeFractions.electrolyte === 0;

/** What the equations of an active network do not cover, and a layer through which nothing would lead lithium. */
export function networkProblems(parts: readonly LayerInPlace[]): Problem[] {
  return parts.flatMap((part, i) => {
    const next = parts[i + 1] as LayerInPlace | undefined;
    return part.layer.activeNetwork
      ? [...checkLayer(part), ...(next ? checkNeighbours(part, next) : [])]
      : withoutPath(part);
  });
}

function withoutPath({ composition, key }: LayerInPlace): Problem[] {
  if (composition.volumeFractions.electrolyte > 0) return [];
  return [{ key: `${key}.activeNetwork`,
    ...missingKey('a way for lithium through a layer without electrolyte', 'nothing',
      'add "activeNetwork: {tortuosityFactor: 1.5}", or electrolyte') }];
}

function checkLayer({ layer, materials, composition, key }: LayerInPlace): Problem[] {
  const refuse = (name: string, expected: string, received: string, remedy: string): Problem => ({
    key: `${key}.${name}`,
    ...contradiction(expected, received, remedy),
  });
  return [
    ...activeParts(materials).filter(({ material }) => material.converts).map(({ material }) =>
      refuse('activeNetwork', 'an active material that takes lithium up as a host',
        `${material.name}, which is converted`, 'remove activeNetwork: ions need electrolyte here')
    ),
    ...(layer.contactsPerParticle && isDry(layer, composition)
      ? [
        refuse('contactsPerParticle', 'electrolyte whose contacts with an active network are counted', 'none',
          'remove contactsPerParticle, or add electrolyte'),
      ]
      : []),
    ...(layer.contact && isDry(layer, composition)
      ? [
        refuse('contact', 'electrolyte that an active network is in contact with', 'none',
          'remove contact, or add electrolyte'),
      ]
      : []),
  ];
}

/** Lithium is continuous in a network only where both sides are the same material. */
function checkNeighbours(part: LayerInPlace, next: LayerInPlace): Problem[] {
  // the anode stands last in the list and has no neighbour
  // a network has one active material
  const [one, other] = [part, next].map(({ materials }) => activeParts(materials)[0].material);
  if (!next.layer.activeNetwork || next.key === 'anode' || one.openCircuitPotential === other.openCircuitPotential)
    return [];
  return [{ key: `${next.key}.activeMaterial`,
    ...contradiction(`${part.materials.activeMaterial.name}, as in the network before it`,
      next.materials.activeMaterial.name, 'use one active material, or a layer with electrolyte between them') }];
}
