import { FARADAY } from '../units/constants.js';
import type { CellModel } from './cell-model.js';
import { InsertionReaction } from './insertion-reaction.js';
import type { ParticleReactions } from './particle-reactions.js';
import { entryFaces } from './unknowns.js';

/** The face through which lithium enters a network: cell `outside` has the electrolyte, cell `inside` the network. */
export interface Entry {
  readonly face: number;
  readonly outside: number;
  readonly inside: number;
  readonly side: 'anode' | 'cathode';
}

/** The network of one layer. */
export interface Network {
  readonly reaction: ParticleReactions;
  /** The interface with the electrolyte in the same cells; undefined where there is none. */
  readonly wetted: boolean;
  readonly kinetics: InsertionReaction;
}

/** The layers whose particles are a network. */
export const networksOf = (reactions: readonly ParticleReactions[], thermalVoltage: number): Network[] =>
  reactions.filter(({ particle }) => particle.network).map((reaction): Network => ({
    reaction,
    wetted: reaction.particle.network?.wetted ?? false,
    kinetics: new InsertionReaction(reaction.particle.material, reaction.particle.filmResistance, thermalVoltage),
  }));

/** Where lithium moves through networks of active material: cells, faces, and the faces through which it enters. */
export abstract class NetworkGeometry {
  readonly entries: readonly Entry[];
  /** Index in `networks` of each cell; -1 where there is none. */
  protected readonly networkOf: Int32Array;
  /** F cMax / (distances over eps/tau) of a face, times D the conductance of lithium; 0 where no network goes through. */
  protected readonly faceFactor: Float64Array;
  /** a V of the network in each cell; 0 elsewhere. */
  protected readonly area: Float64Array;

  /** `conductivity` of the electrolyte per cell [S m^-1]. */
  constructor(protected readonly model: CellModel, readonly conductivity: Float64Array,
    protected readonly networks: readonly Network[])
  {
    const { cells, faces, volume } = model.mesh;
    this.networkOf = new Int32Array(cells).fill(-1);
    this.area = new Float64Array(cells);
    networks.forEach(({ reaction: { at, particle } }, n) => {
      this.networkOf.fill(n, at.firstCell, at.firstCell + at.count);
      for (let k = 0; k < at.count; k++) {
        this.area[at.firstCell + k] = particle.specificInterfacialArea * volume[at.firstCell + k];
      }
    });
    this.entries = entriesOf(model, this.networkOf);
    this.faceFactor = Float64Array.from({ length: faces.count }, (_, f) => this.factorOfFace(f));
  }

  /** Half a cell of electrolyte before an entry [ohm m^2]. */
  halfCell(e: number): number {
    const { face, outside } = this.entries[e];
    const { faces } = this.model.mesh;
    const distance = faces.owner[face] === outside ? faces.ownerDistance[face] : faces.neighbourDistance[face];
    return distance / this.conductivity[outside];
  }

  /** d / (F cMax eps/tau) of the half cell of network behind an entry. */
  protected insideFactor(e: number): number {
    const { face, inside } = this.entries[e];
    const { faces } = this.model.mesh;
    const distance = faces.owner[face] === inside ? faces.ownerDistance[face] : faces.neighbourDistance[face];
    const { material, network } = this.networks[this.networkOf[inside]].reaction.particle;
    return distance / (FARADAY * material.maximumConcentration * (network?.transportFactor ?? 0));
  }

  protected signOf(e: number): number {
    const { face, outside } = this.entries[e];
    return this.model.mesh.faces.owner[face] === outside ? 1 : -1;
  }

  /** Stoichiometry of the surface of the particles of a cell, at the last residual. */
  protected surfaceOf(cell: number): number {
    const { at, diffusion } = this.networks[this.networkOf[cell]].reaction;
    return diffusion.surface[cell - at.firstCell];
  }

  private factorOfFace(f: number): number {
    const { faces } = this.model.mesh;
    const [o, n] = [this.networkOf[faces.owner[f]], this.networkOf[faces.neighbour[f]]];
    if (o < 0 || n < 0) return 0;
    const [owner, neighbour] = [this.networks[o].reaction.particle, this.networks[n].reaction.particle];
    const resistance = faces.ownerDistance[f] / (owner.network?.transportFactor ?? 0)
      + faces.neighbourDistance[f] / (neighbour.network?.transportFactor ?? 0);
    return (FARADAY * owner.material.maximumConcentration * faces.area[f]) / resistance;
  }
}

function entriesOf(model: CellModel, networkOf: Int32Array): Entry[] {
  const { faces, region, regions } = model.mesh;
  return entryFaces(model).map((face): Entry => {
    const [o, n] = [faces.owner[face], faces.neighbour[face]];
    const [inside, outside] = networkOf[o] >= 0 ? [o, n] : [n, o];
    return { face, inside, outside, side: regions[region[inside]].kind === 'anode' ? 'anode' : 'cathode' };
  });
}
