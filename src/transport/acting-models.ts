import type { ElectrodeLayer, TransportModel } from '../config/case.js';
import type { Electrolyte } from '../materials/material.js';

/** Around what a liquid or a polymer fills; doi 10.1002/andp.19354160705. */
const aroundSpheres = { kind: 'bruggeman', exponent: 1.5, prefactor: 1 } as const;

/**
 * A layer with the transport laws that act. The effective medium is one of pressed powders: where a liquid or a polymer with salt fills what the
 * particles leave, it has no threshold, and Bruggeman's law stands in for it.
 */
export function withActingModels(layer: ElectrodeLayer, { salt }: Electrolyte): ElectrodeLayer {
  const { ionicTransport, electronicTransport } = layer;
  if (!salt || ![ionicTransport, electronicTransport].some(({ kind }) => kind === 'effectiveMedium')) return layer;
  const acting = (
    model: TransportModel,
  ): TransportModel => (model.kind === 'effectiveMedium'
    ? { ...aroundSpheres, ...(model.spread !== undefined && { spread: model.spread }) }
    : model);
  return { ...layer, ionicTransport: acting(ionicTransport), electronicTransport: acting(electronicTransport) };
}
