import type { CellProperties } from '../transport/on-cells/cell-properties.js';
import { FARADAY } from '../units/constants.js';
import { ownerShares } from './faces.js';
import type { ParticleReactions } from './particle-reactions.js';
import { entryFaces } from './unknowns.js';

/** Numbers of the law of an entry. */
export const entryNumbers = ['area', 'contact', 'dO', 'dN', 'ownerShare', 'inside'] as const;

/** The face through which lithium enters a network: cell `outside` has the electrolyte, cell `inside` the network. */
export interface Entry {
  readonly face: number;
  readonly outside: number;
  readonly inside: number;
  readonly side: 'anode' | 'cathode';
  readonly network: ParticleReactions;
  readonly numbers: Readonly<Record<(typeof entryNumbers)[number], number>>;
}

/** Every entry of a cell. */
export function entriesOf(model: CellProperties, reactions: readonly ParticleReactions[]): Entry[] {
  const { ionicContact, mesh: { faces, region, regions, cells } } = model;
  const through = entryFaces(model);
  if (through.length === 0) return [];
  const networkOf = networksOfCells(reactions, cells);
  const shares = ownerShares(model);
  return through.map((face): Entry => {
    const owned = networkOf[faces.owner[face]] !== undefined;
    const sides = (atOwner: number, atNeighbour: number): readonly [outside: number, inside: number] =>
      owned ? [atNeighbour, atOwner] : [atOwner, atNeighbour];
    const [outside, inside] = sides(faces.owner[face], faces.neighbour[face]);
    const [dO, dN] = sides(faces.ownerDistance[face], faces.neighbourDistance[face]);
    const [ownerShare] = sides(shares[face], 1 - shares[face]);
    const network = networkOf[inside] as ParticleReactions;
    const { material, network: carries } = network.particle;
    const behind = dN / (FARADAY * material.maximumConcentration * (carries?.transportFactor ?? 0));
    return { face, outside, inside, network, side: regions[region[inside]].kind === 'anode' ? 'anode' : 'cathode',
      numbers: { area: faces.area[face], contact: ionicContact[face], dO, dN, ownerShare, inside: behind } };
  });
}

/** The network in each cell; undefined where there is none. */
export function networksOfCells(reactions: readonly ParticleReactions[],
  cells: number): (ParticleReactions | undefined)[]
{
  const networkOf = new Array<ParticleReactions | undefined>(cells).fill(undefined);
  for (const reaction of reactions) {
    const { at, leads } = reaction;
    if (leads) networkOf.fill(reaction, at.firstCell, at.firstCell + at.count);
  }
  return networkOf;
}
