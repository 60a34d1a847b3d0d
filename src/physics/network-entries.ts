import type { CellModel } from './cell-model.js';
import { type Network, NetworkGeometry } from './network-geometry.js';
import type { SingleIonConduction } from './single-ion-conduction.js';
import { electrodePotentialOf, electrolytePotentialOf } from './unknowns.js';

/**
 * The faces through which lithium enters networks (`mixed-conduction`), one scalar equation each for its current i:
 *
 *   0 = phiS - phiE(face) + R i - U(s(face)) - eta(-i/share),   s(face) = s + i d / (F cMax DEff)
 *
 * phiE(face) is half a cell from the centre outside, which the current of the electrolyte through the same face shares.
 */
export abstract class NetworkEntries extends NetworkGeometry {
  readonly conductance: Float64Array;
  /** Current of lithium through each entry [A m^-2], its overpotential, the part of that which is film, U at the face less U inside [V]. */
  readonly entryCurrent: Float64Array;
  readonly entryOverpotential: Float64Array;
  readonly entryFilm: Float64Array;
  readonly entryDiffusion: Float64Array;
  /** di = gain (alpha dphiE(outside) + (1 - alpha) dphiE(inside) - dphiS(inside) + stateSlope ds(inside) - residual). */
  protected readonly entryGain: Float64Array;
  protected readonly entryStateSlope: Float64Array;
  protected readonly alpha: Float64Array;
  protected readonly local = new Float64Array(5);
  protected readonly property = new Float64Array(2);

  constructor(model: CellModel, electrolyte: SingleIonConduction, networks: readonly Network[]) {
    super(model, electrolyte.conductivity, networks);
    this.conductance = electrolyte.conductance;
    const ofEntries = (): Float64Array => new Float64Array(this.entries.length);
    this.entryCurrent = ofEntries();
    this.entryOverpotential = ofEntries();
    this.entryFilm = ofEntries();
    this.entryDiffusion = ofEntries();
    this.entryGain = ofEntries();
    this.entryStateSlope = ofEntries();
    this.alpha = ofEntries();
  }

  /** The equation of an entry, with its slopes and parts. */
  protected evaluateEntry(e: number, i: number, y: Float64Array): number {
    const { property, local } = this;
    const { inside } = this.entries[e];
    const { reaction: { particle }, kinetics } = this.networks[this.networkOf[inside]];
    const residual = this.residualOfEntry(e, i, y);
    const perCurrent = this.insideFactor(e) / property[0];
    this.entryGain[e] = 1 / this.slopeOfEntry(e, perCurrent);
    this.entryStateSlope[e] = local[1] * (1 - (i * perCurrent * property[1]) / property[0]);
    this.entryCurrent[e] = i;
    this.entryOverpotential[e] = local[0] - local[3];
    this.entryFilm[e] = (-i / particle.volumeFraction) * particle.filmResistance;
    this.entryDiffusion[e] = local[3] - kinetics.equilibriumPotential(this.surfaceOf(inside));
    return residual;
  }

  /** The equation of an entry at a current i, the other unknowns as in y and the surfaces as last evaluated. */
  private residualOfEntry(e: number, i: number, y: Float64Array): number {
    const { face, inside, outside } = this.entries[e];
    const { reaction: { particle, diffusion }, kinetics } = this.networks[this.networkOf[inside]];
    const half = this.halfCell(e);
    const s = this.surfaceOf(inside);
    const phiE = y[electrolytePotentialOf(outside)];
    const drop = phiE - y[electrolytePotentialOf(inside)];
    diffusion.diffusivityAt(s, this.property);
    kinetics.evaluate(s + (i * this.insideFactor(e)) / this.property[0], -i / particle.volumeFraction, 1, this.local);
    const beside = this.conductance[face] * (drop - half * i);
    return y[electrodePotentialOf(inside)] - phiE + half * (i + beside) + this.model.ionicContact[face] * i
      - this.local[0];
  }

  /** Its slope by i, after it. */
  private slopeOfEntry(e: number, perCurrent: number): number {
    const { face, inside } = this.entries[e];
    const share = this.networks[this.networkOf[inside]].reaction.particle.volumeFraction;
    return this.halfCell(e) * this.alpha[e] + this.model.ionicContact[face] - this.local[1] * perCurrent
      + this.local[2] / share;
  }

  /**
   * Root of the equation of an entry, which rises with i: Newton kept inside a bracket that it makes itself. Where the face is full or empty
   * the slope changes by many orders within a small current, and Newton on all unknowns at once would go to and fro without the others
   * showing it.
   */
  protected settledEntry(e: number, guess: number, y: Float64Array): number {
    let [low, high] = [-Infinity, Infinity];
    let i = guess;
    for (let iteration = 0; iteration < 100; iteration++) {
      const residual = this.residualOfEntry(e, i, y);
      if (residual > 0) high = i;
      else low = i;
      const next = i - residual / this.slopeOfEntry(e, this.insideFactor(e) / this.property[0]);
      if (!(Math.abs(next - i) > 1e-14 * Math.abs(i))) return next;
      if (next > low && next < high) i = next;
      else i = high - low < Infinity ? 0.5 * (low + high) : i - Math.sign(residual) * (1 + Math.abs(i));
    }
    return i;
  }
}
