import type { BlockMatrix } from '../solver/linear/block-matrix.js';
import { blockMatrix } from '../solver/linear/matrix-on-faces.js';
import { FARADAY } from '../units/constants.js';
import { type BlockLayout, blockLayout, phiE, phiS } from './block-layout.js';
import type { CellModel } from './cell-model.js';
import { indices, ofState, property } from './columns.js';
import { Dependents } from './dependents.js';
import { ElectrodeState } from './electrode-state.js';
import type { ElectrolyteState } from './electrolyte-state.js';
import { bound, type BoundLaw, type CellState, collectorLaw, type FaceLaw, faceLaws } from './face-laws.js';
import { entriesOf, type Entry, interfaceLaws, PlaneState } from './interface-laws.js';
import { InterfacePass, type Slopes } from './interface-pass.js';
import { localEquilibriumSlopes } from './laws/derived.js';
import type { ParticleReactions } from './particle-reactions.js';
import { electrodePotentialOf, electrolytePotentialOf, type Unknowns } from './unknowns.js';

/** The potential of lithium in the cells of a network without electrolyte. */
interface DryPass {
  readonly at: ParticleReactions['at'];
  readonly law: BoundLaw;
}

/** A face law with the places of its numbers: a flux leaves one row and enters another, a slope is added to one entry of J and taken from another. */
interface FacePass {
  readonly law: FaceLaw;
  readonly fluxes: Places;
  readonly slopes: Places;
}

interface Places {
  readonly source: Int32Array;
  readonly plus: Int32Array;
  readonly minus: Int32Array;
}

/**
 * Conservation of charge, salt and lithium, integrated over each cell, from laws of faces, cells and interfaces:
 *
 *   div iE = sum_k a_k j_k,   div iS = -sum_k a_k j_k,   d(eps c)/dt + div N = sum_k a_k j_k / F,   div iM + a jE = a j
 *
 *   a  specific interfacial area [m^-1], j interfacial current density, oxidation positive [A m^-2]; jE and j of a network
 *
 * The one place that loops over the mesh. `linearise` writes the residual F and its slopes J by the unknowns of the blocks and by their
 * dependents; `storage` is M, of the salt, so that J + p M serves a step in time (p = 1/gamma) and a frequency alike. The currents of
 * interfaces are eliminated here at once, particles by `condense`.
 */
export class Assembly implements Slopes {
  readonly layout: BlockLayout;
  readonly state: CellState;
  readonly plane: PlaneState | undefined;
  readonly entries: readonly Entry[];
  readonly faces: readonly FacePass[];
  readonly interfaces: readonly InterfacePass[];
  readonly diagonal: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** All of them, one behind the other. */
  private readonly slopes: Float64Array;
  /** For the unknowns of the blocks. */
  readonly matrix: BlockMatrix;
  /** Charge that a cell stores per unit of x [C m^-2]; 1 where it has no electrolyte, and x only stays. */
  readonly storage: Float64Array;
  readonly dependents: Dependents;
  /** Cells of a network without electrolyte. */
  private readonly dry: readonly DryPass[];
  readonly ground: BoundLaw | undefined;
  /** J of the rows that no law enters and of the laws that are linear. */
  private readonly fixed: Float64Array;

  constructor(readonly model: CellModel, readonly unknowns: Unknowns, readonly electrolyte: ElectrolyteState,
    readonly reactions: readonly ParticleReactions[], thermalVoltage: number)
  {
    const { mesh, ions, anode } = model;
    this.layout = blockLayout(model, unknowns);
    this.state = { electrolyte, electrode: new ElectrodeState(model, reactions), reactions };
    this.plane = anode.kind === 'planar' ? new PlaneState(anode, thermalVoltage) : undefined;
    this.entries = entriesOf(model, reactions);
    this.ground = anode.kind === 'composite'
      ? collectorLaw(model, this.state, 'anode', anode.resistance, -1)
      : undefined;
    const { size, columns } = this.layout;
    this.matrix = blockMatrix(size, mesh.cells, mesh.faces);
    const [cells, faces] = [size * columns * mesh.cells, size * columns * mesh.faces.count];
    // without dependents the matrix is J itself, completed by `condense`
    const own = size === columns ? this.matrix : undefined;
    this.slopes = own?.entries ?? new Float64Array(cells + 2 * faces);
    this.diagonal = own?.diagonal ?? this.slopes.subarray(0, cells);
    this.lower = own?.lower ?? this.slopes.subarray(cells, cells + faces);
    this.upper = own?.upper ?? this.slopes.subarray(cells + faces);
    this.interfaces = interfaceLaws(model, unknowns, this.layout, this.state, this.plane, this.entries)
      .map((law) => new InterfacePass(law, this.layout, mesh.faces, this));
    this.fixed = this.slopes.slice();
    this.faces = faceLaws(model, unknowns, this.layout, this.state).map((law) => this.facePass(law));
    this.storage = Float64Array.from({ length: ions.kind === 'salt' ? mesh.cells : 0 },
      (_, c) =>
        (ions.kind === 'salt' && FARADAY * ions.volumeFraction[c] * mesh.volume[c] * electrolyte.reference) || 1);
    this.dependents = new Dependents(this.layout, this.state, mesh);
    this.dry = reactions.filter(({ leads, particle: { network } }) => leads && !network?.wetted).map((reaction) =>
      dryPass(reaction)
    );
    this.fixSlopes();
  }

  /** Whether the balances are linear in the unknowns of the matrix: every Newton iteration then satisfies them exactly. */
  get isLinear(): boolean {
    return this.layout.columns === 2 && this.unknowns.temperature < 0;
  }

  setTemperature(temperature: number, thermalVoltage: number): void {
    this.electrolyte.thermalVoltage[0] = thermalVoltage;
    this.plane?.setTemperature(temperature, thermalVoltage);
    for (const { law } of this.faces) law.refresh?.();
    this.fixSlopes();
  }

  /** F at a state whose particles were evaluated; with `slopes` J as well. */
  evaluate(y: Float64Array, yp: Float64Array, out: Float64Array, slopes: boolean): void {
    this.state.electrode.update(y);
    if (slopes) this.slopes.set(this.fixed);
    this.begin(y, yp, out);
    for (const pass of this.faces) this.passFaces(pass, y, out, slopes);
    for (const pass of this.interfaces) pass.evaluate(y, out, slopes);
    for (const reaction of this.reactions) this.passParticles(reaction, y, out, slopes);
    for (const reaction of this.dry) this.passDry(reaction, y, out, slopes);
    this.passGround(y, out, slopes);
    if (!this.plane) this.unplated(y, out);
    const { storage, unknowns } = this;
    // dF/dy' = 1 in every differential row
    for (let c = 0; c < storage.length; c++) out[unknowns.salt + c] /= storage[c];
  }

  /** Where the fluxes and slopes of a face law go. */
  private facePass(law: FaceLaw): FacePass {
    const { layout: { size, columns, index }, model: { mesh: { faces: { owner, neighbour } } }, diagonal, lower, upper,
      slopes } = this;
    const { rows, ownerColumns, neighbourColumns, values, stride } = law;
    const width = ownerColumns.length + neighbourColumns.length;
    const [first, below, above] = [diagonal, lower, upper].map(({ byteOffset }) =>
      (byteOffset - slopes.byteOffset) / 8
    );
    const fluxes: Place[] = [];
    const entries: Place[] = [];
    law.faces.forEach((f, i) =>
      rows.forEach((row, r) => {
        const at = stride * i;
        const block = (cellOrFace: number, column: number): number => (size * cellOrFace + row) * columns + column;
        fluxes.push([at + r, index[size * owner[f] + row], index[size * neighbour[f] + row]]);
        ownerColumns.forEach((column, a) =>
          column >= 0
          && entries.push([at + values + r * width + a, first + block(owner[f], column), below + block(f, column)])
        );
        neighbourColumns.forEach((column, a) =>
          column >= 0
          && entries.push([at + values + r * width + ownerColumns.length + a, above + block(f, column),
            first + block(neighbour[f], column)])
        );
      })
    );
    return { law, fluxes: places(fluxes), slopes: places(entries) };
  }

  /** J that stays: phiS = 0 where there is no electrode, unknowns that a cell does not have, linear laws. */
  private fixSlopes(): void {
    const { layout: { size, columns, stored, index }, state: { electrode: { conducts } }, unknowns: { cells }, slopes,
      diagonal } = this;
    slopes.fill(0);
    for (let c = 0; c < cells; c++) {
      if (conducts[c] === 0) diagonal[(size * c + phiS) * columns + phiS] = 1;
      if (stored >= 0 && index[size * c + stored] < 0) diagonal[(size * c + stored) * columns + stored] = 1;
    }
    for (const { law, slopes: entries } of this.faces) {
      if (!law.linear) continue;
      law.run(0, law.count, new Float64Array(this.unknowns.size));
      scatter(law.out, entries, slopes);
    }
    this.fixed.set(slopes);
  }

  /** Rows of a cell before any flux: what it stores, and phiS = 0 where there is no electrode. */
  private begin(y: Float64Array, yp: Float64Array, out: Float64Array): void {
    const { unknowns: { cells, salt }, storage, state: { electrode: { conducts } } } = this;
    for (let c = 0; c < cells; c++) {
      const s = electrodePotentialOf(c);
      out[electrolytePotentialOf(c)] = 0;
      out[s] = conducts[c] === 1 ? 0 : y[s];
    }
    for (let c = 0; c < storage.length; c++) out[salt + c] = storage[c] * yp[salt + c];
    for (const { at, leads } of this.reactions) {
      if (leads) out.fill(0, at.reaction, at.reaction + at.count);
    }
  }

  private passFaces({ law, fluxes, slopes: entries }: FacePass, y: Float64Array, out: Float64Array,
    slopes: boolean): void
  {
    law.run(0, law.count, y);
    scatter(law.out, fluxes, out);
    if (slopes && !law.linear) scatter(law.out, entries, this.slopes);
  }

  /** What particles give and take: ordinary ones at their surface, those of a network what they store. */
  private passParticles({ at, particle, leads, wettedArea }: ParticleReactions, y: Float64Array, out: Float64Array,
    slopes: boolean): void
  {
    const { unknowns: { hasSalt, salt }, layout: { size, columns, stored, index }, diagonal } = this;
    for (let k = 0; k < at.count; k++) {
      const cell = at.firstCell + k;
      const current = wettedArea[k] * y[at.reaction + k];
      out[electrodePotentialOf(cell)] += current;
      if (!particle.network) {
        out[electrolytePotentialOf(cell)] -= current;
        if (hasSalt) out[salt + cell] -= current;
        continue;
      }
      out[index[size * cell + stored]] -= current;
      // the other sizes follow the first one: `condensation`
      if (!slopes || !leads) continue;
      diagonal[(size * cell + phiS) * columns + stored] += wettedArea[k];
      diagonal[(size * cell + stored) * columns + stored] -= wettedArea[k];
    }
  }

  /** Without electrolyte phiE is that of the lithium in the network. */
  private passDry({ law, at }: DryPass, y: Float64Array, out: Float64Array, slopes: boolean): void {
    const { layout: { size, columns, surface }, diagonal } = this;
    law.run(0, law.count, y);
    for (let k = 0; k < law.count; k++) {
      const cell = at.firstCell + k;
      const own = law.stride * k;
      out[electrolytePotentialOf(cell)] = law.out[own];
      if (!slopes) continue;
      const row = (size * cell + phiE) * columns;
      diagonal[row + phiE] = law.out[own + 1];
      diagonal[row + phiS] = law.out[own + 2];
      diagonal[row + surface] = law.out[own + 3];
    }
  }

  /** The collector of a composite anode is the zero of potential. */
  private passGround(y: Float64Array, out: Float64Array, slopes: boolean): void {
    const { ground, layout: { size, columns, mean }, diagonal, model: { mesh: { boundaries: { anode } } } } = this;
    if (!ground) return;
    ground.run(0, ground.count, y);
    for (let f = 0; f < anode.count; f++) {
      out[electrodePotentialOf(anode.cell[f])] += ground.out[ground.stride * f];
      if (!slopes) continue;
      const row = (size * anode.cell[f] + phiS) * columns;
      diagonal[row + phiS] += ground.out[ground.stride * f + 1];
      if (mean >= 0) diagonal[row + mean] += ground.out[ground.stride * f + 2];
    }
  }

  /** No ions cross the collector of a composite anode. */
  private unplated(y: Float64Array, out: Float64Array): void {
    const { unknowns: { anodeCurrent }, model: { mesh: { boundaries: { anode } } } } = this;
    for (let f = 0; f < anode.count; f++) out[anodeCurrent + f] = y[anodeCurrent + f];
  }

  /**
   * Brings the currents of the entries to what their own equations make of the other unknowns after the step `delta` from y. Where the face
   * is full or empty the slope changes by many orders within a small current, and Newton on all unknowns at once would go to and fro
   * without the others showing it.
   */
  settleEntries(y: Float64Array, delta: Float64Array): void {
    if (this.entries.length === 0) return;
    const trial = y.map((value, i) => value + delta[i]);
    this.electrolyte.update(trial);
    for (const { particle, diffusion, at } of this.reactions) {
      if (particle.network) diffusion.evaluateSurface(trial, at.reaction);
    }
    for (const pass of this.interfaces) {
      const { kind, count, unknown } = pass.law;
      if (kind !== 'entry') continue;
      for (let e = 0; e < count; e++) delta[unknown[e]] = pass.settled(e, trial) - y[unknown[e]];
    }
  }
}

function dryPass({ at, potential }: ParticleReactions): DryPass {
  const cell = indices(at.count, (k) => at.firstCell + k);
  const of = {
    phiE: ofState(cell.map(electrolytePotentialOf)),
    phiS: ofState(cell.map(electrodePotentialOf)),
    ...property('potential', 'potentialByS', potential, indices(at.count, (k) => k)),
  };
  return { at, law: bound(at.count, 1, 3, (first, last, y, out) => localEquilibriumSlopes(first, last, y, of, out)) };
}

type Place = readonly [source: number, plus: number, minus: number];

const places = (list: readonly Place[]): Places => ({
  source: Int32Array.from(list, ([source]) => source),
  plus: Int32Array.from(list, ([, plus]) => plus),
  minus: Int32Array.from(list, ([, , minus]) => minus),
});

function scatter(values: Float64Array, { source, plus, minus }: Places, into: Float64Array): void {
  for (let i = 0; i < source.length; i++) {
    const value = values[source[i]];
    into[plus[i]] += value;
    into[minus[i]] -= value;
  }
}
