import type { ElectrodeLayer, TransportModel } from '../config/case.js';
import { activeParts } from '../materials/blend.js';
import type { LayerMaterials } from '../materials/material.js';
import { formatNumber, percent } from '../units/quantity.js';
import { isDry } from './active-network.js';
import { carbonConduction } from './additives/carbon-conduction.js';
import type { LayerInPlace } from './compose-layers.js';
import { mediumBand } from './effective-medium/measured-medium.js';
import type { Spread } from './effective-medium/prediction.js';
import type { EffectiveLayerProperties } from './effective-properties.js';
import { grownLayer } from './growth.js';
import type { LayerComposition } from './layer-composition.js';
import { particlesOf } from './particle-sizes.js';
import { electronicVolume, mixtureOf } from './phase-of.js';
import { isOnParticles } from './tortuosity/effective-medium.js';
import { sizeRatio, thresholdOf } from './tortuosity/percolation.js';
import type { Mixture } from './tortuosity/tortuosity-model.js';
import { tortuosityModels } from './tortuosity/tortuosity-models.js';

/** Ratios of diameters at which the size exponent was fitted or checked. */
const knownRatios = [0.08, 4] as const;

/** What of a layer's transport stands on thin ground, in words; for the warnings of a result. */
export function transportWarnings(
  { layer, composition, materials, replaced }: Omit<LayerInPlace, 'key'>,
  effective: EffectiveLayerProperties,
): readonly string[] {
  const shared = [...absentWarnings(layer, composition), ...carbonWarnings(layer, composition)];
  if (layer.network) return [...effective.networkWarnings, ...shared];
  const { electrolyte } = composition.volumeFractions;
  const mixture = (carrier: Mixture['carrier']): Mixture => mixtureOf(layer, composition, materials, carrier);
  return [
    ...(replaced ? [replacedWarning(layer.name, materials.electrolyte.name)] : []),
    ...crystalWarnings(layer, composition, materials),
    ...growthWarnings(layer.name, composition, materials),
    ...(isDry(layer, composition)
      ? []
      : mediumWarnings(layer, layer.ionicTransport, mixture('ions'), effective.ionicInterval)),
    ...mediumWarnings(layer, layer.electronicTransport, mixture('electrons'), effective.electronicInterval),
    ...(layer.ionicTransport.kind === 'effectiveMedium' && materials.electrolyte.sintered && !isDry(layer, composition)
      ? [sinteredWarning(layer.name, materials.electrolyte.name)]
      : []),
    ...(isDry(layer, composition)
      ? []
      : rangeWarnings(layer, 'ions', layer.ionicTransport, electrolyte, effective.ionicTortuosityFactor)),
    ...rangeWarnings(layer, 'electrons', layer.electronicTransport, electronicVolume(layer, composition),
      effective.electronicTortuosityFactor),
    ...percolationWarnings(layer.name, layer.ionicTransport, mixture('ions')),
    ...percolationWarnings(layer.name, layer.electronicTransport, mixture('electrons')),
    ...reachWarnings(layer, effective),
    ...shared,
  ];
}

const replacedWarning = (name: string, electrolyte: string): string =>
  `${name}: the case gives no transport law for ${electrolyte}, a salt in a liquid or a polymer, so Bruggeman's exponent of 1.5 is taken (assumed)`;

const sinteredWarning = (name: string, electrolyte: string): string =>
  `${name}: the law of pressed powders takes the conductivity of ${electrolyte} as that of a cold-pressed pellet; the library's is of a sintered body, `
  + 'which conducts several times more: give its ionicConductivity as pressed';

/** Radius above which an oxide of a powder is hardly one crystal any more [m]. */
const largeCrystal = 3e-6;

/** Large particles of a material whose diffusivity is that of the crystal, filled as if each were one. */
function crystalWarnings(layer: ElectrodeLayer, { parts }: LayerComposition, materials: LayerMaterials): string[] {
  return activeParts(materials).flatMap(({ material }, k) => {
    const largest = Math.max(...parts[k].particleSizes.map(({ radius }) => radius));
    if (material.asBuiltStoichiometry === undefined || particlesOf(layer, k)?.crystals || largest <= largeCrystal)
      return [];
    return [
      `${layer.name}: particles of ${material.name} with a radius of `
      + `${formatNumber(1e6 * largest, 3)} um are taken as single crystals; for secondary `
      + 'particles, which fill sooner, give particles: {crystals: {diffusionLength: 1.6 um}}, or 3 / (density BET) where the surface was measured',
    ];
  });
}

/** What is converted and does not fit into the pores any more. */
function growthWarnings(name: string, composition: LayerComposition, materials: LayerMaterials): string[] {
  const { growth, stretch } = grownLayer(composition, materials);
  if (stretch === 1) return [];
  return [
    `${name}: ${materials.activeMaterial.name} grows by ${formatNumber(100 * growth, 3)} % of the volume of the layer, `
    + `which has ${percent(composition.porosity)} of pores: Wh/L and transport are those of a layer that has become ${
      percent(stretch - 1)
    } thicker`,
  ];
}

/** An effective medium outside of what was measured: there the interval holds, not the number. */
function mediumWarnings({ name }: ElectrodeLayer, model: TransportModel, mixture: Mixture,
  { extrapolated, low, high }: Spread): string[]
{
  if (model.kind !== 'effectiveMedium') return [];
  if (isOnParticles(model)) {
    return [
      `${name}: electrolyte brought onto the particles conducts ${formatNumber(low, 2)} to ${
        formatNumber(high, 2)
      } times what is computed, which is what `
      + 'the finest mixed powder conducts; the upper end is the bound of Hashin and Shtrikman; how much less electrons conduct that cross the shells '
      + 'is in no law: give effectiveConductivity of both as measured',
    ];
  }
  const { sizeRatios: [least, most] } = mediumBand;
  const { carrier, activeDiameter, electrolyteDiameter = activeDiameter } = mixture;
  const ratio = activeDiameter / electrolyteDiameter;
  return [
    ...(extrapolated
      ? [
        `${name}: the effective medium of the ${carrier} is extrapolated to ${percent(mixture.share)} of the solids, `
        + `where hardly anything was measured: with 80 % it is ${formatNumber(low, 2)} to ${
          formatNumber(high, 2)
        } times the value`,
      ]
      : []),
    ...(ratio < least || ratio > most
      ? [`${name}: the effective medium of the ${carrier} at a size ratio of ${formatNumber(ratio, 3)}, outside `
        + `${least} to ${most}, where it was measured`]
      : []),
  ];
}

function rangeWarnings(layer: ElectrodeLayer, carrier: string, model: TransportModel, volumeFraction: number,
  tau: number): string[]
{
  const { range: [low, high], equation } = tortuosityModels[model.kind];
  const warnings: string[] = [];
  if (volumeFraction < low || volumeFraction > high) {
    warnings.push(`${layer.name}: ${equation} for ${carrier} is used at ${formatNumber(volumeFraction * 100, 3)} vol%, `
      + `outside its range of ${low * 100} to ${high * 100} vol%`);
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
    ...(mixture.share > threshold
      ? []
      : [`${name}: no path of ${phase} leads through: ${percent(mixture.share)} of the solids, `
        + `the threshold is ${percent(threshold)}`]),
    ...(known ? [] : [`${name}: percolation of ${mixture.carrier} at a size ratio of ${formatNumber(ratio, 3)}, `
      + `outside ${knownRatios.join(' to ')}, where it was compared with measurements`]),
  ];
}

function reachWarnings({ name, ionicTransport, electronicTransport }: ElectrodeLayer,
  effective: EffectiveLayerProperties): string[]
{
  if (ionicTransport.kind !== 'percolation' && electronicTransport.kind !== 'percolation') return [];
  const { reachedByIons, reachedByElectrons, connectedFraction } = effective;
  if (connectedFraction > 0.999) return [];
  return [
    `${name}: percolation (assumed structure: a random packing): ions reach ${percent(reachedByIons)} of the `
    + `active material, electrons ${percent(reachedByElectrons)}`,
  ];
}

/** What the layer names, as its base does, and whose share went with those of the base that were replaced. */
const absentWarnings = (layer: ElectrodeLayer, { massFractions }: LayerComposition): string[] =>
  (['carbon', 'binder'] as const).flatMap((role) => {
    const { name } = layer[role] ?? {};
    if (name === undefined || massFractions[role] > 0) return [];
    const key = layer.massFractions ? 'massFractions' : 'volumeFractions';
    return [`${layer.name}: the ${role} ${name} is named and has no share, so the cell is computed without it: `
      + `write its share, e.g. ${key}: {${role}: 2 %} beside the others, or ${role}: null if there is none`];
  });

function carbonWarnings({ name, carbonNetwork }: ElectrodeLayer, composition: LayerComposition): string[] {
  if (!carbonNetwork) return [];
  const { share, threshold } = carbonConduction(carbonNetwork, composition);
  return share > threshold
    ? []
    : [`${name}: no path of carbon leads through: ${percent(share)} of the space beside the active material, `
      + `the threshold of ${carbonNetwork.shape} is ${percent(threshold)}`];
}
