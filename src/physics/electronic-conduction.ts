import { faceConductance, faceConductanceSlope } from '../operators/face-conductance.js';
import type { BlockMatrix } from '../solver/linear/block-matrix.js';
import type { CellModel } from './cell-model.js';
import { MeanStoichiometry } from './mean-stoichiometry.js';
import type { ParticleReactions } from './particle-reactions.js';
import { electrodePotentialOf, type Unknowns } from './unknowns.js';

/**
 * Conduction of electrons through the electrodes:  iS = -sigmaEff(s) grad phiS.
 *
 *   sigmaEff  [S m^-1], of the mean stoichiometry s of the cell; phiS [V]; iS [A m^-2]
 *
 * Where there is no electrode (the membrane) the row reads phiS = 0. At the cathode's collector iS = I; a composite anode
 * meets its collector, the zero of potential, through half a cell and the contact.
 */
export class ElectronicConduction {
  /** Of each face [S per m^2 of cell]; 0 beside the membrane. */
  readonly conductance: Float64Array;
  /** Cathode collector: half of the last cell and the contact [ohm m^2]. */
  endResistance = 0;
  /** Anode collector: the same there; 0 where the anode is a plane. */
  startConductance = 0;
  readonly means: MeanStoichiometry;
  /** Whether sigma depends on stoichiometry anywhere; if not, all of that is skipped. */
  readonly varies: boolean;
  private readonly hasElectrode: Uint8Array;
  private readonly sigma: Float64Array;
  private readonly sigmaSlope: Float64Array;
  /** d(face current)/d(mean s of owner, of neighbour), and of the current from the anode's collector. */
  private readonly byOwner: Float64Array;
  private readonly byNeighbour: Float64Array;
  private startByMean = 0;
  private readonly local = new Float64Array(2);

  constructor(private readonly model: CellModel, private readonly unknowns: Unknowns,
    reactions: readonly ParticleReactions[])
  {
    const { mesh, electronicConductivity } = model;
    this.hasElectrode = Uint8Array.from({ length: mesh.cells },
      (_, c) => (electronicConductivity[mesh.region[c]] ? 1 : 0));
    this.conductance = new Float64Array(mesh.faces.count);
    this.sigma = new Float64Array(mesh.cells);
    this.sigmaSlope = new Float64Array(mesh.cells);
    this.byOwner = new Float64Array(mesh.faces.count);
    this.byNeighbour = new Float64Array(mesh.faces.count);
    this.means = new MeanStoichiometry(model, reactions);
    this.varies = electronicConductivity.some((sigma) => sigma !== undefined && sigma.constant === undefined);
    this.updateConductances(new Float64Array(unknowns.size));
  }

  residual(y: Float64Array, out: Float64Array): void {
    const { cells, faces, anodeFace, collectorFace } = this.model.mesh;
    if (this.varies) this.updateConductances(y);
    for (let c = 0; c < cells; c++) {
      const s = electrodePotentialOf(c);
      out[s] = this.hasElectrode[c] === 1 ? 0 : y[s];
    }
    for (let f = 0; f < faces.count; f++) {
      const o = electrodePotentialOf(faces.owner[f]);
      const n = electrodePotentialOf(faces.neighbour[f]);
      const current = this.conductance[f] * (y[o] - y[n]);
      out[o] += current;
      out[n] -= current;
    }
    const first = electrodePotentialOf(anodeFace.cell);
    out[first] += this.startConductance * y[first];
    out[electrodePotentialOf(collectorFace.cell)] += y[this.unknowns.current];
  }

  /** V = phiS(last) - I (half a cell and the contact). */
  voltage(y: Float64Array): number {
    return y[electrodePotentialOf(this.model.mesh.collectorFace.cell)] - y[this.unknowns.current] * this.endResistance;
  }

  assemble(y: Float64Array, matrix: BlockMatrix): void {
    const { cells, faces, anodeFace } = this.model.mesh;
    const { diagonal, lower, upper, size } = matrix;
    const entries = size * size;
    const own = size + 1;
    for (let c = 0; c < cells; c++) if (this.hasElectrode[c] === 0) diagonal[entries * c + own] = 1;
    diagonal[entries * anodeFace.cell + own] += this.startConductance;
    for (let f = 0; f < faces.count; f++) {
      const g = this.conductance[f];
      diagonal[entries * faces.owner[f] + own] += g;
      upper[entries * f + own] -= g;
      diagonal[entries * faces.neighbour[f] + own] += g;
      lower[entries * f + own] -= g;
      if (this.varies && g > 0) this.assembleFaceMeans(f, y, matrix);
    }
    if (this.varies) this.assembleStartMean(y, matrix);
  }

  /** sigma(mean s): the current through a face answers to the particles on both sides of it, hence to their potentials. */
  private assembleFaceMeans(f: number, y: Float64Array, matrix: BlockMatrix): void {
    const { faces } = this.model.mesh;
    const { diagonal, lower, upper, size } = matrix;
    const entries = size * size;
    const o = faces.owner[f];
    const n = faces.neighbour[f];
    const g = this.conductance[f];
    const drop = y[electrodePotentialOf(o)] - y[electrodePotentialOf(n)];
    const area = faces.area[f];
    this.byOwner[f] = drop * faceConductanceSlope(g, area, faces.ownerDistance[f], this.sigma[o]) * this.sigmaSlope[o];
    this.byNeighbour[f] = drop * faceConductanceSlope(g, area, faces.neighbourDistance[f], this.sigma[n])
      * this.sigmaSlope[n];
    this.addMeanRow(diagonal, entries * o + size, size, o, this.byOwner[f]);
    this.addMeanRow(upper, entries * f + size, size, n, this.byNeighbour[f]);
    this.addMeanRow(lower, entries * f + size, size, o, -this.byOwner[f]);
    this.addMeanRow(diagonal, entries * n + size, size, n, -this.byNeighbour[f]);
  }

  private assembleStartMean(y: Float64Array, matrix: BlockMatrix): void {
    const { cell, distance } = this.model.mesh.anodeFace;
    if (this.startConductance === 0) return;
    const slope = faceConductanceSlope(this.startConductance, 1, distance, this.sigma[cell]) * this.sigmaSlope[cell];
    this.startByMean = slope * y[electrodePotentialOf(cell)];
    this.addMeanRow(matrix.diagonal, matrix.size * matrix.size * cell + matrix.size, matrix.size, cell,
      this.startByMean);
  }

  /** Adds slope * d(mean s of a cell) to a row: its entries by phiE, phiS and, with three unknowns, the salt. */
  private addMeanRow(block: Float64Array, row: number, size: number, cell: number, slope: number): void {
    const perVolt = slope * this.means.perVolt(cell);
    block[row] -= perVolt;
    block[row + 1] += perVolt;
    if (size === 3) block[row + 2] += slope * this.means.perThird(cell);
  }

  /** Adds to the right-hand side what the means change by on their own. */
  rightHandSide(rhs: Float64Array, size: number): void {
    if (!this.varies) return;
    const { faces, anodeFace } = this.model.mesh;
    for (let f = 0; f < faces.count; f++) {
      const extra = this.byOwner[f] * this.means.free(faces.owner[f])
        + this.byNeighbour[f] * this.means.free(faces.neighbour[f]);
      rhs[size * faces.owner[f] + 1] -= extra;
      rhs[size * faces.neighbour[f] + 1] += extra;
    }
    rhs[size * anodeFace.cell + 1] -= this.startByMean * this.means.free(anodeFace.cell);
  }

  /** out = d(voltage)/d(phiE, phiS, salt of the last cell) and its part that does not depend on them, at fixed I. */
  voltageSlopes(current: number, out: Float64Array): void {
    out.fill(0);
    out[1] = 1;
    if (!this.varies) return;
    const { cell, distance } = this.model.mesh.collectorFace;
    const byMean = (current * distance * this.sigmaSlope[cell]) / (this.sigma[cell] * this.sigma[cell]);
    out[0] -= byMean * this.means.perVolt(cell);
    out[1] += byMean * this.means.perVolt(cell);
    out[2] = byMean * this.means.perThird(cell);
    out[3] = byMean * this.means.free(cell);
  }

  private updateConductances(y: Float64Array): void {
    const { mesh, electronicConductivity, collectorResistance, anode } = this.model;
    const { faces, anodeFace, collectorFace } = mesh;
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
      this.conductance[f] = this.hasElectrode[o] === 1 && this.hasElectrode[n] === 1
        ? faceConductance(faces.area[f], faces.ownerDistance[f], this.sigma[o], faces.neighbourDistance[f],
          this.sigma[n], 0)
        : 0;
    }
    this.endResistance = collectorFace.distance / this.sigma[collectorFace.cell] + collectorResistance;
    this.startConductance = anode.kind === 'composite'
      ? 1 / (anodeFace.distance / this.sigma[anodeFace.cell] + anode.resistance)
      : 0;
  }
}
