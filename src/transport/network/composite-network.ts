import { meanOf, standardDeviation } from '../../units/statistics.js';
import { largestError } from '../../voxels/conduction/conduct.js';
import { conductThrough } from './network-conduction.js';
import { type Constituents, phases, type VoxelComposite, voxelComposite } from './voxel-composite.js';

/** Size of a random network, and how many are averaged. */
export interface NetworkSettings {
  /** Voxels along an edge of the cube, and cubes that are averaged. */
  readonly voxels: number;
  readonly realisations: number;
}

/** Means over the realisations, with their standard deviations. */
export interface CompositeNetwork {
  /** kappaEff / kappa of the electrolyte and sigmaEff / sigma of the active material. */
  readonly ionic: number;
  readonly electronic: number;
  /** Share of the active material that touches electrolyte from the membrane and that electrons reach from the collector. */
  readonly connected: number;
  readonly reachedByIons: number;
  readonly reachedByElectrons: number;
  /** Largest of the solutions. */
  readonly relativeError: number;
  readonly spread: { readonly ionic: number; readonly electronic: number; readonly connected: number };
}

/**
 * A random resistor network of the composition: electrolyte and active material as clusters of voxels, each carrier in its own phase. A
 * particle takes part where it touches electrolyte that leads to the membrane and belongs to active material that leads to the collector.
 */
export function compositeNetwork(constituents: Constituents,
  { voxels, realisations }: NetworkSettings): CompositeNetwork
{
  const all = Array.from({ length: realisations },
    (_, seed) => oneNetwork(voxelComposite(voxels, constituents, seed + 1)));
  const mean = (of: (one: Single) => number): number => meanOf(all.map(of));
  const spread = (of: (one: Single) => number): number => standardDeviation(all.map(of));
  return {
    ionic: mean(({ ionic }) => ionic),
    electronic: mean(({ electronic }) => electronic),
    connected: mean(({ connected }) => connected),
    reachedByIons: mean(({ byIons }) => byIons),
    reachedByElectrons: mean(({ byElectrons }) => byElectrons),
    relativeError: largestError(...all),
    spread: {
      ionic: spread(({ ionic }) => ionic),
      electronic: spread(({ electronic }) => electronic),
      connected: spread(({ connected }) => connected),
    },
  };
}

interface Single {
  readonly ionic: number;
  readonly electronic: number;
  readonly connected: number;
  readonly byIons: number;
  readonly byElectrons: number;
  readonly relativeError: number;
}

function oneNetwork(composite: VoxelComposite): Single {
  const { edge, phase } = composite;
  const [active, electrolyte] = (['activeMaterial', 'electrolyte'] as const).map((name) => phases.indexOf(name));
  const ions = conductThrough(edge, (i) => phase[i] === electrolyte);
  const electrons = conductThrough(edge, (i) => phase[i] === active);
  const touched = particlesTouching(composite, active, ions.fromFirst);
  let count = 0;
  let byIons = 0;
  let byElectrons = 0;
  let both = 0;
  for (let i = 0; i < phase.length; i++) {
    if (phase[i] !== active) continue;
    count++;
    const ion = touched[composite.cluster[i]];
    byIons += ion;
    byElectrons += electrons.fromLast[i];
    both += ion & electrons.fromLast[i];
  }
  const share = (voxels: number): number => (count === 0 ? 1 : voxels / count);
  return { ionic: ions.ratio, electronic: electrons.ratio, connected: share(both), byIons: share(byIons),
    byElectrons: share(byElectrons), relativeError: largestError(ions, electrons) };
}

/** Per cluster: whether one of its voxels has a face to electrolyte that ions reach; the first plane touches the membrane itself. */
export function particlesTouching({ edge, phase, cluster }: VoxelComposite, active: number,
  fromMembrane: Uint8Array): Uint8Array
{
  const layer = edge * edge;
  const touching = new Uint8Array(cluster.length);
  for (let i = 0; i < phase.length; i++) {
    if (phase[i] !== active || touching[cluster[i]]) continue;
    const x = i % edge;
    const y = Math.floor(i / edge) % edge;
    touching[cluster[i]] = Number(i < layer || (x > 0 && fromMembrane[i - 1]) || (x < edge - 1 && fromMembrane[i + 1])
      || (y > 0 && fromMembrane[i - edge]) || (y < edge - 1 && fromMembrane[i + edge])
      || fromMembrane[i - layer] || (i < phase.length - layer && fromMembrane[i + layer]));
  }
  return touching;
}
