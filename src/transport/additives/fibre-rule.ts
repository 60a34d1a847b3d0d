import type { ElectrodeLayer } from '../../config/case.js';
import type { LayerMaterials } from '../../materials/material.js';
import type { LayerComposition } from '../layer-composition.js';

/** Pieces of carbon longer than this by their thickness are fibres. */
const leastAspectRatio = 10;
/** Mass fraction of the solids from which they lead through. */
const leastMassFraction = 0.02;

/**
 * What fibres of carbon conduct beside an effective medium of the active material [S m^-1], within a factor of 2; undefined where there are none
 * or too few.
 * 57, 74, 53 and 46 mS/cm at 2, 3, 4 and 5 wt% of vapour-grown fibre (5.4 at 1 wt%; doi 10.1038/s41467-025-56514-5): the amount does not
 * matter any more.
 */
export function fibreConductivity(
  { electronicTransport, carbonNetwork }: ElectrodeLayer,
  { massFractions }: Pick<LayerComposition, 'massFractions'>,
  { carbon }: LayerMaterials,
): number | undefined {
  const fibres = !carbonNetwork && (carbon?.aspectRatio ?? 1) >= leastAspectRatio
    && massFractions.carbon >= leastMassFraction;
  return electronicTransport.kind === 'effectiveMedium' && fibres ? 5 : undefined;
}
