import type { Case, ElectrodeLayer, NetworkStructure, TransportModel } from '../config/case.js';
import type { Electrolyte, LayerMaterials, ScalarFunction } from '../materials/material.js';
import { constantFunction } from '../materials/scalar-functions.js';
import { formatNumber } from '../units/quantity.js';
import type { LayerComposition } from './layer-composition.js';
import { layerNetwork } from './network/layer-network.js';
import { inPlaneResistance } from './tortuosity/aligned-channels.js';
import { tortuosityFactorOf, tortuosityModels } from './tortuosity/tortuosity-models.js';

/** sigmaEff(s) = factor * bulk(s) + carbon  [S m^-1], s the stoichiometry of the active material. */
export interface EffectiveElectronicConductivity {
  readonly bulk: ScalarFunction;
  /** epsAM / tau; 1 where an effective value is given. */
  readonly factor: number;
  /** sigmaC epsC / tau [S m^-1]. */
  readonly carbon: number;
}

/**
 * What the layer conducts, of one layer as a whole. With a salt the conductivity is the one at rest; what the equations use is
 * eps/tau, the same for conduction and diffusion at every concentration. A measured effective conductivity gives its
 * eps/tau = kappaEff/kappa at the initial concentration and at the electrolyte's reference temperature.
 */
export interface EffectiveLayerProperties {
  readonly ionicTortuosityFactor: number;
  /** [S m^-1] */
  readonly effectiveIonicConductivity: number;
  readonly electronicTortuosityFactor: number;
  readonly electronic: EffectiveElectronicConductivity;
  /** Share of the active material that ions and electrons reach. */
  readonly connectedFraction: number;
  /** Of the way through the layer from channel to particle, per wetted surface; 0 without channels [ohm m^2]. */
  readonly inPlaneResistance: number;
  /** What the network says of itself; empty without one. */
  readonly networkWarnings: readonly string[];
}

export function effectiveLayerProperties(
  layer: ElectrodeLayer, composition: LayerComposition, materials: LayerMaterials,
): EffectiveLayerProperties {
  if (layer.network) return ofNetwork(layer.name, layer.network, composition, materials);
  const { ionicConductivity, referenceIonicConductivity } = materials.electrolyte;
  const volumeFraction = composition.volumeFractions.electrolyte;
  const ionicTortuosityFactor =
    tortuosityFactorOf(layer.ionicTransport, { referenceConductivity: referenceIonicConductivity, volumeFraction });
  return {
    ionicTortuosityFactor,
    effectiveIonicConductivity: (ionicConductivity * volumeFraction) / ionicTortuosityFactor,
    ...electrons(layer, composition, materials),
    connectedFraction: layer.connectedFraction,
    inPlaneResistance: layer.ionicTransport.kind === 'alignedChannels'
      ? inPlaneResistance(layer.ionicTransport, ionicConductivity, volumeFraction, composition.specificInterfacialArea) : 0,
    networkWarnings: [],
  };
}

/**
 * Both carriers in the network of their own phase. Carbon is too fine for its voxels: it conducts beside it, as the medium of
 * spheres that it fills, sigmaC epsC^1.5.
 */
function ofNetwork(
  name: string, structure: NetworkStructure, composition: LayerComposition, materials: LayerMaterials,
): EffectiveLayerProperties {
  const { ionic, electronic, connected, warnings } = layerNetwork(name, structure, composition, materials);
  const { activeMaterial, electrolyte, carbon } = composition.volumeFractions;
  const bulk = materials.activeMaterial.electronicConductivity;
  return {
    ionicTortuosityFactor: electrolyte / ionic,
    effectiveIonicConductivity: materials.electrolyte.ionicConductivity * ionic,
    electronicTortuosityFactor: activeMaterial / electronic,
    electronic: { bulk, factor: electronic, carbon: (materials.carbon?.electronicConductivity ?? 0) * carbon ** 1.5 },
    connectedFraction: connected,
    inPlaneResistance: 0,
    networkWarnings: warnings,
  };
}

/**
 * Active material and carbon conduct in parallel through one network of their joint volume eps = epsAM + epsC:
 *   sigmaEff(s) = (epsAM sigmaAM(s) + epsC sigmaC) / tau(eps).
 * The arithmetic mean is the upper bound of a mixture; below the carbon's own percolation (about 1 vol% of fibre) it is too
 * high, which the apparent conductivities of the library's carbons partly absorb. An effective conductivity replaces it all and
 * is used as it stands at every temperature: what conducts, and with which activation energy, is not known then.
 */
function electrons(
  layer: ElectrodeLayer, composition: LayerComposition, materials: LayerMaterials,
): Pick<EffectiveLayerProperties, 'electronicTortuosityFactor' | 'electronic'> {
  const { activeMaterial, carbon } = composition.volumeFractions;
  const bulk = materials.activeMaterial.electronicConductivity;
  const carbonShare = carbon * (materials.carbon?.electronicConductivity ?? 0);
  const volumeFraction = activeMaterial + carbon;
  const mean = (activeMaterial * atHalfCharge(materials, bulk) + carbonShare) / volumeFraction;
  const model = layer.electronicTransport;
  const tau = tortuosityFactorOf(model, { referenceConductivity: mean, volumeFraction });
  const electronic = model.kind === 'effectiveConductivity'
    ? { bulk: constantFunction(model.value), factor: 1, carbon: 0 }
    : { bulk, factor: activeMaterial / tau, carbon: carbonShare / tau };
  return { electronicTortuosityFactor: tau, electronic };
}

/** Where one number must stand for sigma(s): the middle of the window. */
function atHalfCharge({ activeMaterial }: LayerMaterials, f: ScalarFunction): number {
  const out = new Float64Array(2);
  f.evaluate((activeMaterial.chargedStoichiometry + activeMaterial.dischargedStoichiometry) / 2, out);
  return out[0];
}

/** tau of the membrane's electrolyte, kappaEff = kappa eps / tau with eps its electrolyte fraction. */
export const membraneTortuosityFactor = (membrane: Case['membrane'], electrolyte: Electrolyte): number =>
  tortuosityFactorOf(membrane.ionicTransport, {
    referenceConductivity: electrolyte.referenceIonicConductivity, volumeFraction: membrane.electrolyteFraction,
  });

/** What of a layer's transport stands on thin ground, in words; for the warnings of a result. */
export function transportWarnings(
  layer: ElectrodeLayer, composition: LayerComposition, materials: LayerMaterials,
): readonly string[] {
  const effective = effectiveLayerProperties(layer, composition, materials);
  if (layer.network) return effective.networkWarnings;
  const { activeMaterial, electrolyte, carbon } = composition.volumeFractions;
  return [
    ...warningsOf(layer, 'ions', layer.ionicTransport, electrolyte, effective.ionicTortuosityFactor),
    ...warningsOf(layer, 'electrons', layer.electronicTransport, activeMaterial + carbon, effective.electronicTortuosityFactor),
  ];
}

function warningsOf(layer: ElectrodeLayer, carrier: string, model: TransportModel, volumeFraction: number, tau: number): string[] {
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
