import type { NetworkStructure, Problem } from '../../config/case.js';
import type { LayerInPlace } from '../compose-layers.js';
import { diametersInVoxels } from './layer-network.js';

/** Largest particles along an edge below which a cube is no composite any more. */
const fewestAlong = 2;

/** About a microsecond per voxel and carrier, whatever the size: multigrid takes as many iterations for all. */
const workOf = ({ voxels, realisations }: NetworkStructure): number => voxels ** 3 * realisations;

/** About ten minutes; the memory, about 60 bytes per voxel, stays below 0.5 GB for the largest cube. */
const mostWork = 1.6e8;

/** Networks whose particles do not fit their cube, or that would take too long: refused before time and memory are spent. */
export function networkCostProblems(parts: readonly LayerInPlace[]): Problem[] {
  return parts.flatMap((
    { layer: { network }, materials, key },
  ) => (network ? checkNetwork(network, materials, `${key}.network`) : []));
}

function checkNetwork(network: NetworkStructure, { activeMaterial }: LayerInPlace['materials'],
  key: string): Problem[]
{
  const { activeDiameter, electrolyteDiameter } = diametersInVoxels(network, activeMaterial);
  const largest = Math.max(activeDiameter, electrolyteDiameter);
  const refuse = (name: string, expected: string, received: string,
    remedy: string): Problem[] => [{ key: `${key}.${name}`, code: 'out-of-range', expected, received, remedy }];
  if (fewestAlong * largest > network.voxels) {
    return refuse('voxels',
      `at least ${Math.ceil(fewestAlong * largest)} voxels along an edge, ${fewestAlong} of the largest particles`,
      String(network.voxels),
      'give it more voxels, a lower resolution, sizes closer to each other, or a transport law instead of the network');
  }
  if (workOf(network) <= mostWork) return [];
  const most = Math.max(1, Math.floor(mostWork / workOf({ ...network, realisations: 1 })));
  return refuse('realisations', `at most ${most} cubes of ${network.voxels} voxels`, String(network.realisations),
    'lower it, or the voxels');
}
