import type { ElectrodeLayer, TransportModel } from '../config/case.js';
import { isDry } from './active-network.js';
import { formatNumber } from '../units/quantity.js';
import { carbonConduction } from './additives/carbon-conduction.js';
import { electronicVolume, mixtureOf, type EffectiveLayerProperties } from './effective-properties.js';
import type { LayerComposition } from './layer-composition.js';
import { sizeRatio, thresholdOf } from './tortuosity/percolation.js';
import type { Mixture } from './tortuosity/tortuosity-model.js';
import { tortuosityModels } from './tortuosity/tortuosity-models.js';

/** Ratios of diameters at which the size exponent was fitted or checked. */
const knownRatios = [0.08, 4] as const;

const percent = (share: number): string => `${formatNumber(100 * share, 3)} %`;

/** What of a layer's transport stands on thin ground, in words; for the warnings of a result. */
export function transportWarnings(
  layer: ElectrodeLayer, composition: LayerComposition, effective: EffectiveLayerProperties,
): readonly string[] {
  if (layer.network) return [...effective.networkWarnings, ...carbonWarnings(layer, composition)];
  const { electrolyte } = composition.volumeFractions;
  const mixture = (carrier: Mixture['carrier']): Mixture => mixtureOf(layer, composition, carrier);
  return [
    ...(isDry(layer, composition) ? [] : rangeWarnings(layer, 'ions', layer.ionicTransport, electrolyte, effective.ionicTortuosityFactor)),
    ...rangeWarnings(layer, 'electrons', layer.electronicTransport, electronicVolume(layer, composition), effective.electronicTortuosityFactor),
    ...percolationWarnings(layer.name, layer.ionicTransport, mixture('ions')),
    ...percolationWarnings(layer.name, layer.electronicTransport, mixture('electrons')),
    ...reachWarnings(layer, effective),
    ...carbonWarnings(layer, composition),
  ];
}

function rangeWarnings(layer: ElectrodeLayer, carrier: string, model: TransportModel, volumeFraction: number, tau: number): string[] {
  const { range: [low, high], equation } = tortuosityModels[model.kind];
  const warnings: string[] = [];
  if (volumeFraction < low || volumeFraction > high) {
    warnings.push(`${layer.name}: ${equation} for ${carrier} is used at ${formatNumber(volumeFraction * 100, 3)} vol%, `
      + `outside ${low * 100} to ${high * 100} vol%`);
  }
  // a given effective conductivity may reach the bulk's to its last digit
  if (tau < 1 - 1e-6) {
    warnings.push(`${layer.name}: tortuosity factor ${formatNumber(tau, 3)} of the ${carrier} is below 1: `
      + 'the effective conductivity is more than the phase can give');
  }
  return warnings;
}

function percolationWarnings(name: string, model: TransportModel, mixture: Mixture): string[] {
  if (model.kind !== 'percolation') return [];
  const phase = mixture.carrier === 'ions' ? 'electrolyte' : 'active material';
  const threshold = thresholdOf(model, mixture);
  const ratio = sizeRatio(model, mixture.activeDiameter);
  const known = model.threshold !== undefined || (ratio >= knownRatios[0] && ratio <= knownRatios[1]);
  return [
    ...(mixture.share > threshold ? [] : [`${name}: no path of ${phase} leads through: ${percent(mixture.share)} of the solids, `
      + `the threshold is ${percent(threshold)}`]),
    ...(known ? [] : [`${name}: percolation of ${mixture.carrier} at a size ratio of ${formatNumber(ratio, 3)}, `
      + `outside ${knownRatios.join(' to ')}, where it was compared with measurements`]),
  ];
}

function reachWarnings({ name, ionicTransport, electronicTransport }: ElectrodeLayer, effective: EffectiveLayerProperties): string[] {
  if (ionicTransport.kind !== 'percolation' && electronicTransport.kind !== 'percolation') return [];
  const { reachedByIons, reachedByElectrons, connectedFraction } = effective;
  if (connectedFraction > 0.999) return [];
  return [`${name}: percolation (assumed structure: a random packing): ions reach ${percent(reachedByIons)} of the active material, `
    + `electrons ${percent(reachedByElectrons)}`];
}

function carbonWarnings({ name, carbonNetwork }: ElectrodeLayer, composition: LayerComposition): string[] {
  if (!carbonNetwork) return [];
  const { share, threshold } = carbonConduction(carbonNetwork, composition);
  return share > threshold ? [] : [`${name}: no path of carbon leads through: ${percent(share)} of the space beside the active material, `
    + `the threshold of ${carbonNetwork.shape} is ${percent(threshold)}`];
}
