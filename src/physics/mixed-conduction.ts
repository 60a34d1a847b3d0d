import type { BlockMatrix } from '../solver/linear/block-matrix.js';
import type { CellModel } from './cell-model.js';
import type { IonTransport } from './ion-transport.js';
import { NetworkEntries } from './network-entries.js';
import { networksOf } from './network-geometry.js';
import type { ParticleReactions } from './particle-reactions.js';
import type { SingleIonConduction } from './single-ion-conduction.js';
import { electrodePotentialOf, electrolytePotentialOf, type Unknowns } from './unknowns.js';

/**
 * Electrodes whose active material carries the lithium itself, with or without an electrolyte beside it:
 *
 *   iM = -F cMax DEff(s) grad s,   div(iE + iM) = a j,   a j = -F cMax eps d(mean s)/dt
 *   phiS - phiE = U(s) + eta(jE) + jE Rf,   jE = j - div iM / a        with electrolyte
 *   phiS - phiE = U(s)                                                 without: phiE is that of the lithium in the network
 *
 *   s    stoichiometry of the particles' surfaces, at which they meet each other and the electrolyte; behind it each of them has its shells
 *        where there is electrolyte, and is even (s is the mean) where there is none
 *   iM   current of lithium ions in the network, which electrons follow [A m^-2]; DEff = D eps/tau [m^2 s^-1]
 *   j    lithium stored, as a current per area a of the network [A m^-2]; jE what crosses to the electrolyte of the cell
 *
 * D is the chemical diffusivity: electrons are taken to conduct far better than lithium. Through a face between an electrolyte and a
 * network passes i, by the kinetics of that face over the share of it that is network,
 *
 *   phiS = phiE(face) - R i + U(s(face)) + eta(-i/share),   s(face) = s + i d / (F cMax DEff)
 *
 * The third unknown of a cell is j: it stays well determined where U is flat and where the lithium is held (gamma = 0). The particles
 * answer to it as they do in a composite, ds = (ds/dj) dj + free, which is all that is left of them here. With a network that leads
 * nowhere (tau -> infinity) the equations are those of the composite.
 */
export class MixedConduction extends NetworkEntries implements IonTransport {
  /** Current of lithium through the network of each face [A m^-2]. */
  readonly networkCurrent: Float64Array;
  /** jE of each network, by its class of particles: what crosses to the electrolyte of its cells. */
  readonly crossings: readonly { readonly index: number; readonly crossing: Float64Array }[];
  private readonly byOwner: Float64Array;
  private readonly byNeighbour: Float64Array;
  /** Slopes of the reaction by s and by jE, per cell. */
  private readonly slopeByState: Float64Array;
  private readonly slopeByCrossing: Float64Array;
  /** ds/dj of the last matrix, per cell. */
  private readonly perReaction: Float64Array;
  private readonly divergence: Float64Array;
  private readonly trial: Float64Array;
  private readonly free: Float64Array;

  constructor(
    model: CellModel,
    private readonly unknowns: Unknowns,
    readonly electrolyte: SingleIonConduction,
    reactions: readonly ParticleReactions[],
    thermalVoltage: number,
  ) {
    super(model, electrolyte, networksOf(reactions, thermalVoltage));
    const { cells, faces } = model.mesh;
    this.networkCurrent = new Float64Array(faces.count);
    this.byOwner = new Float64Array(faces.count);
    this.byNeighbour = new Float64Array(faces.count);
    this.crossings = this.networks.map(({ reaction }) => ({ index: reactions.indexOf(reaction),
      crossing: new Float64Array(reaction.at.count) })
    );
    const ofCells = (): Float64Array => new Float64Array(cells);
    this.slopeByState = ofCells();
    this.slopeByCrossing = ofCells();
    this.perReaction = ofCells();
    this.divergence = ofCells();
    this.trial = new Float64Array(unknowns.size);
    this.free = ofCells();
  }

  setThermalVoltage(): void {
    this.electrolyte.setThermalVoltage();
  }

  setTemperature(temperature: number, thermalVoltage: number): void {
    for (const { kinetics } of this.networks) kinetics.setTemperature(temperature, thermalVoltage);
  }

  /** Rows of phiE, of the entries and of j; the shells' rows are written by `network-reactions`. */
  residual(y: Float64Array, yp: Float64Array, out: Float64Array): void {
    this.electrolyte.residual(y, yp, out);
    this.divergence.fill(0);
    for (let f = 0; f < this.faceFactor.length; f++) if (this.faceFactor[f] > 0) this.flow(f, out);
    for (let e = 0; e < this.entries.length; e++) this.enter(e, y, out);
    for (let n = 0; n < this.networks.length; n++) this.react(n, y, out);
  }

  /** iM = F cMax D((sO + sN)/2) (sO - sN) / (distance over eps/tau). */
  private flow(f: number, out: Float64Array): void {
    const { property, divergence } = this;
    const { faces } = this.model.mesh;
    const o = faces.owner[f];
    const n = faces.neighbour[f];
    const so = this.surfaceOf(o);
    const sn = this.surfaceOf(n);
    this.networks[this.networkOf[o]].reaction.diffusion.diffusivityAt(0.5 * (so + sn), property);
    const flow = this.faceFactor[f] * property[0] * (so - sn);
    const tilt = 0.5 * this.faceFactor[f] * property[1] * (so - sn);
    this.byOwner[f] = tilt + this.faceFactor[f] * property[0];
    this.byNeighbour[f] = tilt - this.faceFactor[f] * property[0];
    this.networkCurrent[f] = flow;
    divergence[o] += flow;
    divergence[n] -= flow;
    out[electrolytePotentialOf(o)] += flow;
    out[electrolytePotentialOf(n)] -= flow;
  }

  private enter(e: number, y: Float64Array, out: Float64Array): void {
    const { face, outside, inside } = this.entries[e];
    const row = this.unknowns.entries + e;
    const i = y[row];
    this.alpha[e] = 1 - this.halfCell(e) * this.conductance[face];
    out[row] = this.evaluateEntry(e, i, y);
    this.divergence[inside] -= i;
    out[electrolytePotentialOf(outside)] += this.alpha[e] * i;
    out[electrolytePotentialOf(inside)] -= this.alpha[e] * i;
  }

  private react(n: number, y: Float64Array, out: Float64Array): void {
    const { local, slopeByState, slopeByCrossing, area, divergence } = this;
    const { reaction: { at, diffusion }, wetted, kinetics } = this.networks[n];
    for (let k = 0; k < at.count; k++) {
      const cell = at.firstCell + k;
      const s = diffusion.surface[k];
      const drive = y[electrodePotentialOf(cell)] - y[electrolytePotentialOf(cell)];
      const crossing = wetted ? y[at.reaction + k] - divergence[cell] / area[cell] : 0;
      this.crossings[n].crossing[k] = crossing;
      if (wetted) {
        kinetics.evaluate(s, crossing, 1, local);
        slopeByState[cell] = local[1];
        slopeByCrossing[cell] = local[2];
        out[at.reaction + k] = drive - local[0];
      } else {
        slopeByState[cell] = kinetics.equilibriumSlope(s);
        slopeByCrossing[cell] = 0;
        out[at.reaction + k] = drive - kinetics.equilibriumPotential(s);
      }
    }
  }

  /** For a step of gamma, to which the particles have been eliminated. */
  assemble(gamma: number, matrix: BlockMatrix): void {
    for (const { reaction: { at, diffusion } } of this.networks) {
      for (let k = 0; k < at.count; k++) this.perReaction[at.firstCell + k] = diffusion.surfacePerReaction(k, gamma);
    }
    this.assembleRows(matrix);
  }

  /** With the same ds/dj everywhere. */
  assembleAnswering(perReaction: number, matrix: BlockMatrix): void {
    this.perReaction.fill(perReaction);
    this.assembleRows(matrix);
  }

  /** Rows of a block: phiE, phiS, j; the third unknown is j, of cells without a network nothing. */
  private assembleRows(matrix: BlockMatrix): void {
    this.electrolyte.assemble(0, matrix);
    const { diagonal } = matrix;
    for (let c = 0; c < this.networkOf.length; c++) {
      const at = 9 * c;
      if (this.networkOf[c] < 0) {
        diagonal[at + 8] = 1;
        continue;
      }
      diagonal[at + 2] -= this.area[c];
      diagonal[at + 5] += this.area[c];
      diagonal[at + 6] -= 1;
      diagonal[at + 7] += 1;
      diagonal[at + 8] -= this.slopeByState[c] * this.perReaction[c] + this.slopeByCrossing[c];
    }
    for (let f = 0; f < this.faceFactor.length; f++) if (this.faceFactor[f] > 0) this.assembleFlow(f, matrix);
    for (let e = 0; e < this.entries.length; e++) this.assembleEntry(e, matrix);
  }

  private assembleFlow(f: number, { diagonal, lower, upper }: BlockMatrix): void {
    const { faces } = this.model.mesh;
    const o = faces.owner[f];
    const n = faces.neighbour[f];
    const byOwner = this.perReaction[o] * this.byOwner[f];
    const byNeighbour = this.perReaction[n] * this.byNeighbour[f];
    diagonal[9 * o + 2] += byOwner;
    upper[9 * f + 2] += byNeighbour;
    lower[9 * f + 2] -= byOwner;
    diagonal[9 * n + 2] -= byNeighbour;
    const ofOwner = this.slopeByCrossing[o] / this.area[o];
    const ofNeighbour = this.slopeByCrossing[n] / this.area[n];
    diagonal[9 * o + 8] += ofOwner * byOwner;
    upper[9 * f + 8] += ofOwner * byNeighbour;
    lower[9 * f + 8] -= ofNeighbour * byOwner;
    diagonal[9 * n + 8] -= ofNeighbour * byNeighbour;
  }

  private assembleEntry(e: number, { diagonal, lower, upper }: BlockMatrix): void {
    const { face, outside, inside } = this.entries[e];
    const owns = this.model.mesh.faces.owner[face] === outside;
    const toInside = owns ? upper : lower;
    const toOutside = owns ? lower : upper;
    const alpha = this.alpha[e];
    const gain = this.entryGain[e];
    const byStored = this.entryStateSlope[e] * this.perReaction[inside];
    const crossing = this.slopeByCrossing[inside] / this.area[inside];
    // di in the rows of phiE outside (alpha), of phiE inside (-alpha) and of j inside (-crossing)
    const at = 9 * outside;
    diagonal[at] += alpha * gain * alpha;
    toInside[9 * face] += alpha * gain * (1 - alpha);
    toInside[9 * face + 1] -= alpha * gain;
    toInside[9 * face + 2] += alpha * gain * byStored;
    for (let r = 0; r < 2; r++) {
      const weight = r === 0 ? -alpha * gain : -crossing * gain;
      const row = r === 0 ? 0 : 6;
      toOutside[9 * face + row] += weight * alpha;
      diagonal[9 * inside + row] += weight * (1 - alpha);
      diagonal[9 * inside + row + 1] -= weight;
      diagonal[9 * inside + row + 2] += weight * byStored;
    }
  }

  /** Adds what does not depend on the unknowns of the block, after the particles were reduced. */
  rightHandSide(residual: Float64Array, rhs: Float64Array): void {
    const { free, area, slopeByCrossing, model: { mesh: { faces } } } = this;
    for (let c = 0; c < this.networkOf.length; c++) {
      rhs[3 * c + 2] = 0;
      if (this.networkOf[c] < 0) continue;
      const { at, diffusion } = this.networks[this.networkOf[c]].reaction;
      free[c] = diffusion.surfaceResponse(c - at.firstCell);
      rhs[3 * c + 2] = -residual[at.reaction + c - at.firstCell] + this.slopeByState[c] * free[c];
    }
    for (let f = 0; f < this.faceFactor.length; f++) {
      if (this.faceFactor[f] === 0) continue;
      const o = faces.owner[f];
      const n = faces.neighbour[f];
      const extra = this.byOwner[f] * free[o] + this.byNeighbour[f] * free[n];
      rhs[3 * o] -= extra;
      rhs[3 * n] += extra;
      rhs[3 * o + 2] -= (slopeByCrossing[o] / area[o]) * extra;
      rhs[3 * n + 2] += (slopeByCrossing[n] / area[n]) * extra;
    }
    for (let e = 0; e < this.entries.length; e++) {
      const { outside, inside } = this.entries[e];
      const extra = this.entryGain[e] * (this.entryStateSlope[e] * free[inside] - residual[this.unknowns.entries + e]);
      rhs[3 * outside] -= this.alpha[e] * extra;
      rhs[3 * inside] += this.alpha[e] * extra;
      rhs[3 * inside + 2] += (slopeByCrossing[inside] / area[inside]) * extra;
    }
  }

  /** j and the currents of the entries, once the blocks are solved. */
  back(rhs: Float64Array, residual: Float64Array, delta: Float64Array): void {
    for (const { reaction: { at } } of this.networks) {
      for (let k = 0; k < at.count; k++) delta[at.reaction + k] = rhs[3 * (at.firstCell + k) + 2];
    }
    for (let e = 0; e < this.entries.length; e++) {
      const { outside, inside } = this.entries[e];
      const state = this.perReaction[inside] * rhs[3 * inside + 2] + this.free[inside];
      const drive = this.alpha[e] * rhs[3 * outside] + (1 - this.alpha[e]) * rhs[3 * inside] - rhs[3 * inside + 1];
      const row = this.unknowns.entries + e;
      delta[row] = this.entryGain[e] * (drive + this.entryStateSlope[e] * state - residual[row]);
    }
  }

  /** Brings the currents of the entries to what their own equations make of the other unknowns after the step `delta` from y. */
  settle(y: Float64Array, delta: Float64Array): void {
    const { trial } = this;
    for (let i = 0; i < trial.length; i++) trial[i] = y[i] + delta[i];
    for (const { reaction: { at, diffusion } } of this.networks) diffusion.evaluateSurface(trial, at.reaction);
    for (let e = 0; e < this.entries.length; e++) {
      const row = this.unknowns.entries + e;
      delta[row] = this.settledEntry(e, trial[row], trial) - y[row];
    }
  }

  /** All lithium ions through a face, in the electrolyte and in the network. */
  current(face: number): number {
    let sum = this.electrolyte.current(face) + this.networkCurrent[face];
    for (let e = 0; e < this.entries.length; e++) {
      if (this.entries[e].face === face) sum += this.signOf(e) * this.alpha[e] * this.entryCurrent[e];
    }
    return sum;
  }

  /** In the electrolyte alone; before an entry its current takes part of the drop. */
  electrolyteCurrent(face: number): number {
    let sum = this.electrolyte.current(face);
    for (let e = 0; e < this.entries.length; e++) {
      if (this.entries[e].face === face) sum -= this.signOf(e) * (1 - this.alpha[e]) * this.entryCurrent[e];
    }
    return sum;
  }

  concentrationDrop(): number {
    return 0;
  }
}
