import type { TransportModel } from '../config/case.js';
import { activeParts } from '../materials/blend.js';
import type { ActiveMaterial, LayerMaterials } from '../materials/material.js';
import { valueAt } from '../materials/scalar-functions.js';
import type { LayerComposition } from './layer-composition.js';

/** A layer once its active material has grown to its largest, and how much thicker it is then. */
export interface GrownLayer {
  readonly composition: LayerComposition;
  /** Thickness over that as built. */
  readonly stretch: number;
  /** Of the active material, as a share of the volume of the layer as built. */
  readonly growth: number;
}

/**
 * What is converted keeps growing where a host would not: by g epsAM, g = V(discharged)/V(built) - 1. Growth takes the pores first; what does
 * not fit into them makes the layer thicker by  stretch = 1 - p + g epsAM,  and thins everything else out by as much (assumed: nothing is
 * squeezed aside).
 */
export function grownLayer(composition: LayerComposition, materials: LayerMaterials): GrownLayer {
  const { porosity, volumeFractions, thickness, parts } = composition;
  const growth = volumeFractions.activeMaterial
    * activeParts(materials).reduce(
      (sum, { material }, k) => sum + parts[k].volumeShare * Math.max(0, volumeRatio(material) - 1),
      0,
    );
  if (growth === 0) return { composition, stretch: 1, growth };
  const stretch = Math.max(1, 1 - porosity + growth);
  const share = (volume: number): number => volume / stretch;
  return {
    stretch,
    growth,
    composition: {
      ...composition,
      thickness: thickness * stretch,
      porosity: Math.max(0, porosity - growth),
      volumeFractions: {
        activeMaterial: share(volumeFractions.activeMaterial + growth),
        electrolyte: share(volumeFractions.electrolyte),
        carbon: share(volumeFractions.carbon),
        binder: share(volumeFractions.binder),
      },
    },
  };
}

/**
 * The layer whose volume fractions a law of transport is asked for: as it has grown, where its way is longest and most crowded. With eps and L as
 * built, tau = tau(grown) stretch^2. What was measured on the composite stays what it is.
 */
export const conductingLayer = (model: TransportModel, composition: LayerComposition,
  materials: LayerMaterials): GrownLayer => (isMeasured(model)
    ? { composition, stretch: 1, growth: 0 }
    : grownLayer(composition, materials));

/** Tells whether transport is stated of the composite itself, so that growth must not change it again. */
export const isMeasured = ({ kind }: TransportModel): boolean =>
  kind === 'tortuosityFactor' || kind === 'effectiveConductivity';

/** V(discharged)/V(as built) of what is converted from one to the other; 1 where its volume is not known, or where it is a host. */
function volumeRatio(
  { converts, relativeVolume, chargedStoichiometry, dischargedStoichiometry }: ActiveMaterial,
): number {
  if (converts !== 'charged' || !relativeVolume) return 1;
  return valueAt(relativeVolume, dischargedStoichiometry) / valueAt(relativeVolume, chargedStoichiometry);
}
