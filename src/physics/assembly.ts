import type { CellProperties } from '../transport/on-cells/cell-properties.js';
import { type BlockLayout, phiE, phiS } from './block-layout.js';
import type { FluxLaw, InterfaceLaw } from './bound-law.js';
import { Dependents } from './dependents.js';
import { ElectrodeState } from './electrode-state.js';
import type { ElectrolyteState } from './electrolyte-state.js';
import type { CellState, Field, Frame } from './fields/field.js';
import type { PlacedField } from './fields/placed-field.js';
import { Jacobian } from './jacobian.js';
import { type Items, LawPass, settledCurrent } from './law-pass.js';
import { entriesOf } from './network-entry.js';
import type { ParticleReactions } from './particle-reactions.js';
import { PlaneState } from './plane-state.js';
import { electrodePotentialOf, electrolytePotentialOf, indices, type Unknowns } from './unknowns.js';

/** What the cells store of one field: its row, the place of its unknowns and, per cell, how much per unit; 1 where it only stays. */
export interface Store {
  readonly row: number;
  readonly first: number;
  readonly capacity: Float64Array;
}

/** Where the balances of two cells of the same unknowns differ. */
export interface DifferingParts {
  /** Items that differ in each pass of laws. */
  readonly items: readonly Items[];
  /** Whether those of the particles do, by class. */
  readonly areas: readonly boolean[];
  /** Whether rows that store are touched. */
  readonly stores: boolean;
}

/**
 * Conservation of charge, salt, lithium and what else is a field of the cells, integrated over each cell, from laws of faces, cells and
 * interfaces:
 *
 *   div iE = sum_k a_k j_k,   div iS = -sum_k a_k j_k,   d(eps c)/dt + div N = sum_k a_k j_k / F,   div iM + a jE = a j
 *
 *   a  specific interfacial area [m^-1], j interfacial current density, oxidation positive [A m^-2]; jE and j of a network
 *
 * The one place that loops over the mesh. It writes the residual F and its slopes J by the unknowns of the blocks and by their dependents;
 * `stores` is M, so that J + p M serves a step in time (p = 1/gamma) and a frequency alike. The currents of interfaces are eliminated here
 * at once, particles by `condense`.
 */
export class Assembly implements Frame {
  readonly state: CellState;
  readonly fluxes: readonly LawPass<FluxLaw>[];
  readonly interfaces: readonly LawPass<InterfaceLaw>[];
  /** Both. */
  readonly passes: readonly LawPass<FluxLaw | InterfaceLaw>[];
  private ownJacobian: Jacobian | undefined;
  readonly stores: readonly Store[];
  readonly dependents: Dependents;
  /** J of the rows that no law enters and of the laws that are linear, with their excess, once slopes are asked for at this temperature. */
  private fixed: { readonly slopes: Float64Array; readonly excess: Float64Array } | undefined;
  /** Cells that lithium does not reach, as those of a foil: phiE = 0. */
  private readonly withoutIons: Int32Array;
  /** Mesh of the model, kept here because models are objects of many layouts and compiled code is for one. */
  readonly mesh: CellProperties['mesh'];

  constructor(readonly model: CellProperties, fields: readonly Field[], readonly unknowns: Unknowns,
    readonly layout: BlockLayout, electrolyte: ElectrolyteState, readonly reactions: readonly ParticleReactions[],
    thermalVoltage: number)
  {
    const { mesh, anode } = model;
    this.mesh = mesh;
    this.state = { electrolyte, electrode: new ElectrodeState(model, reactions), reactions,
      plane: anode.kind === 'planar' ? new PlaneState(anode, thermalVoltage) : undefined,
      entries: entriesOf(model, reactions) };
    const networks = new Set(model.particles.flatMap(({ network, region }) => (network ? [region] : [])));
    this.withoutIons = indices(mesh.cells, (c) => c)
      .filter((c) => !electrolyte.wets(c) && !networks.has(mesh.region[c]));
    const laws = fields.flatMap((field) => field.laws?.(this) ?? []);
    const passed = <Law extends FluxLaw | InterfaceLaw>(law: Law) => new LawPass(law, this.layout, mesh.faces);
    this.fluxes = laws.filter((law): law is FluxLaw => 'rows' in law).map(passed);
    this.interfaces = laws.filter((law): law is InterfaceLaw => 'flows' in law).map(passed);
    this.passes = [...this.fluxes, ...this.interfaces];
    this.stores = layout.fields.flatMap(({ field, first }, row) => {
      const capacity = mesh.volume.map((volume, c) => volume * capacityOf(field, model, c) || 1);
      return field.capacity ? [{ row, first, capacity }] : [];
    });
    this.dependents = new Dependents(this.layout, this.state, mesh);
  }

  /** J as evaluated last, and the matrix; made when it is first asked for. */
  get jacobian(): Jacobian {
    return (this.ownJacobian ??= new Jacobian(this.layout, this.mesh));
  }

  /** Whether the balances are linear in the unknowns of the matrix: every Newton iteration then satisfies them exactly. */
  get isLinear(): boolean {
    return this.layout.columns === 2 && this.unknowns.temperature < 0;
  }

  setTemperature(temperature: number, thermalVoltage: number): void {
    this.state.electrolyte.thermalVoltage[0] = thermalVoltage;
    this.state.plane?.setTemperature(temperature, thermalVoltage);
    for (const { law } of this.fluxes) law.refresh?.();
    this.fixed = undefined;
  }

  /** F at a state that `state` and the particles were brought to; with `slopes` J as well. */
  evaluate(y: Float64Array, yp: Float64Array, out: Float64Array, slopes: boolean): void {
    const jacobian = slopes ? this.jacobian : undefined;
    if (jacobian) {
      this.fixed ??= this.fixedSlopes();
      jacobian.slopes.set(this.fixed.slopes);
      jacobian.excess.set(this.fixed.excess);
    }
    this.begin(y, yp, out);
    for (const pass of this.fluxes) pass.evaluate(y, out, pass.law.refresh ? undefined : jacobian);
    for (const pass of this.interfaces) pass.evaluate(y, out, jacobian);
    for (const reaction of this.reactions) this.passParticles(reaction, y, out);
    // dF/dy' = 1 in every differential row
    for (const { first, capacity } of this.stores) {
      for (let c = 0; c < capacity.length; c++) out[first + c] /= capacity[c];
    }
  }

  /** Adds what these balances have over those of `base`, `residual`, at the state where that was evaluated last. */
  addDifference(base: Assembly, { items, areas, stores }: DifferingParts, y: Float64Array, yp: Float64Array,
    residual: Float64Array, out: Float64Array): void
  {
    const [passes, others] = [this.passes, base.passes];
    items.forEach((some, p) => some.last > some.first && passes[p].addDifference(others[p], some, y, out));
    this.reactions.forEach((reaction, p) =>
      areas[p] && this.passParticles(reaction, y, out, base.reactions[p].wettedArea)
    );
    if (!stores) return;
    // F = yp + flows / capacity
    this.stores.forEach(({ first, capacity }, s) => {
      const { capacity: other } = base.stores[s];
      for (let c = 0; c < capacity.length; c++) {
        const at = first + c;
        out[at] = (out[at] + (residual[at] - yp[at]) * (other[c] - capacity[c])) / capacity[c];
      }
    });
  }

  /** J that stays: phiS = 0 where there is no electrode, phiE = 0 where no lithium comes, unknowns that a cell does not have, linear laws. */
  private fixedSlopes(): { readonly slopes: Float64Array; readonly excess: Float64Array } {
    const { layout: { size, columns, stored, index }, state: { electrode: { conducts } }, unknowns, withoutIons,
      jacobian, jacobian: { slopes, diagonal, excess } } = this;
    const stays = (cell: number, row: number): void => {
      diagonal[(size * cell + row) * columns + row] = excess[size * cell + row] = 1;
    };
    slopes.fill(0);
    excess.fill(0);
    for (const c of withoutIons) stays(c, phiE);
    for (let c = 0; c < unknowns.cells; c++) {
      if (conducts[c] === 0) stays(c, phiS);
      if (stored >= 0 && index[size * c + stored] < 0) diagonal[(size * c + stored) * columns + stored] = 1;
    }
    const [y, out] = [new Float64Array(unknowns.size), new Float64Array(unknowns.size)];
    for (const pass of this.fluxes) if (pass.law.refresh) pass.evaluate(y, out, jacobian);
    return { slopes: slopes.slice(), excess: excess.slice() };
  }

  /** Rows of a cell before any flux: what it stores, phiS = 0 where there is no electrode, phiE = 0 where no lithium comes. */
  private begin(y: Float64Array, yp: Float64Array, out: Float64Array): void {
    const { unknowns: { cells }, stores, withoutIons, state: { electrode: { conducts } } } = this;
    for (let c = 0; c < cells; c++) {
      const s = electrodePotentialOf(c);
      out[electrolytePotentialOf(c)] = 0;
      out[s] = conducts[c] === 1 ? 0 : y[s];
    }
    for (const c of withoutIons) out[electrolytePotentialOf(c)] = y[electrolytePotentialOf(c)];
    for (const { first, capacity } of stores) {
      for (let c = 0; c < capacity.length; c++) out[first + c] = capacity[c] * yp[first + c];
    }
    for (const { at, leads } of this.reactions) {
      if (leads) out.fill(0, at.reaction, at.reaction + at.count);
    }
  }

  /** What particles give and take, beyond what they would with an area `less`; what their j answers to the unknowns is in `condensation`. */
  private passParticles({ at, leaves, wettedArea }: ParticleReactions, y: Float64Array, out: Float64Array,
    less?: Float64Array): void
  {
    const { size, index } = this.layout;
    for (let k = 0; k < at.count; k++) {
      const cell = at.firstCell + k;
      const current = (wettedArea[k] - (less?.[k] ?? 0)) * y[at.reaction + k];
      out[electrodePotentialOf(cell)] += current;
      for (let i = 0; i < leaves.length; i++) out[index[size * cell + leaves[i]]] -= current;
    }
  }

  /**
   * Brings the currents of the entries to what their own equations make of the other unknowns after the step `delta` from y. Where the face
   * is full or empty the slope changes by many orders within a small current, and Newton on all unknowns at once would go to and fro
   * without the others showing it.
   */
  settleEntries(y: Float64Array, delta: Float64Array): void {
    if (this.state.entries.length === 0) return;
    const trial = y.map((value, i) => value + delta[i]);
    this.follow(trial);
    const entries = this.interfaces.filter(({ law: { kind } }) => kind === 'entry');
    for (const { law, law: { count, current } } of entries) {
      for (let e = 0; e < count; e++) delta[current[e]] = settledCurrent(law, e, trial) - y[current[e]];
    }
    this.follow(y);
    for (const { law } of entries) law.run(0, law.count, y);
  }

  /** Brings what laws of entries read to a state. */
  private follow(y: Float64Array): void {
    this.state.electrolyte.update(y);
    for (const { network, diffusion, at } of this.reactions) {
      if (network) diffusion.evaluateSurface(y, at.reaction);
    }
    this.state.electrode.updateSurface();
  }
}

/** Per volume of a cell. */
function capacityOf({ region, capacity }: PlacedField, model: CellProperties, cell: number): number {
  const { mesh } = model;
  return region && mesh.regions[mesh.region[cell]].kind !== region ? 0 : capacity?.(model, cell) ?? 0;
}
