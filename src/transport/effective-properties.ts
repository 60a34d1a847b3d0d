import type { Case, ElectrodeLayer, NetworkStructure } from '../config/case.js';
import type { Electrolyte, LayerMaterials } from '../materials/material.js';
import { isDry } from './active-network.js';
import { pathFactor } from './additives/binder-film.js';
import { carbonConduction } from './additives/carbon-conduction.js';
import { certainConnection, type Connection, connection, heldByBinder } from './connection.js';
import { type Spread, spreadOf, spreadOfMean, widened } from './effective-medium/prediction.js';
import { besideCarbon, type ElectronicProperties, electronicProperties } from './electronic-properties.js';
import { conductingLayer, isMeasured } from './growth.js';
import type { LayerComposition } from './layer-composition.js';
import { latticeDeviation, layerNetwork } from './network/layer-network.js';
import { ionicBulk, ionicPhase } from './phase-of.js';
import { inPlaneResistance, shareOfChannels } from './tortuosity/aligned-channels.js';
import { tortuosityFactorOf, transportSpread } from './tortuosity/tortuosity-models.js';

/**
 * What the layer conducts, of one layer as a whole. With a salt the conductivity is the one at rest; what the equations use is
 * eps/tau, the same for conduction and diffusion at every concentration. A measured effective conductivity gives its
 * eps/tau = kappaEff/kappa at the initial concentration and at the temperature at which it was measured.
 */
export interface EffectiveLayerProperties extends ElectronicProperties, Connection {
  readonly ionicTortuosityFactor: number;
  /** [S m^-1] */
  readonly effectiveIonicConductivity: number;
  /** Standard deviation of its ln; 0 where measured, or where nothing is known of the error of a stated law. */
  readonly ionicSpread: number;
  /** The same as an 80 % interval. */
  readonly ionicInterval: Spread;
  /** Of the way through the layer from channel to particle, per wetted surface; 0 without channels [ohm m^2]. */
  readonly inPlaneResistance: number;
  /** Share of the current of ions that enters the layer through channels; 0 without. */
  readonly shareOfChannels: number;
  /** What the network says of itself; empty without one. */
  readonly networkWarnings: readonly string[];
}

/**
 * Gives a layer its effective conductivities, and the share of its active material that takes part, by the models
 * that the case states.
 */
export function effectiveLayerProperties(
  layer: ElectrodeLayer,
  composition: LayerComposition,
  materials: LayerMaterials,
): EffectiveLayerProperties {
  if (layer.network) return networkProperties(layer, layer.network, composition, materials);
  const { ionicTransport: transport } = layer;
  const phase = ionicPhase(layer, composition, materials);
  return {
    ...ions(layer, composition, materials),
    ...electronicProperties(layer, composition, materials),
    ...connection(layer, composition, materials),
    inPlaneResistance: transport.kind === 'alignedChannels'
      ? inPlaneResistance(transport, phase, composition.specificInterfacialArea)
      : 0,
    shareOfChannels: transport.kind === 'alignedChannels' ? shareOfChannels(transport, phase) : 0,
    networkWarnings: [],
  };
}

/** A binder lengthens the paths of a model that knows none; what was measured holds it already. */
function ions(
  layer: ElectrodeLayer,
  composition: LayerComposition,
  materials: LayerMaterials,
): Pick<EffectiveLayerProperties,
  'ionicTortuosityFactor' | 'effectiveIonicConductivity' | 'ionicSpread' | 'ionicInterval'>
{
  // lithium then has the network of the active material alone
  if (isDry(layer, composition)) {
    return { ionicTortuosityFactor: layer.activeNetwork?.tortuosityFactor ?? 1, effectiveIonicConductivity: 0,
      ...spreadOfIons(spreadOf(0)) };
  }
  const { composition: grown, stretch } = conductingLayer(layer.ionicTransport, composition, materials);
  const phase = ionicPhase(layer, grown, materials);
  const ionicTortuosityFactor =
    (layer.binderFilm && !isMeasured(layer.ionicTransport) ? pathFactor(layer.binderFilm, composition) : 1)
    * tortuosityFactorOf(layer.ionicTransport, phase) * stretch ** 2;
  return {
    ionicTortuosityFactor,
    effectiveIonicConductivity: (phase.bulkConductivity() * composition.volumeFractions.electrolyte)
      / ionicTortuosityFactor,
    ...spreadOfIons(transportSpread(layer.ionicTransport, phase)),
  };
}

const spreadOfIons = (ionicInterval: Spread): Pick<EffectiveLayerProperties, 'ionicSpread' | 'ionicInterval'> => ({
  ionicSpread: ionicInterval.deviation,
  ionicInterval,
});

/**
 * Both carriers in the network of their own phase. Carbon is too fine for its voxels: it conducts beside it, as its own network or as
 * the medium of spheres that it fills, sigmaC epsC^1.5.
 */
function networkProperties(
  layer: ElectrodeLayer,
  structure: NetworkStructure,
  composition: LayerComposition,
  materials: LayerMaterials,
): EffectiveLayerProperties {
  const { ionic, electronic, connected, reachedByIons, reachedByElectrons, spread, warnings } = layerNetwork(layer.name,
    structure, composition, materials);
  const { activeMaterial, electrolyte, carbon } = composition.volumeFractions;
  const carbonPath = layer.carbonNetwork && carbonConduction(layer.carbonNetwork, composition);
  const reachedByCarbon = carbonPath?.connected ?? 0;
  const beside = carbonPath?.conductivity ?? (materials.carbon?.electronicConductivity ?? 0) * carbon ** 1.5;
  const reachedByBoth = connected + (reachedByIons - connected) * reachedByCarbon;
  return {
    ionicTortuosityFactor: electrolyte / ionic,
    effectiveIonicConductivity: materials.electrolyte.ionicConductivity * ionic,
    electronicTortuosityFactor: activeMaterial / electronic,
    electronic: { bulk: materials.activeMaterial.electronicConductivity, factor: electronic, carbon: beside },
    ...spreadOfIons(widened(spreadOfMean(ionic, spread.ionic), latticeDeviation(structure))),
    ...besideCarbon(materials.activeMaterial, electronic, beside,
      widened(spreadOfMean(electronic, spread.electronic), latticeDeviation(structure))),
    ...certainConnection(heldByBinder(layer, composition) * reachedByBoth),
    reachedByIons,
    reachedByElectrons: reachedByElectrons + (1 - reachedByElectrons) * reachedByCarbon,
    inPlaneResistance: 0,
    shareOfChannels: 0,
    networkWarnings: warnings,
  };
}

/** tau of the electrolyte of the membrane or of an interlayer, kappaEff = kappa eps / tau with eps its electrolyte fraction. */
export const membraneTortuosityFactor = (
  membrane: Pick<Case['membrane'], 'ionicTransport' | 'electrolyteFraction'>,
  electrolyte: Electrolyte,
): number =>
  tortuosityFactorOf(membrane.ionicTransport, { bulkConductivity: ionicBulk(electrolyte),
    volumeFraction: membrane.electrolyteFraction });
