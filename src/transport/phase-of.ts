import type { ElectrodeLayer, TransportModel } from '../config/case.js';
import type { Electrolyte, LayerMaterials } from '../materials/material.js';
import { mediumBand } from './effective-medium/measured-medium.js';
import type { LayerComposition } from './layer-composition.js';
import { surfacePerVolume } from './particle-sizes.js';
import { isOnParticles } from './tortuosity/effective-medium.js';
import type { ConductingPhase, Mixture } from './tortuosity/tortuosity-model.js';

/** The electrolyte of a layer as a phase that conducts ions. */
export function ionicPhase(layer: ElectrodeLayer, composition: LayerComposition,
  materials: LayerMaterials): ConductingPhase
{
  return {
    bulkConductivity: ionicBulk(materials.electrolyte),
    volumeFraction: composition.volumeFractions.electrolyte,
    thickness: (layer.slices ?? 1) * composition.thickness,
    mixture: mixtureOf(layer, composition, materials, 'ions'),
  };
}

/** kappa of the bulk at a temperature, with a salt at its initial concentration. */
export const ionicBulk = (
  { ionicConductivity, temperatureFactor, salt }: Electrolyte,
): ConductingPhase['bulkConductivity'] => {
  const factor = temperatureFactor ?? salt?.temperatureFactors?.conductivity;
  return (temperature) =>
    ionicConductivity * (temperature === undefined || factor === undefined ? 1 : factor(temperature));
};

/** The phase of a carrier among the others; the share of the solids leaves the voids out, the diameter is the one of the same surface. */
export function mixtureOf(
  layer: ElectrodeLayer,
  composition: LayerComposition,
  { electrolyte }: Pick<LayerMaterials, 'electrolyte'>,
  carrier: Mixture['carrier'],
): Mixture {
  const { porosity, volumeFractions, particleSizes } = composition;
  const volume = carrier === 'ions' ? volumeFractions.electrolyte : electronicVolume(layer, composition);
  const activeDiameter = 6 / surfacePerVolume(particleSizes);
  const electrolyteDiameter = statedDiameter(layer, activeDiameter)
    ?? (electrolyte.particleRadius && 2 * electrolyte.particleRadius);
  return {
    carrier,
    share: volume / (1 - porosity),
    porosity,
    // a film of binder lengthens the paths by its own law
    binderShare: layer.binderFilm ? 0 : volumeFractions.binder / (1 - porosity),
    activeDiameter,
    ...(electrolyteDiameter !== undefined && { electrolyteDiameter }),
  };
}

/** Both carriers have one electrolyte: a size that the transport of one states holds for the other. */
function statedDiameter({ ionicTransport, electronicTransport }: ElectrodeLayer, activeDiameter: number):
  | number
  | undefined
{
  const writtenDiameter = (model: TransportModel): number | undefined => {
    if (model.kind !== 'percolation' && model.kind !== 'effectiveMedium') return undefined;
    if (model.sizeRatio !== undefined) return activeDiameter / model.sizeRatio;
    if (isOnParticles(model)) return activeDiameter / mediumBand.sizeRatios[1];
    return model.kind === 'percolation' ? model.electrolyteDiameter : undefined;
  };
  return writtenDiameter(ionicTransport) ?? writtenDiameter(electronicTransport);
}

/** What conducts electrons as one network: the active material, with the carbon unless that has its own. */
export const electronicVolume = ({ carbonNetwork }: ElectrodeLayer,
  { volumeFractions: { activeMaterial, carbon } }: LayerComposition): number =>
  activeMaterial + (carbonNetwork ? 0 : carbon);
