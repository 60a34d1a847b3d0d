import type { Case, ElectrodeLayer, NetworkStructure } from '../config/case.js';
import type { Electrolyte, LayerMaterials, ScalarFunction } from '../materials/material.js';
import { constantFunction } from '../materials/scalar-functions.js';
import { isDry } from './active-network.js';
import { filmConnection, meanFilm, pathFactor } from './additives/binder-film.js';
import { carbonConduction } from './additives/carbon-conduction.js';
import type { LayerComposition } from './layer-composition.js';
import { layerNetwork } from './network/layer-network.js';
import { leastConnected } from './no-path.js';
import { surfacePerVolume } from './particle-sizes.js';
import { electronReach, ionReach } from './percolation/reach.js';
import { inPlaneResistance } from './tortuosity/aligned-channels.js';
import type { Mixture } from './tortuosity/tortuosity-model.js';
import { tortuosityFactorOf } from './tortuosity/tortuosity-models.js';

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
  /** Share of it that each of them reaches, as far as a model says. */
  readonly reachedByIons: number;
  readonly reachedByElectrons: number;
  /** What the network says of itself; empty without one. */
  readonly networkWarnings: readonly string[];
}

export function effectiveLayerProperties(
  layer: ElectrodeLayer, composition: LayerComposition, materials: LayerMaterials,
): EffectiveLayerProperties {
  if (layer.network) return ofNetwork(layer, layer.network, composition, materials);
  return {
    ...ions(layer, composition, materials),
    ...electrons(layer, composition, materials),
    ...connection(layer, composition),
    inPlaneResistance: layer.ionicTransport.kind === 'alignedChannels'
      ? inPlaneResistance(layer.ionicTransport, materials.electrolyte.ionicConductivity, composition.volumeFractions.electrolyte,
        composition.specificInterfacialArea) : 0,
    networkWarnings: [],
  };
}

/** A binder lengthens the paths of a model that knows none; what was measured holds it already. */
function ions(
  layer: ElectrodeLayer, composition: LayerComposition, materials: LayerMaterials,
): Pick<EffectiveLayerProperties, 'ionicTortuosityFactor' | 'effectiveIonicConductivity'> {
  // lithium then has the network of the active material alone
  if (isDry(layer, composition)) return { ionicTortuosityFactor: layer.activeNetwork?.tortuosityFactor ?? 1, effectiveIonicConductivity: 0 };
  const { ionicConductivity, referenceIonicConductivity } = materials.electrolyte;
  const volumeFraction = composition.volumeFractions.electrolyte;
  const measured = ['tortuosityFactor', 'effectiveConductivity'].includes(layer.ionicTransport.kind);
  const ionicTortuosityFactor = (layer.binderFilm && !measured ? pathFactor(layer.binderFilm, composition) : 1)
    * tortuosityFactorOf(layer.ionicTransport, {
      referenceConductivity: referenceIonicConductivity, volumeFraction, mixture: mixtureOf(layer, composition, 'ions'),
    });
  return { ionicTortuosityFactor, effectiveIonicConductivity: (ionicConductivity * volumeFraction) / ionicTortuosityFactor };
}

/**
 * Both carriers in the network of their own phase. Carbon is too fine for its voxels: it conducts beside it, as its own network or as
 * the medium of spheres that it fills, sigmaC epsC^1.5.
 */
function ofNetwork(
  layer: ElectrodeLayer, structure: NetworkStructure, composition: LayerComposition, materials: LayerMaterials,
): EffectiveLayerProperties {
  const { ionic, electronic, connected, reachedByIons, reachedByElectrons, warnings } =
    layerNetwork(layer.name, structure, composition, materials);
  const { activeMaterial, electrolyte, carbon } = composition.volumeFractions;
  const ofCarbon = layer.carbonNetwork && carbonConduction(layer.carbonNetwork, composition);
  const reachedByCarbon = ofCarbon?.connected ?? 0;
  const reachedByBoth = connected + (reachedByIons - connected) * reachedByCarbon;
  return {
    ionicTortuosityFactor: electrolyte / ionic,
    effectiveIonicConductivity: materials.electrolyte.ionicConductivity * ionic,
    electronicTortuosityFactor: activeMaterial / electronic,
    electronic: {
      bulk: materials.activeMaterial.electronicConductivity, factor: electronic,
      carbon: ofCarbon?.conductivity ?? (materials.carbon?.electronicConductivity ?? 0) * carbon ** 1.5,
    },
    connectedFraction: Math.max(leastConnected, heldByBinder(layer, composition) * reachedByBoth),
    reachedByIons, reachedByElectrons: reachedByElectrons + (1 - reachedByElectrons) * reachedByCarbon,
    inPlaneResistance: 0,
    networkWarnings: warnings,
  };
}

/**
 * Active material and carbon conduct in parallel through one network of their joint volume eps = epsAM + epsC:
 *   sigmaEff(s) = (epsAM sigmaAM(s) + epsC sigmaC) / tau(eps).
 * The arithmetic mean is the upper bound of a mixture; below the carbon's own percolation (about 1 vol% of fibre) it is too
 * high, which the apparent conductivities of the library's carbons partly absorb. A carbon network stands beside that of the active
 * material instead. An effective conductivity replaces it all and is used as it stands at every temperature: what conducts, and with
 * which activation energy, is not known then.
 */
function electrons(
  layer: ElectrodeLayer, composition: LayerComposition, materials: LayerMaterials,
): Pick<EffectiveLayerProperties, 'electronicTortuosityFactor' | 'electronic'> {
  const { activeMaterial, carbon } = composition.volumeFractions;
  const bulk = materials.activeMaterial.electronicConductivity;
  const carbonShare = layer.carbonNetwork ? 0 : carbon * (materials.carbon?.electronicConductivity ?? 0);
  const volumeFraction = electronicVolume(layer, composition);
  const mean = (activeMaterial * atHalfCharge(materials, bulk) + carbonShare) / volumeFraction;
  const model = layer.electronicTransport;
  const tau = tortuosityFactorOf(model, {
    referenceConductivity: mean, volumeFraction, mixture: mixtureOf(layer, composition, 'electrons'),
  });
  const beside = layer.carbonNetwork ? carbonConduction(layer.carbonNetwork, composition).conductivity : carbonShare / tau;
  const electronic = model.kind === 'effectiveConductivity'
    ? { bulk: constantFunction(model.value), factor: 1, carbon: 0 }
    : { bulk, factor: activeMaterial / tau, carbon: beside };
  return { electronicTortuosityFactor: tau, electronic };
}

/** What conducts electrons as one network: the active material, with the carbon unless that has its own. */
export const electronicVolume = ({ carbonNetwork }: ElectrodeLayer, { volumeFractions: { activeMaterial, carbon } }: LayerComposition): number =>
  activeMaterial + (carbonNetwork ? 0 : carbon);

/** The phase of a carrier among the others; the share of the solids leaves the voids out, the diameter is the one of the same surface. */
export function mixtureOf(layer: ElectrodeLayer, composition: LayerComposition, carrier: Mixture['carrier']): Mixture {
  const { porosity, volumeFractions, particleSizes } = composition;
  const volume = carrier === 'ions' ? volumeFractions.electrolyte : electronicVolume(layer, composition);
  return { carrier, share: volume / (1 - porosity), porosity, activeDiameter: 6 / surfacePerVolume(particleSizes) };
}

/**
 * Percolation leaves active material unconnected: ions reach the particles that touch electrolyte which leads through, electrons those
 * that belong to active material which does, or that its carbon touches. The two are taken as independent of each other.
 */
function connection(
  layer: ElectrodeLayer, composition: LayerComposition,
): Pick<EffectiveLayerProperties, 'connectedFraction' | 'reachedByIons' | 'reachedByElectrons'> {
  const reachedByIons = layer.activeNetwork ? 1 : ionReach(layer.ionicTransport, mixtureOf(layer, composition, 'ions'));
  const ofActive = electronReach(layer.electronicTransport, mixtureOf(layer, composition, 'electrons'));
  const ofCarbon = layer.carbonNetwork ? carbonConduction(layer.carbonNetwork, composition).connected : 0;
  const reachedByElectrons = 1 - (1 - ofActive) * (1 - ofCarbon);
  const held = layer.connectedFraction * heldByBinder(layer, composition);
  const connectedFraction = Math.max(leastConnected, held * reachedByIons * reachedByElectrons);
  return { connectedFraction, reachedByIons, reachedByElectrons };
}

const heldByBinder = ({ binderFilm }: ElectrodeLayer, composition: LayerComposition): number =>
  (binderFilm ? filmConnection(binderFilm, meanFilm(composition, surfacePerVolume(composition.particleSizes))) : 1);

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
