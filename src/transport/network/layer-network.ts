import type { NetworkStructure } from '../../config/case.js';
import type { LayerMaterials } from '../../materials/material.js';
import { formatNumber, percent } from '../../units/quantity.js';
import { unsureWarnings } from '../../voxels/conduction/conduct.js';
import type { LayerComposition } from '../layer-composition.js';
import { noPath } from '../no-path.js';
import { type CompositeNetwork, compositeNetwork } from './composite-network.js';
import type { Constituents } from './voxel-composite.js';

/** Particles across the cube below which an average is not one of the material any more. */
const fewest = 5;

/** Network of a layer, with what has to be said about it. */
export interface LayerNetwork extends CompositeNetwork {
  readonly warnings: readonly string[];
}

/** Networks that were solved, by what they were made of: one layer is asked for several times. */
const solved = new Map<string, CompositeNetwork>();
const remembered = 256;

/** The network of a layer; carbon, binder and voids are voxels that conduct nothing. */
export function layerNetwork(
  name: string,
  structure: NetworkStructure,
  { volumeFractions }: LayerComposition,
  { activeMaterial }: LayerMaterials,
): LayerNetwork {
  const { activeMaterial: active, electrolyte } = volumeFractions;
  const constituents = { activeMaterial: active, electrolyte, ...diametersInVoxels(structure, activeMaterial),
    voidDiameter: 1 };
  const network = solvedNetwork(constituents, structure);
  const floored = { ...network, ionic: Math.max(network.ionic, noPath),
    electronic: Math.max(network.electronic, noPath) };
  return { ...floored, warnings: warningsOf(name, structure, constituents, network) };
}

/**
 * Deviation of ln of the conductivities of what is not resolved: equal spheres at 45 and 35 vol% conduct 0.38 and 0.07 of what they do with four
 * voxels where they are single ones, 0.70 and 0.53 with two, 1.07 and 1.11 with three.
 */
export const latticeDeviation = ({ resolution }: NetworkStructure): number => 2 / resolution ** 2;

/** Of both kinds of particles; voxels have the volume of the smaller ones, or as many of them as the resolution asks for. */
export function diametersInVoxels(
  { electrolyteDiameter, resolution }: NetworkStructure,
  { particleRadius }: LayerMaterials['activeMaterial'],
): Pick<Constituents, 'activeDiameter' | 'electrolyteDiameter'> {
  const width = (Math.min(2 * particleRadius, electrolyteDiameter) * Math.cbrt(Math.PI / 6)) / resolution;
  return { activeDiameter: (2 * particleRadius) / width, electrolyteDiameter: electrolyteDiameter / width };
}

function solvedNetwork(constituents: Constituents, { voxels, realisations }: NetworkStructure): CompositeNetwork {
  const key = JSON.stringify([constituents, voxels, realisations]);
  const known = solved.get(key);
  if (known) return known;
  const network = compositeNetwork(constituents, { voxels, realisations });
  if (solved.size >= remembered) solved.clear();
  solved.set(key, network);
  return network;
}

function warningsOf(name: string, { voxels }: NetworkStructure, it: Constituents, network: CompositeNetwork): string[] {
  const largest = Math.max(it.activeDiameter, it.electrolyteDiameter);
  const across = voxels / largest;
  return [
    `${name}: random network (assumed structure): ${percent(1 - network.connected)} +- ${
      percent(network.spread.connected)
    } of the active material `
    + `is cut off at most; ions reach ${percent(network.reachedByIons)} of it, electrons ${
      percent(network.reachedByElectrons)
    }`,
    ...(network.ionic === 0 ? [`${name}: no path of electrolyte leads through the network`] : []),
    ...(network.electronic === 0 ? [`${name}: no path of active material leads through the network`] : []),
    ...unsureWarnings(`${name}, its network`, network),
    ...(across < fewest
      ? [`${name}: the cube of the network holds ${formatNumber(across, 2)} of the largest particles along an edge; `
        + `give it ${Math.ceil(fewest * largest - 1e-6)} voxels or more`]
      : []),
  ];
}
