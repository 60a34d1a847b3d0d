import type { Case, ElectrodeLayer, NetworkStructure } from '../config/case.js';
import type { Electrolyte, LayerMaterials } from '../materials/material.js';
import { isDry } from './active-network.js';
import { filmConnection, meanFilm, pathFactor } from './additives/binder-film.js';
import { carbonConduction } from './additives/carbon-conduction.js';
import { type Spread, spreadOf, spreadOfMean, widened } from './effective-medium/prediction.js';
import { besideCarbon, type ElectronicProperties, electronicProperties } from './electronic-properties.js';
import { conductingLayer, isMeasured } from './growth.js';
import type { LayerComposition } from './layer-composition.js';
import { latticeDeviation, layerNetwork } from './network/layer-network.js';
import { leastConnected } from './no-path.js';
import { surfacePerVolume } from './particle-sizes.js';
import { ionicBulk, ionicPhase, mixtureOf } from './phase-of.js';
import { inPlaneResistance, shareOfChannels } from './tortuosity/aligned-channels.js';
import { electronReach, ionReach } from './tortuosity/percolation.js';
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
  /** Resistance of the way along the layer from channel to particle, per wetted surface [ohm m^2]; 0 without channels. */
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

/** Who takes part. */
interface Connection {
  /** Share of the active material that ions and electrons reach. */
  readonly connectedFraction: number;
  /** As little as it may be where nothing says what is cut off; the same where something does. */
  readonly connectedFractionLow: number;
  /** Share of it that each of them reaches, as far as a model says. */
  readonly reachedByIons: number;
  readonly reachedByElectrons: number;
}

/**
 * Where nothing is said all of it is connected (assumed), and it may be as little as this: an unreached share of 0.17 (0.12 to 0.18) follows from
 * 44 capacities of pressed cells where the measured charge transfer is kept, one composite of 84 wt% lost 20 of 193 mAh/g where one of 51 wt% lost
 * nothing, and a first charge of 247 of 275 mAh/g speaks against as much. No law of sizes and composition follows from that.
 */
const lowestWhereUnknown = 0.83;

/**
 * Percolation leaves active material unconnected: ions reach the particles that touch electrolyte which leads through, electrons those
 * that belong to active material which does, or that its carbon touches. The two are taken as independent of each other.
 */
function connection(layer: ElectrodeLayer, composition: LayerComposition, materials: LayerMaterials): Connection {
  const reachedByIons = layer.activeNetwork
    ? 1
    : ionReach(layer.ionicTransport, mixtureOf(layer, composition, materials, 'ions'));
  const byActive = electronReach(layer.electronicTransport, mixtureOf(layer, composition, materials, 'electrons'));
  const byCarbon = layer.carbonNetwork ? carbonConduction(layer.carbonNetwork, composition).connected : 0;
  const reachedByElectrons = 1 - (1 - byActive) * (1 - byCarbon);
  const held = layer.connectedFraction * heldByBinder(layer, composition);
  const known = certainConnection(held * reachedByIons * reachedByElectrons);
  const unknown = layer.connectedFraction === 1 && !layer.activeNetwork && !layer.binderFilm
    && !materials.electrolyte.salt
    && layer.ionicTransport.kind !== 'percolation' && layer.electronicTransport.kind !== 'percolation';
  return { ...known, ...(unknown && { connectedFractionLow: lowestWhereUnknown }), reachedByIons, reachedByElectrons };
}

/** A share that something says; never nothing at all. */
function certainConnection(share: number): Pick<Connection, 'connectedFraction' | 'connectedFractionLow'> {
  const connectedFraction = Math.max(leastConnected, share);
  return { connectedFraction, connectedFractionLow: connectedFraction };
}

/** Share of the active material that the binder holds to the rest; 1 where the case states no film. */
const heldByBinder = ({ binderFilm }: ElectrodeLayer, composition: LayerComposition): number => (binderFilm
  ? filmConnection(binderFilm, meanFilm(composition, surfacePerVolume(composition.particleSizes)))
  : 1);
