import type { ElectrodeLayer } from '../config/case.js';
import type { LayerMaterials } from '../materials/material.js';
import { filmConnection, meanFilm } from './additives/binder-film.js';
import { carbonConduction } from './additives/carbon-conduction.js';
import type { LayerComposition } from './layer-composition.js';
import { leastConnected } from './no-path.js';
import { surfacePerVolume } from './particle-sizes.js';
import { electronReach, ionReach } from './percolation/reach.js';
import { mixtureOf } from './phase-of.js';

/** Who takes part. */
export interface Connection {
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
export function connection(layer: ElectrodeLayer, composition: LayerComposition,
  materials: LayerMaterials): Connection
{
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
export function certainConnection(share: number): Pick<Connection, 'connectedFraction' | 'connectedFractionLow'> {
  const connectedFraction = Math.max(leastConnected, share);
  return { connectedFraction, connectedFractionLow: connectedFraction };
}

/** Share of the active material that the binder holds to the rest; 1 where the case states no film. */
export const heldByBinder = ({ binderFilm }: ElectrodeLayer, composition: LayerComposition): number => (binderFilm
  ? filmConnection(binderFilm, meanFilm(composition, surfacePerVolume(composition.particleSizes)))
  : 1);
