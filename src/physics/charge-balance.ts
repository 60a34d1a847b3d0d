import { faceConductance, faceConductanceSlope } from '../operators/face-conductance.js';
import type { BlockTridiagonal2 } from '../solver/linear/block-tridiagonal.js';
import type { CellModel } from './cell-model.js';
import { MeanStoichiometry } from './mean-stoichiometry.js';
import type { ParticleReactions } from './particle-reactions.js';
import { PlanarAnodeReaction } from './planar-anode-reaction.js';
import { electrodePotentialOf, electrolytePotentialOf, type Unknowns } from './unknowns.js';

/**
 * Conservation of ionic and electronic charge; the only loop over cells and faces:
 *
 *   div iE = sum_k a_k j_k,   iE = -kappaEff grad phiE
 *   div iS = -sum_k a_k j_k,  iS = -sigmaEff(s) grad phiS
 *
 *   a  specific interfacial area [m^-1], j interfacial current density [A m^-2], kappaEff, sigmaEff [S m^-1]
 *
 * integrated over each cell; a face takes from its owner what it gives to its neighbour. At the anode plane iE = iAnode, at
 * the collector iS = I. In the membrane there is no electrode and the row of phiS reads phiS = 0.
 */
export class ChargeBalance {
  /** Conductance of each face [S per m^2 of cell]; electronic ones follow the mean stoichiometry. */
  readonly ionicConductance: Float64Array;
  readonly electronicConductance: Float64Array;
  /** Collector: half of the last cell and the contact [ohm m^2]. */
  endResistance = 0;
  /** Anode plane: half of the first cell [ohm m^2]. */
  readonly startResistance: number;
  readonly anode: PlanarAnodeReaction;
  readonly means: MeanStoichiometry;
  /** Whether sigma depends on stoichiometry anywhere; if not, all of that is skipped. */
  private readonly conductivityVaries: boolean;
  private readonly hasElectrode: Uint8Array;
  /** a V of each particle, per class [m^2 per m^2 of cell]. */
  private readonly wettedArea: readonly Float64Array[];
  private readonly sigma: Float64Array;
  private readonly sigmaSlope: Float64Array;
  /** d(face current)/d(mean s of owner, of neighbour). */
  private readonly byOwner: Float64Array;
  private readonly byNeighbour: Float64Array;
  private readonly local = new Float64Array(2);

  constructor(
    private readonly model: CellModel, private readonly unknowns: Unknowns, private readonly reactions: readonly ParticleReactions[],
    thermalVoltage: number,
  ) {
    const { mesh } = model;
    const { faces } = mesh;
    this.hasElectrode = Uint8Array.from({ length: mesh.cells }, (_, c) => (model.electronicConductivity[mesh.region[c]] ? 1 : 0));
    this.wettedArea = reactions.map(({ at, particle }) =>
      Float64Array.from({ length: at.count }, (_, k) => particle.specificInterfacialArea * mesh.volume[at.firstCell + k]));
    this.ionicConductance = Float64Array.from({ length: faces.count }, (_, f) => {
      const [o, n] = [faces.owner[f], faces.neighbour[f]];
      const kappa = model.ionicConductivity;
      return faceConductance(faces.area[f], faces.ownerDistance[f], kappa[o], faces.neighbourDistance[f], kappa[n], model.ionicContact[f]);
    });
    this.electronicConductance = new Float64Array(faces.count);
    this.sigma = new Float64Array(mesh.cells);
    this.sigmaSlope = new Float64Array(mesh.cells);
    this.byOwner = new Float64Array(faces.count);
    this.byNeighbour = new Float64Array(faces.count);
    this.means = new MeanStoichiometry(model, reactions);
    this.conductivityVaries = model.electronicConductivity.some((sigma) => sigma !== undefined && sigma.constant === undefined);
    this.updateElectronic(new Float64Array(unknowns.size));
    this.startResistance = mesh.anodeFace.distance / model.ionicConductivity[mesh.anodeFace.cell];
    this.anode = new PlanarAnodeReaction(model.anode, this.startResistance + model.anodeResistance, thermalVoltage);
  }

  residual(y: Float64Array, out: Float64Array): void {
    const { mesh } = this.model;
    const { anodeCurrent, current } = this.unknowns;
    if (this.conductivityVaries) this.updateElectronic(y);
    for (let c = 0; c < mesh.cells; c++) {
      out[electrolytePotentialOf(c)] = 0;
      out[electrodePotentialOf(c)] = this.hasElectrode[c] === 1 ? 0 : y[electrodePotentialOf(c)];
    }
    const { owner, neighbour, count } = mesh.faces;
    for (let f = 0; f < count; f++) {
      const o = electrolytePotentialOf(owner[f]);
      const n = electrolytePotentialOf(neighbour[f]);
      const ionic = this.ionicConductance[f] * (y[o] - y[n]);
      out[o] += ionic;
      out[n] -= ionic;
      const electronic = this.electronicConductance[f] * (y[o + 1] - y[n + 1]);
      out[o + 1] += electronic;
      out[n + 1] -= electronic;
    }
    for (let p = 0; p < this.reactions.length; p++) {
      const { at } = this.reactions[p];
      const area = this.wettedArea[p];
      for (let k = 0; k < at.count; k++) {
        const reaction = area[k] * y[at.reaction + k];
        const cell = at.firstCell + k;
        out[electrolytePotentialOf(cell)] -= reaction;
        out[electrodePotentialOf(cell)] += reaction;
      }
    }
    const first = electrolytePotentialOf(mesh.anodeFace.cell);
    out[first] -= y[anodeCurrent];
    out[electrodePotentialOf(mesh.collectorFace.cell)] += y[current];
    out[anodeCurrent] = this.anode.residual(y[first], y[anodeCurrent]);
  }

  /** V = phiS(last) - I (half a cell and the contact). */
  voltage(y: Float64Array): number {
    return y[electrodePotentialOf(this.model.mesh.collectorFace.cell)] - y[this.unknowns.current] * this.endResistance;
  }

  assemble(y: Float64Array, matrix: BlockTridiagonal2): void {
    const { mesh } = this.model;
    const { diagonal } = matrix;
    for (let c = 0; c < mesh.cells; c++) if (!this.hasElectrode[c]) diagonal[4 * c + 3] = 1;
    for (let p = 0; p < this.reactions.length; p++) {
      const { at, conductance } = this.reactions[p];
      const area = this.wettedArea[p];
      for (let k = 0; k < at.count; k++) {
        const block = 4 * (at.firstCell + k);
        const g = area[k] * conductance[k];
        diagonal[block] += g;
        diagonal[block + 1] -= g;
        diagonal[block + 2] -= g;
        diagonal[block + 3] += g;
      }
    }
    diagonal[4 * mesh.anodeFace.cell] += this.anode.conductance;
    for (let f = 0; f < mesh.faces.count; f++) this.assembleFace(f, y, matrix);
  }

  /** One face: what the owner's rows get, the neighbour's rows lose. */
  private assembleFace(f: number, y: Float64Array, matrix: BlockTridiagonal2): void {
    const { faces } = this.model.mesh;
    const { diagonal, lower, upper } = matrix;
    const o = faces.owner[f];
    const n = faces.neighbour[f];
    const ionic = this.ionicConductance[f];
    diagonal[4 * o] += ionic;
    upper[4 * f] -= ionic;
    diagonal[4 * n] += ionic;
    lower[4 * f] -= ionic;
    const g = this.electronicConductance[f];
    diagonal[4 * o + 3] += g;
    upper[4 * f + 3] -= g;
    lower[4 * f + 3] -= g;
    diagonal[4 * n + 3] += g;
    if (g > 0 && this.conductivityVaries) this.assembleMeanDependence(f, g, y, matrix);
  }

  /** sigma(mean s): the current through a face answers to the particles on both sides of it, hence to their potentials. */
  private assembleMeanDependence(f: number, g: number, y: Float64Array, matrix: BlockTridiagonal2): void {
    const { faces } = this.model.mesh;
    const { diagonal, lower, upper } = matrix;
    const o = faces.owner[f];
    const n = faces.neighbour[f];
    const drop = y[electrodePotentialOf(o)] - y[electrodePotentialOf(n)];
    const ofOwner = drop * faceConductanceSlope(g, faces.area[f], faces.ownerDistance[f], this.sigma[o]) * this.sigmaSlope[o];
    const ofNeighbour = drop * faceConductanceSlope(g, faces.area[f], faces.neighbourDistance[f], this.sigma[n]) * this.sigmaSlope[n];
    this.byOwner[f] = ofOwner;
    this.byNeighbour[f] = ofNeighbour;
    const viaOwner = ofOwner * this.means.perVolt(o);
    const viaNeighbour = ofNeighbour * this.means.perVolt(n);
    diagonal[4 * o + 2] -= viaOwner;
    diagonal[4 * o + 3] += viaOwner;
    upper[4 * f + 2] -= viaNeighbour;
    upper[4 * f + 3] += viaNeighbour;
    lower[4 * f + 2] += viaOwner;
    lower[4 * f + 3] -= viaOwner;
    diagonal[4 * n + 2] += viaNeighbour;
    diagonal[4 * n + 3] -= viaNeighbour;
  }

  /** Right-hand side of the condensed system for (phiE, phiS) of every cell. */
  rightHandSide(residual: Float64Array, rhs: Float64Array): void {
    const { mesh } = this.model;
    for (let i = 0; i < rhs.length; i++) rhs[i] = -residual[i];
    for (let p = 0; p < this.reactions.length; p++) {
      const { at, conductance, free } = this.reactions[p];
      const area = this.wettedArea[p];
      for (let k = 0; k < at.count; k++) {
        const given = area[k] * conductance[k] * free[k];
        const cell = at.firstCell + k;
        rhs[electrolytePotentialOf(cell)] += given;
        rhs[electrodePotentialOf(cell)] -= given;
      }
    }
    rhs[electrolytePotentialOf(mesh.anodeFace.cell)] += this.anode.conductance * residual[this.unknowns.anodeCurrent];
    if (this.conductivityVaries) this.addMeanDependence(rhs);
  }

  private addMeanDependence(rhs: Float64Array): void {
    const { owner, neighbour, count } = this.model.mesh.faces;
    for (let f = 0; f < count; f++) {
      const extra = this.byOwner[f] * this.means.free(owner[f]) + this.byNeighbour[f] * this.means.free(neighbour[f]);
      rhs[electrodePotentialOf(owner[f])] -= extra;
      rhs[electrodePotentialOf(neighbour[f])] += extra;
    }
  }

  /** The anode's current once the potentials are known. */
  back(residual: Float64Array, delta: Float64Array): void {
    const first = electrolytePotentialOf(this.model.mesh.anodeFace.cell);
    delta[this.unknowns.anodeCurrent] = this.anode.conductance * (residual[this.unknowns.anodeCurrent] - delta[first]);
  }

  /** out = d(voltage)/d(phiE, phiS of the last cell) and its part that does not depend on them, at fixed I. */
  voltageSlopes(current: number, out: Float64Array): void {
    out[0] = 0;
    out[1] = 1;
    out[2] = 0;
    if (!this.conductivityVaries) return;
    const { cell, distance } = this.model.mesh.collectorFace;
    const byMean = (current * distance * this.sigmaSlope[cell]) / (this.sigma[cell] * this.sigma[cell]);
    out[0] = -byMean * this.means.perVolt(cell);
    out[1] = 1 - out[0];
    out[2] = byMean * this.means.free(cell);
  }

  private updateElectronic(y: Float64Array): void {
    const { mesh, electronicConductivity, collectorResistance } = this.model;
    const { faces } = mesh;
    this.means.update(y);
    for (let c = 0; c < mesh.cells; c++) {
      const sigma = electronicConductivity[mesh.region[c]];
      if (!sigma) continue;
      sigma.evaluate(this.means.value(c), this.local);
      this.sigma[c] = this.local[0];
      this.sigmaSlope[c] = this.local[1];
    }
    for (let f = 0; f < faces.count; f++) {
      const o = faces.owner[f];
      const n = faces.neighbour[f];
      this.electronicConductance[f] = this.hasElectrode[o] === 1 && this.hasElectrode[n] === 1
        ? faceConductance(faces.area[f], faces.ownerDistance[f], this.sigma[o], faces.neighbourDistance[f], this.sigma[n], 0)
        : 0;
    }
    this.endResistance = mesh.collectorFace.distance / this.sigma[mesh.collectorFace.cell] + collectorResistance;
  }
}
